"""``--watch``: check again whenever a draft or its configuration has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from attrib_lsp.cli.errors import RunError
from attrib_lsp.cli.files import is_draft
from attrib_lsp.cli.ignoring import NAME as GIT_IGNORE
from attrib_lsp.cli.output import is_terminal, tell
from attrib_lsp.linter.configuration.files import NAMES

#: Clears a terminal, as far back as it can be scrolled.
CLEAR = "\x1b[H\x1b[2J\x1b[3J"
#: Milliseconds between two looks whether the user wants to stop.
PATIENCE = 250

_ABOUT = {*NAMES, GIT_IGNORE}


class Watched:
    """The files and folders that the user named, and what counts as a change of them."""

    def __init__(self, paths: Sequence[str], reports: Sequence[Path], also: Sequence[Path] = ()) -> None:
        """Watch ``paths`` and the files ``also``; ``reports`` are written by ourselves."""
        real = [Path(os.path.realpath(path)) for path in paths]
        self._folders = [path for path in real if path.is_dir()]
        self._files = {path for path in real if not path.is_dir()} | {Path(os.path.realpath(path)) for path in also}
        self._reports = {Path(os.path.realpath(path)) for path in reports}
        self.places = sorted({*self._folders, *(path.parent for path in self._files)})

    def counts(self, changed: str) -> bool:
        """Say whether the change of a file calls for another check."""
        path = Path(os.path.realpath(changed))
        if path in self._reports:
            return False
        if path in self._files or path.name in _ABOUT:
            return True
        return is_draft(path.name) and any(path.is_relative_to(folder) for folder in self._folders)


def changes(watched: Watched) -> Iterator[bool]:
    """Yield whether something that counts has changed, several times a second; several changes at once are one.

    Raises:
        RunError: the library for it is not installed, or a folder is not there.
    """
    try:
        from watchfiles import watch
    except ImportError:
        raise RunError("--watch needs one more library: pip install 'attrib-lsp[watch]'") from None
    missing = [place for place in watched.places if not place.is_dir()]
    if missing:
        raise RunError(f"{missing[0]}: there is no such folder to watch")
    for found in watch(
        *watched.places,
        watch_filter=lambda _, path: watched.counts(path),
        rust_timeout=PATIENCE,
        yield_on_timeout=True,
        raise_interrupt=True,
    ):
        yield bool(found)


def keep_checking(check: Callable[[], int], watched: Watched, color: str) -> None:
    """Run ``check`` now and after each change, until the user interrupts it.

    Raises:
        RunError: nothing can be watched, or the first check cannot be made.
    """
    changed = changes(watched)
    next(changed)  # from now on no change is missed, however long the first check takes
    _run(check, color)
    for one in changed:
        if one:
            try:
                _run(check, color)
            except RunError as error:
                tell("error", str(error), color)


def _run(check: Callable[[], int], color: str) -> None:
    """Check once, on a screen of its own."""
    if is_terminal(sys.stdout):
        sys.stdout.write(CLEAR)
    check()
    tell("note", "watching for changes; press Ctrl-C to stop", color)
