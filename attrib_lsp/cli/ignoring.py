"""What ``.gitignore`` files have git pass over, for the folders that are searched for drafts."""

from __future__ import annotations

from collections.abc import Iterator
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
        self._applying = cache(self._that_apply)

    def excludes(self, path: Path, folder: bool) -> bool:
        """Say whether ``path`` is passed over where its folder is searched.

        A folder that the user named is searched, whatever is said of that folder itself.
        """
        path = absolute(path)
        name = f"{path.name}/" if folder else path.name
        for spec, above in self._applying(path.parent):
            verdict = spec.check_file(above + name).include
            if verdict is not None:
                return verdict
        return False

    def _that_apply(self, folder: Path) -> tuple[tuple[GitIgnoreSpec, str], ...]:
        """Return the globs that hold in ``folder``, the nearest first, with the way to it from where they count.

        Those by which it is ignored itself, or a folder above it, do not: the user has gone into it.
        """
        found = []
        for file, holder in _files(folder):
            spec = self._spec(file)
            above = folder.relative_to(holder).as_posix() + "/" if folder != holder else ""
            if spec is not None and not _ignores(spec, above):
                found.append((spec, above))
        return tuple(found)


def _ignores(spec: GitIgnoreSpec, above: str) -> bool:
    """Say whether globs ignore one of the folders on the way ``above`` to a file."""
    parts = above.split("/")[:-1]
    return any(spec.check_file("/".join(parts[: number + 1]) + "/").include for number in range(len(parts)))


def _files(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the files of globs that may have a say in ``folder``, the nearest first, and where they count from."""
    top = _top(folder)
    for holder in (folder, *folder.parents):
        yield holder / NAME, holder
        if holder == top:
            break
    yield top / ".git" / "info" / "exclude", top


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
