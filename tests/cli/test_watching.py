"""``--watch``."""

from __future__ import annotations

import builtins
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from attrib_lsp.cli.watching import Watched
from tests.cli.conftest import ONLY, RUMOUR, Command
from tests.cli.test_processes import COMMAND, ENVIRONMENT


def test_what_counts_as_a_change(folder: Path) -> None:
    Path("in").mkdir()
    Path("in/a.txt").touch()
    Path("named").touch()
    watched = Watched(["in", "named"], [Path("in/report.txt")], [Path("house/ours.toml")])
    assert watched.places == sorted(Path(os.path.realpath(one)) for one in ("in", ".", "house"))
    yes = ("in/a.txt", "in/deep/b.md", "named", "attrib-lsp.toml", "in/pyproject.toml", ".gitignore", "house/ours.toml")
    no = ("c.txt", "in/report.txt", "in/a.txt~", "in/.a.txt.swp", "photo.jpg")
    assert [one for one in (*yes, *no) if watched.counts(one)] == list(yes)


def test_without_the_library_it_is_told(command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name == "watchfiles":
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    run = command("check", "--watch")
    assert (run.exit_code, run.stderr) == (
        2,
        "error: --watch needs one more library: pip install 'attrib-lsp[watch]'\n",
    )


def test_what_cannot_be_watched_is_told(command: Command, folder: Path) -> None:
    assert "nobody knows how standard input" in command("check", "-w", "-").stderr
    assert "there is no such folder to watch" in command("check", "-w", "no/such/a.txt").stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_a_change_is_checked(folder: Path) -> None:
    pytest.importorskip("watchfiles")
    Path("a.txt").write_text(RUMOUR)
    Path("told").touch()
    with Path("told").open("wb") as told:
        process = subprocess.Popen(
            [*COMMAND, "check", *ONLY, "-w", "--output-format", "concise"], stdout=told, env=ENVIRONMENT, stderr=told
        )
    try:
        waiting(lambda: "watching" in Path("told").read_text())
        assert Path("told").read_text().count("UNS107") == 1
        Path("b.txt").write_text(RUMOUR)
        waiting(lambda: Path("told").read_text().count("watching") == 2)
        assert "b.txt:3:11:" in Path("told").read_text()
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) in (-signal.SIGINT, 130)
    assert "Traceback" not in Path("told").read_text()


def waiting(done: object) -> None:
    """Wait until something is so."""
    for _ in range(600):
        if done():  # type: ignore[operator]
            return
        time.sleep(0.1)
    raise AssertionError(Path("told").read_text())
