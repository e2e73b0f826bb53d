"""What tests of the command line share: a runner whose commands use one loaded pipeline, and a folder to work in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from attrib_lsp.cli.main import cli
from attrib_lsp.linter.linter import Linter

#: A story with one finding, of severity warning, at code points 24 to 34.
RUMOUR = "Mayor quits\n\nThe mayor reportedly resigned on Tuesday.\n"
#: A rule that a single word decides.
ONLY = ("--select", "bare-reportedly")

Command = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


@pytest.fixture
def command(folder: Path, linter: Linter, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return a function that runs ``attrib-lsp`` with the arguments it is given."""
    monkeypatch.setattr("attrib_lsp.cli.run.load_pipeline", lambda: linter.pipeline)

    def run(*arguments: str, stdin: str | bytes = b"") -> Result:
        return CliRunner().invoke(cli, arguments, input=stdin, prog_name="attrib-lsp")

    return run


def rows(result: Result) -> list[Any]:
    """Return the rows of a run that wrote JSON Lines."""
    return [json.loads(line) for line in result.stdout.splitlines()]
