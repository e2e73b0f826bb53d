"""Run the public command as its users do."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "attrib_lsp")

Row = dict[str, Any]


def attrib_lsp(*arguments: str) -> list[Row]:
    """Return the rows that ``attrib-lsp`` prints as JSON Lines.

    Raises:
        RuntimeError: the command could not read everything; its own words say why.
    """
    ran = subprocess.run(
        [*COMMAND, *arguments, "--output-format", "jsonl"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if ran.returncode not in (0, 1):
        raise RuntimeError(ran.stderr)
    return [json.loads(line) for line in ran.stdout.splitlines()]


def write_rows(path: Path, rows: Iterable[Row]) -> Path:
    """Write ``rows`` to ``path`` as JSON Lines and return it."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return path


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
