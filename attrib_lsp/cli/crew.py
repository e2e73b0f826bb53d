"""Worker processes that look for what there is in drafts, each with a pipeline of its own.

They are started when first asked for, and end with this process however it ends: each holds one end of a pipe, and
stops when the other end, which is here, is let go.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

from attrib_lsp.cli.drafts import Draft
from attrib_lsp.cli.errors import FaultError, RunError, fault
from attrib_lsp.cli.found import Find, Found
from attrib_lsp.linter.settings import Settings
from attrib_lsp.text.readers import UnreadableError

_P = ParamSpec("_P")
_T = TypeVar("_T")

#: Workers at most where nobody says how many: each takes some 300 MB.
MOST = 8
#: Seconds that workers have to end when the run is broken off.
PATIENCE = 2.0

#: What a worker hands back: errors go as values, as not every exception survives the way.
Answer = Found | tuple[str, int | None] | str


def processors() -> int:
    """Return how many processors this process may use."""
    if sys.version_info >= (3, 13):
        return os.process_cpu_count() or 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """``jobs`` worker processes at most."""

    def __init__(self, jobs: int) -> None:
        """Remember how many; none is started yet."""
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._leash: Connection | None = None

    @property
    def works(self) -> bool:
        """Whether workers have been started."""
        return self._pool is not None

    def ask(self, draft: Draft, settings: Settings) -> Future[Answer]:
        """Let a worker look into ``draft``; see `found`."""
        return self.submit(_look, draft, settings)

    def submit(self, work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Let a worker do ``work``, a function of a module; workers that have ended are in the future, not raised."""
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            held, self._leash = context.Pipe(duplex=False)
            self._pool = ProcessPoolExecutor(self.jobs, context, _begin, (held,))
        try:
            return self._pool.submit(work, *args, **kwargs)
        except BrokenProcessPool as error:
            broken: Future[_T] = Future()
            broken.set_exception(error)
            return broken

    def stop(self, *, at_once: bool) -> None:
        """Send the workers home; ``at_once``: whatever they are at."""
        if self._pool is None or self._leash is None:
            return
        if at_once:
            self._leash.close()
        shutdown = partial(self._pool.shutdown, wait=True, cancel_futures=True)
        closing = threading.Thread(target=shutdown, daemon=True)
        closing.start()
        closing.join(PATIENCE)
        self._leash.close()
        self._pool = self._leash = None
        gc.collect()  # semaphores are given back by whoever destroys them; Ctrl-C leaves no time for that later


def found(future: Future[Answer]) -> Found:
    """Wait for what a worker has found.

    Raises:
        UnreadableError: the draft's front matter is broken.
        FaultError: there is a fault in attrib-lsp.
        RunError: the worker has ended, or cannot begin.
    """
    try:
        answer = future.result()
    except BrokenProcessPool:
        raise RunError("a worker process has ended, perhaps for want of memory; try again with --jobs 1") from None
    if isinstance(answer, str):
        raise FaultError(answer)
    if isinstance(answer, tuple):
        raise UnreadableError(*answer)
    return answer


#: In a worker: what finds.
_find: Find | None = None


def _begin(held: Connection) -> None:
    """Begin as a worker: Ctrl-C is for the process that reports, and the processors are shared by workers already."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OMP_NUM_THREADS"] = "1"
    threading.Thread(target=partial(_end_with, held), daemon=True).start()


def _end_with(held: Connection) -> None:
    """End when the other end of a pipe is let go."""
    held.poll(None)
    os._exit(0)


def _look(draft: Draft, settings: Settings) -> Answer:
    """Return what is in a draft, or what is wrong with it."""
    global _find
    if _find is None:
        from attrib_lsp.cli.found import finding_by
        from attrib_lsp.cli.run import load_pipeline
        from attrib_lsp.linter.linter import Linter

        _find = finding_by(Linter(load_pipeline))
    try:
        return _find(draft, settings)
    except RunError:
        raise
    except UnreadableError as error:
        return str(error), error.line
    except Exception as error:
        return fault(error)
