"""What ``.gitignore`` files have git pass over, for the folders that are searched for drafts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from attrib_lsp.linter.configuration.globs import absolute, wrong_glob

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"
#: Bytes of the longest file of globs that is read.
LARGEST = 1_000_000


class GitIgnores:
    """The ``.gitignore`` files of repositories, read when first asked for; nearer ones go before those above.

    Outside a repository those in the current folder and below count. The user's own list, which git keeps outside
    repositories, does not: a check shall find the same on every desk.
    """

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._spec = cache(_read)
        self._top = cache(_top)
        self._inside = cache(self._is_inside)

    def excludes(self, path: Path, folder: bool) -> bool:
        """Say whether ``path`` is passed over where its folder is searched.

        A folder that the user named is searched, whatever is said of that folder itself.
        """
        path = absolute(path)
        top = self._top(path.parent)
        for holder in (path.parent, *path.parent.parents):
            verdict = self._verdict(holder, path, folder)
            if verdict is not None:
                return verdict
            if holder == top:
                break
        return bool(self._said(top / ".git" / "info" / "exclude", top, path, folder))

    def _verdict(self, holder: Path, path: Path, folder: bool) -> bool | None:
        """Return what the file in the folder ``holder`` says of ``path``; None if nothing."""
        return self._said(holder / NAME, holder, path, folder)

    def _said(self, file: Path, holder: Path, path: Path, folder: bool) -> bool | None:
        """Return what ``file``, whose globs count from ``holder``, says of ``path``; None if nothing."""
        spec = self._spec(file)
        if spec is None or self._inside(file, holder, path.parent):
            return None
        return spec.check_file(_relative(holder, path, folder)).include

    def _is_inside(self, file: Path, holder: Path, folder: Path) -> bool:
        """Say whether ``folder`` or one above it, below ``holder``, is ignored itself: the user has gone into it."""
        spec = self._spec(file)
        if spec is None or folder == holder:
            return False
        return bool(spec.check_file(_relative(holder, folder, True)).include) or self._inside(
            file, holder, folder.parent
        )


def _relative(holder: Path, path: Path, folder: bool) -> str:
    """Return ``path`` as globs see it."""
    return path.relative_to(holder).as_posix() + ("/" if folder else "")


def _top(folder: Path) -> Path:
    """Return the top of the repository that ``folder`` is in; else the current folder, if that is above it."""
    for one in (folder, *folder.parents):
        if (one / ".git").exists():
            return one
    return Path.cwd() if folder.is_relative_to(Path.cwd()) else folder


def _read(file: Path) -> GitIgnoreSpec | None:
    """Return the globs in ``file``, those left out that are none; None if there is no such file, or none in it."""
    try:
        with file.open("rb") as opened:
            text = opened.read(LARGEST).decode("utf-8-sig", "replace")
    except OSError:
        return None
    from pathspec import GitIgnoreSpec

    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    held = [line for line in lines if wrong_glob(line) is None]
    return GitIgnoreSpec.from_lines(held) if held else None
