"""What the tables hold of one story; the columns mean what they mean in the command's JSON Lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import ContentType, SourceKind
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.linter.sourcing import located_statements
from attrib_lsp.reports import records
from attrib_lsp.reports.origin import AnalysedDraft, LintedDraft, Origin
from attrib_lsp.reports.records import Record

Tables = dict[str, list[Record]]


@dataclass(frozen=True, slots=True)
class Article:
    """Which story of an archive it is, and what its row says of its publication."""

    file: str
    row: int
    id: str | None = None
    publisher: str | None = None
    date: date | None = None
    date_given: str | None = None

    @property
    def place(self) -> Record:
        """What names it in every table."""
        return {"file": self.file, "row": self.row, "id": self.id}


def rows_of(article: Article, graph: AttributionGraph, found: tuple[LocatedFinding, ...]) -> Tables:
    """Return the rows of each table for a story that was analysed and linted."""
    origin = Origin(article.file, article.row, article.row)
    said = records.analysed(AnalysedDraft(origin, graph))
    return {
        "stories": [_story(article, graph, len(found))],
        "findings": _findings(article, graph, LintedDraft(origin, graph.story.sources, found)),
        "sources": _sources(article, graph, said["sources"]),
        "attributions": _attributions(article, graph, said["attributions"]),
    }


def _story(article: Article, graph: AttributionGraph, findings: int) -> Record:
    """Return the story's own row."""
    kinds = Counter(graph.sources[number].kind for number in graph.speakers)
    said = [
        graph.sources[statement.source].kind
        for statement in graph.statements
        if statement.source is not None and statement.source in graph.speakers
    ]
    return {
        **article.place,
        "publisher": article.publisher,
        "date": article.date,
        "date_given": article.date_given,
        "english": graph.story.foreign is None,
        "words": graph.words,
        "findings": findings,
        "sources": len(graph.speakers),
        "named": kinds[SourceKind.NAMED_PERSON] + kinds[SourceKind.NAMED_ORGANISATION],
        "unnamed": sum(number for kind, number in kinds.items() if kind.unnamed),
        "documents": kinds[SourceKind.DOCUMENT],
        "outlets": kinds[SourceKind.MEDIA_OUTLET],
        "statements": len(said),
        "unnamed_statements": sum(kind.unnamed for kind in said),
    }


def _findings(article: Article, graph: AttributionGraph, draft: LintedDraft) -> list[Record]:
    """Return a row for each finding."""
    texts = graph.story.sources
    return [
        {**article.place, **record, "words": finding.span.of(texts[finding.field].text)}
        for record, finding in zip(records.linted(draft)["diagnostics"], draft.findings, strict=True)
    ]


def _sources(article: Article, graph: AttributionGraph, said: list[Record]) -> list[Record]:
    """Return a row for each source."""
    return [
        {
            **article.place,
            "field": "text",
            **record,
            "description": graph.sources[number].description or None,
            "specificity": graph.sources[number].specificity,
            "quotes": sum(one.attribution.type is not ContentType.INDIRECT for one in graph.statements_of(number)),
            "via": list(graph.sources[number].via),
        }
        for record, number in zip(said, graph.speakers, strict=True)
    ]


def _attributions(article: Article, graph: AttributionGraph, said: list[Record]) -> list[Record]:
    """Return a row for each statement."""
    return [
        {
            **article.place,
            "field": "text",
            **record,
            "speaker_kind": None if one.source is None else graph.sources[one.source].kind.value,
            "cue_words": one.cue_words,
        }
        for record, one in zip(said, located_statements(graph), strict=True)
    ]
