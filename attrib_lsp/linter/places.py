"""What stands at a place of a draft: words that mean a source, a cue, or what somebody says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TypeVar

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Place
from attrib_lsp.language.remembered import remembered
from attrib_lsp.linter.sourcing import LocatedSource, LocatedStatement, located_sources, located_statements
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Block

_One = TypeVar("_One")


class Part(Enum):
    """What words are to an attribution."""

    MENTION = "mention"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at an offset: ``span`` holds it.

    ``source`` is whom a mention means, or who speaks; None where the reader is not told. ``statement`` is the one
    that a cue or a content is part of, or that a mention is the source of; None for a mention elsewhere.
    """

    part: Part
    span: Span
    source: LocatedSource | None
    statement: LocatedStatement | None


@dataclass(frozen=True, eq=False)
class Places:
    """A draft's sources and statements by where they stand, in code points of its file.

    ``sources`` are those who speak in it, in the order of their first mention; ``statements`` all that is said, in the
    graph's order, those of nobody known among them.
    """

    graph: AttributionGraph
    sources: tuple[LocatedSource, ...]
    statements: tuple[LocatedStatement, ...]

    @cached_property
    def _by_number(self) -> dict[int, LocatedSource]:
        """The sources by their numbers in the graph."""
        return {source.number: source for source in self.sources}

    @cached_property
    def _by_source_span(self) -> dict[Span, LocatedStatement]:
        """The first statement of which a span is the source."""
        return {self._tidied(span): one for one in reversed(self.statements) for span in one.source_spans}

    @cached_property
    def mentions(self) -> tuple[tuple[Span, int], ...]:
        """Where a source is meant, whether it speaks there or not, with its number, in the order of the file."""
        found = self.graph.coreference.mentions
        return tuple(
            sorted((self._locate(one.place), source.number) for source in self.sources for one in found[source.number])
        )

    @cached_property
    def others(self) -> tuple[Span, ...]:
        """Where people are named who do not speak, and where a "he" or "she" means no source for certain."""
        return tuple(self._locate(place) for place in self.graph.coreference.others)

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        """The blocks of the graph's paragraphs."""
        return read_blocks(self.graph.story)

    def _locate(self, place: Place) -> Span:
        """Return where a place of the graph stands in the file."""
        return self._tidied(self._blocks[place.paragraph].prose.locate(place.span))

    def _tidied(self, span: Span) -> Span:
        """Return a span of the file without marks behind its words: a description may end in a comma."""
        return Span(span.start, span.start + len(span.of(self.graph.story.sources["text"].text).rstrip(" ,;:–—")))

    def source(self, number: int | None) -> LocatedSource | None:
        """Return the source of that number in the graph; None for one that does not speak, and for nobody."""
        return None if number is None else self._by_number.get(number)

    def mentions_of(self, number: int) -> tuple[Span, ...]:
        """Return where the source of that number is meant, in the order of the file."""
        return tuple(span for span, own in self.mentions if own == number)

    def statements_of(self, number: int) -> tuple[LocatedStatement, ...]:
        """Return what the source of that number says, in the graph's order."""
        source = self._by_number.get(number)
        return source.statements if source is not None else ()

    def identification(self, number: int) -> Span | None:
        """Return where the source of that number is first told in full; None for one that does not speak."""
        return self._locate(self.graph.identification(number)) if number in self._by_number else None

    def at(self, offset: int) -> Found | None:
        """Return what stands at ``offset``: the narrowest mention, else the cue, else the narrowest content.

        What has a source goes before what has none: who says that something "is understood" says all of it. A cursor
        right behind words still points at them if nothing else begins there.
        """
        found = [one for one in (self.mention_at(offset), self.cue_at(offset), self.content_at(offset)) if one]
        return next((one for one in found if one.source is not None), found[0] if found else None)

    def mention_at(self, offset: int) -> Found | None:
        """Return the narrowest mention of a source at ``offset``; None on another's name in it."""
        here = _narrowest(self.mentions, offset)
        if here is None or self.other_at(offset, within=here[0]):
            return None
        span, number = here
        return Found(Part.MENTION, span, self.source(number), self._by_source_span.get(span))

    def other_at(self, offset: int, within: Span | None = None) -> bool:
        """Say whether somebody else than a source is meant at ``offset``, in words inside of ``within`` if given."""
        here = _narrowest(((span, None) for span in self.others), offset)
        return here is not None and (within is None or (within.covers(here[0]) and len(here[0]) < len(within)))

    def cue_at(self, offset: int) -> Found | None:
        """Return the cue at ``offset``."""
        return self._part(Part.CUE, ((span, one) for one in self.statements for span in one.cue_spans), offset)

    def content_at(self, offset: int) -> Found | None:
        """Return the narrowest content at ``offset``."""
        return self._part(Part.CONTENT, ((span, one) for one in self.statements for span in one.content_spans), offset)

    def _part(self, part: Part, spans: Iterable[tuple[Span, LocatedStatement]], offset: int) -> Found | None:
        """Return the narrowest of the ``spans`` of one kind at ``offset``, one with a source if there is one."""
        near = list(spans)
        here = _narrowest((one for one in near if self.source(one[1].source)), offset) or _narrowest(near, offset)
        return None if here is None else Found(part, here[0], self.source(here[1].source), here[1])


@remembered
def places_of(graph: AttributionGraph) -> Places:
    """Return the places of a draft; worked out once for each graph."""
    return Places(graph, located_sources(graph), located_statements(graph))


def _narrowest(spans: Iterable[tuple[Span, _One]], offset: int) -> tuple[Span, _One] | None:
    """Return the narrowest span on the code point at ``offset``; without any, the narrowest that ends there."""
    near = [one for one in spans if one[0].start <= offset <= one[0].end and len(one[0])]
    inside = [one for one in near if offset < one[0].end]
    return min(inside or near, key=lambda one: len(one[0]), default=None)
