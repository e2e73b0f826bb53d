"""The drafts in a folder and the folders below it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

#: Folders that never hold drafts, beside hidden ones.
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})

#: Says of a path found in a folder, and whether it is a folder itself, that it is to be passed over.
Excludes = Callable[[Path, bool], bool]


def nothing(path: Path, folder: bool) -> bool:
    """Pass over nothing."""
    return False


def ignore(error: OSError) -> None:
    """Say nothing of a folder that cannot be read."""


def files_below(
    folder: str | Path,
    wanted: Callable[[str], bool],
    excludes: Excludes = nothing,
    failed: Callable[[OSError], None] = ignore,
) -> Iterator[Path]:
    """Yield the files in ``folder`` and below whose names are ``wanted``, without hidden files and folders.

    ``failed`` is told of each folder that cannot be read.
    """
    for parent, folders, files in os.walk(folder, onerror=failed):
        seen = [name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS]
        folders[:] = [name for name in seen if not excludes(Path(parent, name), True)]
        found = (Path(parent, name) for name in files if not name.startswith(".") and wanted(name))
        yield from (path for path in found if not excludes(path, False))
