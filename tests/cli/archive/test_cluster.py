"""Archives on a Dask cluster, where dask is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.archive.conftest import contents
from tests.cli.conftest import Command
from tests.cli.test_processes import ENVIRONMENT

for library in ("pyarrow", "matplotlib", "distributed"):
    pytest.importorskip(library)

PARTS = ("--isolated", "--part-rows", "3")


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """Return the address of a scheduler with one worker, in processes of their own."""
    place = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": ENVIRONMENT}
    loopback = ("--host", "127.0.0.1", "--no-dashboard")
    dask = (sys.executable, "-m", "dask")
    arguments = (*dask, "scheduler", *loopback, "--port", "0", "--scheduler-file", str(place))
    with subprocess.Popen(arguments, **quiet) as started:  # type: ignore[call-overload]
        end = time.monotonic() + 60
        while not place.exists() and time.monotonic() < end:
            time.sleep(0.05)
        address = str(json.loads(place.read_text())["address"])
        one = (*dask, "worker", address, *loopback, "--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path))
        with subprocess.Popen(one, **quiet) as worker:  # type: ignore[call-overload]
            yield address
            worker.kill()
        started.kill()


def test_a_cluster_writes_the_same(rows: Path, folder: Path, scheduler: str, command: Command) -> None:
    command("archive", rows.name, "--out", "one", "--jobs", "1", *PARTS)
    result = command("archive", rows.name, "--out", "many", "--scheduler", scheduler, *PARTS)
    assert (result.exit_code, result.stdout.splitlines()[0][:9]) == (0, "8 stories")
    assert contents(folder / "many") == contents(folder / "one")
    assert {json.loads(one.read_text())["by"] for one in (folder / "many" / "done").iterdir()} != {os.getpid()}


def test_a_scheduler_that_is_not_there_is_one_line(
    rows: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("attrib_lsp.cli.archive.cluster.PATIENCE", 1)
    result = command("archive", rows.name, "--out", "out", "--scheduler", "tcp://127.0.0.1:9", "-q", *PARTS)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "the scheduler at tcp://127.0.0.1:9 cannot be reached" in result.stderr
