"""What a story claims, who carries it, how sure it is, and whether anybody contests it."""

from __future__ import annotations

from dataclasses import dataclass

from attrib_lsp.attribution.claim_table import Claim, claims_of
from attrib_lsp.attribution.claims import Carrier
from attrib_lsp.attribution.contested import ContestedClaim
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Place
from attrib_lsp.reports.claims import asks, grounds, words_of
from attrib_lsp.reports.places import line_of

#: What each certainty means; see `attrib_lsp.attribution.certainty`.
CERTAINTIES = ("denied", "alleged", "possible", "probable", "decided", "told flatly")


@dataclass(frozen=True, slots=True)
class Denied:
    """That a claim is contested: where somebody denies it, None where nobody the reader can weigh bears it out."""

    place: Place | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim: its ``words`` in paragraph ``paragraph`` of the graph, on ``line`` of the draft, and its ground.

    ``asks``: it rests on nobody, and asks for a source.
    """

    paragraph: int
    line: int
    words: str
    carrier: str
    source: int | None
    unnamed: bool
    own_voice: bool
    certainty: int
    sure: str
    asks: bool
    contested: Denied | None


def claim_rows(graph: AttributionGraph) -> tuple[ClaimRow, ...]:
    """Return what the body of a story claims, in reading order."""
    return tuple(_row(graph, claim) for claim in claims_of(graph))


def headline_contested(graph: AttributionGraph) -> Denied | None:
    """Say whether the headline's claim is contested."""
    found = next((one for one in graph.contested if one.told.paragraph == graph.headline), None)
    return None if found is None else Denied(found.denied)


def _row(graph: AttributionGraph, claim: Claim) -> ClaimRow:
    """Return what is told of one claim."""
    contested = next((one for one in graph.contested if _tells(claim, one)), None)
    return ClaimRow(
        claim.paragraph,
        line_of(graph, Place(claim.paragraph, claim.spans[0])),
        words_of(graph, claim),
        grounds(graph, claim),
        claim.source,
        claim.source is not None and graph.sources[claim.source].kind.unnamed,
        claim.carrier is Carrier.OWN_VOICE,
        claim.certainty,
        CERTAINTIES[claim.certainty],
        asks(claim),
        None if contested is None else Denied(contested.denied),
    )


def _tells(claim: Claim, contested: ContestedClaim) -> bool:
    """Say whether ``claim`` is told where the contested one is."""
    told = contested.told
    return told.paragraph == claim.paragraph and any(told.span.overlaps(span) for span in claim.spans)
