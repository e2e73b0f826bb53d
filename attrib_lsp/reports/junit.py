"""JUnit's XML, which every build server shows: a suite for each draft, a case for each finding.

Errors and warnings are failures. Hints and infos are cases that pass and say what was found: they turn no pipeline red.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.reports.location import location, portable, told
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.reports.xml import DECLARATION, element, opening
from attrib_lsp.rules.finding import Severity

#: The mildest finding that is a failure.
FAILS = Severity.WARNING


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield a document with one suite for each draft; the screen and ``quiet`` change nothing."""
    yield DECLARATION + '<testsuites name="attrib-lsp">\n'
    for draft in drafts:
        name = portable(draft.origin.label())
        cases = [_case(draft, number, name) for number in range(len(draft.findings))]
        cases = cases or [element("testcase", {"name": "attrib-lsp", "classname": name, "time": "0"})]
        failures = sum(finding.severity >= FAILS for finding in draft.findings)
        counts: dict[str, str | int] = {"tests": len(cases), "failures": failures, "errors": 0, "time": "0"}
        written = "".join(f"    {case}\n" for case in cases)
        yield f"  {opening('testsuite', {'name': name, **counts})}\n{written}  </testsuite>\n"
    yield "</testsuites>\n"


def _case(draft: LintedDraft, number: int, name: str) -> str:
    """Return the case of one finding."""
    finding = draft.findings[number]
    place = location(draft, finding.field, finding.span)
    at = f"{place.line}" if place.column is None else f"{place.line}:{place.column}"
    message = told(draft, number)
    kind = finding.severity.name.lower()
    words = f"{place.path}:{at}: {kind} {finding.code} {finding.name}: {message}"
    if finding.severity >= FAILS:
        inside = element("failure", {"type": kind, "message": message}, words)
    else:
        inside = element("system-out", {}, words)
    title = f"{finding.code} {finding.name} {at}"
    return f"{opening('testcase', {'name': title, 'classname': name, 'time': '0'})}{inside}</testcase>"
