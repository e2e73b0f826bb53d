"""Documents opened, changed, saved and closed."""

from __future__ import annotations

from lsprotocol import types

from attrib_lsp.server.server import Server


def register(server: Server) -> None:
    """Add the handlers of this module."""
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(did_open)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(did_change)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE, types.SaveOptions(include_text=False))(did_save)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(did_close)


def did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    """Take in a document; a client that does not ask is told of it at once."""
    document = params.text_document
    ls.analyses.drop(document.uri)
    ls.documents.open(document.uri, document.language_id, document.version, document.text)
    if not ls.client.pulls:
        ls.push.now(document.uri)


def did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Take in a change; a client that does not ask is told of it after a pause in typing."""
    document = params.text_document
    changed = ls.documents.change(document.uri, document.version, params.content_changes, ls.client.encoding)
    if changed is None:
        ls.tell_log(f"{document.uri} was changed, but it is not open")
        return
    ls.analyses.drop(document.uri)
    if not ls.client.pulls:
        ls.push.soon(document.uri)


def did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Cut the pause in typing short."""
    if ls.push.waiting(params.text_document.uri):
        ls.push.now(params.text_document.uri)


def did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Forget a document, and take back what was pushed for it."""
    uri = params.text_document.uri
    ls.push.cancel(uri)
    ls.analyses.drop(uri)
    if ls.documents.close(uri) is not None and not ls.client.pulls:
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, ()))
