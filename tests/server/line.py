"""A server without a process around it: messages go in and come out as they would over the line."""

from __future__ import annotations

import json
from typing import Any

from attrib_lsp.server.features import register_all
from attrib_lsp.server.server import Server
from attrib_lsp.server.worker import Worker


class Wire:
    """The client's end of the line."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []

    def write(self, data: bytes) -> None:
        """Take in what the server sends."""
        self.sent.append(json.loads(data.partition(b"\r\n\r\n")[2]))

    def close(self) -> None:
        """Fail: it is the client that hangs up."""
        raise AssertionError("the server hung up")


class Line:
    """A server with a line to it."""

    def __init__(self, worker: Worker | None = None) -> None:
        self.server = register_all(Server(worker))
        self.wire = Wire()
        self.server.protocol.set_writer(self.wire)

    def say(self, **message: object) -> None:
        """Send a message as it would come from a client."""
        text = json.dumps({"jsonrpc": "2.0", **message})
        self.server.protocol.handle_message(json.loads(text, object_hook=self.server.protocol.structure_message))

    def initialize(self, capabilities: object, options: object = None) -> dict[str, Any]:
        """Return the capabilities that the server answers those of a client with, which is set to ``options``."""
        params = {"processId": None, "rootUri": None, "capabilities": capabilities, "initializationOptions": options}
        self.say(id=1, method="initialize", params=params)
        (answer,) = self.wire.sent
        offered: dict[str, Any] = answer["result"]["capabilities"]
        return offered

    def open(self, text: str) -> None:
        """Open a document."""
        document = {"uri": "file:///a.md", "languageId": "markdown", "version": 1, "text": text}
        self.say(method="textDocument/didOpen", params={"textDocument": document})

    def change(self, start: dict[str, Any], end: dict[str, Any], text: str, version: int = 2) -> str:
        """Change the document; return its text."""
        change = {"range": {"start": start, "end": end}, "text": text}
        params = {"textDocument": {"uri": "file:///a.md", "version": version}, "contentChanges": [change]}
        self.say(method="textDocument/didChange", params=params)
        snapshot = self.server.documents.get("file:///a.md")
        assert snapshot is not None
        return snapshot.source.text
