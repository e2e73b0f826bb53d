"""Where the headline has somebody admit or confirm what they deny in the story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attrib_lsp.attribution.compared import chance
from attrib_lsp.attribution.headline import Manner
from attrib_lsp.attribution.keys import key
from attrib_lsp.attribution.only_denied import denier
from attrib_lsp.attribution.parties import speaker_keys
from attrib_lsp.attribution.values import CueKind, Place, Statement
from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

#: From which probability on the comparer suspects the headline's "admits".
SUSPECTED = 0.4
#: The verb by which somebody makes a report their own, and owns up to nothing.
CONFIRMING = "confirm"


@dataclass(frozen=True, slots=True)
class OwnedUp:
    """A verb of owning up at ``span`` of the headline; whom it is said of denies it at ``place`` of the story.

    ``lemma`` is the verb, ``unknowing`` set for who only professes not to know.
    """

    span: Span
    lemma: str
    place: Place
    unknowing: bool


def owned_up(graph: AttributionGraph) -> Iterator[OwnedUp]:
    """Yield the verbs by which the headline has somebody own up to what the story has them deny, and nothing else.

    Only where the comparer suspects the verb, or the story does not tell it otherwise: it may have moved on from the
    denial.
    """
    if graph.headline is None:
        return
    for statement in graph.statements_in(graph.headline):
        attribution = statement.attribution
        if attribution.negated or not attribution.source or attribution.cue_lemma not in _owning():
            continue
        span = attribution.cue[0]
        suspected = chance(graph.comparison, span, Wrong.POLARITY) >= SUSPECTED
        speaker = speaker_keys(graph, statement)
        if any(_owns_up(graph, one, speaker) for one in graph.statements):
            continue
        denial = next(_denials(graph, statement, speaker), None)
        if denial is not None and (suspected or not (denial[1] or _tells_it(graph))):
            yield OwnedUp(span, attribution.cue_lemma, denial[0], denial[1])


def _denials(graph: AttributionGraph, statement: Statement, speaker: frozenset[str]) -> Iterator[tuple[Place, bool]]:
    """Yield where a ``speaker`` denies what the headline has them own up to, and whether they only do not know of it.

    So does who says of the same thing that there was "no" such or "not".
    """
    for denial in graph.alignment.denials if graph.alignment is not None else ():
        if speaker & speaker_keys(graph, graph.statements[denial.statement]):
            yield denial.place, denial.ignorance
    wanted = graph.said_keys(statement) - speaker
    for one in graph.statements:
        if one.paragraph not in graph.body or not speaker & speaker_keys(graph, one) or one.attribution.negated:
            continue
        paragraph = graph.paragraphs[one.paragraph]
        for part in one.attribution.content:
            told = paragraph.sentence_at(part.start)
            flatly = one.attribution.kind is CueKind.DENIAL
            same = (token for token in told.tokens_in(part) if key(token.lemma) in wanted)
            if any(flatly or denier(told, token) is not None for token in same):
                yield Place(one.paragraph, part), False


def _tells_it(graph: AttributionGraph) -> bool:
    """Say whether whom the headline speaks of tells the same in the story, or the story does."""
    vouched = (Manner.ASSERTED, Manner.PUBLIC_ACT)
    return graph.alignment is None or any(one.own or one.manner in vouched for one in graph.alignment.supports)


def _owning() -> frozenset[str]:
    """Return the verbs of owning up."""
    return words("accusing", "owning_up")


def _owns_up(graph: AttributionGraph, statement: Statement, speaker: frozenset[str]) -> bool:
    """Say whether somebody owns up to anything in the body of the story."""
    one = statement.attribution
    if statement.paragraph not in graph.body or one.negated or one.cue_lemma not in _owning():
        return False
    return not one.source or bool(speaker & speaker_keys(graph, statement))
