"""Make headlines of treebank sentences: news writes them without articles and auxiliaries, and treebanks have few."""

from __future__ import annotations

import random
from collections.abc import Sequence

from pipeline.samples import Sample

#: Sentences of this many words make headlines.
SHORTEST, LONGEST = 4, 16
#: How often a headline is written with capitals throughout, as US papers do.
TITLE_CASE = 0.35
_ARTICLES = frozenset({"a", "an", "the"})
_AUXILIARIES = frozenset({"am", "is", "are", "was", "were", "be", "been", "being"})
_SMALL = frozenset({"ADP", "CCONJ", "DET", "PART"})


def headlines(samples: Sequence[Sample], seed: int) -> list[Sample]:
    """Return a headline of each sentence of ``samples`` that is short enough, a sample of its own."""
    chance = random.Random(seed)
    return [
        headlined(sample, first, end, capitals=chance.random() < TITLE_CASE)
        for sample in samples
        for first, end in sentences(sample)
        if SHORTEST <= end - first <= LONGEST and (kept := leavable(sample, first, end)) and any(kept)
    ]


def sentences(sample: Sample) -> list[tuple[int, int]]:
    """Return where the sentences of a sample begin and end."""
    starts = [number for number, opens in enumerate(sample.opens) if opens]
    return list(zip(starts, [*starts[1:], len(sample.words)], strict=True))


def leavable(sample: Sample, first: int, end: int) -> list[bool]:
    """Say of each word of a sentence whether a headline leaves it out: articles, "be" as auxiliary, the last mark."""
    governed = {head for number, head in enumerate(sample.heads[first:end], start=first) if head != number}
    found = []
    for number in range(first, end):
        word, relation = sample.words[number].lower(), sample.relations[number]
        spare = (
            (relation == "det" and word in _ARTICLES)
            or (relation in ("aux", "aux:pass", "cop") and word in _AUXILIARIES)
            or (number == end - 1 and word == ".")
        )
        found.append(spare and number not in governed)
    return found


def headlined(sample: Sample, first: int, end: int, *, capitals: bool) -> Sample:
    """Return the sentence ``[first, end)`` of a sample as a headline, its tree kept."""
    spare = leavable(sample, first, end)
    kept = [number for number in range(first, end) if not spare[number - first]]
    places = {number: place for place, number in enumerate(kept)}
    words = [sample.words[number] for number in kept]
    for place, number in enumerate(kept):
        if place == 0 or (capitals and sample.pos[number] not in _SMALL):
            words[place] = words[place][:1].upper() + words[place][1:]
    heads = [sample.heads[number] for number in kept]
    return Sample(
        words=words,
        spaces=[sample.spaces[number] for number in kept],
        tags=[sample.tags[number] for number in kept],
        pos=[sample.pos[number] for number in kept],
        lemmas=[sample.lemmas[number] for number in kept],
        heads=[None if head is None else places.get(head) for head in heads],
        relations=[sample.relations[number] for number in kept],
        opens=[place == 0 for place in range(len(kept))],
        names=[None if capitals else sample.names[number] for number in kept],
        roles=[None] * len(kept),
    )
