"""GitLab's code quality report: what a merge request adds and mends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.reports.arrays import members
from attrib_lsp.reports.fingerprints import fingerprints
from attrib_lsp.reports.location import location, told
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.records import Record
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.rules.finding import Severity

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info", Severity.HINT: "info"}


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield an array with one object for each finding; the screen and ``quiet`` change nothing."""
    yield "["
    yield from members(_issues(draft) for draft in drafts)
    yield "\n]\n"


def _issues(draft: LintedDraft) -> Iterator[Record]:
    """Yield what is told of each finding."""
    for number, (finding, fingerprint) in enumerate(zip(draft.findings, fingerprints(draft), strict=True)):
        place = location(draft, finding.field, finding.span)
        yield {
            "description": f"{finding.code} {finding.name}: {told(draft, number)}",
            "check_name": finding.name,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[finding.severity],
            "location": {"path": place.path, "lines": {"begin": place.line, "end": place.end_line}},
        }
