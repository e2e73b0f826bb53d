"""Definition: from any words that mean a source to where the story first tells it in full."""

from __future__ import annotations

from lsprotocol import types

from attrib_lsp.linter.places import Found, Part, Places
from attrib_lsp.server.present import read
from attrib_lsp.server.server import Server


def register(server: Server) -> None:
    """Add the handler of this module."""
    server.feature(types.TEXT_DOCUMENT_DEFINITION)(definition)


async def definition(
    ls: Server, params: types.DefinitionParams
) -> list[types.LocationLink] | list[types.Location] | None:
    """Lead from a place to the first full identification of the source that is meant there; nowhere when in doubt."""
    reading = await read(ls, params.text_document.uri)
    found = led_from(reading.places, reading.offset(params.position)) if reading is not None else None
    if reading is None or found is None or found.source is None:
        return None
    target = reading.places.identification(found.source.number)
    if target is None:
        return None
    there, uri = reading.range(target), reading.snapshot.uri
    if ls.client.links:
        return [types.LocationLink(uri, there, there, reading.range(found.span))]
    return [types.Location(uri, there)]


def led_from(places: Places, offset: int) -> Found | None:
    """Return what at ``offset`` leads to a source: a mention, a cue, or the words of one who is not named beside them.

    Where the speaker stands in the same sentence, words that are said lead nowhere: the reader sees who speaks, and
    the words may be about somebody else. Those of somebody else in them never do.
    """
    found = places.at(offset)
    if found is None or found.part is not Part.CONTENT:
        return found
    statement = found.statement
    if statement is None or statement.source_spans:
        return None
    return None if places.other_at(offset) else found
