"""What is known of a document as it stands, for the features that show it."""

from __future__ import annotations

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.linter import SupersededError
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.server import Server


async def present(ls: Server, uri: str) -> tuple[Snapshot, AttributionGraph] | None:
    """Return the snapshot of ``uri`` with its graph; None if it is not open or cannot be analysed.

    Raises:
        JsonRpcException: "content modified": the document has changed meanwhile, and the client will ask again.
    """
    snapshot = ls.documents.get(uri)
    if snapshot is None:
        return None
    try:
        outcome = await ls.analyses.of(snapshot, ls.client)
        if not ls.documents.current(snapshot):
            raise SupersededError
    except SupersededError:
        raise JsonRpcException("the document has changed", types.LSPErrorCodes.ContentModified.value) from None
    return None if outcome.graph is None else (snapshot, outcome.graph)
