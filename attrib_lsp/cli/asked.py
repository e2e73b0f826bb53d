"""What the user asked of a check."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from attrib_lsp.cli.destinations import Destination
from attrib_lsp.cli.errors import RunError
from attrib_lsp.cli.files import STDIN
from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.length import MOST_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of ``check`` but for those about settings."""

    paths: tuple[str, ...]
    places: tuple[Destination, ...]
    stdin_filename: str | None = None
    quiet: bool = False
    color: str = "auto"
    fail_on: Severity = Severity.WARNING
    exit_zero: bool = False
    statistics: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    baseline: Path | None = None
    changed_since: str | None = None
    watch: bool = False
    max_words: int = MOST_WORDS

    def __post_init__(self) -> None:
        """Refuse what excludes one another.

        Raises:
            RunError: something does.
        """
        if self.unsafe_fixes and not (self.fix or self.diff):
            raise RunError("--unsafe-fixes goes with --fix or --diff: by itself it changes nothing")
        if self.diff and self.statistics:
            raise RunError("--diff and --statistics exclude one another: the one shows changes, the other counts")
        if self.diff and any(place.format != "text" for place in self.places):
            raise RunError("--diff is a format of its own; leave --output-format out")
        if self.reads_stdin and (self.watch or self.changed_since is not None):
            option = "--watch" if self.watch else "--changed-since"
            raise RunError(f"{option} is for files: nobody knows how standard input has changed")

    @property
    def reads_stdin(self) -> bool:
        """Whether standard input is one of the drafts."""
        return STDIN in self.paths or (not self.paths and self.stdin_filename is not None)
