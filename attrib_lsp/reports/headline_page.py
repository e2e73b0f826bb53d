"""Headlines compared, as a page in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.reports.headlines import Comparison, LintedHeadline
from attrib_lsp.reports.markdown import document, escaped


def page(comparison: Comparison, title: str) -> str:
    """Return the headlines, the best first, each with what was found in it, under ``title``."""
    parts = (_headline(number, one) for number, one in enumerate(comparison.headlines, start=1))
    return document(f"# {escaped(title)}", *parts)


def _headline(number: int, headline: LintedHeadline) -> str:
    """Return one headline with what was found in it."""
    own = " *(the story’s own)*" if headline.own else ""
    found = [line for finding in headline.draft.findings for line in _finding(headline, finding)]
    return "\n".join((f"## {number}. {escaped(headline.text)}{own}", "", *(found or ["Nothing to mend."])))


def _finding(headline: LintedHeadline, finding: LocatedFinding) -> Iterator[str]:
    """Yield the lines on one finding: what is wrong, with which words, and what the story has."""
    words = finding.span.of(headline.text)
    about = f" (“{escaped(words)}”)" if words.strip() and words != headline.text else ""
    yield f"- **{finding.severity.name.lower()}** {finding.code}{about}: {escaped(finding.message)}"
    for related in finding.related:
        source = headline.draft.sources[related.field]
        line, _ = source.line_column(related.span.start)
        place = f"line {line}" if related.field == "text" else "headline"
        yield f"  - {place}, {escaped(related.message)}: “{escaped(related.span.of(source.text))}”"
