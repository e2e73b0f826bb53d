"""Semantic tokens: sources, cues and contents in colour."""

from __future__ import annotations

from lsprotocol import types

from attrib_lsp.server.positions import to_span
from attrib_lsp.server.present import present, worked_out
from attrib_lsp.server.semantic_tokens import LEGEND, edits, written
from attrib_lsp.server.server import Server


def register(server: Server) -> None:
    """Add the handlers of this module."""
    server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, LEGEND)(full)
    server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, LEGEND)(full_delta)
    server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, LEGEND)(range_)


async def full(ls: Server, params: types.SemanticTokensParams) -> types.SemanticTokens | None:
    """Answer with all tokens of a document."""
    data = await _data(ls, params.text_document.uri)
    return None if data is None else types.SemanticTokens(data, ls.tokens_sent.keep(data))


async def full_delta(
    ls: Server, params: types.SemanticTokensDeltaParams
) -> types.SemanticTokens | types.SemanticTokensDelta | None:
    """Answer with what has changed since the client was last sent tokens; with all if that is not known any more."""
    data = await _data(ls, params.text_document.uri)
    if data is None:
        return None
    before = ls.tokens_sent.get(params.previous_result_id)
    name = ls.tokens_sent.keep(data)
    return types.SemanticTokens(data, name) if before is None else types.SemanticTokensDelta(edits(before, data), name)


async def range_(ls: Server, params: types.SemanticTokensRangeParams) -> types.SemanticTokens | None:
    """Answer with the tokens that reach into a range."""
    data = await _data(ls, params.text_document.uri, params.range)
    return None if data is None else types.SemanticTokens(data)


async def _data(ls: Server, uri: str, part: types.Range | None = None) -> list[int] | None:
    """Return the tokens of a document, those in a range only where one is given, as the protocol writes them."""
    known = await present(ls, uri)
    if known is None:
        return None
    snapshot, graph = known
    span = None if part is None else to_span(snapshot.source, part, ls.client.encoding)
    return await worked_out(ls, snapshot, written, graph, span, snapshot.source, ls.client.encoding)
