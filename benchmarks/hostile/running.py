"""Run checks: in a process that is kept, or in one of their own."""

from __future__ import annotations

import multiprocessing
import os
import resource
import subprocess
import time
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType

from benchmarks.commands import COMMAND
from benchmarks.hostile.judging import wrong_in
from benchmarks.hostile.values import Hostile, Outcome

#: Bytes of address space that a process may ask for: what runs away is stopped.
ADDRESSES = 8_000_000_000
#: Seconds after which a check is given up.
PATIENCE = 120
#: Checks after which the process that is kept is begun anew.
LIFE = 500
_CONFIGURATION, _REPORT = "attrib-lsp.toml", "report.out"
_OPTIONS = ("check", "--no-cache", "--jobs", "1", "--output-format", "jsonl", "--output-format", f"text:{_REPORT}")


def lay(given: Hostile, folder: Path) -> None:
    """Write an input into ``folder``, and nothing else."""
    for name in (_CONFIGURATION, _REPORT):
        (folder / name).unlink(missing_ok=True)
    (folder / given.name).write_bytes(given.raw)
    if given.configuration is not None:
        (folder / _CONFIGURATION).write_bytes(given.configuration)


def report_in(folder: Path) -> str:
    """Return the report for people."""
    path = folder / _REPORT
    return path.read_bytes().decode("utf-8") if path.exists() else ""


class Kept:
    """A process that is kept from check to check."""

    def __init__(self, folder: Path) -> None:
        """Begin none yet."""
        self._folder = folder
        self._process: multiprocessing.process.BaseProcess | None = None
        self._link: Connection | None = None
        self._left = 0

    def __enter__(self) -> Kept:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the process."""
        self._end()

    def run(self, given: Hostile) -> Outcome:
        """Check an input."""
        if self._link is None or not self._left:
            self._end()
            self._begin()
        assert self._link is not None
        self._left -= 1
        lay(given, self._folder)
        self._link.send(given.name)
        try:
            if self._link.poll(PATIENCE):
                outcome: Outcome = self._link.recv()
                return outcome
            wrong = f"no answer in {PATIENCE} s"
        except EOFError:
            wrong = "the process has ended"
        self._end()
        return Outcome(None, wrong=(wrong,))

    def _begin(self) -> None:
        """Begin a process, and warm it up."""
        context = multiprocessing.get_context("spawn")
        from benchmarks.hostile.working import work

        self._link, other = context.Pipe()
        self._process = context.Process(target=work, args=(other, self._folder, _OPTIONS, ADDRESSES), daemon=True)
        self._process.start()
        other.close()
        assert self._link.recv() == "ready"
        self._left = LIFE

    def _end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._link = None


def alone(given: Hostile, folder: Path) -> Outcome:
    """Check an input in a process of its own, as users do."""
    lay(given, folder)

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))

    with (folder / "out").open("wb+") as out, (folder / "error").open("wb+") as error:
        process = subprocess.Popen(
            [*COMMAND, *_OPTIONS, given.name],
            stdout=out,
            stderr=error,
            cwd=folder,
            preexec_fn=bound,
            env=_environment(),
        )
        ends = time.monotonic() + PATIENCE
        while True:
            done, status, used = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > ends:
                process.kill()
            time.sleep(0.02)
        process.returncode = os.waitstatus_to_exitcode(status)
    written, told = ((folder / name).read_bytes().decode("utf-8") for name in ("out", "error"))
    wrong = tuple(wrong_in(process.returncode, written, told, report_in(folder)))
    seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    return Outcome(process.returncode, seconds, megabytes, written.count('"code":'), wrong)


def _environment() -> dict[str, str]:
    """Return the environment of a check: the package is found wherever it runs."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "NO_COLOR": "1"}
