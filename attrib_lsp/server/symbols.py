"""A draft's outline as the protocol's symbols."""

from __future__ import annotations

from lsprotocol import types

from attrib_lsp.server.outline import Entry, outline
from attrib_lsp.server.reading import Reading


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


def sources_of(reading: Reading) -> tuple[types.SymbolInformation, ...]:
    """Return the sources of a draft, each by itself, with the draft's name."""
    entries = (entry for entry in outline(reading.places) if entry.source is not None)
    return tuple(_information(entry, reading, reading.snapshot.name) for entry in entries)


def _information(entry: Entry, reading: Reading, container: str | None) -> types.SymbolInformation:
    """Return an entry of the outline by itself."""
    location = types.Location(reading.snapshot.uri, reading.range(entry.extent))
    return types.SymbolInformation(location=location, name=entry.name, kind=entry.kind, container_name=container)
