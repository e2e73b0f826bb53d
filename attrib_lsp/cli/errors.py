"""What goes wrong in a run, told in one line each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a file, or a row of one, from being checked; ``line`` counts from one. The others are still checked.

    >>> str(Problem("wire.jsonl", "this row has no text", 7))
    'wire.jsonl:7: this row has no text'
    """

    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        """Say where and what."""
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.message}"


@dataclass(frozen=True, slots=True)
class Note:
    """What is worth saying of a path without being wrong."""

    path: str
    message: str

    def __str__(self) -> str:
        """Say where and what."""
        return f"{self.path}: {self.message}"


class RunError(Exception):
    """What stops the whole run. Its text says what is wrong and what to do."""


class FaultError(Exception):
    """A fault in attrib-lsp that came up in another process; its text is what `fault` says of it there."""


class ClosedPipeError(Exception):
    """Whoever read the report has stopped reading."""


def reason(error: OSError) -> str:
    """Return why the system refused, in its words: "permission denied".

    >>> reason(PermissionError(13, "Permission denied"))
    'permission denied'
    """
    words = error.strerror or str(error) or type(error).__name__
    return words[:1].lower() + words[1:]


def fault(error: Exception) -> str:
    """Return one line about an exception that nobody foresaw."""
    if isinstance(error, FaultError):
        return str(error)
    words = " ".join(str(error).split())
    told = f"{type(error).__name__}: {words}" if words else type(error).__name__
    return f"{told} (this is a fault in attrib-lsp, please report it)"
