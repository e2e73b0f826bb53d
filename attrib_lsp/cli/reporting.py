"""One run of ``attrib-lsp report``: drafts are read, and their pages written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from attrib_lsp.cli.configurations import DraftSettings
from attrib_lsp.cli.drafts import Draft
from attrib_lsp.cli.errors import Note, Problem, RunError, reason
from attrib_lsp.cli.found import finding_by
from attrib_lsp.cli.looking import Looker
from attrib_lsp.cli.output import output
from attrib_lsp.cli.pages import Place, refuse_others_work
from attrib_lsp.cli.request import Request
from attrib_lsp.cli.run import Run, load_pipeline
from attrib_lsp.linter.linter import Linter
from attrib_lsp.reports.page.index import Broken, Listed, index, listed
from attrib_lsp.reports.page.naming import INDEX, Names
from attrib_lsp.reports.page.report import told, written
from attrib_lsp.reports.page.story import StoryPage
from attrib_lsp.reports.words import counted


class Reporting:
    """Writes the pages that a user has asked for to their ``place``."""

    def __init__(self, request: Request, held: DraftSettings, place: Place, *, force: bool = False) -> None:
        """Look which files there are.

        Raises:
            RunError: something else is where a page would go.
        """
        self._run = Run(request)
        self._place = place
        self._force = force
        self._look = Looker(held, finding_by(Linter(load_pipeline), keep=True))
        self._drafts: set[str] = set()
        first = place.file if place.file is not None else place.folder / INDEX if place.folder is not None else None
        if first is not None:
            refuse_others_work(first, force)

    def run(self) -> int:
        """Do it, and return the exit status.

        Raises:
            ClosedPipeError: nobody reads standard output any more.
            RunError: a page cannot be written.
        """
        if self._place.folder is None:
            self._one_page()
        else:
            self._folder(self._place.folder)
        return 2 if self._run.failed else 0

    def _told(self, draft: Draft) -> tuple[Draft, StoryPage]:
        """Return a draft, and what its page says."""
        if draft.path is not None:
            self._drafts.add(os.path.realpath(draft.path))
        return draft, told(self._look(draft))

    def _one_page(self) -> None:
        """Write one page on all drafts; none where none could be read."""
        stories = [story for _, story in self._run.results(self._told)]
        if not stories:
            return
        file = self._place.file
        self._write(file, written(stories))
        if file is not None:
            self._run.note(Note(str(file), f"the page on {counted(len(stories), 'story', 'stories')}"))

    def _folder(self, folder: Path) -> None:
        """Write a page on each draft, and the index."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RunError(f"{folder}: the pages cannot be written here: {reason(error)}") from None
        lines = list(self._pages(folder))
        broken = [Broken(one.path, _why(one)) for one in self._run.problems]
        if not lines and not broken:
            return
        self._write(folder / INDEX, index(lines, broken))
        self._run.note(Note(str(folder / INDEX), f"the index of {counted(len(lines), 'story', 'stories')}"))

    def _pages(self, folder: Path) -> Iterator[Listed]:
        """Write the pages one by one, and yield their lines in the index."""
        names = Names()
        roots = [path for path in self._run.request.effective_paths if Path(path).is_dir()]
        for draft, story in self._run.results(self._told):
            below = next((root for root in roots if Path(draft.origin.path).is_relative_to(root)), "")
            name = names.of(draft.origin, below)
            try:
                self._write(folder / name, written([story]))
            except RunError as error:
                self._run.problem(Problem(draft.origin.label(), f"its page is not written: {error}"))
            else:
                yield listed(story, name)

    def _write(self, file: Path | None, page: str) -> None:
        """Write a page.

        Raises:
            ClosedPipeError: nobody reads standard output any more.
            RunError: it cannot be written, or would go over something else.
        """
        if file is not None:
            if os.path.realpath(file) in self._drafts:
                raise RunError(f"{file}: the page would be written over this draft; choose another place")
            refuse_others_work(file, self._force)
        with output(file) as place:
            place.write(page)


def _why(problem: Problem) -> str:
    """Return what is wrong with an input, with its line where that is known."""
    return problem.message if problem.line is None else f"line {problem.line}: {problem.message}"
