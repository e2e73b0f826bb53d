"""Check the drafts that are not open: one after another, and only while no open one waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from lsprotocol.types import Diagnostic, PositionEncodingKind, SymbolInformation

from attrib_lsp.linter.linter import SupersededError
from attrib_lsp.server.analyses import Analyses
from attrib_lsp.server.client import Client
from attrib_lsp.server.drafts import Draft, read_draft
from attrib_lsp.server.reading import reading_of
from attrib_lsp.server.settling import Settled
from attrib_lsp.server.symbols import sources_of
from attrib_lsp.server.worker import Outcome, Turn, Worker, outcome

#: Seconds for which nobody must have typed before drafts are checked that are not open.
QUIET = 0.5


@dataclass(frozen=True)
class Checked:
    """What was found in a draft as it stood on disk, under what held for it then.

    ``result_id`` names the diagnostics; it is None where the draft cannot be read. ``sources`` are those who speak.
    """

    state: tuple[int, int]
    settled: Settled
    diagnostics: tuple[Diagnostic, ...] = ()
    result_id: str | None = None
    sources: tuple[SymbolInformation, ...] = ()


class WorkspaceRun:
    """Checks drafts and remembers the outcomes. Used by the event loop only.

    ``paused`` is set where the user has called a run off: what is known is still told.
    """

    def __init__(self, analyses: Analyses, worker: Worker, failed: Callable[[str, Exception], None]) -> None:
        """Check in ``worker`` when ``analyses`` leave it time; ``failed`` is told of what breaks down, by its URI."""
        self._analyses = analyses
        self._worker = worker
        self._failed = failed
        self._checked: dict[str, Checked] = {}
        self.paused = False

    async def known(self, draft: Draft) -> Checked | None:
        """Return what was found in ``draft`` if neither it nor its settings have changed since."""
        checked = self._checked.get(draft.uri)
        settled = await self._worker.run(self._worker.settled, draft.uri)
        if checked is None or checked.state != draft.state or checked.settled != settled:
            return None
        return checked

    async def check(self, draft: Draft, client: Client, stopped: Callable[[], bool]) -> Checked:
        """Return what is found in ``draft``, having checked it.

        Raises:
            SupersededError: ``stopped`` answers yes; any thread asks it.
        """
        settled = await self._worker.run(self._worker.settled, draft.uri)
        found = await self._outcome(draft, client, stopped)
        checked = Checked(draft.state, settled)
        if found is not None:
            sources = await self._worker.run(_sources, found, client.encoding)
            checked = Checked(draft.state, settled, found.diagnostics, found.result_id, sources)
        self._checked[draft.uri] = checked
        return checked

    @property
    def sources(self) -> tuple[SymbolInformation, ...]:
        """Those who speak in the drafts that were checked."""
        return tuple(source for checked in self._checked.values() for source in checked.sources)

    async def _outcome(self, draft: Draft, client: Client, stopped: Callable[[], bool]) -> Outcome | None:
        """Return the outcome of ``draft``, stepping back for open documents after every few paragraphs."""
        snapshot = await asyncio.to_thread(read_draft, draft)
        if snapshot is None:
            return None
        turn = Turn(stopped, lambda: self._analyses.busy, 0)
        while True:
            await self._analyses.quiet(QUIET)
            try:
                return await self._worker.run(self._worker.analyse_closed, snapshot, client, turn)
            except SupersededError:
                if stopped():
                    raise
            except Exception as error:
                self._failed(draft.uri, error)
                return outcome(snapshot, (), client)

    def forget_all_but(self, drafts: tuple[Draft, ...]) -> None:
        """Forget what was found in files that are no longer there, or open."""
        kept = {draft.uri for draft in drafts}
        self._checked = {uri: checked for uri, checked in self._checked.items() if uri in kept}


def _sources(found: Outcome, encoding: PositionEncodingKind) -> tuple[SymbolInformation, ...]:
    """Return those who speak in a draft. In the worker's thread."""
    return () if found.graph is None else sources_of(reading_of(found, found.graph, encoding))
