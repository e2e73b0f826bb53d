"""Which versions of which stories are compared: two files, a file and what git has of it, all that has changed."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from attrib_lsp.cli.drafts import Draft, read, read_from
from attrib_lsp.cli.errors import Note, Problem, RunError
from attrib_lsp.cli.files import STDIN, Input, find
from attrib_lsp.cli.git import blob, former_names, parted_from, unborn
from attrib_lsp.text.folders import Excludes, nothing

#: The revision that a single path is compared with.
HEAD = "HEAD"


@dataclass(frozen=True, slots=True)
class Side:
    """One version to read: a file, or the bytes that git has of one."""

    given: Input
    raw: bytes | None = None

    def drafts(self) -> Iterator[Draft | Problem | Note]:
        """Yield the drafts in it, or what is wrong with them."""
        if self.raw is None:
            yield from read(self.given)
        else:
            yield from read_from(self.given, io.BytesIO(self.raw))


def named(paths: Sequence[str], stdin_filename: str | None) -> tuple[Side, Side]:
    """Return the two versions that a command line names; of a single path, the last commit's and the file itself.

    Raises:
        RunError: there are none or too many, both are standard input, or one of them is nowhere.
    """
    if not paths:
        raise RunError("name two versions, OLD and NEW, or say --changed-since REV; see `attrib-lsp diff --help`")
    if len(paths) > 2:
        raise RunError(
            f"{len(paths)} versions are too many: name OLD and NEW; for several stories, --changed-since REV"
        )
    if len(paths) == 1 and paths[0] != STDIN and Path(paths[0]).is_file():
        path = Path(paths[0]).as_posix()
        real = os.path.realpath(paths[0])
        inside = Path(real).is_relative_to(Path.cwd())
        relative = Path(real).relative_to(Path.cwd()).as_posix() if inside else path
        return _of_git(f"{HEAD}:./{relative}", f"{HEAD}:{path}"), _side(paths[0], None)
    if len(paths) == 1:
        raise RunError(f"{paths[0]}: with what is it to be compared? name the new version, too")
    if paths[0] == paths[1] == STDIN:
        raise RunError("both versions cannot come from standard input; put one of them in a file")
    return _side(paths[0], stdin_filename), _side(paths[1], stdin_filename)


def _side(path: str, stdin_filename: str | None) -> Side:
    """Return the version that one word of a command line means."""
    if path != STDIN and not Path(path).exists() and ":" in path:
        return _of_git(path, path)
    if Path(path).is_dir():
        raise RunError(f"{path}: this is a folder; name one story, or say --changed-since REV for all in it")
    for found in find((path,), stdin_filename):
        if isinstance(found, Input):
            return Side(found)
        raise RunError(str(found))
    raise RunError(f"{path}: there is no story here")


def _of_git(name: str, label: str) -> Side:
    """Return a version that git has, by ``REV:path``; a path that is none from the top may count from this folder."""
    revision, _, path = name.partition(":")
    try:
        raw = blob(revision, path, label)
    except RunError:
        if path.startswith("./") or not path:
            raise
        try:
            raw = blob(revision, f"./{path}", label)
        except RunError:
            raise RunError(f"{label}: there is no such file, and git has no such file or revision either") from None
    return Side(Input(label, size=len(raw)), raw)


def since(
    revision: str,
    paths: Sequence[str],
    excludes: Excludes = nothing,
    refuses: Excludes = nothing,
    reports: Sequence[Path] = (),
) -> Iterator[tuple[Side, Side] | Problem | Note]:
    """Yield the versions of the stories that have changed since ``revision``: as they were there, and as they are.

    A story that is new has no other version, and one that is gone none either; ``reports`` are no stories.

    Raises:
        RunError: git does not know; see `attrib_lsp.cli.git.changed_since`.
    """
    if revision == HEAD and unborn():  # the first commit: every story is new
        return
    top, base = parted_from(revision)
    former = former_names(base, top)
    for found in find(paths or (".",), reports=reports, excludes=excludes, refuses=refuses):
        if not isinstance(found, Input):
            yield found
            continue
        name = former.get(os.path.realpath(found.path)) if found.path is not None else None
        if name is not None:
            raw = blob(base, name)
            label = found.label if Path(name).suffix == Path(found.label).suffix else name
            yield Side(Input(f"{revision}:{Path(label).as_posix()}", size=len(raw)), raw), Side(found)
