"""Put a finding into its block, with the fixes that the family offers."""

from __future__ import annotations

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import Evidence, Line
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.text.span import Span

#: What a fix leaves for the writer to fill in.
BLANK = "<source>"


def placed(
    evidence: Evidence,
    line: Line,
    span: Span,
    message: str,
    *,
    fixes: tuple[Fix, ...] = (),
    severity: Severity | None = None,
) -> Finding:
    """Return a finding at ``span`` of the paragraph that ``line`` stands in."""
    within = read_blocks(evidence.graph.story)[line.paragraph].prose
    return Finding(span, message, within, fixes=fixes, severity=severity)


def attributing(evidence: Evidence, line: Line) -> Fix:
    """Return the fix that closes the sentence with a blank for its source."""
    sentence = evidence.sentence(line)
    stop = len(sentence.text.rstrip(".!?… "))
    at = sentence.span.start + stop
    return Fix("Add the source", Span(at, at), f", according to {BLANK}")
