"""What the README shows of the sample article is what the command says of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Command

ROOT = Path(__file__).parents[2]


def test_the_sample_is_read_as_the_readme_has_it(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = next(block for block in re.findall(r"```text\n(.*?)```", readme, re.DOTALL) if "Found" in block)
    monkeypatch.chdir(ROOT)
    said = command("check", "seeds", "--isolated", "--no-cache").stdout
    for excerpt in shown.strip().split("\n\n"):
        assert f"{excerpt}\n" in said
