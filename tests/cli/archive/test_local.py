"""Processes of this machine that end on the way: their parts are done by others, or the run says so."""

from __future__ import annotations

from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from attrib_lsp.cli.archive import local
from attrib_lsp.cli.archive.columns import Columns
from attrib_lsp.cli.archive.job import Done, Job
from attrib_lsp.cli.archive.parts import Part
from attrib_lsp.cli.archive.writing import Counts
from attrib_lsp.cli.errors import RunError
from attrib_lsp.linter.settings import Settings

JOBS = [
    Job(Part(number, "a.jsonl", "a.jsonl", 0, 1, 1, 1, 1), Columns("text"), Settings(frozenset()), "out", "", "")
    for number in range(6)
]


class Ending:
    """A crew of which so many calls meet a process that has ended; the others do their work at once."""

    lost = 0
    stopped = 0

    def __init__(self, jobs: int) -> None:
        """Take any number of processes."""

    def submit(self, work: object, job: Job) -> Future[Done]:
        """Do a job, or lose it."""
        future: Future[Done] = Future()
        if Ending.lost and job.part.number:
            Ending.lost -= 1
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(Done(job.part, Counts()))
        return future

    def stop(self, *, at_once: bool) -> None:
        """Count it."""
        Ending.stopped += 1


@pytest.fixture(autouse=True)
def crew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be such a crew."""
    monkeypatch.setattr(local, "Crew", Ending)
    monkeypatch.setattr(Ending, "stopped", 0)


def test_parts_of_lost_processes_are_done_by_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ending, "lost", 2)
    done = [one.part.number for one in local.by_crew(iter(JOBS), 2) if isinstance(one, Done)]
    assert sorted(done) == [job.part.number for job in JOBS]
    assert Ending.stopped >= 2


def test_processes_that_end_again_and_again_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ending, "lost", 10_000)
    with pytest.raises(RunError, match="again and again"):
        list(local.by_crew(iter(JOBS), 2))
    assert Ending.stopped >= 1
