"""Globs as in a ``.gitignore``: ``*.md`` at any depth, ``opinion/*.md`` from the file's folder, ``wire/`` a folder."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def wrong_glob(pattern: str, *, may_reopen: bool = True) -> str | None:
    """Return what is wrong with a glob, None if nothing; ``may_reopen`` is whether it may begin with "!"."""
    if not pattern.strip() or pattern.startswith("#"):
        return f"{pattern!r} matches no file"
    if pattern.startswith("!") and not may_reopen:
        return f"{pattern!r} begins with “!”, which only “exclude” knows"
    try:
        _spec((pattern,))
    except ValueError:
        return f"{pattern!r} is no glob; write one as in a .gitignore file, such as opinion/*.md"
    return None


def matches(patterns: tuple[str, ...], root: Path, path: Path, *, folder: bool = False) -> bool:
    """Say whether ``patterns``, which count from the folder ``root``, match ``path``, a ``folder`` or a file.

    Nothing outside of ``root`` is matched. Both paths are absolute.
    """
    if not patterns:
        return False
    try:
        inside = path.relative_to(root).as_posix()
    except ValueError:
        return False
    return inside != "." and _spec(patterns).match_file(inside + "/" if folder else inside)


def absolute(path: str | Path) -> Path:
    """Return ``path`` from the top, links as they are: a draft belongs to the folder that it was opened in."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - the way that pathlib has resolves links


@lru_cache(maxsize=512)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """Return the compiled patterns."""
    # Imported when there is a glob: most drafts have none, and all commands would wait for it.
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
