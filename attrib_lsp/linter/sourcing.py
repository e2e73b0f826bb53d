"""Who says what, in the file: the attribution graph with its places as a report or an editor needs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Source, Statement
from attrib_lsp.language.remembered import remembered
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class LocatedStatement:
    """A statement in its file: every span in code points of the text of the prose's field.

    ``words`` are those of its content, ``cue_words`` those of its cue, parts joined by an ellipsis. ``source`` is the
    speaker's number in the graph, None where the reader is not told who speaks.
    """

    statement: Statement
    source: int | None
    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    words: str
    cue_words: str

    @property
    def extent(self) -> Span:
        """The smallest span that covers source, cue and content."""
        return _covering((*self.source_spans, *self.cue_spans, *self.content_spans))

    @property
    def said(self) -> Span:
        """The smallest span that covers the content; the extent where there is none ("did not answer")."""
        return _covering(self.content_spans) if self.content_spans else self.extent


@dataclass(frozen=True, slots=True)
class LocatedSource:
    """A source in its file: where it is mentioned (the first of ``mentions`` identifies it) and what it says.

    ``reason`` is where the story says why its name is withheld.
    """

    number: int
    source: Source
    mentions: tuple[Span, ...]
    statements: tuple[LocatedStatement, ...]
    reason: Span | None

    @property
    def first(self) -> Span:
        """Where it is identified."""
        return self.mentions[0]


@remembered
def located_statements(graph: AttributionGraph) -> tuple[LocatedStatement, ...]:
    """Return all statements of a story, the headline's among them, in the graph's order (worked out once)."""
    blocks = read_blocks(graph.story)
    return tuple(_statement(graph, statement, blocks[statement.paragraph].prose) for statement in graph.statements)


@remembered
def located_sources(graph: AttributionGraph) -> tuple[LocatedSource, ...]:
    """Return those who speak in a story, each once, in the order in which it first names them (worked out once)."""
    blocks = read_blocks(graph.story)
    said: dict[int, list[LocatedStatement]] = {}
    for one in located_statements(graph):
        if one.source is not None:
            said.setdefault(one.source, []).append(one)
    found = []
    for number in graph.speakers:
        source = graph.sources[number]
        places = [mention.place for mention in source.mentions]
        mentions = _located((blocks[place.paragraph].prose, place.span) for place in places)
        reason = blocks[source.reason.paragraph].prose.locate(source.reason.span) if source.reason else None
        found.append(LocatedSource(number, source, mentions, tuple(said.get(number, ())), reason))
    return tuple(sorted(found, key=lambda one: (one.first.start, one.number)))


def _statement(graph: AttributionGraph, statement: Statement, prose: Prose) -> LocatedStatement:
    """Return one statement with its spans in the file."""
    attribution = statement.attribution
    source, cue, content = (
        _located((prose, span) for span in spans)
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    words, cue_words = (
        " … ".join(span.of(prose.text) for span in spans) for spans in (attribution.content, attribution.cue)
    )
    return LocatedStatement(statement, statement.source, source, cue, content, words, cue_words)


def _covering(spans: Sequence[Span]) -> Span:
    """Return the smallest span that covers all ``spans`` (at least one)."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _located(places: Iterable[tuple[Prose, Span]]) -> tuple[Span, ...]:
    """Return spans of prose where they stand in the file."""
    return tuple(prose.locate(span) for prose, span in places)
