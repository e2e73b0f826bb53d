"""The server's state: the client, the open documents, their analyses."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import traceback
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from attrib_lsp import __version__
from attrib_lsp.linter.baseline import NAME as BASELINE
from attrib_lsp.server.analyses import Analyses
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Documents, Snapshot
from attrib_lsp.server.options import EditorSettings
from attrib_lsp.server.protocol import Protocol
from attrib_lsp.server.push import LONG_PAUSE, Push
from attrib_lsp.server.scopes import Scopes
from attrib_lsp.server.semantic_tokens import Sent
from attrib_lsp.server.worker import Outcome, Worker
from attrib_lsp.server.workspace_run import WorkspaceRun

log = logging.getLogger("attrib_lsp")

#: Seconds in which the editor should have answered what it is set to; then documents are looked at anyway.
PATIENCE = 2.0
#: What a name may hold that means something else in a glob.
_GLOB_SIGNS = frozenset("*?[]{}!")


class Server(LanguageServer):
    """One conversation with one client. Everything here belongs to the event loop's thread.

    ``finished`` is set once the client has asked for a shutdown. ``sent_options`` are the settings that it sent without
    being asked, ``scopes`` those in force, since ``configured`` was set. ``asking`` are questions that the client has
    not answered yet. ``baselines`` are the files that some documents have accepted findings in.
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
        self.analyses = Analyses(
            self.documents, self.worker, self.analysis_failed, done=self.analysis_done, ready=self.until_configured
        )
        self.push = Push(self.publish)
        self.later = Push(self.settle, LONG_PAUSE)
        self.workspace_run = WorkspaceRun(self.analyses, self.worker, self.draft_failed)
        self.tokens_sent = Sent()
        self.finished = False
        self.sent_options: object = None
        self.scopes = Scopes()
        self.configured = asyncio.Event()
        self.configured_times = 0
        self.baselines: set[Path] = set()
        self.asking: set[asyncio.Task[None]] = set()
        self._broken: dict[str, str] = {}
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

    @property
    def folders(self) -> tuple[str, ...]:
        """The URIs of the folders that are open in the editor, in its order."""
        root = self.workspace.root_uri
        return tuple(one.uri for one in self.workspace.folders.values()) or ((root,) if root else ())

    def settings_for(self, uri: str) -> EditorSettings:
        """Return what the editor is set to for a document, such as what it shows; rules are the worker's business."""
        return self.scopes.settings_for(uri)

    async def until_configured(self) -> None:
        """Wait until the editor has answered what it is set to, but not for long."""
        if not self.configured.is_set():
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self.configured.wait(), PATIENCE)
            self.configured.set()

    def analysis_done(self, outcome: Outcome, seconds: float) -> None:
        """Tell a tracing client how long an analysis took, and the user of a broken configuration file.

        The latter once, however many documents it is for, until it is mended.
        """
        self.trace_analysis(outcome.snapshot, seconds)
        if outcome.settled is not None and outcome.settled.accepted.file is not None:
            self._heed(outcome.settled.accepted.file)
        uri, problem = outcome.snapshot.uri, outcome.settled.problem if outcome.settled is not None else None
        known = {told for one, told in self._broken.items() if self.documents.get(one) is not None}
        self._broken.pop(uri, None)
        if problem is not None:
            self._broken[uri] = problem
            if problem not in known:
                self.tell_user(f"{problem} (until that is mended, the settings from before hold)")

    def _heed(self, baseline: Path) -> None:
        """Ask to be told when a baseline changes, once, unless its name is one that is watched anyway."""
        if baseline in self.baselines:
            return
        self.baselines.add(baseline)
        if self.client.watches and baseline.name != BASELINE and not _GLOB_SIGNS & set(baseline.name):
            watched = types.FileSystemWatcher(f"**/{baseline.name}")
            options = types.DidChangeWatchedFilesRegistrationOptions([watched])
            wanted = types.Registration(str(baseline), types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            asking = asyncio.get_running_loop().create_task(self._watch(wanted))
            self.asking.add(asking)
            asking.add_done_callback(self.asking.discard)

    async def _watch(self, wanted: types.Registration) -> None:
        """Ask for a registration; where the client refuses it, changes are seen when the draft changes."""
        with contextlib.suppress(JsonRpcException):
            await self.client_register_capability_async(types.RegistrationParams([wanted]))

    def draft_failed(self, uri: str, error: Exception) -> None:
        """Tell the log that a draft that is not open could not be analysed."""
        trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        self.tell_log(f"{uri} could not be checked: {error}", trace)

    def analysis_failed(self, snapshot: Snapshot, error: Exception) -> None:
        """Tell the log that ``snapshot`` could not be analysed, and once the user: no squiggle is no praise."""
        self.draft_failed(snapshot.uri, error)
        if snapshot.uri not in self._told_of:
            self._told_of.add(snapshot.uri)
            self.tell_user(f"{snapshot.name} cannot be checked as it stands; the server’s log says why.")

    def trace_analysis(self, snapshot: Snapshot, seconds: float) -> None:
        """Tell a client that traces how long an analysis took, if it wants to know everything."""
        if self.protocol.trace is types.TraceValue.Verbose:
            line = f"{snapshot.uri}, version {snapshot.source.version}: analysed in {seconds * 1000:.0f} ms"
            self.log_trace(types.LogTraceParams(line, f"{len(snapshot.source.text):,} characters"))

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
