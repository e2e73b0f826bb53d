"""What a headline rests on, in words: who or what in the story bears it out, and who denies it."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline import Alignment, Denial, Manner, Support
from attrib_lsp.attribution.reliance import RETOLD
from attrib_lsp.reports.places import line_of

_MANNERS = {
    Manner.NAMED: "said by {who}",
    Manner.UNNAMED: "said by {who}, unnamed",
    Manner.IMPERSONAL: "said to be so; the story does not say by whom",
    Manner.ASSERTED: "told in the story’s own voice",
    Manner.PUBLIC_ACT: "a public act, on record",
    Manner.PRESUPPOSED: "taken for granted in passing",
}


def basis_of(graph: AttributionGraph) -> tuple[str, ...]:
    """Return a line for each sentence of the body that tells the headline's claim, then for each denial of it.

    Where none tells it closely, those that come nearest count.
    """
    alignment = graph.alignment
    if alignment is None:
        return ("It makes no claim that can be looked for in the story.",)
    found = [_supported(graph, support) for support in _nearest(alignment)]
    found += [_denied(graph, denial) for denial in alignment.denials]
    found += [f"line {line_of(graph, place)}: called false by the story itself" for place in alignment.debunked]
    return tuple(dict.fromkeys(found)) or ("No sentence of the story tells it in these words.",)


def _nearest(alignment: Alignment) -> Iterator[Support]:
    """Yield the sentences that tell the claim closely, else the closest."""
    best = max((one.score for one in alignment.supports), default=0.0)
    yield from (one for one in alignment.supports if one.score >= min(RETOLD, best))


def _supported(graph: AttributionGraph, support: Support) -> str:
    """Return a line on a sentence that bears the claim out."""
    manner = _MANNERS[support.manner].format(who=_who(graph, support.statement))
    return f"line {line_of(graph, support.place)}: {manner}"


def _denied(graph: AttributionGraph, denial: Denial) -> str:
    """Return a line on who denies the claim."""
    what = "professes not to know of it" if denial.ignorance else "denies it"
    return f"line {line_of(graph, denial.place)}: {_who(graph, denial.statement)} {what}"


def _who(graph: AttributionGraph, number: int | None) -> str:
    """Return who makes a statement, as the story names them there or elsewhere."""
    statement = None if number is None else graph.statements[number]
    if statement is None:
        return "somebody"
    if statement.source is not None:
        return graph.sources[statement.source].name
    text = graph.paragraphs[statement.paragraph].text
    return " … ".join(part.of(text) for part in statement.attribution.source) or "somebody"
