"""Diagnostics of all drafts in the open folders, for a client that asks for them and whose user wants them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Collection

from lsprotocol import types

from attrib_lsp.linter.linter import SupersededError
from attrib_lsp.server.drafts import Draft, drafts_below
from attrib_lsp.server.options import read_options
from attrib_lsp.server.progress import Work, working
from attrib_lsp.server.server import Server
from attrib_lsp.server.worker import Outcome
from attrib_lsp.server.workspace_run import Checked

Report = types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport


def register(server: Server) -> None:
    """Add the handler of this module, if the user wanted it at the start: some editors ask again and again.

    Neovim 0.12, told to refresh, asks for nothing else where it is offered, and leaves open documents as they were.
    """
    if read_options(server.sent_options).workspace_diagnostics:
        server.feature(types.WORKSPACE_DIAGNOSTIC)(workspace_diagnostic)


def wanted(ls: Server) -> list[str]:
    """Return the open folders whose drafts the user wants checked though they are not open."""
    return [folder for folder in ls.folders if ls.settings_for(folder).workspace_diagnostics]


async def workspace_diagnostic(ls: Server, params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
    """Answer with the diagnostics of every draft: those that are open, and those in folders where that is wanted.

    Open ones are asked for one by one, too, but some editors take a refresh for a reason to ask for all at once. Drafts
    that the client knows of and that are gone get an empty report. Where there is a token for it,
    reports are sent as they come. To cancel the request, or the progress that is shown, stops the run.
    """
    reports = _Reports(ls, params)
    opened = [snapshot.uri for snapshot in ls.documents]
    drafts = await asyncio.to_thread(drafts_below, wanted(ls), opened)
    drafts = await ls.worker.run(ls.worker.included, drafts)
    ls.workspace_run.forget_all_but(drafts)
    reports.gone({*opened, *(draft.uri for draft in drafts)})
    await _open(ls, reports)
    stale = []
    for draft in drafts:
        known = await ls.workspace_run.known(draft)
        if known is None:
            stale.append(draft)
        else:
            reports.add(draft.uri, known)
    if stale and not ls.workspace_run.paused:
        async with working(ls, "Checking drafts", params.work_done_token, cancellable=True) as work:
            await _check(ls, stale, work, reports)
    return reports.answer()


async def _open(ls: Server, reports: _Reports) -> None:
    """Report on the documents that are open. One that changes meanwhile is asked for again in any case."""
    for snapshot in ls.documents:
        with contextlib.suppress(SupersededError):
            outcome = await ls.analyses.of(snapshot, ls.client)
            reports.add(snapshot.uri, outcome, snapshot.source.version)


async def _check(ls: Server, drafts: list[Draft], work: Work, reports: _Reports) -> None:
    """Check ``drafts``, until the request is cancelled or the user calls the work off."""
    cancelled = False
    try:
        for number, draft in enumerate(drafts):
            work.report(f"{number} of {len(drafts)}", 100 * number // len(drafts))
            checked = await ls.workspace_run.check(draft, ls.client, lambda: cancelled or work.called_off)
            reports.add(draft.uri, checked)
    except SupersededError:
        ls.workspace_run.paused = True
    finally:
        cancelled = True  # the worker looks at it between paragraphs


class _Reports:
    """What a request is answered with: at once, or bit by bit where the client gave a token for that."""

    def __init__(self, ls: Server, params: types.WorkspaceDiagnosticParams) -> None:
        self._ls = ls
        self._token = params.partial_result_token
        self._previous = {one.uri: one.value for one in params.previous_result_ids}
        self._items: list[Report] = []

    def add(self, uri: str, checked: Checked | Outcome, version: int | None = None) -> None:
        """Report on a draft: nothing but that it is unchanged where the client has seen the same."""
        if checked.result_id is not None and self._previous.get(uri) == checked.result_id:
            self._send(types.WorkspaceUnchangedDocumentDiagnosticReport(uri, checked.result_id, version))
        elif checked.result_id is not None or uri in self._previous:
            report = types.WorkspaceFullDocumentDiagnosticReport
            self._send(report(uri, checked.diagnostics, version, result_id=checked.result_id))

    def gone(self, there: Collection[str]) -> None:
        """Take back what was reported on drafts whose URIs are not among those ``there``."""
        for uri in self._previous.keys() - set(there):
            self._send(types.WorkspaceFullDocumentDiagnosticReport(uri, ()))

    def _send(self, item: Report) -> None:
        """Send one report, or keep it for the answer."""
        if self._token is None:
            self._items.append(item)
        else:
            partial = types.WorkspaceDiagnosticReportPartialResult([item])
            self._ls.progress(types.ProgressParams(self._token, partial))

    def answer(self) -> types.WorkspaceDiagnosticReport:
        """Return what has not been sent."""
        return types.WorkspaceDiagnosticReport(self._items)
