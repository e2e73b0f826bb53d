"""Put a finding into its block, with the fixes that the family offers."""

from __future__ import annotations

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import Evidence, Line
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import BLANK, closing
from attrib_lsp.text.span import Span


def placed(
    evidence: Evidence,
    line: Line,
    span: Span,
    message: str,
    *,
    fixes: tuple[Fix, ...] = (),
    severity: Severity | None = None,
    exact: bool = False,
) -> Finding:
    """Return a finding at ``span`` of the paragraph that ``line`` stands in."""
    within = read_blocks(evidence.graph.story)[line.paragraph].prose
    return Finding(span, message, within, fixes=fixes, severity=severity, exact=exact)


def attributing(evidence: Evidence, line: Line) -> tuple[Fix, ...]:
    """Return the fix that closes the sentence with a blank for its source."""
    return closing("Add the source", evidence.sentence(line), f", according to {BLANK}")
