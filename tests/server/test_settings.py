"""Settings, at the start and later."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types

from tests.server.conftest import FAULTY, RULES
from tests.server.drafts import HIDDEN, STORY
from tests.server.editor import Document, Editor

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def editor(pushing: Editor) -> AsyncIterator[Editor]:
    """Lend an editor that is pushed to, whose settings are put right afterwards."""
    yield pushing
    pushing.configure({"attrib-lsp": RULES})


async def configured(editor: Editor, uri: str, settings: object) -> list[str]:
    """Send settings; return the codes that are pushed for ``uri`` afterwards."""
    await editor.pushed(uri)
    seen = len(editor.published)
    editor.configure(settings)
    await editor.until(lambda: any(one.uri == uri for one in editor.published[seen:]))
    latest = [one for one in editor.published[seen:] if one.uri == uri][-1]
    return [str(one.code) for one in latest.diagnostics]


async def test_an_unknown_rule_is_told_once_and_the_others_hold(editor: Editor) -> None:
    uri = editor.open(STORY)
    assert await editor.squiggles(uri) == [HIDDEN]
    told = [one.message for one in editor.messages]
    assert (
        told[0] == "attrib-lsp: select: there is no rule 'impersonal-evidentail'; did you mean impersonal-evidential?"
    )
    assert await configured(editor, uri, {"attrib-lsp": RULES}) == ["UNS104"]
    assert await configured(editor, uri, {"attrib-lsp": FAULTY}) == ["UNS104"]
    assert await configured(editor, uri, {"attrib-lsp": FAULTY}) == ["UNS104"]
    assert [one.message for one in editor.messages] == [*told, told[0]]


async def test_new_settings_are_in_force_for_open_documents(editor: Editor) -> None:
    uri = editor.open(STORY)
    assert await configured(editor, uri, {"attrib-lsp": {"select": ["UNS104", "UNS107"], "ignore": ["UNS104"]}}) == []
    assert await configured(editor, uri, {"attrib-lsp": {"select": ["UNS104"]}}) == ["UNS104"]
    assert await configured(editor, uri, {"select": "bare-reportedly"}) == []
    assert await configured(editor, uri, {"select": ["UNS107"], "extend-select": "UNS104"}) == ["UNS104"]


async def test_a_preset_and_a_draft_in_another_language(editor: Editor) -> None:
    uri = editor.open(
        "La maire a démissionné mardi, selon la ville.\n\nElle ne dit pas pour qui elle travaille, ni où.\n"
    )
    assert await configured(editor, uri, {"preset": "ap-like", "ignore": ["DOC903"]}) == ["DOC904"]
    assert await configured(editor, uri, {"select": ["UNS104"]}) == []


async def test_settings_of_others_change_nothing(editor: Editor) -> None:
    uri = editor.open(STORY)
    assert await configured(editor, uri, {"attrib-lsp": {"select": ["UNS104"]}}) == ["UNS104"]
    others: tuple[object, ...] = (None, {}, [], {"other-server": {"select": ["X1"]}}, {"editor": {"fontSize": 12}})
    for settings in others:
        editor.configure(settings)
    editor.edit(uri, "on Tuesday", "on Wednesday")
    assert await editor.squiggles(uri) == [HIDDEN]


async def test_what_is_no_setting_is_told(editor: Editor) -> None:
    uri = editor.open(STORY)
    before = len(editor.messages)
    await configured(editor, uri, {"attrib-lsp": {"selct": ["UNS104"]}})
    await configured(editor, uri, {"attrib-lsp": {"select": 5}})
    assert [one.message for one in editor.messages[before:]] == [
        "attrib-lsp: there is no setting 'selct'; did you mean 'select'?",
        "attrib-lsp: select: this is no list of rule codes or names but 5",
    ]
    assert await configured(editor, uri, {"attrib-lsp": {"select": ["UNS104"]}}) == ["UNS104"]


async def test_an_editor_that_pulls_is_told_to_pull_again(pulling: Editor) -> None:
    uri = pulling.open(STORY)
    assert await pulling.squiggles(uri) == [HIDDEN]
    asked = pulling.diagnostic_refresh_count
    try:
        pulling.configure({"attrib-lsp": {"select": ["UNS107"]}})
        await pulling.until(lambda: pulling.diagnostic_refresh_count == asked + 1)
        assert await pulling.squiggles(uri) == []
    finally:
        pulling.configure({"attrib-lsp": RULES})
    await pulling.until(lambda: pulling.diagnostic_refresh_count == asked + 2)
    assert await pulling.squiggles(uri) == [HIDDEN]


async def test_a_configuration_file_that_is_saved_holds_in_an_editor_that_watches_none(
    editor: Editor, tmp_path: Path
) -> None:
    editor.configure({"attrib-lsp": {"inlayHints": True}})
    file, story = tmp_path / "attrib-lsp.toml", (tmp_path / "story.md").as_uri()
    for uri, text in ((story, STORY), (file.as_uri(), "")):
        editor.documents[uri] = Document(uri, 1, text)
        editor.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "markdown", 1, text)))
    await editor.pushed(story)
    assert await editor.pushed(file.as_uri()) == []
    file.write_text('select = ["bare-reportedly"]', encoding="utf-8")
    seen = len(editor.published)
    editor.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(file.as_uri())))
    await editor.until(lambda: any(one.uri == story for one in editor.published[seen:]))
    assert [list(one.diagnostics) for one in editor.published[seen:] if one.uri == story] == [[]]
