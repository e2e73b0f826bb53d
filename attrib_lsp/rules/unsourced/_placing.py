"""Put a finding into its block, with the fixes that the family offers."""

from __future__ import annotations

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import Evidence, Line
from attrib_lsp.language.values import Token
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import BLANK, closing, without
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
    return closing("Attribute to …", evidence.sentence(line), f", according to {BLANK}")


def instead_of(evidence: Evidence, line: Line, adverb: Token) -> tuple[Fix, ...]:
    """Return the fixes that put a source in the place of "reportedly", or drop it once the thing is confirmed."""
    dropped = without(evidence.paragraph(line), adverb.span)
    return (
        *closing("Attribute to … instead", evidence.sentence(line), f", {BLANK} said", dropped),
        Fix(f"Cut “{adverb.text}”, once you have confirmed it", dropped.span, dropped.replacement),
    )
