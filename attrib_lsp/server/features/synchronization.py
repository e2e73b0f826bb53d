"""Documents opened, changed, saved and closed."""

from __future__ import annotations

from lsprotocol import types

from attrib_lsp.linter.configuration.files import NAMES
from attrib_lsp.server.documents import LONGEST, Snapshot
from attrib_lsp.server.features import configuration
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
    opened = ls.documents.open(document.uri, document.language_id, document.version, document.text)
    if opened.too_long:
        tell_length(ls, opened)
    if not ls.client.pulls:
        ls.push.now(document.uri)


def did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Take in a change; a client that does not ask is told of it after a pause in typing."""
    document = params.text_document
    before = ls.documents.get(document.uri)
    changed = ls.documents.change(document.uri, document.version, params.content_changes, ls.client.encoding)
    if changed is None or before is None:
        ls.tell_log(f"{document.uri} was changed, but it is not open")
        return
    if changed.too_long and not before.too_long:
        tell_length(ls, changed)
    ls.analyses.supersede(document.uri)
    ls.later.cancel(document.uri)
    if not ls.client.pulls:
        ls.push.soon(document.uri)


def did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Cut the pause in typing short; go by a configuration file that was saved, where nobody else tells of it."""
    for timer in (ls.push, ls.later):
        if timer.waiting(params.text_document.uri):
            timer.now(params.text_document.uri)
    saved = ls.documents.get(params.text_document.uri)
    if saved is not None and saved.name in NAMES and not ls.client.watches:
        configuration.look_again(ls)


def did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Forget a document, and take back what was pushed for it."""
    uri = params.text_document.uri
    ls.push.cancel(uri)
    ls.later.cancel(uri)
    ls.analyses.drop(uri)
    closed = ls.documents.close(uri)
    if closed is not None and not ls.client.pulls:
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, ()))
    if closed is not None and closed.long:
        ls.worker.tidy()


def tell_length(ls: Server, snapshot: Snapshot) -> None:
    """Tell the user that a document is too long to be checked."""
    ls.tell_user(
        f"{snapshot.name} is too long to check: {len(snapshot.source.text):,} characters, where {LONGEST:,} are the "
        "most. Split it into several files."
    )
