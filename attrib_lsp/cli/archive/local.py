"""The parts of an archive done on this machine, by this process or by several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from attrib_lsp.cli.archive.job import Done, Failed, Job, attempt
from attrib_lsp.cli.crew import Crew
from attrib_lsp.cli.errors import RunError

#: Parts that wait for each process, one in work among them.
AHEAD = 2
#: Seconds between two looks of the progress bar.
PERIOD = 0.5
#: How often processes that have ended are replaced before a part is done.
PATIENCE = 3


def here(jobs: Iterable[Job]) -> Iterator[Done | Failed | None]:
    """Yield what becomes of ``jobs``, done by this process in their order."""
    yield from map(attempt, jobs)


def by_crew(jobs: Iterable[Job], processes: int) -> Iterator[Done | Failed | None]:
    """Yield what becomes of ``jobs`` as they end, done by several processes; None when it is time to look at the clock.

    Where a process ends, killed for want of memory say, the processes are replaced and their parts done again.

    Raises:
        RunError: they end again and again.
    """
    crew = Crew(processes)
    waiting = iter(jobs)
    asked: dict[Future[Done | Failed], Job] = {}
    broken = 0
    try:
        while True:
            for job in islice(waiting, AHEAD * processes - len(asked)):
                asked[crew.submit(attempt, job)] = job
            if not asked:
                return
            ended, _ = wait(asked, PERIOD, FIRST_COMPLETED)
            if not ended:
                yield None
            lost = [asked.pop(one) for one in ended if isinstance(one.exception(), BrokenProcessPool)]
            for future in ended & asked.keys():
                broken = 0
                del asked[future]
                yield future.result()
            if lost:
                broken += 1
                if broken > PATIENCE:
                    raise RunError(
                        "worker processes have ended again and again, perhaps for want of memory; try again with "
                        "--jobs 1: what is done stays done"
                    )
                lost += asked.values()
                crew.stop(at_once=True)
                asked = {crew.submit(attempt, job): job for job in lost}
    finally:
        crew.stop(at_once=True)
