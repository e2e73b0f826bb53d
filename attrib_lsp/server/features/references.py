"""References and highlights: all that a source says, and where it is meant."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from attrib_lsp.linter.places import Places
from attrib_lsp.linter.sourcing import LocatedSource
from attrib_lsp.server.present import read
from attrib_lsp.server.server import Server
from attrib_lsp.text.span import Span


def register(server: Server) -> None:
    """Add the handlers of this module."""
    server.feature(types.TEXT_DOCUMENT_REFERENCES)(references)
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)(document_highlight)


async def references(ls: Server, params: types.ReferenceParams) -> list[types.Location] | None:
    """Return what the source at a place says, led by its first full identification if the client wants that."""
    reading = await read(ls, params.text_document.uri)
    source = source_at(reading.places, reading.offset(params.position)) if reading is not None else None
    if reading is None or source is None:
        return None
    spans = [one.said for one in source.statements]
    told = reading.places.identification(source.number)
    if params.context.include_declaration and told is not None:
        spans.insert(0, told)
    return [types.Location(reading.snapshot.uri, reading.range(span)) for span in dict.fromkeys(spans)]


async def document_highlight(ls: Server, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight] | None:
    """Mark where the source at a place is meant and what it says; where it is told in full stands out as "written"."""
    reading = await read(ls, params.text_document.uri)
    source = source_at(reading.places, reading.offset(params.position)) if reading is not None else None
    if reading is None or source is None:
        return None
    return [types.DocumentHighlight(reading.range(span), kind) for span, kind in marked(reading.places, source)]


def source_at(places: Places, offset: int) -> LocatedSource | None:
    """Return the source that is meant or speaks at ``offset``."""
    found = places.at(offset)
    return found.source if found is not None else None


def marked(places: Places, source: LocatedSource) -> Iterator[tuple[Span, types.DocumentHighlightKind]]:
    """Yield what to mark for ``source``, and how."""
    told = places.identification(source.number)
    for span in places.mentions_of(source.number):
        yield span, types.DocumentHighlightKind.Write if span == told else types.DocumentHighlightKind.Read
    for statement in source.statements:
        for span in statement.content_spans:
            yield span, types.DocumentHighlightKind.Text
