"""Where results lie: a folder that only the user may look into."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from platformdirs import user_cache_path

#: The file's name; its number changes with what stands in it.
NAME = "results-2.sqlite3"
#: What it was called before: of no use any more.
OLDER = ("results-1.sqlite3",)
#: What else is put into a folder of our own: it keeps backups and git away.
MARKS = {"CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n", ".gitignore": "*\n"}


def usual_folder() -> Path:
    """Return the folder for results where nobody names one."""
    return user_cache_path("attrib-lsp", appauthor=False) / "results"


def prepared(folder: Path) -> Path:
    """Return the file in ``folder``; whatever is not there yet is made so that nobody else may read it.

    Raises:
        OSError: it cannot be made.
    """
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, words in MARKS.items():
            (folder / name).write_text(words, encoding="utf-8")
    path = folder / NAME
    if not path.exists():
        for name in OLDER:
            removed(folder / name)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    return path


def clean(folder: Path) -> int:
    """Take away all results in ``folder``, and the folder if nothing else is in it; return how many bytes are freed.

    Raises:
        OSError: that cannot be done.
    """
    freed = 0
    for path in (*folder.glob("results-*.sqlite3"), *folder.glob("results-*.sqlite3-journal")):
        freed += path.stat().st_size
        path.unlink()
    for name, words in MARKS.items():
        path = folder / name
        if path.is_file() and path.read_text(encoding="utf-8", errors="replace") == words:
            path.unlink()
    with contextlib.suppress(OSError):
        folder.rmdir()
    return freed


def removed(path: Path) -> bool:
    """Remove a broken file, and say whether it is gone."""
    try:
        path.unlink(missing_ok=True)
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    except OSError:
        return False
    return True
