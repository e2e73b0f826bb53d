"""Which files a run reads: those named, and the drafts in folders."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from stat import S_ISDIR

from attrib_lsp.cli.errors import Note, Problem, reason
from attrib_lsp.text.folders import Excludes, files_below, nothing
from attrib_lsp.text.markup import markup_of
from attrib_lsp.text.wire.names import is_wrapped

#: The name of standard input among paths.
STDIN = "-"
#: What JSON Lines files are called.
ROWS_SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, or standard input: then ``path`` is None.

    ``label`` names it to people; ``size`` is in bytes, 0 if nobody knows. ``named``: somebody asked for this very
    file; it was not found in a folder.
    """

    label: str
    path: Path | None = None
    size: int = 0
    named: bool = True

    @property
    def has_rows(self) -> bool:
        """Whether it is JSON Lines, by its name."""
        return Path(self.label).suffix.lower() == ROWS_SUFFIX

    @property
    def is_wrapped(self) -> bool:
        """Whether it is of a format made for machines, by its name."""
        return is_wrapped(self.label)


def find(
    paths: Sequence[str],
    stdin_filename: str | None = None,
    reports: Sequence[Path] = (),
    excludes: Excludes = nothing,
    refuses: Excludes = nothing,
) -> Iterator[Input | Problem | Note]:
    """Yield what ``paths`` mean, in their order and each file once; "-" is standard input.

    A file that is named is read whatever it is called. Of a folder come the drafts in it, sorted, without hidden
    files and folders and without what is excluded. What is named is read unless it is refused.
    Files that ``reports`` go to are no drafts.
    """
    seen: set[str] = {os.path.realpath(report) for report in reports}
    for path in paths:
        for found in _meant(path, stdin_filename, excludes, refuses):
            if isinstance(found, Input):
                key = STDIN if found.path is None else os.path.realpath(found.path)
                if key in seen:
                    continue
                seen.add(key)
            yield found


def _meant(
    path: str, stdin_filename: str | None, excludes: Excludes, refuses: Excludes
) -> Iterator[Input | Problem | Note]:
    """Yield what one path means."""
    if path == STDIN:
        if stdin_filename is None or not refuses(Path(stdin_filename), False):
            yield Input(stdin_filename or STDIN)
        return
    try:
        status = Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        yield Problem(path, _missing(path))
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
    else:
        if refuses(Path(path), S_ISDIR(status.st_mode)):
            return
        if S_ISDIR(status.st_mode):
            yield from _drafts_in(path, excludes)
        else:
            yield Input(str(Path(path)), Path(path), status.st_size)


def _drafts_in(folder: str, excludes: Excludes) -> Iterator[Input | Problem | Note]:
    """Yield the drafts in ``folder`` and in the folders below, sorted."""
    problems: list[Problem] = []
    found = list(
        files_below(
            folder, is_draft, excludes, failed=lambda error: problems.append(_unreadable(str(error.filename), error))
        )
    )
    yield from problems
    yield from (_file(path) for path in sorted(found))
    if not found and not problems:
        yield Note(folder, "no drafts here (.txt, .md, .html, .docx, .xml, .json, .jsonl, …)")


def _file(path: Path) -> Input | Problem:
    """Return a file as an input."""
    try:
        return Input(str(path), path, path.stat().st_size, named=False)
    except OSError as error:
        return _unreadable(str(path), error)


def is_draft(name: str) -> bool:
    """Say whether a file found in a folder is taken for a draft."""
    return markup_of(name) is not None or name.lower().endswith(ROWS_SUFFIX) or is_wrapped(name)


def _missing(path: str) -> str:
    """Return words for a path that leads nowhere, with the name most like it in the same folder."""
    wanted = Path(path)
    try:
        nearest = get_close_matches(wanted.name, [one.name for one in wanted.parent.iterdir()], 1, 0.75)
    except OSError:
        nearest = []
    hint = f"did you mean {wanted.with_name(nearest[0])}?" if nearest else "check the spelling and the folder"
    return f"no such file or folder; {hint}"


def _unreadable(path: str, error: OSError | ValueError) -> Problem:
    """Return the problem of a path that the system does not let us read."""
    why = reason(error) if isinstance(error, OSError) else str(error)
    return Problem(path, f"cannot be read: {why}")
