"""Comparisons of headlines with their stories, made anew only when the headline or the top of its story has changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.comparing.values import STORY, Comparison
from attrib_lsp.language.pipeline import Pipeline
from attrib_lsp.language.values import Parse

if TYPE_CHECKING:
    from attrib_lsp.language.arrays import Vectors

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

#: Paragraphs whose vectors are kept, some tens of kilobytes each; those of others are read again when asked for.
KEPT = 512
#: Comparisons that are kept: one for each of the drafts that are open.
RECENT = 32


class Comparisons:
    """Compares, and remembers what it needs for it. One thread at a time may use it."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._vectors: OrderedDict[str, Vectors] = OrderedDict()
        self._made: OrderedDict[tuple[str, ...], Comparison | None] = OrderedDict()

    def keep(self, text: str, parse: Parse) -> None:
        """Remember the vectors of a paragraph that was read."""
        if parse.vectors is not None:
            self._vectors[text] = parse.vectors
            _trim(self._vectors, KEPT)

    def of(self, pipeline: Pipeline, headline: Paragraph, body: Sequence[Paragraph]) -> Comparison | None:
        """Return how ``headline`` agrees with ``body``; None where either has no words."""
        top = list(_top(body))
        known = (headline.text, *(paragraph.text for paragraph in top))
        if known not in self._made:
            above, *below = (self._parse(pipeline, paragraph) for paragraph in (headline, *top))
            self._made[known] = pipeline.compare(above, below)
            _trim(self._made, RECENT)
        self._made.move_to_end(known)
        return self._made[known]

    def _parse(self, pipeline: Pipeline, paragraph: Paragraph) -> Parse:
        """Return a paragraph with its vectors."""
        if paragraph.text not in self._vectors:
            self.keep(paragraph.text, pipeline.read([paragraph.text])[0])
        self._vectors.move_to_end(paragraph.text)
        return Parse(paragraph.sentences, vectors=self._vectors[paragraph.text])


def _top(body: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs that are looked at."""
    seen = 0
    for paragraph in body:
        if seen >= STORY:
            return
        seen += sum(len(sentence.tokens) for sentence in paragraph.sentences)
        yield paragraph


def _trim(kept: OrderedDict[_Key, _Value], most: int) -> None:
    """Forget the oldest entries."""
    while len(kept) > most:
        kept.popitem(last=False)
