"""What the user asked of a run over drafts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from attrib_lsp.cli.errors import Problem
from attrib_lsp.cli.files import STDIN, Input
from attrib_lsp.text.folders import Excludes, nothing
from attrib_lsp.text.length import MOST_WORDS


def every(given: Input) -> bool | Problem:
    """Want every file."""
    return True


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked of a run, whatever it does with the drafts.

    ``output_file`` is where the report goes, None for the screen; ``further`` are the files of other reports.
    ``excludes`` says what is passed over in a folder, ``refuses`` what is though it is named, and ``wanted`` which of
    the rest are read, or what keeps one from being read. A story of more than ``max_words`` is not read.
    """

    paths: tuple[str, ...]
    stdin_filename: str | None = None
    output_file: Path | None = None
    quiet: bool = False
    color: str = "auto"
    excludes: Excludes = nothing
    further: tuple[Path, ...] = ()
    refuses: Excludes = nothing
    wanted: Callable[[Input], bool | Problem] = every
    max_words: int = MOST_WORDS

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that reports go to."""
        return ((self.output_file,) if self.output_file else ()) + self.further

    @property
    def effective_paths(self) -> tuple[str, ...]:
        """The paths given; without any, standard input if its name is given, else the current folder."""
        return self.paths or ((STDIN,) if self.stdin_filename else (".",))
