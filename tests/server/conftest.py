"""Editors that many tests share: starting a server takes seconds."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from lsprotocol.types import PositionEncodingKind

from tests.server.editor import Editor, capabilities, editing

#: The rules that the shared servers apply: what is on by default will change, these drafts shall not.
RULES = {"select": ["impersonal-evidential", "headline-drops-attribution"]}
#: The same with a slip in it.
FAULTY = {"select": [*RULES["select"], "impersonal-evidentail"]}


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def pulling() -> AsyncIterator[Editor]:
    """Lend an editor that pulls, counts in UTF-16, shows Markdown and trees, and follows links."""
    able = capabilities(pulls=True, encoding=PositionEncodingKind.Utf16, nested=True)
    async with editing(able, RULES) as editor:
        yield editor


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def pushing() -> AsyncIterator[Editor]:
    """Lend an editor that is pushed to, counts in UTF-8, shows plain text and begins with faulty settings."""
    able = capabilities(pulls=False, encoding=PositionEncodingKind.Utf8, markdown=False)
    async with editing(able, FAULTY) as editor:
        yield editor
