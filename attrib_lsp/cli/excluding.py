"""Which files and folders a run passes over, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from attrib_lsp.cli.configurations import DraftSettings
from attrib_lsp.cli.errors import RunError
from attrib_lsp.cli.ignoring import GitIgnores
from attrib_lsp.linter.configuration.globs import absolute, matches, wrong_glob


@dataclass(frozen=True, slots=True)
class Excluding:
    """What is passed over: by the configuration, by ``globs`` from the current folder, by ``.gitignore`` files.

    ``forced``: the first two hold for files that are named, too.
    """

    held: DraftSettings
    globs: tuple[str, ...] = ()
    forced: bool = False
    git: bool = True
    _ignores: GitIgnores = field(default_factory=GitIgnores)

    def __post_init__(self) -> None:
        """Look whether the globs are some.

        Raises:
            RunError: one is none.
        """
        for one in self.globs:
            if (why := wrong_glob(one)) is not None:
                raise RunError(f"--exclude: {why}")

    def in_folder(self, path: Path, folder: bool) -> bool:
        """Say whether ``path``, found in a folder, is passed over."""
        return self._excluded(path, folder) or (self.git and self._ignores.excludes(path, folder))

    def named(self, path: Path, folder: bool) -> bool:
        """Say whether ``path``, which the user named, is passed over."""
        return self.forced and self._excluded(path, folder)

    def _excluded(self, path: Path, folder: bool) -> bool:
        """Say whether a glob excludes ``path``."""
        return self.held.excludes(path, folder) or matches(self.globs, Path.cwd(), absolute(path), folder=folder)


def globs_in(given: Sequence[str]) -> tuple[str, ...]:
    """Return the globs in values of an option: one or several in each, parted by commas.

    >>> globs_in(["wire/, *.old.txt", "a.md"])
    ('wire/', '*.old.txt', 'a.md')
    """
    return tuple(one.strip() for part in given for one in part.split(",") if one.strip())
