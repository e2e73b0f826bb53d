"""The server's state: the client, the open documents, their analyses."""

from __future__ import annotations

import logging
import traceback

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from attrib_lsp import __version__
from attrib_lsp.server.analyses import Analyses
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Documents, Snapshot
from attrib_lsp.server.protocol import Protocol
from attrib_lsp.server.push import LONG_PAUSE, Push
from attrib_lsp.server.worker import Outcome, Worker

log = logging.getLogger("attrib_lsp")


class Server(LanguageServer):
    """One conversation with one client. Everything here belongs to the event loop's thread.

    ``finished`` is set once the client has asked for a shutdown. ``problems`` are what is wrong with the settings in
    force.
    """

    def __init__(self, worker: Worker | None = None) -> None:
        """Begin with a client that can do nothing and no documents."""
        super().__init__(
            "attrib-lsp",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
            protocol_cls=Protocol,
            converter_factory=default_converter,
            max_workers=1,
        )
        self.client = Client()
        self.documents = Documents()
        self.worker = worker or Worker()
        self.analyses = Analyses(self.documents, self.worker, self.analysis_failed)
        self.push = Push(self.publish)
        self.later = Push(self.settle, LONG_PAUSE)
        self.finished = False
        self.initial_options: object = None
        self.problems: tuple[str, ...] = ()
        self._told_of: set[str] = set()

    async def publish(self, uri: str) -> None:
        """Tell the client what is to be reported of ``uri`` as it stands now; nothing if that changes meanwhile."""
        snapshot = self.documents.get(uri)
        if snapshot is None:
            return
        outcome = await self.analyses.at_once(snapshot, self.client)
        if outcome.preliminary:
            self.later.soon(uri)
        self._push(outcome)

    async def settle(self, uri: str) -> None:
        """Replace what was told of ``uri`` in haste by what a look at all of it finds; nothing if it changes first."""
        snapshot = self.documents.get(uri)
        if snapshot is None:
            return
        outcome = await self.analyses.of(snapshot, self.client)
        if not self.client.pulls:
            self._push(outcome)
        elif self.documents.current(snapshot):
            self.workspace_diagnostic_refresh(None)

    def _push(self, outcome: Outcome) -> None:
        """Push diagnostics, unless the document has changed since."""
        snapshot = outcome.snapshot
        if self.documents.current(snapshot):
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(snapshot.uri, outcome.diagnostics, snapshot.source.version)
            )

    def analysis_failed(self, snapshot: Snapshot, error: Exception) -> None:
        """Tell the log that ``snapshot`` could not be analysed, and once the user: no squiggle is no praise."""
        trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        self.tell_log(f"{snapshot.uri} could not be checked: {error}", trace)
        if snapshot.uri not in self._told_of:
            self._told_of.add(snapshot.uri)
            self.tell_user(f"{snapshot.name} cannot be checked as it stands; the server’s log says why.")

    def tell_log(self, line: str, details: str = "") -> None:
        """Write one ``line`` to the client's log, and with its ``details`` to standard error."""
        log.error("%s", f"{line}\n{details}" if details else line)
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, line))

    def tell_user(self, line: str) -> None:
        """Show one ``line`` to the person at the editor."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"attrib-lsp: {line}"))

    def report_server_error(self, error: Exception, source: type[PyglsError] | type[JsonRpcException]) -> None:
        """Log what went wrong outside an analysis; the library's own way would pop up a window.

        Requests are answered with their errors; only internal ones are logged. A message that could not be sent is
        not reported by sending another one.
        """
        if source is FeatureRequestError and isinstance(error, JsonRpcException) and error.code != -32603:
            return
        data = getattr(error, "data", None)
        details = "".join(data.get("traceback", ())) if isinstance(data, dict) else ""
        log.error("%s\n%s", error, details)
