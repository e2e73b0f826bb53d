"""Published stories as the linter reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrib_lsp.language.comparing.values import STORY
from attrib_lsp.language.pipeline import Pipeline
from attrib_lsp.text.readers import read_row
from attrib_lsp.text.source_text import SourceText
from pipeline.comparing.mutations.forms import usual_forms
from pipeline.comparing.mutations.names import names
from pipeline.comparing.mutations.values import Passage, Stock
from pipeline.comparing.published import Published

#: Words that a name to lend has at most.
_LONGEST = 3


class ReadStory(NamedTuple):
    """A published story, its headline and the paragraphs of its beginning as read."""

    published: Published
    headline: Passage
    story: tuple[Passage, ...]


def read(pipeline: Pipeline, found: Iterable[Published]) -> Iterator[ReadStory]:
    """Read stories; those in which the linter sees no headline or no body are left out."""
    for one in found:
        story = read_row(SourceText(one.body), SourceText(one.headline))
        paragraphs = beginning(block.prose.text for block in story.body)
        if story.headline is None or not paragraphs:
            continue
        headline, *passages = passages_of(pipeline, [story.headline.prose.text, *paragraphs])
        if headline.parse.sentences:
            yield ReadStory(one, headline, tuple(passages))


def passages_of(pipeline: Pipeline, texts: list[str]) -> list[Passage]:
    """Read some texts."""
    return [Passage(text, parse) for text, parse in zip(texts, pipeline.read(texts), strict=True)]


def beginning(paragraphs: Iterable[str], most: int = STORY) -> list[str]:
    """Return paragraphs until there are ``most`` words, none of more.

    >>> beginning(["Fire destroys mill.", " ", "Nobody was hurt there.", "The mill was old."], 4)
    ['Fire destroys mill.', 'Nobody was hurt there.']
    """
    found: list[str] = []
    count = 0
    for paragraph in paragraphs:
        words = paragraph.split()
        if not words:
            continue
        if count >= most:
            break
        found.append(" ".join(words[:most]) if len(words) > most else paragraph)
        count += min(len(words), most)
    return found


def stock_of(stories: Iterable[ReadStory]) -> Stock:
    """Return what stories lend one another."""
    found: dict[str, dict[str, None]] = {"PERSON": {}, "PLACE": {}, "ORG": {}}

    def passages() -> Iterator[Passage]:
        for story in stories:
            for passage in story.story:
                _add_names(passage, found)
                yield passage

    forms = usual_forms(passages())
    return Stock(forms, {label: list(texts) for label, texts in found.items()})


def _add_names(passage: Passage, found: dict[str, dict[str, None]]) -> None:
    """Add to ``found`` the names of a passage: persons by given name and surname, others by their capital."""
    for name in names(passage, "PERSON"):
        if 2 <= len(name.tokens) <= _LONGEST and name.text.replace(" ", "").isalpha():
            found["PERSON"][name.text] = None
    for label in ("PLACE", "ORG"):
        found[label].update((name.text, None) for name in names(passage, label) if name.text[:1].isupper())
