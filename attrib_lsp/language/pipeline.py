"""The trained pipeline that ships as package data, behind the only door to spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from attrib_lsp.language.spacy_alone import import_spacy
from attrib_lsp.language.values import Parse

if TYPE_CHECKING:
    from attrib_lsp.language.comparing.comparer import Comparer
    from attrib_lsp.language.comparing.values import Comparison
    from attrib_lsp.language.component import Reader

#: Where the trained pipeline lies.
PACKAGE_DATA = Path(__file__).parent / "data"

#: Code points at most in one document given to spaCy; a longer paragraph is read in pieces cut between words.
LONGEST = 20_000
#: A run without white space is cut after so many: the tokenizer goes over all of it again for each mark at its end.
LONGEST_RUN = 500
#: Strings that the vocabulary keeps; from there on, it forgets every word again that it has not kept so far.
KEPT = 30_000


class Piece(NamedTuple):
    """A part of the texts that are read: ``words`` stand at ``offset`` of text number ``text``."""

    text: int
    offset: int
    words: str


class Pipeline:
    """Reads prose into sentences and attributions. One thread at a time may use it.

    Loading takes about a second, most of it importing spaCy.
    """

    def __init__(self, data: Path = PACKAGE_DATA) -> None:
        """Load the pipeline from the folder ``data``.

        Raises:
            OSError: the folder holds no pipeline.
        """
        self._data = data
        spacy = import_spacy()
        from spacy.vocab import Vocab

        from attrib_lsp.language.component import FACTORY  # to import it makes the factory known

        # spaCy's own language brings the same tokenizer: to read its rules again would take longer than all the rest.
        # A bare vocabulary spares it to work out of every new word its shape, its norm and what nobody asks for.
        self._nlp = spacy.load(data, exclude=["tokenizer"], vocab=Vocab())
        self._reader = cast("Reader", self._nlp.get_pipe(FACTORY))

    def compare(self, headline: Parse, story: Sequence[Parse]) -> Comparison | None:
        """Return how a headline agrees with the paragraphs of its story; None where either has no words."""
        return self._comparer.compare(headline, story)

    @cached_property
    def _comparer(self) -> Comparer:
        """The comparer, loaded by the first headline."""
        from attrib_lsp.language.comparing.comparer import Comparer

        return Comparer(self._data / "attrib_lsp_comparer" / "model.onnx")

    def read(self, texts: Sequence[str]) -> list[Parse]:
        """Return what stands in each of ``texts``; spans count in that text."""
        from attrib_lsp.language.parses import joined, parse_of  # numpy has been loaded with spaCy by now

        pieces = [piece for number, text in enumerate(texts) for piece in cut(number, text)]
        found: list[list[Parse]] = [[] for _ in texts]
        with self._nlp.memory_zone() if len(self._nlp.vocab.strings) > KEPT else nullcontext():
            docs = (self._nlp.make_doc(piece.words) for piece in pieces)
            for piece, passages in zip(pieces, self._reader.read(docs), strict=True):
                found[piece.text].append(parse_of(passages, piece.words, piece.offset))
        return [joined(parts) for parts in found]


def cut(number: int, text: str, longest: int = LONGEST, run: int = LONGEST_RUN) -> Iterator[Piece]:
    """Yield text ``number`` in pieces of at most ``longest`` code points, cut between words where there are any.

    >>> [piece.words for piece in cut(0, "one two three ((((((((", 8, 6)]
    ['one two ', 'three ', '((((((', '((']
    """
    start = 0
    for stop in (*(found.end() for found in re.finditer(rf"\S{{{run}}}", text)), len(text)):
        while stop - start > longest:
            end = text.rfind(" ", start + 1, start + longest) + 1 or start + longest
            yield Piece(number, start, text[start:end])
            start = end
        if start < stop or not text:
            yield Piece(number, start, text[start:stop])
        start = stop
