"""What a headline rests on, in words: who or what in the story bears it out, and who denies it."""

from __future__ import annotations

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline import Denial
from attrib_lsp.attribution.headline_grounds import Ground, GroundKind, headline_grounds
from attrib_lsp.reports.places import line_of

_WITHOUT_SOURCE = {
    GroundKind.NOBODY: "said to be so; the story does not say by whom",
    GroundKind.OWN_VOICE: "told in the story’s own voice",
    GroundKind.PUBLIC_ACT: "a public act, on record",
    GroundKind.PRESUPPOSED: "taken for granted in passing",
}


def basis_of(graph: AttributionGraph) -> tuple[str, ...]:
    """Return a line for each thing that the headline's claim rests on in the body, then for each denial of it."""
    alignment = graph.alignment
    if alignment is None:
        return ("It makes no claim that can be looked for in the story.",)
    found = [f"line {line_of(graph, ground.place)}: {_words(ground)}" for ground in headline_grounds(graph)]
    found += [_denied(graph, denial) for denial in alignment.denials]
    found += [f"line {line_of(graph, place)}: called false by the story itself" for place in alignment.debunked]
    return tuple(dict.fromkeys(found)) or ("No sentence of the story tells it in these words.",)


def _words(ground: Ground) -> str:
    """Return what a ground is."""
    if ground.source is None:
        return _WITHOUT_SOURCE[ground.kind]
    return f"said by {ground.source.name}{', unnamed' if ground.source.kind.unnamed else ''}"


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
