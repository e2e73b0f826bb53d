"""Measure how long a writer waits for the server: from a change sent to its diagnostics received.

usage: python -m benchmarks.keystroke [--changes N] [--words N] [--json FILE]

A server process is spoken to on standard input and output, as an editor does, once by a client that pulls and once by
one that is pushed to; what is pushed includes the pause in typing that the server waits for. One paragraph of a story
of invented copy is changed again and again, never to the same words. Processor time is what the server spent on a
change: on a busy machine it says more than the wait. It is known on Linux only. Memory is the most that the server
process ever held; it is not known on Windows.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.drafts import story

SERVER = (sys.executable, "-m", "attrib_lsp.server")
URI = "file:///story.md"
#: Figures wanted, in milliseconds.
TARGET_MEDIAN = 150

Message = dict[str, Any]


class Connection:
    """A server process and a plain client that reads its messages one by one."""

    def __init__(self) -> None:
        """Start the server."""
        self._server = subprocess.Popen(SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._asked = 0

    def notify(self, method: str, params: object) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Message:
        """Send a request; return the message that answers it."""
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": params})
        return self.until(lambda message: message.get("id") == number and "method" not in message)

    def until(self, wanted: Callable[[Message], bool]) -> Message:
        """Read messages until one is ``wanted``."""
        while not wanted(message := self._read()):
            pass
        return message

    def processor_seconds(self) -> float | None:
        """Return the processor time that the server has used so far."""
        try:
            fields = Path(f"/proc/{self._server.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def leave(self) -> float | None:
        """Shut the server down; return the most memory that it held, in MB."""
        self.ask("shutdown", None)
        self.notify("exit", None)
        if not hasattr(os, "wait4"):
            self._server.wait()
            return None
        _, status, usage = os.wait4(self._server.pid, 0)
        self._server.returncode = os.waitstatus_to_exitcode(status)
        return float(usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024))

    def _send(self, message: Message) -> None:
        assert self._server.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._server.stdin.flush()

    def _read(self) -> Message:
        assert self._server.stdout is not None
        length = 0
        while header := self._server.stdout.readline().strip():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise EOFError("the server has gone away")
        message: Message = json.loads(self._server.stdout.read(length))
        return message


@dataclass(frozen=True)
class Figures:
    """What was measured over one conversation."""

    client: str
    median_ms: float
    p95_ms: float
    worst_ms: float
    processor_ms: float | None
    first_diagnostics_s: float
    peak_memory_mb: float | None
    changes: int
    words: int
    findings: int


class Draft:
    """A story whose middle paragraph is being changed, over a connection."""

    def __init__(self, connection: Connection, paragraphs: list[str], pulls: bool) -> None:
        """Remember how diagnostics come."""
        self._connection = connection
        self._paragraphs = paragraphs
        self._pulls = pulls
        self._version = 1
        self._changed = len(paragraphs) // 2
        self._typed = ""

    def open(self) -> int:
        """Open the story; return how many findings it has."""
        text = "\n\n".join(self._paragraphs) + "\n"
        document = {"uri": URI, "languageId": "markdown", "version": self._version, "text": text}
        self._connection.notify("textDocument/didOpen", {"textDocument": document})
        return self._diagnostics()

    def change(self) -> None:
        """Type a word over the one typed before, at the head of a paragraph, and wait for the diagnostics."""
        self._version += 1
        line = 2 * self._changed
        typed = f"Late in week {self._version}, word came. "
        ends = {
            "start": {"line": line, "character": 0},
            "end": {"line": line, "character": len(self._typed)},
        }
        self._typed = typed
        self._connection.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": URI, "version": self._version},
                "contentChanges": [{"range": ends, "text": typed}],
            },
        )
        self._diagnostics()

    def _diagnostics(self) -> int:
        """Wait for the diagnostics of the present version; return how many there are."""
        if self._pulls:
            answer = self._connection.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}})
            return len(answer["result"]["items"])
        pushed = self._connection.until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"].get("version") == self._version
            )
        )
        return len(pushed["params"]["diagnostics"])


def measure(pulls: bool, changes: int, words: int) -> Figures:
    """Hold one conversation."""
    paragraphs = story(words)
    started = time.perf_counter()
    connection = Connection()
    able: Message = {"publishDiagnostics": {"relatedInformation": True, "versionSupport": True}}
    if pulls:
        able["diagnostic"] = {}
    capabilities = {"textDocument": able, "workspace": {"diagnostics": {"refreshSupport": True}}}
    connection.ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities})
    connection.notify("initialized", {})
    draft = Draft(connection, paragraphs, pulls)
    findings = draft.open()
    first = time.perf_counter() - started
    waits = []
    spent = connection.processor_seconds()
    for _ in range(changes):
        before = time.perf_counter()
        draft.change()
        waits.append(1000 * (time.perf_counter() - before))
    spent_after = connection.processor_seconds()
    memory = connection.leave()
    return Figures(
        client="pulling" if pulls else "pushing",
        median_ms=round(statistics.median(waits), 1),
        p95_ms=round(statistics.quantiles(waits, n=20)[-1], 1),
        worst_ms=round(max(waits), 1),
        processor_ms=None if spent is None or spent_after is None else round(1000 * (spent_after - spent) / changes, 1),
        first_diagnostics_s=round(first, 2),
        peak_memory_mb=None if memory is None else round(memory),
        changes=changes,
        words=sum(len(paragraph.split()) for paragraph in paragraphs),
        findings=findings,
    )


def table(rows: list[Figures]) -> str:
    """Return the figures for people."""
    lines = [
        f"One paragraph changed {rows[0].changes} times in a story of {rows[0].words} words "
        f"({rows[0].findings} findings), {os.cpu_count()} cores",
        "",
        f"{'client':<9}{'median':>9}{'p95':>9}{'worst':>9}{'processor':>11}"
        f"{'first diagnostics':>19}{'peak memory':>13}",
    ]
    for row in rows:
        memory = "?" if row.peak_memory_mb is None else f"{row.peak_memory_mb:.0f} MB"
        spent = "?" if row.processor_ms is None else f"{row.processor_ms:.0f} ms"
        lines.append(
            f"{row.client:<9}{row.median_ms:>6.0f} ms{row.p95_ms:>6.0f} ms{row.worst_ms:>6.0f} ms{spent:>11}"
            f"{row.first_diagnostics_s:>17.1f} s{memory:>13}"
        )
    met = all(row.median_ms <= TARGET_MEDIAN for row in rows)
    lines += ["", f"The target, a median of {TARGET_MEDIAN} ms at most, is {'met' if met else 'missed'}."]
    return "\n".join(lines)


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--changes", type=int, default=100, metavar="N", help="changes timed for each client")
    parser.add_argument("--words", type=int, default=1000, metavar="N", help="words of the story, at least")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE, too")
    arguments = parser.parse_args()
    if arguments.changes < 2:
        parser.error("--changes must be 2 at least")
    rows = [measure(pulls, arguments.changes, arguments.words) for pulls in (True, False)]
    print(table(rows))
    if arguments.json is not None:
        arguments.json.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
