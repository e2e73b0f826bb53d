"""One analysis for each snapshot, however many ask for it. Used by the event loop only."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from attrib_lsp.linter.linter import SupersededError
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Documents, Snapshot
from attrib_lsp.server.outcome import Outcome, outcome
from attrib_lsp.server.preview import Seen
from attrib_lsp.server.worker import Turn, Worker

log = logging.getLogger("attrib_lsp")


@dataclass(eq=False)
class Analysis:
    """An analysis under way, or done, and how many are ``waiting`` for it.

    ``task`` is held so that it is not collected while it runs.
    """

    snapshot: Snapshot
    answer: asyncio.Future[Outcome]
    task: asyncio.Task[None] | None = field(default=None, repr=False)
    waiting: int = 0

    def drop(self) -> None:
        """Tell everybody who waits that there will be no answer."""
        if not self.answer.done():
            self.answer.set_exception(SupersededError())
            self.answer.exception()  # nobody may be waiting, and that is no fault to be logged


class Analyses:
    """The latest analysis of each open document."""

    def __init__(
        self,
        documents: Documents,
        worker: Worker,
        failed: Callable[[Snapshot, Exception], None],
        *,
        done: Callable[[Outcome, float], None],
        ready: Callable[[], Awaitable[None]],
    ) -> None:
        """Analyse ``documents`` in ``worker``, once ``ready`` answers.

        ``failed`` is told of every analysis that breaks down, ``done`` of every one that is finished, and how many
        seconds it took.
        """
        self._documents = documents
        self._worker = worker
        self._failed = failed
        self._done = done
        self._ready = ready
        self._latest: dict[str, Analysis] = {}
        self._unfinished: set[Analysis] = set()
        self._latest_news = 0.0
        self._seen: dict[str, Seen] = {}

    async def at_once(self, snapshot: Snapshot, client: Client) -> Outcome:
        """Return the outcome for ``snapshot``, of a long document only a preview unless all of it is known.

        Whoever gets a preview (an outcome that is ``preliminary``) sees to it that `of` is asked later. Only clients
        that can be told again get any.

        Raises:
            SupersededError: the document was changed or closed meanwhile.
        """
        latest, seen = self._latest.get(snapshot.uri), self._seen.get(snapshot.uri)
        known = latest is not None and latest.snapshot is snapshot and latest.answer.done()
        if known or seen is None or not snapshot.long or snapshot.too_long or not client.hears_again:
            return await self.of(snapshot, client)
        try:
            told = await self._worker.run_first(self._worker.preview, seen, snapshot, client)
        except Exception:
            log.exception("no preview of %s", snapshot.uri)
            return await self.of(snapshot, client)
        if not self._documents.current(snapshot):
            raise SupersededError
        if self._seen.get(snapshot.uri) is seen:
            self._seen[snapshot.uri] = Seen(seen.whole, told)
        return told

    async def of(self, snapshot: Snapshot, client: Client) -> Outcome:
        """Return the outcome for ``snapshot``, analysing it unless that has been done or is under way.

        An analysis that breaks down finds nothing. Where all who wait are cancelled, so is the analysis.

        Raises:
            SupersededError: the document was changed or closed meanwhile.
        """
        latest = self._latest.get(snapshot.uri)
        if latest is None or latest.snapshot is not snapshot:
            if not self._documents.current(snapshot):
                raise SupersededError
            latest = self._start(snapshot, client)
        latest.waiting += 1
        try:
            return await asyncio.shield(latest.answer)
        finally:
            latest.waiting -= 1
            if not latest.waiting and not latest.answer.done():
                self._forget(latest)

    async def now(self, uri: str, client: Client) -> Outcome | None:
        """Return the outcome for the document ``uri`` as it stands; None if it is not open.

        Raises:
            SupersededError: it was changed or closed meanwhile.
        """
        snapshot = self._documents.get(uri)
        if snapshot is None:
            return None
        found = await self.of(snapshot, client)
        if not self._documents.current(snapshot):
            raise SupersededError
        return found

    def finished(self, uri: str) -> Outcome | None:
        """Return the latest outcome of an open document, perhaps that of an earlier version; None before the first.

        For answers that must not wait: while a draft is typed, the analysis of its present version is under way most
        of the time.
        """
        seen = self._seen.get(uri)
        return seen.whole if seen is not None else None

    def drop(self, uri: str) -> None:
        """Stop what is under way for ``uri`` and forget all that was found: it is another text, or other settings."""
        self._seen.pop(uri, None)
        self.supersede(uri)

    def supersede(self, uri: str) -> None:
        """Stop what is under way for ``uri``: its text has changed. What was found helps with a preview of the new."""
        latest = self._latest.pop(uri, None)
        if latest is not None:
            latest.drop()

    def _forget(self, analysis: Analysis) -> None:
        """Stop an analysis that nobody waits for any longer. The paragraphs that it has read are kept."""
        if self._latest.get(analysis.snapshot.uri) is analysis:
            self.supersede(analysis.snapshot.uri)

    @property
    def busy(self) -> bool:
        """Whether an analysis is under way. Any thread may ask."""
        return bool(self._unfinished)

    async def quiet(self, seconds: float) -> None:
        """Wait until no analysis is under way and none has ended for ``seconds``."""
        while (rest := self._latest_news + seconds - time.monotonic()) > 0 or self._unfinished:
            if self._unfinished:
                await asyncio.wait([one.task for one in self._unfinished if one.task is not None])
            else:
                await asyncio.sleep(rest)

    def _see(self, found: Outcome) -> None:
        """Remember an outcome for previews; without a graph there is nothing to go by."""
        if found.graph is None:
            self._seen.pop(found.snapshot.uri, None)
        else:
            self._seen[found.snapshot.uri] = Seen(found, found)

    def _start(self, snapshot: Snapshot, client: Client) -> Analysis:
        """Put ``snapshot`` into the worker's queue."""
        self.supersede(snapshot.uri)
        loop = asyncio.get_running_loop()
        analysis = Analysis(snapshot, loop.create_future())
        self._latest[snapshot.uri] = analysis
        self._unfinished.add(analysis)
        analysis.task = loop.create_task(self._run(analysis, client))
        return analysis

    async def _run(self, analysis: Analysis, client: Client) -> None:
        """Bring ``analysis`` to its end: an answer, or the news that it is superseded."""
        turn = Turn(analysis.answer.done, lambda: len(self._unfinished) > 1)
        began = time.monotonic()
        try:
            await self._ready()
            while not analysis.answer.done():
                try:
                    found = await self._worker.run(self._worker.analyse, analysis.snapshot, client, turn)
                except SupersededError:
                    continue  # dropped: the loop ends; its turn over: queue again, read paragraphs are kept
                except Exception as error:
                    self._failed(analysis.snapshot, error)
                    found = outcome(analysis.snapshot, (), client)
                if not analysis.answer.done():
                    analysis.answer.set_result(found)
                    self._see(found)
                    self._done(found, time.monotonic() - began)
        finally:
            self._unfinished.discard(analysis)
            self._latest_news = time.monotonic()
