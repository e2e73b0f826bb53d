"""The one thread that analyses drafts. It owns the linter and the settings; the event loop never touches either."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from lsprotocol.types import Diagnostic

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.candidates import Candidate, lint_under, on_headlines
from attrib_lsp.linter.configuration.files import NAMES
from attrib_lsp.linter.linter import Linter, SupersededError
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.server.client import Client
from attrib_lsp.server.diagnostics import configuration_diagnostics, result_id, to_diagnostics
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.drafts import Draft
from attrib_lsp.server.scopes import Scopes, read_scopes
from attrib_lsp.server.settling import Settled, Settling
from attrib_lsp.server.speakers import with_speakers
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.story import Story

_T = TypeVar("_T")

#: Seconds after which an analysis steps back, between two batches of paragraphs, for one that waits.
TURN = 0.5

#: Paragraphs of a draft that is not open that are read at once: for so long an open one may have to wait.
FEW = 1

#: Read once after start, so that the first draft does not pay for what the pipeline sets up on its first use.
_WARM_UP = "The mayor said on Tuesday that “the bridge will open in May”, according to a spokesman."


@dataclass(frozen=True)
class Outcome:
    """What an analysis found in ``snapshot``: who says what, the findings, and what the client is told of them.

    ``graph`` is None for a document that is too long or no draft, or whose analysis broke down. ``settled`` says which
    settings held, and which configuration file has a say in them; None where no rule was asked.
    """

    snapshot: Snapshot
    findings: tuple[LocatedFinding, ...]
    diagnostics: tuple[Diagnostic, ...]
    result_id: str
    graph: AttributionGraph | None = None
    settled: Settled | None = None


def outcome(
    snapshot: Snapshot, findings: tuple[LocatedFinding, ...], client: Client, graph: AttributionGraph | None = None
) -> Outcome:
    """Return the outcome of an analysis of ``snapshot`` that found ``findings``."""
    shown = with_speakers(findings, graph) if graph is not None and client.related else findings
    diagnostics = to_diagnostics(shown, snapshot, client)
    return Outcome(snapshot, findings, diagnostics, result_id(diagnostics), graph)


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
    """Runs one thing at a time, first come first served, in its own thread.

    The thread pool of the protocol library is left to the library: it is shared, and waited for at the end.
    """

    def __init__(self, linter: Linter | None = None) -> None:
        """Begin with the default settings; the pipeline is loaded by `warm_up` or the first draft."""
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="analysis")
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
        if file is None:
            return None
        try:
            return file, file.read_bytes().decode("utf-8")
        except FileNotFoundError:
            return file, None
        except (OSError, UnicodeDecodeError):
            return None

    def warm_up(self) -> None:
        """Load the pipeline and use it once. In the worker's thread."""
        self._linter.pipeline.read([_WARM_UP])

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
            told = configuration_diagnostics(snapshot, client)
            return Outcome(snapshot, (), told, result_id(told))
        story = read_story(snapshot.source, snapshot.markup, tolerant=True)
        graph = linter.analyse(story, turn.over)
        if turn.dropped():
            raise SupersededError
        settled = self.settled(snapshot.uri)
        found = outcome(snapshot, linter.lint(graph, settled.settings), client, graph)
        return replace(found, settled=settled)

    def lint_under(self, snapshot: Snapshot, story: Story, headline: str) -> Candidate:
        """Return what is to be reported of ``headline`` above the ``story`` in ``snapshot``. In the worker's thread."""
        settings = on_headlines(self.settled(snapshot.uri).settings)
        return lint_under(self._linter, story, headline, settings)
