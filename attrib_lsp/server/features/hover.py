"""Hover: what the rule behind a squiggle is about."""

from __future__ import annotations

from lsprotocol import types

from attrib_lsp.linter.linter import SupersededError
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.server.explanation import explain
from attrib_lsp.server.positions import to_offset, to_range
from attrib_lsp.server.server import Server
from attrib_lsp.text.span import Span


def register(server: Server) -> None:
    """Add the handler of this module."""
    server.feature(types.TEXT_DOCUMENT_HOVER)(hover)


async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """Explain the findings at a place; nothing where there are none, or where the text changes meanwhile."""
    snapshot = ls.documents.get(params.text_document.uri)
    if snapshot is None:
        return None
    try:
        outcome = await ls.analyses.of(snapshot, ls.client)
    except SupersededError:
        return None
    offset = to_offset(snapshot.source, params.position, ls.client.encoding)
    found = findings_at(outcome.findings, offset)
    if not found:
        return None
    kind = types.MarkupKind.Markdown if ls.client.markdown else types.MarkupKind.PlainText
    contents = types.MarkupContent(kind, explain(found, markdown=ls.client.markdown))
    return types.Hover(contents, to_range(snapshot.source, found[0].span, ls.client.encoding))


def findings_at(findings: tuple[LocatedFinding, ...], offset: int) -> list[LocatedFinding]:
    """Return the findings on the code point at ``offset``, the narrowest first; without any, those that end there."""
    found = [one for one in findings if one.field == "text" and one.span.overlaps(Span(offset, offset + 1))]
    found = found or [one for one in findings if one.field == "text" and one.span.end == offset]
    return sorted(found, key=lambda one: (len(one.span), one.span.start, one.code))
