"""Compare versions of stories in a run: read both, pair the stories in them, tell of what cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib_lsp.cli.configurations import DraftSettings, problem_of
from attrib_lsp.cli.drafts import Draft
from attrib_lsp.cli.errors import Note, Problem
from attrib_lsp.cli.excluding import Excluding
from attrib_lsp.cli.run import Run
from attrib_lsp.cli.versions import Side, named, since
from attrib_lsp.linter.errors import ConfigurationError
from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.versions import compare
from attrib_lsp.reports.versions.pair import Pair
from attrib_lsp.text.readers import UnreadableError


class Comparing:
    """Compares pairs of versions for ``run``. ``losses`` and ``changes`` count what was found so far."""

    def __init__(self, run: Run, linter: Linter, held: DraftSettings) -> None:
        """Read with ``linter``; which rules on headlines hold is said by the settings that are ``held``."""
        self._run = run
        self._linter = linter
        self._held = held
        self.losses = 0
        self.changes = 0

    def named(self, paths: Sequence[str], stdin_filename: str | None) -> Iterator[Pair]:
        """Yield the pairs in the two versions that the command line names; see `versions.named` for what it raises."""
        yield from self._pairs(*named(paths, stdin_filename))

    def since(self, revision: str, paths: Sequence[str], excluding: Excluding) -> Iterator[Pair]:
        """Yield the pairs of all stories that have changed since ``revision``; see `versions.since`."""
        nothing = True
        for found in since(revision, paths, excluding.in_folder, excluding.named, self._run.request.files):
            if isinstance(found, Problem):
                self._run.problem(found)
            elif isinstance(found, Note):
                self._run.note(found)
            else:
                nothing = False
                yield from self._pairs(*found)
        if nothing and not self._run.failed:
            self._run.note(Note("--changed-since", f"no story here is another than it was in {revision}"))

    def _pairs(self, old: Side, new: Side) -> Iterator[Pair]:
        """Yield the stories that both files hold, compared: by their names where there are several."""
        before, after = self._drafts(old), self._drafts(new)
        if len(before) == len(after) == 1:
            yield from self._compared(before[0], after[0])
            return
        known = {_name(draft): draft for draft in before}
        for draft in after:
            if _name(draft) in known:
                yield from self._compared(known[_name(draft)], draft)

    def _drafts(self, side: Side) -> list[Draft]:
        """Return the drafts of one version; tell what is wrong with the others."""
        found = []
        for draft in side.drafts():
            if isinstance(draft, Problem):
                self._run.problem(draft)
            elif isinstance(draft, Note):
                self._run.note(draft)
            else:
                found.append(draft)
        return found

    def _compared(self, old: Draft, new: Draft) -> Iterator[Pair]:
        """Yield the comparison of two drafts; tell of what keeps them from being compared."""
        try:
            settings = self._held.of(new.origin.path)
            stories = old.story(), new.story()
        except ConfigurationError as error:
            self._run.problem(problem_of(error))
            return
        except UnreadableError as error:
            self._run.problem(Problem(new.origin.path, str(error), error.line))
            return
        for story, draft in zip(stories, (old, new), strict=True):
            if story.foreign is not None:
                self._run.note(Note(draft.origin.path, "this does not read as English, so it cannot be compared"))
                return
        compared = compare(self._linter, *stories, settings)
        self.losses += len(compared.losses)
        self.changes += len(compared.changes)
        yield Pair(old.origin, new.origin, compared)


def _name(draft: Draft) -> str | int | None:
    """Return what a story is called in a file of several."""
    return draft.origin.id if draft.origin.id is not None else draft.origin.item
