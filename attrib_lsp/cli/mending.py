"""``--fix`` and ``--diff``: make the fixes in drafts, or show what they would change."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

from attrib_lsp.cli.drafts import Draft
from attrib_lsp.cli.errors import Problem
from attrib_lsp.cli.rewriting import NotWrittenError, rewrite
from attrib_lsp.linter.fixing import Found, fix_of, mend
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.words import counted
from attrib_lsp.text.readers import UnreadableError

#: Lints a draft; nothing that it does is remembered.
Look = Callable[[Draft], LintedDraft]


class Mender:
    """Mends drafts one by one, and counts: ``fixed`` findings, those ``left``, and ``more`` that are mended if asked.

    ``unfilled`` is how many fixes have left a blank. ``dry``: nothing is written.
    """

    def __init__(self, tell: Callable[[Problem], None], *, unsafe: bool, dry: bool) -> None:
        """Tell what cannot be written by ``tell``."""
        self._tell = tell
        self._unsafe = unsafe
        self._dry = dry
        self.fixed = self.left = self.more = self.unfilled = 0

    def mended(self, draft: Draft, look: Look) -> Draft:
        """Return ``draft`` as it is once its fixes are made, in its file too; a row, or a wrapped story, stays."""
        if draft.origin.id is not None or draft.item is not None:
            self._count(look(draft), 0)
            return draft
        try:
            result = mend(draft.text, lambda text: _found(look(replace(draft, text=text))), unsafe=self._unsafe)
        except UnreadableError:
            look(draft)  # raises the error if that is how the draft is
            self._tell(Problem(draft.origin.path, "the fixes would break the front matter, so none was made"))
            return draft
        after = replace(draft, text=result.text)
        if not self._written(draft, after):
            return draft
        self._count(LintedDraft(draft.origin, {}, result.left), result.fixed)
        self.unfilled += result.unfilled
        return after

    def _count(self, linted: LintedDraft, fixed: int) -> None:
        """Count what is left of a draft's findings."""
        self.fixed += fixed
        self.left += len(linted.findings)
        if not self._unsafe and linted.origin.id is None:
            self.more += sum(fix_of(one, unsafe=True) is not None for one in linted.findings)

    def _written(self, draft: Draft, after: Draft) -> bool:
        """Write a mended draft, standard input's to standard output; say whether that went well."""
        if self._dry:
            return True
        if draft.path is None:
            sys.stdout.buffer.write(draft.codec.encode(after.text))
            sys.stdout.buffer.flush()
        elif after.text != draft.text:
            try:
                rewrite(draft.path, draft.text, after.text, draft.codec)
            except NotWrittenError as error:
                self._tell(Problem(draft.origin.path, str(error)))
                return False
        return True

    def summary(self) -> str | None:
        """Return what was done, in one line; None where there was nothing to do."""
        total = self.fixed + self.left
        if not total:
            return None
        done = "would fix" if self._dry else "fixed"
        more = f"; {self.more:,} more with --unsafe-fixes" if self.more else ""
        unfilled = (
            f"; fill in what stands in <angle brackets>: {counted(self.unfilled, 'blank')}" if self.unfilled else ""
        )
        return f"{done} {self.fixed:,} of {counted(total, 'finding')}{more}{unfilled}"


def _found(linted: LintedDraft) -> list[Found]:
    """Return what was found in a draft, with the sentences."""
    return [(finding, linted.passage(number).span) for number, finding in enumerate(linted.findings)]
