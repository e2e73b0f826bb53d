"""The folder that an archive's results lie in: what is whose in it, and how a file comes there as a whole."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from attrib_lsp.cli.errors import RunError, reason

#: Where the tables lie.
TABLES = ("stories", "findings", "sources", "attributions", "rejected")
#: Which parts are done; each with what came of it.
DONE = "done"
#: Unpacked copies of files that were packed.
UNPACKED = "unpacked"
#: What was asked, of which files; and the parts that the work is laid out in.
PLAN, PARTS = "plan.json", "parts.jsonl"
#: The page for people.
SUMMARY = "summary.html"
#: All that is ours in a folder.
OURS = frozenset({*TABLES, DONE, UNPACKED, PLAN, PARTS, SUMMARY})


def prepared(out: Path, *, fresh: bool) -> None:
    """Make the folder, or see that it is ours; ``fresh`` throws away what an earlier run left.

    Raises:
        RunError: there is something else in it, or it cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        strangers = sorted(one.name for one in out.iterdir() if one.name not in OURS and not one.name.startswith("."))
        if strangers and not (out / PLAN).exists():
            raise RunError(f"{out}: there is something else in this folder ({strangers[0]}); name a new or empty one")
        if fresh:
            (out / PLAN).unlink(missing_ok=True)  # first: without it, no result counts
            for name in OURS:
                _remove(out / name)
        for name in (*TABLES, DONE):
            (out / name).mkdir(exist_ok=True)
    except OSError as error:
        raise RunError(f"{out}: cannot be written: {reason(error)}") from None


def _remove(path: Path) -> None:
    """Remove a file or a folder of ours, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Yield a place to write to; what is there at the end takes the name ``path`` at one stroke, and is on the disk.

    Whoever looks at ``path`` finds all or nothing, and of two who write it at once, one wins.
    """
    place = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        yield place
        with place.open("rb+") as written:
            os.fsync(written.fileno())
        place.replace(path)
    except BaseException:
        with suppress(OSError):
            place.unlink(missing_ok=True)
        raise


def write_json(path: Path, value: object) -> None:
    """Write ``value`` to ``path`` as a whole."""
    with whole(path) as place:
        place.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_json(path: Path) -> dict[str, Any] | None:
    """Return the object that ``path`` holds; None if it is not there or nothing whole."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def sweep(out: Path) -> None:
    """Throw away what runs that were broken off left half written."""
    for name in (".", *TABLES, DONE):
        for path in (out / name).glob(".*.*"):
            if len(path.name.rpartition(".")[2]) == len(uuid4().hex):
                path.unlink(missing_ok=True)
