"""Hover: what the rule behind a squiggle is about, and who speaks."""

from __future__ import annotations

from lsprotocol import types

from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.server.explanation import SEPARATOR, explain
from attrib_lsp.server.portrait import portrayed
from attrib_lsp.server.present import read
from attrib_lsp.server.reading import Reading
from attrib_lsp.server.server import Server
from attrib_lsp.text.span import Span


def register(server: Server) -> None:
    """Add the handler of this module."""
    server.feature(types.TEXT_DOCUMENT_HOVER)(hover)


async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """Explain the findings at a place, then tell who is meant or speaks there.

    Nothing where there is neither, or where the text changes meanwhile.
    """
    reading = await read(ls, params.text_document.uri)
    if reading is None:
        return None
    told = told_at(reading, reading.offset(params.position), markdown=ls.client.markdown)
    if told is None:
        return None
    words, span = told
    kind = types.MarkupKind.Markdown if ls.client.markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, words), reading.range(span))


def told_at(reading: Reading, offset: int, *, markdown: bool) -> tuple[str, Span] | None:
    """Return what to tell of ``offset`` and of which words of the document."""
    findings = findings_at(reading.outcome.findings, offset)
    found = reading.places.at(offset)
    source = portrayed(found, reading.places.graph, markdown=markdown) if found is not None else ""
    parts = [part for part in (explain(findings, markdown=markdown), source) if part]
    if not parts:
        return None
    span = findings[0].span if findings or found is None else found.span
    return SEPARATOR.join(parts), span


def findings_at(findings: tuple[LocatedFinding, ...], offset: int) -> list[LocatedFinding]:
    """Return the findings on the code point at ``offset``, the narrowest first; without any, those that end there."""
    found = [one for one in findings if one.field == "text" and one.span.overlaps(Span(offset, offset + 1))]
    found = found or [one for one in findings if one.field == "text" and one.span.end == offset]
    return sorted(found, key=lambda one: (len(one.span), one.span.start, one.code))
