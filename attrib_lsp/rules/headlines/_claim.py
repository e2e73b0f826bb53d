"""The headline's claim where a rule looks at it, and the fixes that the family offers."""

from __future__ import annotations

from dataclasses import replace

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline import Alignment
from attrib_lsp.attribution.headline_claim import shows_attribution
from attrib_lsp.attribution.values import Paragraph, Place, SourceKind
from attrib_lsp.rules.finding import Fix, Related
from attrib_lsp.rules.mending import BLANK, capital
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span

#: Words at most that a source's name takes in a headline.
SHORT = 4


def flat_claim(graph: AttributionGraph) -> Alignment | None:
    """Return the headline's alignment if it states a claim flatly: no source, no quotation, no mark of doubt."""
    alignment = graph.alignment
    return None if alignment is None or alignment.shows_attribution else alignment


def quoted_claim(graph: AttributionGraph) -> Alignment | None:
    """Return the headline's alignment, its claim with the marks, if only single quotes show that it is somebody's."""
    if graph.alignment is None or graph.headline is None:
        return None
    headline = graph.paragraphs[graph.headline]
    single = all(one.span.of(headline.text)[:1] in ("'", "‘") for one in headline.quotations)
    unmarked = replace(headline, quotations=())
    if not headline.quotations or not single or shows_attribution(unmarked):
        return None
    claim = graph.alignment.claim
    for one in headline.quotations:
        claim = claim.joined(one.span) if one.span.overlaps(claim) else claim
    return replace(graph.alignment, claim=claim)


def prose_of(graph: AttributionGraph, paragraph: int) -> Prose:
    """Return the prose of a paragraph."""
    return read_blocks(graph.story)[paragraph].prose


def headline_of(graph: AttributionGraph) -> Paragraph:
    """Return the headline, read.

    Raises:
        ValueError: the story has none.
    """
    if graph.headline is None:
        raise ValueError("a story without a headline")
    return graph.paragraphs[graph.headline]


def headline_prose(graph: AttributionGraph) -> Prose:
    """Return the headline's prose; see `headline_of` for what it raises."""
    if graph.headline is None:
        raise ValueError("a story without a headline")
    return prose_of(graph, graph.headline)


def related(graph: AttributionGraph, message: str, place: Place) -> Related:
    """Return a pointer to ``place``."""
    return Related(message, place.span, prose_of(graph, place.paragraph))


def short_name(source: str) -> str:
    """Return a source's words as a headline has them, without an article; nothing where they are too many."""
    words = source.split()
    words = words[1:] if words[:1] and words[0].lower() in ("a", "an", "the") else words
    return " ".join(words) if len(words) <= SHORT else ""


def named_before(claim: Span, source: str) -> Fix:
    """Return the fix that names who speaks before a ``claim``."""
    name = short_name(source) or BLANK
    who = "…" if name is BLANK else name
    return Fix(f"Attribute at the start: “{capital(who)}:”", Span(claim.start, claim.start), f"{capital(name)}: ")


def attributing_fixes(claim: Span, text: str, source: str, kind: SourceKind | None) -> tuple[Fix, ...]:
    """Return the fixes that say in the headline ``text`` whose ``claim`` it is: behind it, before it, or by quotes."""
    name = short_name(source) or BLANK
    says = "say" if kind is SourceKind.UNNAMED_GROUP and name is not BLANK else "says"
    who = "…" if name is BLANK else name
    behind = Fix(f"Attribute at the end: “{who} {says}”", Span(claim.end, claim.end), f", {name} {says}")
    before = named_before(claim, source)
    if any(mark in claim.of(text) for mark in '‘"“'):  # no quotation within another
        return (behind, before)
    return (behind, before, Fix("Put the claim in single quotes", claim, f"‘{claim.of(text)}’"))
