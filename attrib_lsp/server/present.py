"""What is known of a document as it stands, for the features that show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.linter import SupersededError
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.reading import Reading, reading_of
from attrib_lsp.server.server import Server

_T = TypeVar("_T")

#: Code points of a document up to which what is shown of it is worked out where it is asked for: a millisecond or two.
SHORT = 30_000


async def present(ls: Server, uri: str) -> tuple[Snapshot, AttributionGraph] | None:
    """Return the snapshot of ``uri`` with its graph; None if it is not open or cannot be analysed.

    Raises:
        JsonRpcException: "content modified": the document has changed meanwhile, and the client will ask again.
    """
    try:
        outcome = await ls.analyses.now(uri, ls.client)
    except SupersededError:
        raise _modified() from None
    return None if outcome is None or outcome.graph is None else (outcome.snapshot, outcome.graph)


async def read(ls: Server, uri: str) -> Reading | None:
    """Return what is known of the document ``uri``.

    None if it is not open, changes meanwhile, or could not be read. Whom all its words mean is worked out by the
    worker: in a book that takes longer than the event loop may stand still.
    """
    try:
        outcome = await ls.analyses.now(uri, ls.client)
    except SupersededError:
        return None
    if outcome is None or outcome.graph is None:
        return None
    found = await ls.worker.run(reading_of, outcome, outcome.graph, ls.client.encoding)
    return found if ls.documents.current(outcome.snapshot) else None


async def worked_out(ls: Server, snapshot: Snapshot, work: Callable[..., _T], *arguments: object) -> _T:
    """Return what ``work`` returns for ``snapshot``: of a long one, worked out by the worker; see `present` for errors.

    In a book it takes longer than the event loop may stand still.
    """
    if len(snapshot.source.text) <= SHORT:
        return work(*arguments)
    result = await ls.worker.run(work, *arguments)
    if not ls.documents.current(snapshot):
        raise _modified()
    return result


def _modified() -> JsonRpcException:
    """Return the error that has a client keep what it shows, and ask again."""
    return JsonRpcException("the document has changed", types.LSPErrorCodes.ContentModified.value)
