"""One analysis for all who ask, given up when nobody waits any longer."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest
from lsprotocol.types import PositionEncodingKind

from attrib_lsp.linter.linter import SupersededError
from attrib_lsp.server.analyses import Analyses
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Documents, Snapshot
from attrib_lsp.server.worker import Outcome, Turn, Worker, outcome

CLIENT = Client(PositionEncodingKind.Utf16)


class Patient(Worker):
    """Reads until it is told to stop, or allowed to end."""

    def __init__(self) -> None:
        super().__init__()
        self.began, self.stopped, self.allowed = threading.Event(), threading.Event(), threading.Event()

    def analyse(self, snapshot: Snapshot, client: Client, turn: Turn) -> Outcome:
        """Wait."""
        turn.begin()
        self.began.set()
        while not self.allowed.wait(0.01):
            if turn.dropped():
                self.stopped.set()
                raise SupersededError
        return outcome(snapshot, (), client)


class Desk:
    """An open document, and those who want to know of it."""

    def __init__(self) -> None:
        self.worker = Patient()
        self.documents = Documents()
        self.times: list[float] = []
        self.analyses = Analyses(
            self.documents,
            self.worker,
            lambda snapshot, error: None,
            done=lambda found, seconds: self.times.append(seconds),
            ready=self.ready,
        )
        self.snapshot = self.documents.open("file:///a.md", "markdown", 1, "A story.")

    async def ready(self) -> None:
        """Let analyses begin."""

    def ask(self) -> asyncio.Task[Outcome]:
        """Ask for what is found in the document."""
        return asyncio.get_running_loop().create_task(self.analyses.of(self.snapshot, CLIENT))

    async def until(self, event: threading.Event) -> None:
        """Wait for something in the worker's thread."""
        assert await asyncio.to_thread(event.wait, 10)


async def test_what_nobody_waits_for_is_stopped() -> None:
    desk = Desk()
    asked = desk.ask()
    await desk.until(desk.worker.began)
    asked.cancel()
    await desk.until(desk.worker.stopped)
    await desk.analyses.quiet(0)
    assert not desk.analyses.busy
    assert desk.times == []


async def test_what_somebody_else_waits_for_goes_on() -> None:
    desk = Desk()
    asked, other = desk.ask(), desk.ask()
    await desk.until(desk.worker.began)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    assert not await asyncio.to_thread(desk.worker.stopped.wait, 0.1)
    assert desk.analyses.busy
    desk.worker.allowed.set()
    assert (await other).snapshot is desk.snapshot
    assert len(desk.times) == 1


async def test_what_was_stopped_can_be_asked_for_again() -> None:
    desk = Desk()
    asked = desk.ask()
    await desk.until(desk.worker.began)
    asked.cancel()
    await desk.until(desk.worker.stopped)
    desk.worker.allowed.set()
    assert (await desk.ask()).snapshot is desk.snapshot


async def test_whoever_waits_for_a_changed_document_is_told() -> None:
    desk = Desk()
    asked = desk.ask()
    await desk.until(desk.worker.began)
    desk.analyses.drop(desk.snapshot.uri)
    with pytest.raises(SupersededError):
        await asked


async def test_quiet_is_when_nothing_has_ended_for_a_while() -> None:
    desk = Desk()
    desk.worker.allowed.set()
    await desk.ask()
    began = time.monotonic()
    await desk.analyses.quiet(0.2)
    assert time.monotonic() - began >= 0.15
    began = time.monotonic()
    await desk.analyses.quiet(0.2)
    assert time.monotonic() - began < 0.15
