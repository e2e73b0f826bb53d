"""One check: the drafts are linted and mended as asked, and the reports written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from attrib_lsp.cli.asked import Asked
from attrib_lsp.cli.baselines import Baselines
from attrib_lsp.cli.changes import Changes
from attrib_lsp.cli.destinations import Destination
from attrib_lsp.cli.drafts import Draft
from attrib_lsp.cli.errors import Note, RunError
from attrib_lsp.cli.excluding import Excluding
from attrib_lsp.cli.looking import Looker
from attrib_lsp.cli.mending import Mender
from attrib_lsp.cli.output import is_terminal, tell, terminal_of
from attrib_lsp.cli.pages import refuse_others_work
from attrib_lsp.cli.request import Request, every
from attrib_lsp.cli.run import Run
from attrib_lsp.cli.side_by_side import side_by_side
from attrib_lsp.reports.diff import unified
from attrib_lsp.reports.formats import FORMATS, STATISTICS
from attrib_lsp.reports.origin import LintedDraft


class Check:
    """A check of what the user ``asked`` for, without what is passed over."""

    def __init__(self, asked: Asked, excluding: Excluding, look: Looker) -> None:
        """Look which files there are.

        Raises:
            RunError: a report would overwrite a draft, or cannot be written as asked; the baseline cannot be read; git
                cannot tell what has changed.
        """
        self._asked = asked
        self._look = look
        self._baselines = Baselines(excluding.held, asked.baseline)
        self._formats = STATISTICS if asked.statistics else FORMATS
        for place in asked.places:
            if place.format not in self._formats:
                choice = ", ".join(self._formats)
                raise RunError(f"--statistics cannot be written as {place.format}; choose {choice}")
            if place.format == "html" and place.file is not None:
                refuse_others_work(place.file)
        first, *further = sorted((place.file for place in asked.places), key=lambda file: file is not None)
        self._excluding = excluding
        self._changes = None if asked.changed_since is None else Changes.since(asked.changed_since)
        self._run = Run(
            Request(
                asked.paths,
                asked.stdin_filename,
                first,
                asked.quiet,
                asked.color,
                excluding.in_folder,
                tuple(filter(None, further)),
                excluding.named,
                every if self._changes is None else self._changes.wanted,
                asked.max_words,
            )
        )
        self._mender = Mender(self._run.problem, unsafe=asked.unsafe_fixes, dry=asked.diff)
        self._screen = sys.stderr if asked.fix and not asked.diff and asked.reads_stdin else sys.stdout
        self._counts = False
        self._left: set[Path | None] = set()

    def run(self) -> int:
        """Do it, and return the exit status.

        Raises:
            ClosedPipeError: nobody reads the report any more.
            RunError: something stops the whole check.
        """
        with self._look:
            return self._status()

    def _status(self) -> int:
        """Do it, and return the exit status."""
        self._pass_on()
        if self._asked.diff:
            self._run.write(
                piece for pieces in self._run.results(self._difference, self._look.ahead) for piece in pieces
            )
        else:
            drafts = self._noting(self._run.results(self._linted, self._look.ahead))
            reports = [self._report(place) for place in self._asked.places]
            self._run.write_all(
                [place.file for place in self._asked.places], side_by_side(drafts, reports), self._screen
            )
        self._counts |= bool(self._mender.unfilled)  # a blank must not go to print
        self._summarise()
        return 2 if self._run.failed else 1 if self._counts and not self._asked.exit_zero else 0

    def _pass_on(self) -> None:
        """Pass on standard input that is to be mended, but excluded: whoever asked for it wants its text back."""
        name = self._asked.stdin_filename
        if self._screen is sys.stderr and name is not None and self._excluding.named(Path(name), False):
            sys.stdout.buffer.write(sys.stdin.buffer.read())
            sys.stdout.buffer.flush()

    def _passing(self, draft: Draft) -> LintedDraft:
        """Return what is shown of ``draft``, which will come again: it is being mended."""
        return self._sieved(self._look(draft), final=False)

    def _linted(self, draft: Draft) -> LintedDraft:
        """Return what is shown of ``draft``, mended first if that is asked for."""
        self._leave(draft)
        after = self._mender.mended(draft, self._passing) if self._asked.fix else draft
        return self._sieved(self._look(after), final=True)

    def _leave(self, draft: Draft) -> None:
        """Tell once of each file in which no fix is made, though some are asked for."""
        if draft.item is None or draft.path in self._left or not (self._asked.fix or self._asked.diff):
            return
        self._left.add(draft.path)
        told = f"no fix is made in {draft.item.format}; mend it where the story is written"
        self._run.note(Note(draft.origin.path, told))

    def _sieved(self, linted: LintedDraft, *, final: bool) -> LintedDraft:
        """Return a draft without what nobody wants to be told."""
        kept = self._baselines.kept(linted, final=final)
        return kept if self._changes is None else self._changes.kept(kept)

    def _difference(self, draft: Draft) -> Iterator[str]:
        """Return what the fixes would change in ``draft``."""
        self._leave(draft)
        after = self._mender.mended(draft, self._passing)
        self._counts |= after.text != draft.text
        on_screen = self._run.request.output_file is None and is_terminal(sys.stdout)
        return unified(draft.origin.path, draft.text, after.text, self._run.terminal if on_screen else None)

    def _report(self, place: Destination) -> Callable[[Iterable[LintedDraft]], Iterator[str]]:
        """Return the report that goes to ``place``."""
        terminal = terminal_of(None if place.file else self._screen, self._asked.color)
        return lambda drafts: self._formats[place.format](drafts, terminal, self._asked.quiet)

    def _noting(self, drafts: Iterable[LintedDraft]) -> Iterator[LintedDraft]:
        """Yield ``drafts``; note whether any finding counts for the exit status."""
        for draft in drafts:
            self._counts |= any(finding.severity >= self._asked.fail_on for finding in draft.findings)
            yield draft

    def _summarise(self) -> None:
        """Tell what was mended, and what not shown."""
        if self._changes is not None and not self._run.inputs and not self._run.failed:
            self._run.note(Note("--changed-since", f"no draft here has changed since {self._asked.changed_since}"))
        if not self._asked.diff:
            for note in self._baselines.notes():
                self._run.note(note)
        summary = self._mender.summary()
        if summary is not None and not self._asked.quiet:
            tell("note", summary, self._asked.color)
