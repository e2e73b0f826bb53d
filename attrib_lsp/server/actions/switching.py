"""Switch a finding's rule off in the configuration file that holds for its document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types

from attrib_lsp.linter.configuration.files import SHARED
from attrib_lsp.linter.configuration.switching import FileEdit, switch_off
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.server.actions.offers import QUICK_FIX
from attrib_lsp.server.client import Client
from attrib_lsp.server.diagnostics import to_diagnostic
from attrib_lsp.server.positions import to_range
from attrib_lsp.server.worker import Outcome
from attrib_lsp.text.source_text import SourceText


@dataclass(frozen=True, slots=True)
class FileText:
    """A file beside drafts and what it holds; None as the text is a file that is not there yet."""

    file: Path
    text: str | None


def switches(outcome: Outcome, numbers: Iterable[int], held: FileText, client: Client) -> list[types.CodeAction]:
    """Return the actions that switch off the rules behind findings of ``outcome``, by number, each rule once.

    There is none for a client that cannot make a file where one would be needed.
    """
    if held.text is None and not client.creates:
        return []
    rules: dict[str, LocatedFinding] = {}
    for number in numbers:
        rules.setdefault(outcome.findings[number].code, outcome.findings[number])
    found = []
    for one in rules.values():
        edit = switch_off(held.text, one.code, shared=held.file.name == SHARED)
        if edit is not None:
            shown = [to_diagnostic(one, outcome.snapshot, client)]
            title = f"Switch off “{one.name}” in {held.file.name}"
            found.append(types.CodeAction(title, kind=QUICK_FIX, diagnostics=shown, edit=file_edit(held, edit, client)))
    return found


def file_edit(held: FileText, edit: FileEdit, client: Client) -> types.WorkspaceEdit:
    """Return the protocol's edit of a file, which is made first where it is not there."""
    uri = held.file.as_uri()
    change = types.TextEdit(to_range(SourceText(held.text or ""), edit.span, client.encoding), edit.replacement)
    if held.text is not None and not client.versioned_edits:
        return types.WorkspaceEdit(changes={uri: [change]})
    document = types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri), [change])
    if held.text is not None:
        return types.WorkspaceEdit(document_changes=[document])
    made = types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True))
    return types.WorkspaceEdit(document_changes=[made, document])
