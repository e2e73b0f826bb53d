"""What a story asserts and what it rests on, as a page in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.attribution.claim_table import Claim, claims_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Place
from attrib_lsp.reports.claims import asks, grounds, summary, words_of
from attrib_lsp.reports.markdown import document, escaped, table
from attrib_lsp.reports.places import line_of

_HEADS = ("Line", "Claim", "Rests on", "Certainty", "Score")
_KEY = (
    "Certainty runs from 0 (denied) to 5 (told flatly); the score, from 0 to 1, says how much a claim asks for a "
    "source. **Bold** ones rest on nobody and ask for one."
)


def page(graph: AttributionGraph, title: str) -> str:
    """Return the claims of a story's body in reading order, under ``title``."""
    claims = claims_of(graph)
    drawn = table(_HEADS, _rows(graph, claims)) if claims else ""
    return document(f"# {escaped(title)}", summary(claims), drawn, _KEY if claims else "")


def _rows(graph: AttributionGraph, claims: Iterable[Claim]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each claim."""
    for claim in claims:
        line = line_of(graph, Place(claim.paragraph, claim.spans[0]))
        words = escaped(words_of(graph, claim))
        yield (
            str(line),
            f"**{words}**" if asks(claim) else words,
            escaped(grounds(graph, claim)),
            str(claim.certainty),
            f"{claim.score:.2f}",
        )
