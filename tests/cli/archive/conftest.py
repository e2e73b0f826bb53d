"""What tests of archives share: rows to read, and what became of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import command, folder  # noqa: F401  # fixtures

Row = dict[str, Any]

#: Stories with a finding each of bare-reportedly; the last two rows hold none.
STORIES = [
    {
        "id": number,
        "headline": "Mayor quits",
        "body": f"The mayor reportedly resigned on day {number}.\n\n“It is over,” said Maria Keller, the mayor.\n\n"
        "Officials said they were surprised.",
        "publisher": "Evening Herald" if number % 2 else "Coast Times",
        "date": f"2021-0{1 + number % 3}-05",
    }
    for number in range(8)
]
BROKEN = ['{"id": 98, "body": null}', '{"id": 99, "body": "The may']


@pytest.fixture
def rows(folder: Path) -> Path:  # noqa: F811
    """Return an archive of ten rows, two of them broken, with a blank line in between."""
    path = folder / "old.jsonl"
    lines = [json.dumps(row, ensure_ascii=False) for row in STORIES]
    path.write_text("\n".join([*lines[:4], "", *lines[4:], *BROKEN]) + "\n", encoding="utf-8")
    return path


def table(out: Path, name: str) -> list[Row]:
    """Return the rows of a table, by file and row."""
    import pyarrow.parquet as pq  # an extra: tests that need it are skipped without it

    found = [row for path in sorted((out / name).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]
    return sorted(found, key=lambda row: (row["file"], row["row"]))


def contents(out: Path) -> dict[str, bytes]:
    """Return what is in each file of a folder of results, but for notes of who did what."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.parent.name != "done"
    }
