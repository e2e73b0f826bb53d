"""Write a fix as the protocol's edit, in whatever form the client takes it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from lsprotocol import types

from attrib_lsp.linter.located import LocatedEdit, LocatedFix
from attrib_lsp.server.actions.snippets import snippets
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.positions import to_range
from attrib_lsp.text.source_text import SourceText

Change = types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit


@attrs.define
class MarkedTextEdit(types.TextEdit):
    """A text edit that says whether its text is a snippet, as rust-analyzer sends it before version 3.18.

    See "Snippet TextEdit" in https://github.com/rust-lang/rust-analyzer/blob/master/docs/book/src/contributing/lsp-extensions.md
    """

    insert_text_format: types.InsertTextFormat | None = attrs.field(default=None)


def workspace_edit(fix: LocatedFix, snapshot: Snapshot, client: Client) -> types.WorkspaceEdit:
    """Return the edit that makes ``fix`` in ``snapshot``.

    A client that can is told of which version, so that it leaves another one alone. Blanks are tab stops where it
    takes them; elsewhere their words stand in angle brackets for the writer to see.
    """
    edits = changes(fix.edits, snapshot.source, client)
    if client.versioned_edits or _takes_snippets(client):
        document = types.OptionalVersionedTextDocumentIdentifier(snapshot.uri, snapshot.source.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, edits)])
    return types.WorkspaceEdit(changes={snapshot.uri: [edit for edit in edits if isinstance(edit, types.TextEdit)]})


def changes(edits: Sequence[LocatedEdit], source: SourceText, client: Client) -> list[Change]:
    """Return edits of ``source`` in the order of the text; new lines end as the lines of ``source`` do.

    Not every editor sees to that itself.
    """
    ordered = sorted(edits, key=lambda edit: edit.span)
    texts = [source.like_lines(edit.replacement) for edit in ordered]
    marked = snippets(texts) if _takes_snippets(client) else (None,) * len(texts)
    return [
        _change(to_range(source, edit.span, client.encoding), text, snippet, client)
        for edit, text, snippet in zip(ordered, texts, marked, strict=True)
    ]


def _takes_snippets(client: Client) -> bool:
    """Say whether an edit may hold tab stops."""
    return client.edit_snippets or client.action_snippets


def _change(where: types.Range, text: str, snippet: str | None, client: Client) -> Change:
    """Return one edit: a snippet, where there is one, in the way that ``client`` knows."""
    if snippet is None:
        return types.TextEdit(where, text)
    if client.edit_snippets:
        return types.SnippetTextEdit(where, types.StringValue(snippet))
    return MarkedTextEdit(where, snippet, types.InsertTextFormat.Snippet)
