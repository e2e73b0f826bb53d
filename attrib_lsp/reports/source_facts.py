"""What every report tells of a source: who, of what kind, how often it speaks, through whom, where it is first met."""

from __future__ import annotations

from dataclasses import dataclass

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import ContentType, Source, SourceKind
from attrib_lsp.reports.places import line_of, words_at
from attrib_lsp.reports.shares import in_order
from attrib_lsp.reports.words import counted

#: What people call a kind of source.
KINDS = {
    SourceKind.NAMED_PERSON: "named person",
    SourceKind.NAMED_ORGANISATION: "named organisation",
    SourceKind.UNNAMED_PERSON: "unnamed person",
    SourceKind.UNNAMED_GROUP: "unnamed group",
    SourceKind.DOCUMENT: "document",
    SourceKind.MEDIA_OUTLET: "media outlet",
}


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What is told of a source.

    ``number`` is the source's in the graph; ``quotes`` of its ``statements`` have words in quotation marks. ``line``,
    from one, is where it is first mentioned. ``reason`` are the story's words on why it has no name, empty without any.
    """

    number: int
    source: Source
    statements: int
    quotes: int
    line: int
    reason: str

    @property
    def kind(self) -> str:
        """What people call its kind."""
        return KINDS[self.source.kind]

    @property
    def via(self) -> str:
        """The outlets that it spoke through."""
        return ", ".join(self.source.via)

    @property
    def said(self) -> str:
        """How many statements it makes, and how many of them are quoted."""
        return counted(self.statements, "statement") + (f", {self.quotes} quoted" if self.quotes else "")


def source_facts(graph: AttributionGraph) -> tuple[SourceFacts, ...]:
    """Return what is told of each source of a story, in the order in which it first mentions them."""
    return tuple(_facts(graph, number) for number in in_order(graph))


def _facts(graph: AttributionGraph, number: int) -> SourceFacts:
    """Return what is told of one source."""
    source = graph.sources[number]
    types = [statement.attribution.type for statement in graph.statements_of(number)]
    quotes = sum(kind is not ContentType.INDIRECT for kind in types)
    reason = words_at(graph, source.reason) if source.reason else ""
    return SourceFacts(number, source, len(types), quotes, line_of(graph, source.first.place), reason)
