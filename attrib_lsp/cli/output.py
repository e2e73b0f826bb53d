"""Where a run's words go: the report to standard output or a file, the rest to standard error."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, BinaryIO, TextIO

from attrib_lsp.cli.errors import ClosedPipeError, RunError, reason
from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.terminal import DEFAULT_WIDTH, Terminal


def is_terminal(stream: IO[Any] | None) -> bool:
    """Say whether ``stream`` is there and a terminal; a closed one is none."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def shows_color(stream: IO[Any] | None, color: str) -> bool:
    """Say whether ``stream`` gets colours.

    ``color`` is "always", "never" or "auto": then NO_COLOR and FORCE_COLOR decide (see no-color.org), else whether
    it is a terminal.
    """
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def terminal_of(stream: IO[Any] | None, color: str) -> Terminal:
    """Return what a report must know of ``stream``; None is a file."""
    width = shutil.get_terminal_size().columns if is_terminal(stream) else DEFAULT_WIDTH
    return Terminal(width, shows_color(stream, color))


class Output:
    """Takes the pieces of a report; each is on its way when `write` returns."""

    def __init__(self, file: BinaryIO, name: str, encoding: str = "utf-8") -> None:
        """Write to ``file``, which people know as ``name``."""
        self._file = file
        self._name = name
        self._encoding = encoding

    def write(self, piece: str) -> None:
        """Write one piece; an empty one is none.

        Raises:
            ClosedPipeError: nobody reads any more.
            RunError: the disk is full, say.
        """
        if not piece:
            return
        try:
            self._file.write(piece.encode(self._encoding, "replace"))
            self._file.flush()
        except OSError as error:
            if closed_pipe(error):
                raise ClosedPipeError from error
            raise RunError(f"{self._name}: cannot be written: {reason(error)}") from None


def closed_pipe(error: OSError) -> bool:
    """Say whether ``error`` means that a pipe's reader has gone; Windows has its own number for that."""
    return error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL)


@contextmanager
def output(path: Path | None, screen: TextIO | None = None) -> Iterator[Output]:
    """Open the file at ``path``; without one, the ``screen``, which is standard output unless another is given.

    Files and pipes get UTF-8 whatever the system's habit: programs read them. A terminal gets what it shows.

    Raises:
        RunError: the file cannot be opened.
    """
    if path is None:
        stream = screen or sys.stdout
        stream.flush()
        encoding = stream.encoding if is_terminal(stream) else "utf-8"
        yield Output(stream.buffer, "standard output" if stream is sys.stdout else "standard error", encoding)
        return
    try:
        file = path.open("wb")
    except OSError as error:
        raise RunError(f"{path}: the report cannot be written here: {reason(error)}") from None
    with file:
        yield Output(file, str(path))


def silence() -> None:
    """Give up standard output, so that the interpreter does not try it again at its end."""
    with suppress(OSError, ValueError), Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())


def tell(kind: str, message: str, color: str = "auto") -> None:
    """Write one line to standard error: ``kind`` is "error" or "note"."""
    terminal = Terminal(color=shows_color(sys.stderr, color))
    head = terminal.paint(f"{kind}:", "bold red" if kind == "error" else "bold blue")
    encoding = sys.stderr.encoding or "utf-8"
    line = f"{head} {printable(message)}\n".encode(encoding, "replace").decode(encoding)
    with suppress(OSError, ValueError):
        sys.stderr.write(line)
        sys.stderr.flush()
