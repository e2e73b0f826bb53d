"""Samples as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import torch
from torch import Tensor

from attrib_lsp.language.encoding.shapes import shapes
from attrib_lsp.language.encoding.wordpiece import WordPieces
from pipeline.samples import Sample

NOTHING = -100
#: Pieces of a sample at most; what stands behind is left out.
LONGEST = 510
#: How much an arc, a tag or a name of another parser counts.
SILVER = 0.5


class Batch(NamedTuple):
    """Rows of samples; words count from 1, word 0 is the paragraph. ``sentence`` numbers each word's sentence."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    firsts: Tensor
    labels: dict[str, Tensor]
    sentence: Tensor
    weight: Tensor


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sample in numbers."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    labels: dict[str, list[int]]
    sentence: list[int]
    weight: float


def encoded(sample: Sample, vocabulary: WordPieces, sets: dict[str, dict[str, int]]) -> Encoded:
    """Number the pieces and labels of a sample."""
    pieces, kinds, firsts = [vocabulary.opening], [0], [0]
    for word, shape in zip(sample.words, shapes(sample.words, sample.spaces), strict=True):
        found = vocabulary.of(word)
        if len(pieces) + len(found) > LONGEST:
            break
        firsts.append(len(pieces))
        pieces += found
        kinds += [shape] * len(found)
    count = len(firsts) - 1
    labels = {
        name: [NOTHING, *(sets[name].get(label, NOTHING) for label in getattr(sample, name)[:count])]
        for name in ("tags", "pos", "lemmas", "names", "roles", "relations")
    }
    labels["opens"] = [NOTHING, *(NOTHING if one is None else int(one) for one in sample.opens[:count])]
    labels["heads"] = head_labels(sample, count)
    labels["sources"], labels["contents"] = link_labels(sample, count)
    sentences = accumulate(bool(one) for one in sample.opens[:count])
    return Encoded(
        [*pieces, vocabulary.closing],
        [*kinds, 0],
        firsts,
        labels,
        [0, *(max(number, 1) for number in sentences)],
        1.0 if sample.gold else SILVER,
    )


def head_labels(sample: Sample, count: int) -> list[int]:
    """Return the heads of the first ``count`` words, counted from 1; 0 for a root."""
    labels = [NOTHING] * (count + 1)
    for number, head in enumerate(sample.heads[:count]):
        if head is not None and head < count:
            labels[number + 1] = 0 if head == number else head + 1
    return labels


def link_labels(sample: Sample, count: int) -> tuple[list[int], list[int]]:
    """Return of each cue its source and of each content its cue, by first words counted from 1; 0 for none here."""
    sources, contents = [NOTHING] * (count + 1), [NOTHING] * (count + 1)
    for number, role in enumerate(sample.roles[:count]):
        if role == "B-CONTENT":
            contents[number + 1] = 0
    for link in sample.links:
        if link.cue < count:
            sources[link.cue + 1] = 0 if link.source is None else link.source + 1
            for content in link.contents:
                if content < count:
                    contents[content + 1] = link.cue + 1
    return sources, contents


def batch(rows: Sequence[Encoded], padding: int) -> Batch:
    """Stack samples."""

    def stacked(lists: Sequence[Sequence[int]], empty: int) -> Tensor:
        width = max(map(len, lists))
        return torch.tensor([[*one, *[empty] * (width - len(one))] for one in lists])

    pieces = stacked([row.pieces for row in rows], padding)
    mask = stacked([[1] * len(row.pieces) for row in rows], 0)
    return Batch(
        pieces,
        stacked([row.shapes for row in rows], 0),
        mask,
        stacked([row.firsts for row in rows], 0),
        {name: stacked([row.labels[name] for row in rows], NOTHING) for name in rows[0].labels},
        stacked([row.sentence for row in rows], -1),
        torch.tensor([row.weight for row in rows]),
    )


def batches(rows: Sequence[Encoded], size: int, chance: random.Random, padding: int) -> Iterator[Batch]:
    """Yield the samples in random batches of about ``size`` pieces, samples of like length together."""
    order = list(rows)
    chance.shuffle(order)
    groups: list[list[Encoded]] = []
    pool = 12_000
    for start in range(0, len(order), pool):
        group: list[Encoded] = []
        for row in sorted(order[start : start + pool], key=lambda one: len(one.pieces)):
            if group and len(row.pieces) * (len(group) + 1) > size:
                groups.append(group)
                group = []
            group.append(row)
        groups.append(group)
    chance.shuffle(groups)
    for group in groups:
        yield batch(group, padding)
