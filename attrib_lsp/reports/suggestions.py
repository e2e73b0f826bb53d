"""Fixes as programs take them that know of one replacement only, and of no blanks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.linter.fixing import leaves_blank
from attrib_lsp.linter.located import LocatedFinding, LocatedFix
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``text`` for ``span`` (code points of the file), under a title."""

    title: str
    span: Span
    text: str


def suggestions(draft: LintedDraft, finding: LocatedFinding) -> Iterator[Suggestion]:
    """Yield the fixes of ``finding`` that leave nothing for the writer to fill in; a row, which is JSON, gets none.

    Such programs put a suggestion into the file on a click: a blank would end up in print.
    """
    if draft.origin.id is None:
        for fix in finding.fixes:
            if not leaves_blank(fix) and all(edit.field == "text" for edit in fix.edits):
                yield _joined(draft.sources["text"].text, fix)


def _joined(text: str, fix: LocatedFix) -> Suggestion:
    """Return the edits of a fix, and the words between them, as one."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    at, written = edits[0].span.start, ""
    for edit in edits:
        written += text[at : edit.span.start] + edit.replacement
        at = edit.span.end
    return Suggestion(" ".join(fix.title.split()), Span(edits[0].span.start, at), written)
