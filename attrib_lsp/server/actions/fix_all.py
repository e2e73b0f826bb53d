"""All safe fixes at once: they change typography only, never what the story says."""

from __future__ import annotations

from collections.abc import Iterable

from attrib_lsp.linter.located import LocatedEdit, LocatedFinding, LocatedFix
from attrib_lsp.server.actions.workspace_edits import applicable
from attrib_lsp.text.span import Span


def safe_fixes(findings: Iterable[LocatedFinding]) -> tuple[LocatedFix, ...]:
    """Return a safe fix of each finding that has one, in the order of the text, as far as they can go together.

    Of two that touch the same words the first is returned: once it is made, the other may be another one, or none.
    """
    chosen: list[LocatedFix] = []
    taken: list[LocatedEdit] = []
    for finding in sorted(findings, key=lambda one: one.span):
        fix = next((fix for fix in finding.fixes if fix.safe and applicable(fix)), None)
        if fix is not None and not any(_clash(edit.span, other.span) for edit in fix.edits for other in taken):
            chosen.append(fix)
            taken += fix.edits
    return tuple(chosen)


def together(title: str, fixes: Iterable[LocatedFix]) -> LocatedFix:
    """Return safe fixes that go together as a single one."""
    return LocatedFix(title, tuple(edit for fix in fixes for edit in fix.edits), safe=True)


def _clash(one: Span, other: Span) -> bool:
    """Say whether two spans share a place: words, or the place at which either puts in something."""
    if one and other:
        return one.overlaps(other)
    return one.start <= other.end and other.start <= one.end
