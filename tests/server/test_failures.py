"""When an analysis breaks down: the conversation goes on, and the writer is told once."""

from __future__ import annotations

import asyncio
from typing import Any

from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.worker import Outcome, Turn, Worker
from tests.server.line import Line


class Stumbling(Worker):
    """Cannot read drafts with a certain word in them."""

    def analyse(self, snapshot: Snapshot, client: Client, turn: Turn) -> Outcome:
        """Analyse, or stumble."""
        if "banana" in snapshot.source.text:
            raise ZeroDivisionError("a banana")
        return super().analyse(snapshot, client, turn)


async def settled(line: Line, version: int) -> list[dict[str, Any]]:
    """Wait until a version's diagnostics are pushed; return all that was sent."""
    while not any(message.get("params", {}).get("version") == version for message in line.wire.sent):
        await asyncio.sleep(0.01)
    return line.wire.sent


async def test_a_breakdown_is_told_once_and_ends_nothing() -> None:
    line = Line(Stumbling())
    line.initialize({})
    line.open("# Fruit\n\nA banana.\n")
    await settled(line, 1)
    start, end = {"line": 2, "character": 2}, {"line": 2, "character": 2}
    line.change(start, end, "ripe ", version=2)
    sent = await settled(line, 2)
    told = [message["params"]["message"] for message in sent if message.get("method") == "window/showMessage"]
    logged = [message["params"]["message"] for message in sent if message.get("method") == "window/logMessage"]
    assert told == ["attrib-lsp: a.md cannot be checked as it stands; the server’s log says why."]
    assert logged == ["file:///a.md could not be checked: a banana"] * 2
    pushed = [message["params"] for message in sent if message.get("method") == "textDocument/publishDiagnostics"]
    assert [one["diagnostics"] for one in pushed] == [[], []]
