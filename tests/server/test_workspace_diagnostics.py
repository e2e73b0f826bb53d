"""Drafts that are not open, checked on request."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from attrib_lsp.server.drafts import LARGEST, drafts_below, read_draft
from attrib_lsp.server.worker import Worker
from tests.server.conftest import RULES
from tests.server.drafts import HIDDEN, STORY, many_paragraphs
from tests.server.editor import PATIENCE, Editor, capabilities, editing
from tests.server.line import Line

pytestmark = pytest.mark.asyncio(loop_scope="session")

CLEAN = "# Bridge\n\nThe council voted to close the bridge.\n"
PULLING = {"textDocument": {"diagnostic": {}}}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return two folders with drafts."""
    one, other = (tmp_path_factory.mktemp(name) for name in ("one", "other"))
    (one / "wörds").mkdir()
    (one / ".git").mkdir()
    (one / "story.md").write_text(STORY, encoding="utf-8")
    (one / "wörds" / "clean #1.txt").write_text(CLEAN, encoding="utf-8")
    (one / ".git" / "hidden.md").write_text(STORY, encoding="utf-8")
    (one / "picture.md").write_bytes(b"PK\x03\x04\x00")
    (one / "program.py").write_text("It is understood that", encoding="utf-8")
    (other / "story.md").write_text(STORY.replace("\n", "\r\n"), encoding="utf-8")
    return one, other


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def asking(folders: tuple[Path, Path]) -> AsyncIterator[Editor]:
    """Lend an editor that pulls, shows progress, and wants drafts checked that are not open."""
    able = capabilities(pulls=True, encoding=types.PositionEncodingKind.Utf16, progress=True)
    async with editing(able, {**RULES, "workspaceDiagnostics": True}, folders) as editor:
        yield editor


async def pull(editor: Editor, previous: dict[str, str] | None = None, **tokens: str) -> dict[str, Any]:
    """Ask for the diagnostics of all drafts; return the reports by URI."""
    known = [types.PreviousResultId(uri, value) for uri, value in (previous or {}).items()]
    params = types.WorkspaceDiagnosticParams(known, **tokens)
    answer = await editor.ask(types.WORKSPACE_DIAGNOSTIC, params)
    return {one.uri: one for one in answer.items}


def uris(folders: tuple[Path, Path]) -> tuple[str, str, str]:
    """Return the URIs of the drafts in ``folders``."""
    one, other = folders
    return (one / "story.md").as_uri(), (one / "wörds" / "clean #1.txt").as_uri(), (other / "story.md").as_uri()


async def test_drafts_are_checked_in_all_folders(asking: Editor, folders: tuple[Path, Path]) -> None:
    reports = await pull(asking)
    story, clean, other = uris(folders)
    assert set(reports) == {story, clean, other}
    assert [one.code for one in reports[story].items] == [HIDDEN.code]
    assert asking.words(STORY, reports[story].items[0].range) == HIDDEN.words
    assert reports[story].version is None
    assert list(reports[clean].items) == []
    assert [one.code for one in reports[other].items] == [HIDDEN.code]


async def test_an_unchanged_draft_is_unchanged_and_a_changed_one_is_not(
    asking: Editor, folders: tuple[Path, Path]
) -> None:
    story, clean, other = uris(folders)
    before = {uri: one.result_id for uri, one in (await pull(asking)).items()}
    again = await pull(asking, before)
    assert {one.kind for one in again.values()} == {"unchanged"}
    assert {uri: one.result_id for uri, one in again.items()} == before
    (folders[0] / "story.md").write_text(STORY.replace("It is understood that t", "T"), encoding="utf-8")
    (folders[1] / "story.md").rename(folders[1] / "elsewhere.md")
    changed = await pull(asking, before)
    assert (changed[story].kind, list(changed[story].items)) == ("full", [])
    assert changed[clean].kind == "unchanged"
    assert (changed[other].kind, list(changed[other].items)) == ("full", [])
    assert [one.code for one in changed[(folders[1] / "elsewhere.md").as_uri()].items] == [HIDDEN.code]
    (folders[1] / "elsewhere.md").rename(folders[1] / "story.md")
    (folders[0] / "story.md").write_text(STORY, encoding="utf-8")


async def test_sources_are_found_in_drafts_that_are_not_open(asking: Editor, folders: tuple[Path, Path]) -> None:
    await pull(asking)
    found = await asking.ask(types.WORKSPACE_SYMBOL, types.WorkspaceSymbolParams("lind"))
    story, _, other = uris(folders)
    assert {one.location.uri for one in found} == {story, other}
    assert {one.name for one in found} == {"Mara Lind"}


async def test_an_open_draft_is_reported_as_it_stands_in_the_editor(asking: Editor, folders: tuple[Path, Path]) -> None:
    story, clean, _ = uris(folders)
    item = types.TextDocumentItem(story, "markdown", 7, CLEAN)
    asking.text_document_did_open(types.DidOpenTextDocumentParams(item))
    reports = await pull(asking, {story: "what was"})
    assert (reports[story].version, list(reports[story].items)) == (7, [])
    again = await pull(asking, {story: reports[story].result_id})
    assert again[story].kind == "unchanged"
    assert clean in reports
    asking.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(story)))
    assert [one.code for one in (await pull(asking))[story].items] == [HIDDEN.code]


