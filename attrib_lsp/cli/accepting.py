"""Collect findings into a baseline, and write it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from attrib_lsp.cli.configurations import DraftSettings
from attrib_lsp.cli.errors import RunError, reason
from attrib_lsp.cli.rewriting import replaced
from attrib_lsp.linter.baseline import NAME, Baseline, BaselineError, Known, file_name, read_baseline
from attrib_lsp.reports.location import portable
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.words import counted


class Accepting:
    """A baseline in the making, which goes to ``file``."""

    def __init__(self, held: DraftSettings, file: Path | None) -> None:
        """Begin with nothing; without ``file`` it goes where the configuration of the current folder says.

        Raises:
            RunError: that configuration cannot be followed, or ``file`` holds something else.
        """
        self.file = file or held.baseline_here() or Path(NAME)
        self._files: dict[str, Counter[Known]] = {}
        self._held: Baseline | None = None
        if self.file.exists():
            try:
                self._held = read_baseline(self.file)
            except BaselineError as error:
                raise RunError(f"{self.file}: {error} once you have moved this file away") from None

    def add(self, linted: LintedDraft) -> None:
        """Accept what was found in a draft."""
        found = self._files.setdefault(file_name(self.file, linted.origin.path), Counter())
        found.update((finding.code, linted.passage(number).digest) for number, finding in enumerate(linted.findings))

    def write(self) -> None:
        """Write it, with what was held of other files that are still there.

        Raises:
            RunError: it cannot be written.
        """
        kept = {} if self._held is None else dict(self._held.files)
        others = {name: found for name, found in kept.items() if (self.file.parent / name).exists()}
        try:
            replaced(self.file, Baseline(others | self._files).written().encode("utf-8", "surrogateescape"))
        except OSError as error:
            raise RunError(f"{self.file}: cannot be written: {reason(error)}") from None

    def summary(self) -> str:
        """Return what was done, in one line."""
        found = sum(entries.total() for entries in self._files.values())
        where = counted(sum(bool(entries) for entries in self._files.values()), "file")
        return f"Accepted {counted(found, 'finding')} in {where}: {portable(str(self.file))}"
