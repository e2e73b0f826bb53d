"""Say what the headline's claim rests on in the body: which sources, the story's own voice, or nothing told there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline import Manner, Support
from attrib_lsp.attribution.reliance import only_presupposed
from attrib_lsp.attribution.values import CueKind, Place, Source, Statement

_DENYING = (CueKind.DENIAL, CueKind.NO_COMMENT)


class GroundKind(Enum):
    """What a headline's claim can rest on."""

    SOURCE = "a source"
    NOBODY = "words like “is said to”, which nobody carries"
    OWN_VOICE = "the story's own voice"
    PUBLIC_ACT = "a public act, on record"
    PRESUPPOSED = "something taken for granted"


@dataclass(frozen=True, slots=True)
class Ground:
    """Something in the body that a headline's claim rests on. ``source`` is set where it is a source."""

    kind: GroundKind
    place: Place
    source: Source | None = None


_KINDS = {
    Manner.IMPERSONAL: GroundKind.NOBODY,
    Manner.ASSERTED: GroundKind.OWN_VOICE,
    Manner.PUBLIC_ACT: GroundKind.PUBLIC_ACT,
}


def headline_grounds(graph: AttributionGraph) -> tuple[Ground, ...]:
    """Return what the headline's claim rests on, each ground once, the sentence that tells most of it first.

    None where the headline claims nothing, and where the story may tell its claim in words too different to be sure.
    A claim that the story only ever takes for granted rests on that, whoever speaks there.
    """
    alignment = graph.alignment
    if alignment is None:
        return ()
    if only_presupposed(alignment) and not alignment.echoes:
        return (Ground(GroundKind.PRESUPPOSED, alignment.supports[0].place),)
    found: dict[tuple[GroundKind, int], Ground] = {}
    for support in sorted(alignment.supports, key=lambda one: -one.score):
        ground = _ground(graph, support)
        if ground is not None:
            found.setdefault((ground.kind, id(ground.source)), ground)
    return tuple(found.values())


def _ground(graph: AttributionGraph, support: Support) -> Ground | None:
    """Return what a sentence that bears on the headline rests on; None where it denies it, or only presupposes it."""
    if support.statement is None:
        kind = _KINDS.get(support.manner)
        return None if kind is None else Ground(kind, support.place)
    statement = outermost(graph, graph.statements[support.statement])
    if statement.attribution.kind in _DENYING:
        return None
    if statement.source is None:
        return Ground(GroundKind.NOBODY, support.place)
    return Ground(GroundKind.SOURCE, support.place, graph.sources[statement.source])


def outermost(graph: AttributionGraph, statement: Statement) -> Statement:
    """Return the statement that ``statement`` is told by ("the airline agreed to it, two people said"), else itself."""
    if not statement.attribution.cue:
        return statement
    cue = statement.attribution.cue[0]
    around = (
        other
        for other in graph.statements_in(statement.paragraph)
        if other is not statement and other.attribution.source and any(p.covers(cue) for p in other.attribution.content)
    )
    return next(around, statement)
