"""The outline of a draft: its headline, its sources with what each says, and what nobody is given for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsprotocol.types import SymbolKind

from attrib_lsp.attribution.values import ContentType, SourceKind
from attrib_lsp.linter.places import Places
from attrib_lsp.linter.sourcing import LocatedSource, LocatedStatement
from attrib_lsp.reports.words import counted, shortened
from attrib_lsp.text.span import Span

#: Characters of what a source says that an outline shows.
LONGEST = 60
#: What statements stand under whose speaker the reader is not told.
NOBODY = "No source named"

#: Of the kinds that every client has an icon for, those that come nearest.
_KINDS = {
    SourceKind.NAMED_PERSON: SymbolKind.Class,
    SourceKind.NAMED_ORGANISATION: SymbolKind.Module,
    SourceKind.UNNAMED_PERSON: SymbolKind.Variable,
    SourceKind.UNNAMED_GROUP: SymbolKind.Variable,
    SourceKind.DOCUMENT: SymbolKind.File,
    SourceKind.MEDIA_OUTLET: SymbolKind.Interface,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline. ``chosen`` lies inside ``extent``; both are code points of the file.

    A source's extent is where it is identified, not all from its first word to its last: other sources speak between.
    """

    name: str
    detail: str
    kind: SymbolKind
    extent: Span
    chosen: Span
    children: tuple[Entry, ...] = ()
    source: LocatedSource | None = None


def outline(places: Places) -> list[Entry]:
    """Return the headline, the sources in the order in which they are identified, then what nobody is given for."""
    sources = sorted((_source(places, source) for source in places.sources), key=lambda entry: entry.extent.start)
    nobody = [one for one in places.statements if one.source is None]
    return [*_headline(places), *sources, *_nobody(nobody)]


def _headline(places: Places) -> Iterator[Entry]:
    """Yield the headline if there is one."""
    block = places.graph.story.headline
    if block is not None and block.prose.text.strip():
        span = block.prose.span
        yield Entry(" ".join(block.prose.text.split()), "headline", SymbolKind.String, span, span)


def _source(places: Places, source: LocatedSource) -> Entry:
    """Return a source with what it says."""
    span = places.identification(source.number) or source.first
    who = "unnamed" if source.source.kind.unnamed else source.source.description
    said = counted(len(source.statements), "statement")
    return Entry(
        name=" ".join(source.source.name.split()),
        detail=f"{who} · {said}" if who else said,
        kind=_KINDS[source.source.kind],
        extent=span,
        chosen=span,
        children=_statements(source.statements),
        source=source,
    )


def _nobody(statements: Sequence[LocatedStatement]) -> Iterator[Entry]:
    """Yield what is said by nobody who is given, under one line; nothing if there is no such thing."""
    if statements:
        children = _statements(statements)
        said = counted(len(children), "statement")
        yield Entry(NOBODY, said, SymbolKind.Namespace, children[0].extent, children[0].chosen, children)


def _statements(statements: Sequence[LocatedStatement]) -> tuple[Entry, ...]:
    """Return statements in the order of the file."""
    return tuple(sorted(map(_statement, statements), key=lambda entry: (entry.extent.start, entry.extent.end)))


def _statement(statement: LocatedStatement) -> Entry:
    """Return a statement by its first words; one without any, by its cue."""
    attribution = statement.statement.attribution
    quoted = attribution.type is not ContentType.INDIRECT
    return Entry(
        name=shortened(statement.words, LONGEST) or shortened(statement.cue_words, LONGEST) or "…",
        detail=statement.cue_words,
        kind=SymbolKind.String if quoted else SymbolKind.Property,
        extent=statement.extent,
        chosen=statement.said,
    )
