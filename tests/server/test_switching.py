"""Switching a rule off in the configuration, from the menu of a finding."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lsprotocol import types

from attrib_lsp.linter.configuration.switching import FileEdit
from attrib_lsp.server.actions.switching import FileText, file_edit, switches
from attrib_lsp.server.client import Client
from attrib_lsp.text.span import Span
from tests.server.clients import capabilities_of
from tests.server.drafts import STORY
from tests.server.editor import Editor, editing

RULES = {"select": ["impersonal-evidential"]}


async def offered(editor: Editor, uri: str) -> list[types.CodeAction]:
    """Return the actions at the finding that have to do with the configuration."""
    place = editor.at(uri, "understood").position
    params = types.CodeActionParams(
        types.TextDocumentIdentifier(uri), types.Range(place, place), types.CodeActionContext([])
    )
    found = await editor.ask(types.TEXT_DOCUMENT_CODE_ACTION, params)
    return [one for one in found if "attrib-lsp.toml" in one.title]


@pytest.mark.asyncio
async def test_the_file_that_holds_for_the_draft_gets_the_rule_or_is_made(tmp_path: Path) -> None:
    (tmp_path / "held").mkdir()
    held = tmp_path / "held" / "attrib-lsp.toml"
    held.write_text('# The desk\nignore = ["ANO207"] # agreed\n', encoding="utf-8")
    async with editing(capabilities_of("vscode"), RULES) as editor:
        (action,) = await offered(editor, editor.open_at((tmp_path / "held" / "story.md").as_uri(), STORY))
        assert action.title == "Switch off “impersonal-evidential” in attrib-lsp.toml"
        assert action.edit is not None
        (change,) = action.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.uri == held.as_uri()
        assert [one.new_text for one in change.edits if isinstance(one, types.TextEdit)] == [', "UNS104"']

        (action,) = await offered(editor, editor.open_at((tmp_path / "story.md").as_uri(), STORY))
        assert action.edit is not None
        made, change = action.edit.document_changes or ()
        assert isinstance(made, types.CreateFile)
        assert made.uri == (tmp_path / "attrib-lsp.toml").as_uri()
        assert isinstance(change, types.TextDocumentEdit)
        assert [one.new_text for one in change.edits if isinstance(one, types.TextEdit)] == ['ignore = ["UNS104"]\n']


def test_a_client_without_versions_gets_plain_changes_and_no_new_file(tmp_path: Path) -> None:
    held = FileText(tmp_path / "attrib-lsp.toml", 'house = "Ébène 😀"\n')
    edit = file_edit(held, FileEdit(Span(16, 16), "x"), Client())
    assert edit.changes is not None
    (change,) = edit.changes[held.file.as_uri()]
    assert change.range.start == types.Position(0, 17)
    assert switches(None, [0], replace(held, text=None), Client()) == []  # type: ignore[arg-type]
