"""A story that is wrapped in a file of a format made for machines: where its words stand there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType

from attrib_lsp.text.markup import Markup
from attrib_lsp.text.part import Part
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story
from attrib_lsp.text.structure import Assembly

#: Characters of the longest file of such a format that is read, however many stories it holds.
LARGEST = 3_000_000
#: Elements, objects and lists that may stand inside one another.
DEEPEST = 100
#: Elements, or values, of the largest file that is read.
MOST = 400_000


class NotNewsError(ValueError):
    """A file in a general format (XML, JSON) that holds no news. Its text says what it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One story of a file. The offsets of its prose count in ``source``.

    That is the file's text, or, where the file is none (Word), what was taken out of it: one line a paragraph, and
    ``by_paragraph`` is set. ``format`` is its name, for people. ``parts`` are in reading order; ``headline`` and
    ``deck`` are given where the format has a place of their own for them. Words are put into the file as ``markup``
    has them; None where nothing can be put in by its place alone.
    """

    source: SourceText
    format: str
    parts: tuple[Part, ...]
    headline: Prose | None = None
    deck: Prose | None = None
    language: str = ""
    markup: Markup | None = None
    by_paragraph: bool = False
    id: str | None = None

    @property
    def length(self) -> int:
        """How many characters its words have."""
        return sum(len(part.text) for part in self.parts)

    @property
    def has_words(self) -> bool:
        """Whether there is anything to read."""
        return self.headline is not None or bool(self.parts)


def read_item(item: Item, *, marked_up: bool = True) -> Story:
    """Return the story in ``item``."""
    assembly = Assembly(list(item.parts), marked_up=marked_up, headline=item.headline, deck=item.deck)
    metadata = MappingProxyType({"lang": item.language} if item.language else {})
    story = assembly.story({"text": item.source}, metadata)
    return story if item.markup is None else replace(story, markup=item.markup)
