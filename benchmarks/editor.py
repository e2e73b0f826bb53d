"""A plain editor for measurements: a server process spoken to on standard input and output, message by message."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

SERVER = (sys.executable, "-m", "attrib_lsp.server")
URI = "file:///story.md"
_DIAGNOSTICS = "textDocument/publishDiagnostics"
_REFRESH = "workspace/diagnostic/refresh"

Message = dict[str, Any]


class Connection:
    """A server process and a client that reads its messages one by one."""

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
        """Read messages until one is ``wanted``; what the server asks is agreed to."""
        while True:
            message = self._read()
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": None})
            if wanted(message):
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


class Draft:
    """A story whose middle paragraph is being changed, over a connection."""

    def __init__(self, connection: Connection, paragraphs: list[str], pulls: bool) -> None:
        """Introduce a client that pulls, or one that is pushed to."""
        self._connection = connection
        self._paragraphs = paragraphs
        self._pulls = pulls
        self._version = 1
        self._changed = len(paragraphs) // 2
        self._typed = ""
        able: Message = {"publishDiagnostics": {"relatedInformation": True, "versionSupport": True}}
        if pulls:
            able["diagnostic"] = {}
        capabilities = {"textDocument": able, "workspace": {"diagnostics": {"refreshSupport": True}}}
        connection.ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities})
        connection.notify("initialized", {})

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

    def settle(self) -> None:
        """Wait for the second answer that a long document gets."""
        if self._pulls:
            self._connection.until(lambda message: message.get("method") == _REFRESH)
        self._diagnostics()

    def _diagnostics(self) -> int:
        """Wait for diagnostics of the present version; return how many there are."""
        if self._pulls:
            answer = self._connection.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}})
            return len(answer["result"]["items"])
        pushed = self._connection.until(
            lambda message: message.get("method") == _DIAGNOSTICS and message["params"].get("version") == self._version
        )
        return len(pushed["params"]["diagnostics"])
