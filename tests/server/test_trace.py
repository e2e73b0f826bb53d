"""What a client that traces is told."""

from __future__ import annotations

import re

import pytest
from lsprotocol import types

from tests.server.drafts import HIDDEN, STORY
from tests.server.editor import capabilities, editing

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_times_of_analyses_are_told_to_whoever_wants_to_know_everything() -> None:
    able = capabilities(pulls=True, encoding=types.PositionEncodingKind.Utf16)
    async with editing(able, {"select": ["UNS104"]}) as editor:
        uri = editor.open(STORY)
        for value in (types.TraceValue.Messages, types.TraceValue.Verbose, types.TraceValue.Off):
            editor.set_trace(types.SetTraceParams(value))
            editor.edit(uri, "the bridge", f"the bridge, {value.value},")
            assert await editor.squiggles(uri) == [HIDDEN]
        await editor.until(lambda: bool(editor.traced))
        (line,) = editor.traced
        assert re.fullmatch(re.escape(uri) + r", version 3: analysed in \d+ ms", line.message)
        assert line.verbose == f"{len(STORY) + len(', messages,') + len(', verbose,'):,} characters"
