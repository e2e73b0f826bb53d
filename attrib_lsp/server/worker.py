"""The one thread that analyses drafts. It owns the linter and the settings; the event loop never touches either."""

from __future__ import annotations

import asyncio
import gc
import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from attrib_lsp.linter.candidates import Candidate, lint_under, on_headlines
from attrib_lsp.linter.configuration.files import NAMES
from attrib_lsp.linter.fixes import Manuscript
from attrib_lsp.linter.linter import Linter, SupersededError
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.linter.passages import Passages
from attrib_lsp.server.client import Client
from attrib_lsp.server.diagnostics import configuration_diagnostics
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.drafts import Draft
from attrib_lsp.server.outcome import Outcome, outcome
from attrib_lsp.server.preview import Seen, preview
from attrib_lsp.server.scopes import Scopes, read_scopes
from attrib_lsp.server.settling import Settled, Settling
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.story import Story

__all__ = ["Outcome", "Turn", "Worker", "outcome"]

_T = TypeVar("_T")

#: Seconds after which an analysis steps back, between two batches of paragraphs, for one that waits.
TURN = 0.5

#: Paragraphs of a draft that is not open that are read at once: for so long an open one may have to wait.
FEW = 1

#: Read once after start, so that the first draft does not pay for what the pipeline sets up on its first use.
_WARM_UP = "The mayor said on Tuesday that “the bridge will open in May”, according to a spokesman."


def tidy() -> None:
    """Collect garbage, and have the collector pass over what is left.

    It stops everything for as long as it goes through all objects: half a second for a document of book length. So
    what an analysis of such a one leaves is set aside, too; what it holds is freed all the same once nobody refers to
    it, and what refers to itself when a document is closed.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def text_in(file: Path) -> tuple[Path, str | None] | None:
    """Return ``file`` and what it holds, None for one that is not there; no answer where it cannot be read."""
    try:
        return file, file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return file, None
    except (OSError, UnicodeDecodeError):
        return None


class Turn:
    """An analysis's time in the worker. It gets on in each: no turn is over before some paragraphs are read."""

    def __init__(self, dropped: Callable[[], bool], others_wait: Callable[[], bool], seconds: float = TURN) -> None:
        """Ask ``dropped`` whether the analysis is wanted, ``others_wait`` whether another one is. Any thread may.

        After ``seconds`` the analysis steps back for another one.
        """
        self.dropped = dropped
        self._seconds = seconds
        self._others_wait = others_wait
        self._ends: float | None = None

    def begin(self) -> None:
        """Begin a turn.

        Raises:
            SupersededError: the analysis was dropped.
        """
        if self.dropped():
            raise SupersededError
        self._ends = None

    def over(self) -> bool:
        """Say, before each batch of paragraphs, whether to stop: to drop the analysis, or to queue it again."""
        if self.dropped():
            return True
        if self._ends is None:
            self._ends = time.monotonic() + self._seconds
            return False
        return self._others_wait() and time.monotonic() > self._ends


