"""Symbols: a draft's outline by source, each with what it says, and the sources of all drafts that are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from attrib_lsp.attribution.vocabulary import unaccented
from attrib_lsp.server.outline import outline
from attrib_lsp.server.present import read
from attrib_lsp.server.server import Server
from attrib_lsp.server.symbols import flat, nested, sources_of


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
    """Return the sources whose names hold every word of the query: of open drafts, and of those that were checked."""
    readings = [await read(ls, snapshot.uri) for snapshot in ls.documents]
    found = [one for reading in readings if reading is not None for one in sources_of(reading)]
    return list(matching((*found, *ls.workspace_run.sources), params.query))


def matching(sources: Iterable[types.SymbolInformation], query: str) -> Iterator[types.SymbolInformation]:
    """Yield the sources whose names hold every word of ``query``, whatever the letter case and the accents."""
    wanted = folded(query).split()
    return (one for one in sources if all(word in folded(one.name) for word in wanted))


def folded(text: str) -> str:
    """Return ``text`` for comparing, without accents and letter case."""
    return unaccented(text.casefold())
