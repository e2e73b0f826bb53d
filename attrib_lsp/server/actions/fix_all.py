"""All safe fixes at once: they change typography only, never what the story says."""

from __future__ import annotations

from collections.abc import Iterable

from attrib_lsp.linter.fixing import compatible, fix_of
from attrib_lsp.linter.located import LocatedFinding, LocatedFix


def safe_fixes(findings: Iterable[LocatedFinding]) -> tuple[LocatedFix, ...]:
    """Return a safe fix of each finding that has one, in the order of the text, as far as they can go together.

    Of two that touch the same words the first is returned: once it is made, the other may be another one, or none.
    """
    return tuple(fix for _, fix in compatible((one, one.span, fix_of(one)) for one in findings))


def together(title: str, fixes: Iterable[LocatedFix]) -> LocatedFix:
    """Return safe fixes that go together as a single one."""
    return LocatedFix(title, tuple(edit for fix in fixes for edit in fix.edits), safe=True)
