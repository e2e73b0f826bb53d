"""How much of a story rests on which kind of source: how many sources, and how many of its words they carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import SourceKind, Statement


class Standing(Enum):
    """What a source is to a reader who wants to weigh it."""

    NAMED = "named"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    MEDIA = "media"


STANDINGS = {
    SourceKind.NAMED_PERSON: Standing.NAMED,
    SourceKind.NAMED_ORGANISATION: Standing.NAMED,
    SourceKind.UNNAMED_PERSON: Standing.UNNAMED,
    SourceKind.UNNAMED_GROUP: Standing.UNNAMED,
    SourceKind.DOCUMENT: Standing.DOCUMENT,
    SourceKind.MEDIA_OUTLET: Standing.MEDIA,
}


@dataclass(frozen=True, slots=True)
class Weight:
    """The sources of one kind, and the words of the body that they carry; shares in whole per cent, of 100 in all.

    ``source_start`` and ``word_start`` are where the kind's part of a bar begins, in per cent.
    """

    standing: Standing
    sources: int
    words: int
    source_share: int
    word_share: int
    source_start: int
    word_start: int


@dataclass(frozen=True, slots=True)
class Weights:
    """The kinds that a story has sources of. ``carried`` of the ``words`` of its body are some source's."""

    kinds: tuple[Weight, ...]
    carried: int
    words: int


def weights(graph: AttributionGraph) -> Weights:
    """Return how much of a story rests on which kind of source."""
    sources = Counter(STANDINGS[graph.sources[number].kind] for number in graph.speakers)
    words = Counter(standing for standing in _carried(graph))
    kinds = [standing for standing in Standing if sources[standing]]
    source_shares = percentages([sources[one] for one in kinds])
    word_shares = percentages([words[one] for one in kinds])
    found = tuple(
        Weight(
            one,
            sources[one],
            words[one],
            source_shares[number],
            word_shares[number],
            sum(source_shares[:number]),
            sum(word_shares[:number]),
        )
        for number, one in enumerate(kinds)
    )
    return Weights(found, sum(words.values()), graph.words)


def _carried(graph: AttributionGraph) -> Iterator[Standing]:
    """Yield, for each word of the body that a source carries, that source's kind: the nearest one's where two do."""
    speakers = frozenset(graph.speakers)
    for number in graph.body:
        paragraph = graph.paragraphs[number]
        told = [one for one in graph.statements_in(number) if one.source in speakers]
        told.sort(key=_length)
        for sentence in paragraph.sentences:
            for token in sentence.tokens:
                if token.pos == "PUNCT":
                    continue
                for one in told:
                    if one.source is not None and any(part.covers(token.span) for part in one.attribution.content):
                        yield STANDINGS[graph.sources[one.source].kind]
                        break


def _length(statement: Statement) -> int:
    """Return how long a statement's content is."""
    return sum(len(part) for part in statement.attribution.content)


def percentages(counts: list[int]) -> list[int]:
    """Return shares in whole per cent that make 100 together: what rounding leaves goes to the largest remainders.

    >>> percentages([1, 1, 1]), percentages([0, 0])
    ([34, 33, 33], [0, 0])
    """
    total = sum(counts)
    if not total:
        return [0 for _ in counts]
    shares = [100 * count // total for count in counts]
    order = sorted(range(len(counts)), key=lambda one: (-(100 * counts[one] % total), one))
    for number in order[: 100 - sum(shares)]:
        shares[number] += 1
    return shares
