"""The format of reviewdog, which comments on pull requests and offers fixes there.

Its columns count bytes of UTF-8, from one, in whatever encoding the file is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.reports.arrays import members
from attrib_lsp.reports.location import location, told
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.records import Record
from attrib_lsp.reports.suggestions import suggestions
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO", Severity.HINT: "INFO"}


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one object with a diagnostic for each finding; the screen and ``quiet`` change nothing."""
    yield '{"source": {"name": "attrib-lsp"}, "diagnostics": ['
    yield from members(_diagnostics(draft) for draft in drafts)
    yield "\n]}\n"


def _diagnostics(draft: LintedDraft) -> Iterator[Record]:
    """Yield what is told of each finding."""
    for number, finding in enumerate(draft.findings):
        place = location(draft, finding.field, finding.span)
        source = draft.sources[finding.field]
        range_ = {"start": {"line": place.line}} if place.column is None else _range(source, finding.span)
        found: Record = {
            "message": f"{finding.name}: {told(draft, number)}",
            "location": {"path": place.path, "range": range_},
            "severity": SEVERITIES[finding.severity],
            "code": {"value": finding.code},
        }
        if offered := [{"range": _range(source, one.span), "text": one.text} for one in suggestions(draft, finding)]:
            found["suggestions"] = offered
        yield found


def _range(source: SourceText, span: Span) -> Record:
    """Return a range; its end is right behind the last byte."""
    return {"start": _position(source, span.start), "end": _position(source, span.end)}


def _position(source: SourceText, offset: int) -> Record:
    """Return a position."""
    line, column = source.line_column(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}
