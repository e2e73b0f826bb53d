"""One run over an archive: what is left to do is done, kept and counted."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from attrib_lsp.cli.archive.cluster import by_cluster
from attrib_lsp.cli.archive.folder import SUMMARY, TABLES, sweep, whole
from attrib_lsp.cli.archive.job import Done, Failed, Job
from attrib_lsp.cli.archive.local import by_crew, here
from attrib_lsp.cli.archive.plan import Plan, parts_of
from attrib_lsp.cli.archive.writing import Counts, done
from attrib_lsp.cli.errors import RunError
from attrib_lsp.cli.output import is_terminal, tell
from attrib_lsp.cli.progress import Progress
from attrib_lsp.linter.settings import Settings
from attrib_lsp.reports.words import counted

#: Parts that may fail before the run stops: one may have met a disk that was away for a moment.
MOST_FAILED = 20


@dataclass(frozen=True, slots=True)
class Means:
    """By what the work is done: the workers of a ``scheduler``, or so many ``processes`` here."""

    processes: int
    scheduler: str | None = None


class ArchiveRun:
    """Does what of ``plan`` is not done yet; ``settings`` are those of each of its files."""

    def __init__(self, plan: Plan, settings: Sequence[Settings], out: Path, *, quiet: bool, color: str) -> None:
        """Remember what is to be done."""
        self._plan = plan
        self._settings = {source.file: one for source, one in zip(plan.sources, settings, strict=True)}
        self._columns = {source.file: source.columns for source in plan.sources}
        self._out = out
        self._quiet = quiet
        self._color = color
        self._progress = Progress(plan.size, shown=not quiet and is_terminal(sys.stderr))
        self._failed = 0

    def run(self, means: Means) -> int:
        """Do what is left, write the summary, say what came of it; return the exit status.

        Raises:
            RunError: it cannot be gone on with. What is done stays done.
        """
        left = self._look_back()
        if left:
            try:
                for outcome in self._outcomes(means, min(left, means.processes)):
                    self._count(outcome)
            finally:
                self._progress.hide()
        if self._failed:
            what = "1 part is" if self._failed == 1 else f"{self._failed} parts are"
            self._tell("error", f"{what} not done; give the same command again to do the rest")
            return 2
        self._finish()
        return 0

    def _look_back(self) -> int:
        """See what earlier runs have done; return how many parts are left."""
        left = rows = 0
        for part in parts_of(self._out):
            counts = done(self._out, part, self._plan.key)
            if counts is None:
                left += 1
            else:
                rows += counts.rows
                self._progress.resume(part.size)
        if rows and left:
            self.note(f"going on: {rows:,} of {counted(self._plan.rows, 'row')} are done")
        return left

    def _jobs(self) -> Iterator[Job]:
        """Yield what is left to do.

        That can be less than it was: a worker of a run that was killed may still end its part.
        """
        wish, key = self._plan.wish, self._plan.key
        out = str(self._out.resolve())
        for part in parts_of(self._out):
            if done(self._out, part, key) is None:
                yield Job(part, self._columns[part.file], self._settings[part.file], out, key, wish.edition)

    def _outcomes(self, means: Means, processes: int) -> Iterator[Done | Failed | None]:
        """Yield what becomes of what is left."""
        if means.scheduler is not None:
            return by_cluster(self._jobs(), means.scheduler, self.note)
        return here(self._jobs()) if processes == 1 else by_crew(self._jobs(), processes)

    def _count(self, outcome: Done | Failed | None) -> None:
        """Count what became of a part."""
        if isinstance(outcome, Done):
            self._progress.advance(outcome.part.size, outcome.counts.rows)
        elif isinstance(outcome, Failed):
            self._progress.hide()
            if outcome.hopeless:
                raise RunError(outcome.why)
            self._failed += 1
            self._tell("error", f"{outcome.part.label}: {outcome.why}")
            if self._failed >= MOST_FAILED:
                raise RunError(f"{self._failed} parts have failed; when that is put right, give the same command again")
        else:
            self._progress.look()

    def _finish(self) -> None:
        """See that nothing is missing, and write the summary."""
        import pyarrow.parquet as pq

        from attrib_lsp.reports.archive.page import page
        from attrib_lsp.reports.archive.summary import summarised

        sweep(self._out)
        counts = self._all()
        for table in TABLES:
            kept = sum(pq.read_metadata(path).num_rows for path in (self._out / table).glob("part-*.parquet"))
            if kept != getattr(counts, table):
                raise RunError(f"{self._out / table}: files are missing or were changed; begin with --fresh")
        if counts.rows != self._plan.rows:
            raise RunError(f"{self._out}: {counts.rows:,} rows are done where there are {self._plan.rows:,}")
        files = [source.file for source in self._plan.sources]
        with whole(self._out / SUMMARY) as place:
            place.write_text(page(summarised(self._out), files, self._rules()), encoding="utf-8")
        self._report(counts)

    def _all(self) -> Counts:
        """Return the counts of all parts, by the notes in the folder: whoever did them."""
        found = (done(self._out, part, self._plan.key) for part in parts_of(self._out))
        return sum((counts for counts in found if counts is not None), Counts())

    def _rules(self) -> str:
        """Return how many rules were checked, in words."""
        numbers = {len(settings.enabled) for settings in self._settings.values()}
        return f"Read with {' or '.join(str(one) for one in sorted(numbers))} rules."

    def _report(self, counts: Counts) -> None:
        """Say what came of it, on standard output."""
        if self._quiet:
            return
        aside = (
            f", {counted(counts.rejected, 'row')} set aside (see {self._out / 'rejected'})" if counts.rejected else ""
        )
        lines = (
            f"{counted(counts.stories, 'story', 'stories')}{aside}",
            f"{counted(counts.findings, 'finding')}, {counted(counts.sources, 'source')}, "
            f"{counted(counts.attributions, 'attribution')}",
            f"Summary: {self._out / SUMMARY}",
        )
        sys.stdout.write("\n".join(lines) + "\n")

    def note(self, words: str) -> None:
        """Tell what is worth saying."""
        if not self._quiet:
            self._progress.hide()
            self._tell("note", words)

    def _tell(self, kind: str, words: str) -> None:
        """Write one line to standard error."""
        tell(kind, words, self._color)
