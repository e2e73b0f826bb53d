"""Symbols: a draft's outline by source, each with what it says, and the sources of all open drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from attrib_lsp.attribution.vocabulary import unaccented
from attrib_lsp.server.outline import Entry, outline
from attrib_lsp.server.reading import Reading, read
from attrib_lsp.server.server import Server


def register(server: Server) -> None:
    """Add the handlers of this module."""
    options = types.DocumentSymbolOptions(label="Sources")
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, options)(document_symbol)
    server.feature(types.WORKSPACE_SYMBOL)(workspace_symbol)


async def document_symbol(
    ls: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
    """Return the headline, and each source with its statements: as a tree if the client can show one."""
    reading = await read(ls, params.text_document.uri)
    if reading is None:
        return None
    entries = outline(reading.places)
    if ls.client.nested_symbols:
        return [nested(entry, reading) for entry in entries]
    return [one for entry in entries for one in flat(entry, reading)]


async def workspace_symbol(ls: Server, params: types.WorkspaceSymbolParams) -> list[types.SymbolInformation]:
    """Return the sources of the open drafts whose names hold every word of the query."""
    readings = [await read(ls, snapshot.uri) for snapshot in ls.documents]
    return [
        _information(entry, reading, reading.snapshot.name)
        for reading in readings
        if reading is not None
        for entry in matching(outline(reading.places), params.query)
    ]


def matching(entries: Iterable[Entry], query: str) -> Iterator[Entry]:
    """Yield the sources whose names hold every word of ``query``, whatever the letter case and the accents."""
    wanted = folded(query).split()
    for entry in entries:
        if entry.source is not None and all(word in folded(entry.name) for word in wanted):
            yield entry


def folded(text: str) -> str:
    """Return ``text`` for comparing, without accents and letter case."""
    return unaccented(text.casefold())


def nested(entry: Entry, reading: Reading) -> types.DocumentSymbol:
    """Return an entry of the outline as the protocol's tree has it."""
    return types.DocumentSymbol(
        name=entry.name,
        kind=entry.kind,
        range=reading.range(entry.extent),
        selection_range=reading.range(entry.chosen),
        detail=entry.detail or None,
        children=[nested(child, reading) for child in entry.children] or None,
    )


def flat(entry: Entry, reading: Reading) -> list[types.SymbolInformation]:
    """Return an entry of the outline and those below it, one after the other, for a client that shows no tree."""
    return [
        _information(entry, reading, None),
        *(_information(child, reading, entry.name) for child in entry.children),
    ]


def _information(entry: Entry, reading: Reading, container: str | None) -> types.SymbolInformation:
    """Return an entry of the outline by itself."""
    location = types.Location(reading.snapshot.uri, reading.range(entry.extent))
    return types.SymbolInformation(location=location, name=entry.name, kind=entry.kind, container_name=container)
