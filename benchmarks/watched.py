"""A cluster of one's own on loopback, and processes watched from outside: their memory and their processor time."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

#: Seconds between two looks.
PERIOD = 2.0
#: Megabytes that a process has at least once it has loaded the pipeline.
READING = 230
_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Cluster:
    """A scheduler and workers of one thread each, in processes of their own; ``roots`` are those of the workers."""

    def __init__(self, folder: Path, workers: int) -> None:
        """Start them; their logs go to ``folder``."""
        self._file = folder / "scheduler.json"
        self._file.unlink(missing_ok=True)
        self._log = (folder / "cluster.log").open("wb")
        self._started: list[subprocess.Popen[bytes]] = []
        place = ("--host", "127.0.0.1", "--no-dashboard")
        self._start("scheduler", *place, "--port", "0", "--scheduler-file", str(self._file))
        while not self._file.exists():
            time.sleep(0.1)
        self.address: str = json.loads(self._file.read_text(encoding="utf-8"))["address"]
        local = ("--local-directory", str(folder / "dask"))
        for _ in range(workers):
            self._start("worker", self.address, *place, "--nthreads", "1", "--memory-limit", "2GB", *local)
        self.roots = [one.pid for one in self._started[1:]]

    def _start(self, *arguments: str) -> None:
        """Start ``dask`` with ``arguments``."""
        command = [sys.executable, "-m", "dask", *arguments]
        # As the guide has it: the last thousand seconds of a worker, which Dask keeps for its dashboard, take 200 MB.
        environment = {**os.environ, "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}
        self._started.append(subprocess.Popen(command, stdout=self._log, stderr=self._log, env=environment))

    def __enter__(self) -> Cluster:
        """Return it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop all of it."""
        for one in reversed(self._started):
            one.send_signal(signal.SIGINT)
        for one in reversed(self._started):
            with suppress(subprocess.TimeoutExpired):
                one.wait(30)
            one.kill()
            one.wait()
        self._log.close()


class Watch:
    """Looks at the processes below ``roots``, now and then."""

    def __init__(self, roots: Iterable[int]) -> None:
        """Begin at what they have cost so far."""
        self._roots = list(roots)
        self._begun = time.monotonic()
        self._before = {pid: cpu for pid in self._below() if (cpu := _cpu(pid)) is not None}
        self._cpu: dict[int, float] = {}
        self._memory: dict[int, list[tuple[float, float]]] = {}

    @property
    def cpu(self) -> float:
        """The CPU seconds of all that was seen, less those from before."""
        return sum(cpu - self._before.get(pid, 0.0) for pid, cpu in self._cpu.items())

    def until(self, over: Callable[[], bool], also: int) -> None:
        """Look until it is ``over``; at the process ``also``, too."""
        while not over():
            for pid in {*self._below(), also, *_descendants(also)}:
                self._look(pid)
            time.sleep(PERIOD)

    def _below(self) -> set[int]:
        """Return the processes below the roots."""
        return {below for root in self._roots for below in _descendants(root)}

    def _look(self, pid: int) -> None:
        """Look at one process."""
        cpu = _cpu(pid)
        if cpu is None:
            return
        self._cpu[pid] = cpu
        try:
            pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        except OSError:
            return
        if pages:  # none are left of a process that was just killed
            self._memory.setdefault(pid, []).append((time.monotonic() - self._begun, pages * _PAGE / 1e6))

    def memory(self) -> dict[str, Any]:
        """Return the megabytes of the processes that have read stories, minute by minute, and the most of each."""
        found: dict[str, Any] = {}
        for series in self._memory.values():
            most = max(size for _, size in series)
            if most < READING:
                continue
            minutes = {int(at // 60): size for at, size in series}
            found[f"process {len(found) + 1}"] = {
                "from minute": min(minutes),
                "megabytes": [round(minutes[minute]) for minute in sorted(minutes)],
                "most": round(most),
            }
        return found


def _descendants(root: int) -> set[int]:
    """Return the processes below ``root``."""
    children: list[int] = []
    for thread in Path(f"/proc/{root}/task").glob("*/children"):  # each knows those that it has started itself
        with suppress(OSError):
            children += [int(one) for one in thread.read_text().split()]
    return {*children, *(below for child in children for below in _descendants(child))}


def _cpu(pid: int) -> float | None:
    """Return the CPU seconds of a process; None if it is gone."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / _TICK
