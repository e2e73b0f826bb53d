"""What git says has changed: which lines of which files."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from attrib_lsp.cli.errors import RunError

#: Options that keep a diff as we read it, whatever the user's configuration is, and keep that from running commands.
_DIFF = (
    *("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--text", "--find-renames"),
    *("--unified=0", "--inter-hunk-context=0", "--ignore-submodules", "--src-prefix=a/", "--dst-prefix=b/"),
)
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_LETTERS = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a file, from one, as git counts them: ``changed`` (first and last), and ``seams``.

    A seam is a line below which some were taken out. None for ``changed`` are all lines.
    """

    changed: tuple[tuple[int, int], ...] | None
    seams: tuple[int, ...] = ()

    def touch(self, first: int, last: int) -> bool:
        """Say whether a stretch of lines was changed.

        >>> lines = Lines(((3, 4),), (9,))
        >>> lines.touch(4, 6), lines.touch(5, 9), lines.touch(9, 10)
        (True, False, True)
        """
        if self.changed is None:
            return True
        return any(first <= end and start <= last for start, end in self.changed) or any(
            first <= seam < last for seam in self.seams
        )


def changed_since(revision: str) -> tuple[Path, dict[str, Lines]]:
    """Return the top of the repository, and what has changed since its history parted from ``revision``, by path.

    What is not committed yet counts, and so do files that git does not know; of a file that was renamed, what was
    changed in it. Paths are real ones.

    Raises:
        RunError: there is no git, no repository, no such revision, or nothing in common with it.
    """
    top, base = parted_from(revision)
    found = {
        os.path.realpath(top / path): lines
        for path, lines in parsed(_raw([*_DIFF, base, "--"], "git diff failed", top))
    }
    others = _raw(["ls-files", "--others", "--exclude-standard", "-z"], "git ls-files failed", top)
    new = [os.fsdecode(name) for name in others.split(b"\0") if name]
    return top, found | {os.path.realpath(top / path): Lines(None) for path in new}


def parted_from(revision: str) -> tuple[Path, str]:
    """Return the top of the repository, and the commit at which its history parted from ``revision``.

    Raises:
        RunError: see `changed_since`.
    """
    top = Path(_git(["rev-parse", "--show-toplevel"], "the current folder is in no git repository").strip())
    if revision.startswith("-"):
        raise RunError(f"--changed-since {revision}: this is no revision")
    name = _git(
        ["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"],
        f"{revision}: there is no such revision; in a shallow clone, fetch it first",
    ).strip()
    base = _git(
        ["merge-base", name, "HEAD"],
        f"{revision} has no history in common with what is checked out; in a shallow clone, fetch more of it",
    ).strip()
    return top, base


def unborn() -> bool:
    """Say whether the current folder is in a repository in which nothing has been committed yet."""
    try:
        _git(["rev-parse", "--show-toplevel"], "")
    except RunError:
        return False
    try:
        _git(["rev-parse", "--verify", "--quiet", "HEAD"], "")
    except RunError:
        return True
    return False


def former_names(base: str, top: Path) -> dict[str, str]:
    """Return what each file that has changed since the commit ``base``, and was there then, was called in it.

    By real path; what it was called counts from ``top``, the top of the repository.

    Raises:
        RunError: git failed.
    """
    arguments = ["diff", "--name-status", "--no-ext-diff", "--no-relative", "--find-renames", "-z", base, "--"]
    parts = iter(os.fsdecode(part) for part in _raw(arguments, "git diff failed", top).split(b"\0"))
    found = {}
    for status in parts:
        if status[:1] in ("R", "C"):
            old, new = next(parts), next(parts)
        elif status:
            old = new = next(parts)
        if status[:1] in ("M", "R", "C", "T"):
            found[os.path.realpath(top / new)] = old
    return found


def blob(revision: str, path: str, asked: str = "--changed-since") -> bytes:
    """Return a file as it is in ``revision``; ``path`` counts from the repository's top, unless it begins with a dot.

    Raises:
        RunError: there is no git, no repository, no such revision or no such file in it; ``asked`` begins its words.
    """
    if revision.startswith("-"):
        raise RunError(f"{asked}: this is no revision")
    return _raw(["cat-file", "blob", f"{revision}:{path}"], "there is no such file or revision in git", asked=asked)


def parsed(diff: bytes) -> Iterator[tuple[str, Lines]]:
    """Yield the files in a diff without context, as they are called now, with the lines that are new in them."""
    name: str | None = None
    changed: list[tuple[int, int]] = []
    seams: list[int] = []
    skipped = 0
    for line in diff.split(b"\n"):
        if skipped and line[:1] in (b"+", b"-"):
            skipped -= 1
        elif line.startswith(b"diff --git "):
            if name is not None:
                yield name, Lines(tuple(changed), tuple(seams))
            name, changed, seams = None, [], []
        elif line.startswith(b"+++ "):
            name = _name(line[4:])
        elif hunk := _HUNK.match(line):
            removed, first, added = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
            skipped = removed + added
            if added:
                changed.append((first, first + added - 1))
            else:
                seams.append(first)
    if name is not None:
        yield name, Lines(tuple(changed), tuple(seams))


def _name(written: bytes) -> str | None:
    r"""Return the name behind ``+++``; None for a file that is gone.

    >>> _name(b"b/a b.txt\t"), _name(b'"b/caf\\303\\251\\t.txt"'), _name(b"/dev/null")
    ('a b.txt', 'café\t.txt', None)
    """
    if written.startswith(b'"'):
        written = _ESCAPE.sub(_unescaped, written.rstrip()[1:-1])
    else:
        written = written.removesuffix(b"\t")
    return os.fsdecode(written[2:]) if written.startswith(b"b/") else None


def _unescaped(found: re.Match[bytes]) -> bytes:
    """Return the byte that an escape means."""
    escape = found[1]
    return bytes([int(escape, 8) & 0xFF]) if len(escape) == 3 else _LETTERS.get(escape, escape)


def _git(arguments: Sequence[str], otherwise: str) -> str:
    """Return what git answers in the current folder."""
    return os.fsdecode(_raw(arguments, otherwise).removesuffix(b"\n"))


def _raw(arguments: Sequence[str], otherwise: str, folder: Path | None = None, asked: str = "--changed-since") -> bytes:
    """Return the bytes that git answers.

    Raises:
        RunError: there is no git, or it failed: ``otherwise`` says what that means, behind what was ``asked``.
    """
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        raise RunError(f"{asked} needs git, and there is none on this machine's PATH") from None
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().splitlines()
        told = f" (git: {said[-1].removeprefix('fatal: ')})" if said and arguments[0] != "merge-base" else ""
        raise RunError(f"{asked}: {otherwise}{told}")
    return done.stdout
