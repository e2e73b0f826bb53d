"""The beginning and the end of a conversation, and a server that is busy."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import time

import pytest
from lsprotocol import types

from tests.server.drafts import HIDDEN, STORY, many_paragraphs
from tests.server.editor import PATIENCE, Editor, capabilities


async def test_a_busy_server_answers_for_other_drafts_and_leaves_at_once() -> None:
    editor = Editor()
    able = capabilities(pulls=True, encoding=types.PositionEncodingKind.Utf16)
    await editor.start(able, {"select": ["UNS104"]})
    long = editor.open(many_paragraphs(3000))
    waiting = asyncio.ensure_future(editor.pull(long))
    short = editor.open(STORY)
    assert await editor.squiggles(short) == [HIDDEN]
    assert not waiting.done()
    editor.edit(short, "on Tuesday", "on Wednesday")
    assert await editor.squiggles(short) == [HIDDEN]
    assert not waiting.done()
    started = time.monotonic()
    assert await editor.quit() == 0
    assert time.monotonic() - started < 1
    with pytest.raises(Exception, match="cancel"):
        await waiting


async def test_a_server_whose_editor_dies_leaves() -> None:
    editor = Editor()
    await editor.start(capabilities(pulls=True, encoding=types.PositionEncodingKind.Utf16))
    editor.open(many_paragraphs(3000))
    server = editor._server
    assert server is not None
    assert server.stdin is not None
    server.stdin.close()
    assert await asyncio.wait_for(server.wait(), PATIENCE) == 1
    await editor.stop()


async def test_leaving_without_saying_goodbye_is_told_by_the_exit_status() -> None:
    editor = Editor()
    await editor.start(capabilities(pulls=True, encoding=types.PositionEncodingKind.Utf16))
    editor.exit(None)
    server = editor._server
    assert server is not None
    assert await asyncio.wait_for(server.wait(), PATIENCE) == 1
    await editor.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_server_started_by_hand_ends_at_ctrl_c() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "attrib_lsp", "server", "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        body = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{}}}'
        server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        server.stdin.flush()
        assert server.stdout.readline().startswith(b"Content-Length")
        server.send_signal(signal.SIGINT)
        assert server.wait(PATIENCE) == -signal.SIGINT
