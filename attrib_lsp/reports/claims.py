"""What a story asserts and what it rests on, as a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.table import Table
from rich.text import Text

from attrib_lsp.attribution.claim_table import Claim, claims_of
from attrib_lsp.attribution.claims import Carrier
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.reports.origin import AnalysedDraft
from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.rendering import rendered
from attrib_lsp.reports.sources import NARROWEST
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.reports.words import counted

#: The score from which a claim in the story's own voice is marked.
MARKED = 0.5


def report(drafts: Iterable[AnalysedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield each draft's table with a line on how much of it rests on nobody; ``quiet`` drops that line."""
    for draft in drafts:
        yield terminal.paint(printable(draft.origin.label()), "bold") + "\n"
        claims = claims_of(draft.graph)
        if claims:
            yield rendered(_table(draft.graph, claims), terminal, NARROWEST)
        if not quiet:
            yield summary(claims) + "\n"
        yield "\n"


def _table(graph: AttributionGraph, claims: Iterable[Claim]) -> Table:
    """Return the table of a story's claims in reading order."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("Claim", min_width=24, overflow="fold")
    table.add_column("Rests on", min_width=14, overflow="fold")
    table.add_column("Certainty", justify="right", no_wrap=True)
    table.add_column("Score", justify="right", no_wrap=True)
    for claim in claims:
        style = "yellow" if asks(claim) else ""
        table.add_row(
            Text(printable(words_of(graph, claim)), style=style),
            Text(printable(grounds(graph, claim)), style=style),
            Text(str(claim.certainty)),
            Text(f"{claim.score:.2f}", style=style),
        )
    return table


def words_of(graph: AttributionGraph, claim: Claim) -> str:
    """Return the words of a claim, parts joined by an ellipsis."""
    return " … ".join(span.of(graph.paragraphs[claim.paragraph].text) for span in claim.spans)


def grounds(graph: AttributionGraph, claim: Claim) -> str:
    """Return in words what a claim rests on: the source's name where one is known."""
    if claim.source is None:
        return claim.carrier.value
    name = graph.sources[claim.source].name
    return f"{name} (beside it)" if claim.carrier is Carrier.INHERITED else name


def asks(claim: Claim) -> bool:
    """Say whether a claim rests on nobody, and asks for a source."""
    return claim.carrier is Carrier.OWN_VOICE and claim.score >= MARKED


def summary(claims: Iterable[Claim]) -> str:
    """Return one line on how many claims there are, and how many of them rest on nobody."""
    found = list(claims)
    if not found:
        return "This story claims nothing."
    own = sum(claim.carrier is Carrier.OWN_VOICE for claim in found)
    asking = sum(map(asks, found))
    return f"{counted(len(found), 'claim')}: {own} in the story's own voice, {asking} of them score {MARKED} or more."
