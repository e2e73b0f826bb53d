"""Diagnostics for a client that asks for them."""

from __future__ import annotations

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from attrib_lsp.linter.linter import SupersededError
from attrib_lsp.server.server import Server

OPTIONS = types.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=False, identifier="attrib-lsp")

Report = types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport


def register(server: Server) -> None:
    """Add the handler of this module."""
    server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, OPTIONS)(diagnostic)


async def diagnostic(ls: Server, params: types.DocumentDiagnosticParams) -> Report:
    """Answer with the diagnostics of the document as it stood when they were asked for.

    If it changes meanwhile the request is cancelled, and the client told to ask again: an answer for other words
    than those on its screen would put squiggles under the wrong ones.
    """
    snapshot = ls.documents.get(params.text_document.uri)
    if snapshot is None:
        return types.RelatedFullDocumentDiagnosticReport(())
    try:
        outcome = await ls.analyses.at_once(snapshot, ls.client)
        if not ls.documents.current(snapshot):
            raise SupersededError
    except SupersededError:
        still_open = ls.documents.get(snapshot.uri) is not None
        raise JsonRpcException(
            "the document has changed", types.LSPErrorCodes.ServerCancelled.value, {"retriggerRequest": still_open}
        ) from None
    if outcome.preliminary:
        ls.later.soon(snapshot.uri)
    if outcome.result_id == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(outcome.result_id)
    return types.RelatedFullDocumentDiagnosticReport(outcome.diagnostics, result_id=outcome.result_id)