class Worker:
    """Runs one thing at a time, first come first served, in its own thread; what is urgent goes before.

    An analysis under way lets urgent work go before at its next pulse.
    The thread pool of the protocol library is left to the library: it is shared, and waited for at the end.
    """

    def __init__(self, linter: Linter | None = None) -> None:
        """Begin with the default settings; the pipeline is loaded by `warm_up` or the first draft."""
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="analysis")
        self._urgent: deque[Callable[[], None]] = deque()
        self._linter = linter or Linter()
        # Apart, so that what is kept of open documents is not pushed out by the drafts of a whole folder.
        self._closed = Linter(lambda: self._linter.pipeline, FEW)
        self._settling = Settling()

    async def run(self, work: Callable[..., _T], *arguments: object) -> _T:
        """Return what ``work`` returns, or raise what it raises, run in the worker's thread."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, work, *arguments)

    def configure(self, general: object, folders: tuple[tuple[str, object], ...]) -> Scopes:
        """Take over and return what a client is set to, in general and by the URI of a folder. In the worker's thread.

        What is wrong with it is in the problems of what is returned.
        """
        self._settling.scopes = read_scopes(general, folders)
        return self._settling.scopes

    def settled(self, uri: str) -> Settled:
        """Return the settings that hold for a document, open or not. In the worker's thread."""
        return self._settling.of(uri)

    def included(self, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
        """Return ``drafts`` without those that their configuration leaves out. In the worker's thread."""
        return tuple(draft for draft in drafts if not self.settled(draft.uri).excluded)

    def configuration_text(self, uri: str) -> tuple[Path, str | None] | None:
        """Return the configuration file of a document and what it holds, None for one that is still to be made.

        In the worker's thread. There is no answer where the document is nowhere, or the file cannot be read.
        """
        file = self._settling.file_for(uri)
        return None if file is None else text_in(file)

    async def run_first(self, work: Callable[..., _T], *arguments: object) -> _T:
        """Return what ``work`` returns, or raise what it raises, run in the worker's thread before anything else.

        It must be short, and no analysis: that would be in the middle of another one.
        """
        answer: Future[_T] = Future()

        def serve() -> None:
            if answer.set_running_or_notify_cancel():
                try:
                    answer.set_result(work(*arguments))
                except Exception as error:
                    answer.set_exception(error)

        self._urgent.append(serve)
        self._executor.submit(self._serve)
        return await asyncio.wrap_future(answer)

    def tidy(self) -> None:
        """Have `tidy` done when nothing else is to be done."""
        self._executor.submit(tidy)

    def _serve(self) -> None:
        """Do what is urgent. In the worker's thread, between two steps of whatever is under way."""
        while self._urgent:
            self._urgent.popleft()()

    def warm_up(self) -> None:
        """Load the pipeline and use it once. In the worker's thread."""
        self._linter.pipeline.read([_WARM_UP])
        gc.freeze()

    def analyse(self, snapshot: Snapshot, client: Client, turn: Turn) -> Outcome:
        """Return what is to be reported of ``snapshot``, nothing if it is too long. In the worker's thread.

        Raises:
            SupersededError: the analysis was dropped, or its turn is over.
            Exception: whatever goes wrong in a reader, the pipeline or a rule.
        """
        return self._analysed(self._linter, snapshot, client, turn)

    def analyse_closed(self, snapshot: Snapshot, client: Client, turn: Turn) -> Outcome:
        """Return what is to be reported of a draft that is not open, see `analyse`. In the worker's thread."""
        return self._analysed(self._closed, snapshot, client, turn)

    def _analysed(self, linter: Linter, snapshot: Snapshot, client: Client, turn: Turn) -> Outcome:
        """Return what ``linter`` finds in ``snapshot``."""
        turn.begin()
        if snapshot.too_long:
            return outcome(snapshot, (), client)
        if snapshot.name in NAMES:
            return Outcome(snapshot, (), configuration_diagnostics(snapshot, client))

        def pulse() -> None:
            self._serve()
            if turn.dropped():
                raise SupersededError

        def over() -> bool:
            self._serve()
            return turn.over()

        story = read_story(snapshot.source, snapshot.markup, tolerant=True)
        pulse()
        settled = self.settled(snapshot.uri)
        graph = linter.analyse(story, over, pulse, changes=settled.settings.words)
        pulse()
        findings = linter.lint(graph, settled.settings, pulse)
        if settled.accepted.known:
            findings = settled.accepted.without(findings, Passages.of(graph))
        pulse()
        found = replace(outcome(snapshot, findings, client, graph), settled=settled)
        if snapshot.long:
            gc.freeze()
        return found

    def preview(self, seen: Seen, snapshot: Snapshot, client: Client) -> Outcome:
        """Return at once what is to be reported of ``snapshot`` as far as can be told. In the worker's thread."""
        settled = self.settled(snapshot.uri)
        manuscript = Manuscript(snapshot.source.text, snapshot.markup)

        def look(prose: Prose) -> Iterable[LocatedFinding]:
            found = self._linter.look(manuscript, prose, settled.settings)
            if not settled.accepted.known:
                return found
            read = self._linter.paragraph(prose, settled.settings)
            return settled.accepted.without(found, Passages({"text": snapshot.source}, [(prose, read)]))

        return preview(seen, snapshot, client, look)

    def lint_under(self, snapshot: Snapshot, story: Story, headline: str) -> Candidate:
        """Return what is to be reported of ``headline`` above the ``story`` in ``snapshot``. In the worker's thread."""
        settings = on_headlines(self.settled(snapshot.uri).settings)
        return lint_under(self._linter, story, headline, settings)
