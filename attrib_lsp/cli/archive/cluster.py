"""The parts of an archive done by the workers of a Dask cluster.

Only what a part is goes to a worker, and only counts come back: rows and results go from disk to disk.
"""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from itertools import islice
from typing import TYPE_CHECKING

from attrib_lsp.cli.archive.job import Done, Failed, Job, attempt
from attrib_lsp.cli.errors import RunError

if TYPE_CHECKING:
    from distributed import Client, Future

#: Parts that wait for each thread of the workers, one in work among them.
AHEAD = 2
#: Seconds between two looks at what has ended; between two at how many workers there are; to wait for the scheduler.
PERIOD, CENSUS, PATIENCE = 0.2, 5.0, 20


def by_cluster(jobs: Iterable[Job], address: str, tell: Callable[[str], None]) -> Iterator[Done | Failed | None]:
    """Yield what becomes of ``jobs`` as they end, done by the workers of the scheduler at ``address``.

    None comes when it is time to look at the clock. Of parts whose worker is lost, the scheduler sees to it that
    another one does them. ``tell`` is called with what the user should know.

    Raises:
        RunError: dask is not installed; the scheduler cannot be reached, or is lost.
    """
    client = _connected(address)
    try:
        yield from _done(client, iter(jobs), tell)
    except (OSError, TimeoutError, CancelledError):  # whatever asks the scheduler may find that it is gone
        raise _lost() from None
    finally:
        client.close(timeout=PATIENCE)


def _connected(address: str) -> Client:
    """Return a client of the scheduler at ``address``.

    Raises:
        RunError: there is none.
    """
    try:
        from distributed import Client, __version__
        from distributed.versions import VersionMismatchWarning
    except ImportError:
        raise RunError("--scheduler needs more libraries: pip install 'attrib-lsp[archive]'") from None
    for logger in ("distributed", "distributed.client", "distributed.core", "distributed.comm"):
        logging.getLogger(logger).setLevel(logging.CRITICAL)  # what is lost is told in our own words
    warnings.filterwarnings("error", category=VersionMismatchWarning)
    try:
        return Client(address, timeout=PATIENCE, name="attrib-lsp")
    except (OSError, TimeoutError, ValueError) as error:
        why = " ".join(str(error).split()) or "no answer"
        raise RunError(f"the scheduler at {address} cannot be reached ({why})") from None
    except (VersionMismatchWarning, TypeError):
        raise RunError(
            f"the scheduler at {address} or its workers have another version of dask than this machine "
            f"({__version__}); install the same everywhere"
        ) from None


def _done(client: Client, jobs: Iterator[Job], tell: Callable[[str], None]) -> Iterator[Done | Failed | None]:
    """Yield what becomes of ``jobs``; only so many are with the scheduler at once."""
    from distributed import as_completed

    asked: dict[str, Job] = {}
    ended = as_completed()
    room, counted = _room(client, 0), time.monotonic()
    if not room:
        tell("the scheduler has no workers yet; waiting for the first")
    elif room > AHEAD * len(client.nthreads()):
        tell("a worker reads one story at a time; start workers with --nthreads 1, as many as there are processors")
    while True:
        if time.monotonic() - counted > CENSUS:
            room, counted = _room(client, room), time.monotonic()
        for job in islice(jobs, max(0, room - len(asked))):
            future = client.submit(attempt, job, key=f"attrib-lsp-{job.key}-{job.part.name}", pure=False)
            asked[future.key] = job
            ended.add(future)
        if room and not asked:
            return
        if not ended.has_ready():
            time.sleep(PERIOD)
            yield None
            continue
        for future in ended.next_batch(block=False):
            yield _outcome(future, asked.pop(future.key))
            future.release()


def _room(client: Client, before: int) -> int:
    """Return how many parts may be with the scheduler at once; as ``before`` where it has no answer or no workers."""
    try:
        return AHEAD * sum(client.nthreads().values()) or before
    except (OSError, TimeoutError):
        if client.status not in ("running", "connecting"):
            raise
        return before


def _outcome(future: Future, job: Job) -> Done | Failed:
    """Return what became of a job."""
    from distributed.scheduler import KilledWorker

    if future.status == "finished":
        result: Done | Failed = future.result()
        return result
    if future.status in ("cancelled", "lost"):
        raise _lost()
    error = future.exception()
    if isinstance(error, KilledWorker):
        return Failed(job.part, "its workers ended again and again, perhaps for want of memory")
    if isinstance(error, ImportError):
        return Failed(job.part, f"a worker or the scheduler lacks attrib-lsp[archive] ({error})", hopeless=True)
    return Failed(job.part, f"a worker failed ({type(error).__name__}: {' '.join(str(error).split())})")


def _lost() -> RunError:
    """Return the error of a scheduler that is gone."""
    return RunError("the scheduler is gone; start it and give the same command again: what is done stays done")
