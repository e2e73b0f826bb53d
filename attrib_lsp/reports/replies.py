"""Who is accused in a story, of what, and what they answer in it: the evidence for a right-of-reply check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from attrib_lsp.attribution.accusations import established
from attrib_lsp.attribution.blamings import find_blamings
from attrib_lsp.attribution.denials import denies, unknowing
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.parties import Party
from attrib_lsp.attribution.responses import Response, responses
from attrib_lsp.attribution.targets import Target, targets
from attrib_lsp.attribution.values import CueKind, Place
from attrib_lsp.language.remembered import remembered


class Manner(Enum):
    """How somebody answers."""

    DENIED = "denies it"
    UNKNOWING = "says they do not know of it"
    NO_COMMENT = "did not comment"
    ANSWERED = "answers"
    ELSEWHERE = "speaks, but not to this"


@dataclass(frozen=True, slots=True)
class Reply:
    """An accused party with the sentences that accuse it (at least one), in reading order, and its ``answer``.

    ``manner`` says how it answers; both are None where it does not. ``settled``: it was convicted, or admitted it.
    """

    target: Target
    allegations: tuple[Place, ...]
    answer: Place | None
    manner: Manner | None
    settled: bool


@remembered
def replies(graph: AttributionGraph) -> tuple[Reply, ...]:
    """Return who is accused, each party once, in reading order (worked out once)."""
    return tuple(_reply(graph, target) for target in targets(graph))


def _reply(graph: AttributionGraph, target: Target) -> Reply:
    """Return what an accused party is accused of, and its first words on that, else its first words."""
    answers = responses(graph, target.party)
    first = next((one for one in answers if one.to_claim), answers[0] if answers else None)
    return Reply(
        target,
        _allegations(graph, target),
        first.place if first else None,
        _manner(graph, first) if first else None,
        established(graph, target.party),
    )


def _allegations(graph: AttributionGraph, target: Target) -> tuple[Place, ...]:
    """Return the sentences that accuse a party, each once."""
    places = {(place.paragraph, place.span.start): place for place in _accusing(graph, target)}
    return tuple(places[key] for key in sorted(places))


def _accusing(graph: AttributionGraph, target: Target) -> Iterator[Place]:
    """Yield the sentences that accuse a party, some perhaps twice."""
    number = target.place.paragraph
    yield Place(number, graph.paragraphs[number].sentence_at(target.place.span.start).span)
    for one in graph.accusations:
        if _one(one.party, target.party):
            yield one.place
    for blaming in find_blamings(graph):
        if _one(blaming.party, target.party):
            yield Place(blaming.paragraph, blaming.sentence.span)


def _one(party: Party, other: Party) -> bool:
    """Say whether two are one for sure: no word of the shorter name is missing in the longer ("Mr Moran")."""
    return party.keys <= other.keys or other.keys <= party.keys


def _manner(graph: AttributionGraph, response: Response) -> Manner:
    """Return how a party answers."""
    if not response.to_claim:
        return Manner.ELSEWHERE
    if response.statement is None:
        return Manner.ANSWERED
    statement = graph.statements[response.statement]
    paragraph = graph.paragraphs[statement.paragraph]
    if statement.attribution.kind is CueKind.NO_COMMENT:
        return Manner.NO_COMMENT
    if unknowing(paragraph, statement.attribution):
        return Manner.UNKNOWING
    return Manner.DENIED if denies(paragraph, statement.attribution) else Manner.ANSWERED
