"""Find where in the story the headline's claim is first told, if that is nowhere near its beginning."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lsp.attribution.coverage import coverage
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline import Support
from attrib_lsp.attribution.vocabulary import Vocabulary
from attrib_lsp.text.headline import ends_sentence

#: Score from which a sentence tells the headline's claim, and the share of it that must stand in one clause there.
TOLD, CLOSE = 0.7, 0.5
#: Shares of the headline's words from which one paragraph, or all of the story's beginning, may be telling it in
#: words that nobody listed.
FAMILIAR, ALL_FAMILIAR = 0.5, 0.75
#: Content words that a headline needs, for such a share to say anything.
LEAST = 3


def running(graph: AttributionGraph) -> tuple[int, ...]:
    """Return the numbers of the body's paragraphs that run on as a story does: no labels, names or single lines."""
    return tuple(number for number in graph.body if ends_sentence(graph.paragraphs[number].text))


def told_late(graph: AttributionGraph, beginning: int) -> Support | None:
    """Return the first sentence that tells the headline's claim where nothing before it does, or could.

    The ``beginning`` is so many `running` paragraphs, with the deck. None where one of these has half of the
    headline's words, or all have most of them, where the headline claims nothing, and where the story never tells it.
    """
    alignment = graph.alignment
    numbers = running(graph)
    if alignment is None or graph.headline is None or len(numbers) <= beginning:
        return None
    first = next(iter(alignment.supports), None)
    if first is None or first.score < TOLD or first.close < CLOSE or not first.doer:
        return None
    end = numbers[beginning]
    if first.place.paragraph < end or any(one.paragraph < end for one in (*alignment.echoes, *alignment.debunked)):
        return None
    if any(denial.place.paragraph < end for denial in alignment.denials):
        return None
    deck = () if graph.deck is None else (graph.deck,)
    return None if _could_tell(graph, (*deck, *range(graph.body.start, end))) else first


def _could_tell(graph: AttributionGraph, numbers: Sequence[int]) -> bool:
    """Say whether the paragraphs ``numbers`` hold so many of the headline's words that they may tell its claim."""
    headline = graph.paragraphs[graph.headline or 0]
    opening = [(number, graph.paragraphs[number]) for number in numbers]
    together = coverage(headline, Vocabulary.of(opening))
    if together.words < LEAST or together.share >= ALL_FAMILIAR:
        return True
    return any(coverage(headline, Vocabulary.of([one])).share >= FAMILIAR for one in opening)
