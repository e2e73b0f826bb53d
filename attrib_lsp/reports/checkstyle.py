"""Checkstyle's XML, which Jenkins and many other programs read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.reports.location import location, portable, told
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.reports.xml import DECLARATION, element, opening
from attrib_lsp.rules.finding import Severity

SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info", Severity.HINT: "info"}


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield a document with one element for each draft; the screen and ``quiet`` change nothing."""
    yield DECLARATION + '<checkstyle version="4.3">\n'
    for draft in drafts:
        errors = "".join(f"    {_error(draft, number)}\n" for number in range(len(draft.findings)))
        yield f"  {opening('file', {'name': portable(draft.origin.path)})}\n{errors}  </file>\n"
    yield "</checkstyle>\n"


def _error(draft: LintedDraft, number: int) -> str:
    """Return the element of one finding."""
    finding = draft.findings[number]
    place = location(draft, finding.field, finding.span)
    column: dict[str, str | int] = {} if place.column is None else {"column": place.column}
    about = {"severity": SEVERITIES[finding.severity], "message": told(draft, number)}
    return element("error", {"line": place.line, **column, **about, "source": f"attrib-lsp.{finding.code}"})
