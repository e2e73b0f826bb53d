"""A server is gone within a second, whatever it is doing and however it is told."""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from pathlib import Path

import pytest
from lsprotocol import types

from tests.server.drafts import many_paragraphs
from tests.server.editor import PATIENCE, Editor, capabilities

ABLE = capabilities(pulls=True, encoding=types.PositionEncodingKind.Utf16, progress=True)
#: Seconds in which the process must be gone.
SOON = 1.0

WAYS = ["hang up", "exit", "shutdown", "terminate"]


async def leave(editor: Editor, way: str) -> tuple[int, float]:
    """End the server; return its exit status and how many seconds that took."""
    server = editor._server
    assert server is not None
    assert server.stdin is not None
    began = time.monotonic()
    if way == "hang up":
        server.stdin.close()
    elif way == "terminate":
        server.terminate()
    elif way == "exit":
        editor.exit(None)
    else:
        await asyncio.wait_for(editor.shutdown_async(None), PATIENCE)
        editor.exit(None)
    status = await asyncio.wait_for(server.wait(), PATIENCE)
    took = time.monotonic() - began
    await editor.stop()
    return status, took


def check(way: str, ended: tuple[int, float]) -> None:
    """Check an exit status, and that it came soon."""
    status, took = ended
    assert status == {"shutdown": 0, "terminate": -signal.SIGTERM}.get(way, 1)
    assert took < SOON


async def loading(editor: Editor) -> str:
    """Wait until the server begins to load; return the token of that progress."""
    await editor.until(lambda: any(editor.progressed.values()))
    (token,) = editor.progressed
    assert editor.progressed[token] == [{"kind": "begin", "title": "Reading the language model", "cancellable": False}]
    return str(token)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("way", WAYS)
async def test_in_the_middle_of_loading(way: str) -> None:
    editor = Editor()
    await editor.start(ABLE)
    await loading(editor)
    check(way, await leave(editor, way))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("way", WAYS)
async def test_in_the_middle_of_a_long_analysis(way: str) -> None:
    editor = Editor()
    await editor.start(ABLE)
    token = await loading(editor)
    text = many_paragraphs(2000)
    assert len(text) > 300_000
    waiting = asyncio.ensure_future(editor.pull(editor.open(text)))
    await editor.until(lambda: editor.progressed[token][-1]["kind"] == "end")
    await asyncio.sleep(0.3)
    assert not waiting.done()
    check(way, await leave(editor, way))
    await asyncio.gather(waiting, return_exceptions=True)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("way", ["hang up", "shutdown"])
async def test_in_the_middle_of_a_run_over_drafts(way: str, tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text(many_paragraphs(2000), encoding="utf-8")
    editor = Editor()
    await editor.start(ABLE, {"workspaceDiagnostics": True}, [tmp_path])
    params = types.WorkspaceDiagnosticParams([], work_done_token="run")
    run = asyncio.ensure_future(editor.protocol.send_request_async(types.WORKSPACE_DIAGNOSTIC, params))
    await editor.until(lambda: "run" in editor.progressed)
    await asyncio.sleep(0.3)
    assert not run.done()
    check(way, await leave(editor, way))
    run.cancel()
