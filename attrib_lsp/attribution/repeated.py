"""Find what somebody says in the body and the headline repeats word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrib_lsp.attribution.headline import Manner, Support
from attrib_lsp.attribution.values import CueKind, Place
from attrib_lsp.attribution.vocabulary import words_in
from attrib_lsp.text.span import Span

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

#: Words at least for a repetition to be none by chance.
LEAST_WORDS = 5
#: Share of the headline's words that must stand in the same order in what is said.
REPEATED = 0.88
_TELLING = (CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO, CueKind.EVIDENCE)


def repeated(graph: AttributionGraph) -> Iterator[Support]:
    """Yield the statements of the body whose content the headline's claim repeats, nearly word for word."""
    if graph.headline is None or graph.alignment is None:
        return
    claim = [word for word, _ in words_in(graph.alignment.claim.of(graph.paragraphs[graph.headline].text))]
    if len(claim) < LEAST_WORDS:
        return
    for number, statement in enumerate(graph.statements):
        attribution = statement.attribution
        if statement.paragraph not in graph.body or attribution.kind not in _TELLING or attribution.negated:
            continue
        text = graph.paragraphs[statement.paragraph].text
        said = [word for part in attribution.content for word, _ in words_in(part.of(text))]
        score = in_order(claim, said) / len(claim)
        if score < REPEATED:
            continue
        yield support_of(graph, number, score)


def support_of(graph: AttributionGraph, number: int, score: float) -> Support:
    """Return statement ``number`` as what carries the headline's claim, a ``score`` of whose words it holds."""
    statement = graph.statements[number]
    spans = statement.attribution.content
    unnamed = statement.source is not None and graph.sources[statement.source].kind.unnamed
    place = Place(statement.paragraph, Span(spans[0].start, spans[-1].end))
    return Support(place, score, Manner.UNNAMED if unnamed else Manner.NAMED, number, close=score)


def in_order(wanted: Sequence[str], given: Sequence[str]) -> int:
    """Return how many of the words ``wanted`` stand in ``given`` in the same order (longest common subsequence).

    >>> in_order(["tax", "will", "rise"], ["the", "tax", "will", "soon", "rise"])
    3
    """
    if len(set(wanted) & set(given)) < REPEATED * len(set(wanted)):
        return 0
    row = [0] * (len(given) + 1)
    for word in wanted:
        before = 0
        for place, other in enumerate(given, 1):
            before, row[place] = row[place], before + 1 if word == other else max(row[place], row[place - 1])
    return row[-1]