async def test_reports_come_bit_by_bit_where_there_is_a_token(asking: Editor, folders: tuple[Path, Path]) -> None:
    assert await pull(asking, partial_result_token="bit by bit") == {}
    await asking.until(lambda: len(asking.progressed.get("bit by bit", ())) == 3)
    assert {part["items"][0]["uri"] for part in asking.progressed["bit by bit"]} == set(uris(folders))


async def test_folders_come_and_go(asking: Editor, folders: tuple[Path, Path]) -> None:
    story, clean, other = uris(folders)
    gone = types.WorkspaceFolder(folders[0].as_uri(), folders[0].name)
    event = types.WorkspaceFoldersChangeEvent(added=[], removed=[gone])
    asking.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
    assert set(await pull(asking)) == {other}
    event = types.WorkspaceFoldersChangeEvent(added=[gone], removed=[])
    asking.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
    assert set(await pull(asking)) == {story, clean, other}


@pytest.mark.parametrize("way", ["cancel", "call off"])
async def test_a_run_can_be_stopped_and_holds_up_nobody(way: str, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(many_paragraphs(1500).replace("Lind", f"Lind{number}"), encoding="utf-8")
    able = capabilities(pulls=True, encoding=types.PositionEncodingKind.Utf16, progress=True)
    async with editing(able, {**RULES, "workspaceDiagnostics": True}, [tmp_path]) as editor:
        open_uri = editor.open(STORY)
        assert await editor.squiggles(open_uri) == [HIDDEN]
        params = types.WorkspaceDiagnosticParams([], work_done_token="run")
        run = asyncio.ensure_future(editor.protocol.send_request_async(types.WORKSPACE_DIAGNOSTIC, params, "run"))
        await editor.until(lambda: any(one["kind"] == "report" for one in editor.progressed.get("run", ())))
        assert editor.progressed["run"][0]["title"] == "Checking drafts"
        assert editor.progressed["run"][1]["message"] == "0 of 3"
        waits = []
        for word in ("Thursday", "Friday", "Sunday"):
            began = time.monotonic()
            editor.replace(open_uri, STORY.replace("Tuesday", word))
            assert await editor.squiggles(open_uri) == [HIDDEN]
            waits.append(time.monotonic() - began)
        assert min(waits) < 2, "an open document waited for drafts that are not"
        assert not run.done()
        began = time.monotonic()
        if way == "cancel":
            editor.protocol.notify(types.CANCEL_REQUEST, types.CancelParams("run"))
            with pytest.raises(JsonRpcException, match="cancel"):
                await asyncio.wait_for(run, PATIENCE)
        else:
            editor.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams("run"))
            assert len((await asyncio.wait_for(run, PATIENCE)).items) < 3
        await editor.until(lambda: editor.progressed["run"][-1]["kind"] == "end")
        if way == "call off":
            # Editors ask again and again: what was called off does not begin anew by itself.
            assert len(await pull(editor, work_done_token="again")) < 3
            assert "again" not in editor.progressed
        assert time.monotonic() - began < 3


async def test_drafts_are_not_offered_to_be_checked_unless_the_user_wants_that() -> None:
    assert Line().initialize(PULLING)["diagnosticProvider"]["workspaceDiagnostics"] is False
    assert (
        Line().initialize(PULLING, {"workspaceDiagnostics": True})["diagnosticProvider"]["workspaceDiagnostics"] is True
    )


async def test_a_draft_is_found_once_and_read_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    path = tmp_path / "inner" / "story.md"
    path.write_bytes("\ufeffÄ\r\n".encode())
    (draft,) = drafts_below([tmp_path.as_uri(), (tmp_path / "inner").as_uri(), "untitled:x"], ["untitled:Untitled-1"])
    assert draft.uri == path.as_uri()
    snapshot = read_draft(draft)
    assert snapshot is not None
    assert snapshot.source.text == "Ä\r\n"
    assert drafts_below([tmp_path.as_uri()], [path.as_uri()]) == ()
    assert read_draft(replace(draft, state=(0, LARGEST + 1))) is None
    path.write_bytes(b"\xff\xfe\x00")
    assert read_draft(draft) is None
    path.unlink()
    assert read_draft(draft) is None


async def test_what_a_configuration_excludes_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    for name in ("old/story.md", "story.md"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    (tmp_path / "attrib-lsp.toml").write_text('exclude = ["old/"]\n', encoding="utf-8")
    drafts = drafts_below([tmp_path.as_uri()], [])
    assert [draft.path.name for draft in drafts] == ["story.md", "story.md"]
    assert [draft.path for draft in Worker().included(drafts)] == [tmp_path / "story.md"]
