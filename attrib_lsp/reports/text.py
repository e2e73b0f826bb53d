"""The report for people: each finding with its words underlined in the draft, and a closing summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.reports.excerpt import Mark, excerpt
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.terminal import SEVERITY_STYLES, Terminal
from attrib_lsp.reports.words import counted
from attrib_lsp.rules.finding import Severity

#: Severities whose names take no "s" in the plural.
PLURALS = {Severity.INFO: "info"}


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield the report piece by piece as ``drafts`` come in; ``quiet`` leaves the summary out."""
    severities: Counter[Severity] = Counter()
    stories = 0
    for draft in drafts:
        stories += 1
        severities.update(finding.severity for finding in draft.findings)
        for finding in draft.findings:
            yield "\n".join(_lines(draft, finding, terminal)) + "\n\n"
        yield ""
    if not quiet and stories:
        yield summary(severities, stories, terminal) + "\n"


def _lines(draft: LintedDraft, finding: LocatedFinding, terminal: Terminal) -> Iterator[str]:
    """Yield the lines that show one finding."""
    style = SEVERITY_STYLES[finding.severity]
    source = draft.sources[finding.field]
    yield f"{position(draft, finding, terminal)} {code(finding, terminal)} {terminal.paint(finding.name, 'dim')}"
    yield f"  {printable(finding.message)}"
    marks = [Mark(finding.span, "^", style)]
    marks += [Mark(one.span, "-", "blue", one.message) for one in finding.related if one.field == finding.field]
    yield from excerpt(source, marks, terminal)
    for related in finding.related:
        if related.field != finding.field:
            yield terminal.paint(f"  in the {related.field}:", "dim")
            mark = Mark(related.span, "-", "blue", related.message)
            yield from excerpt(draft.sources[related.field], [mark], terminal)


def position(draft: LintedDraft, finding: LocatedFinding, terminal: Terminal) -> str:
    """Return ``path:line:column:``, as editors and terminals recognise it, or ``path:¶paragraph:character:``."""
    line, column = draft.sources[finding.field].line_column(finding.span.start)
    mark = "¶" if draft.origin.by_paragraph else ""
    return terminal.paint(printable(draft.origin.label(finding.field)), "bold") + f":{mark}{line}:{column}:"


def code(finding: LocatedFinding, terminal: Terminal) -> str:
    """Return a finding's severity and code."""
    style = SEVERITY_STYLES[finding.severity]
    return f"{terminal.paint(finding.severity.name.lower(), style)} {terminal.paint(finding.code, style)}"


def summary(severities: Counter[Severity], stories: int, terminal: Terminal) -> str:
    """Return the closing line: how many findings of which severity, in how many stories."""
    where = f"in {counted(stories, 'story', 'stories')}"
    found = sum(severities.values())
    if not found:
        return terminal.paint(f"Found nothing to mend {where}.", "green")
    each = [
        terminal.paint(counted(number, severity.name.lower(), PLURALS.get(severity, "")), SEVERITY_STYLES[severity])
        for severity in sorted(Severity, reverse=True)
        if (number := severities[severity])
    ]
    return f"Found {counted(found, 'finding')} {where} ({', '.join(each)})."
