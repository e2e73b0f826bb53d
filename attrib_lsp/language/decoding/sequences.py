"""The best label sequence under a linear-chain model: Viterbi's algorithm, over many rows at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from attrib_lsp.language.arrays import Floats, Integers

#: The score of a step that may not be taken.
FORBIDDEN = -1e4


class Run(NamedTuple):
    """Words ``[first, end)`` that carry one label."""

    first: int
    end: int
    label: str


def bio_steps(labels: Sequence[str], steps: Floats | None = None) -> Floats:
    """Return the scores of all steps between BIO labels, ``I-X`` behind anything but X forbidden.

    The result and ``steps``, which is added to it, are (labels + 2, labels): from each label to each, from the start,
    to the end.
    """
    made = np.zeros((len(labels) + 2, len(labels)), np.float32) if steps is None else steps.copy()
    for after, label in enumerate(labels):
        if not label.startswith("I-"):
            continue
        for before, other in enumerate(labels):
            if other[2:] != label[2:]:
                made[before, after] = FORBIDDEN
        made[len(labels), after] = FORBIDDEN
    return made


def best_sequences(scores: Floats, lengths: Sequence[int], steps: Floats) -> list[Integers]:
    """Return the best label numbers of each row; ``scores`` (rows, words, labels), ``steps`` as of `bio_steps`."""
    rows, width, _ = scores.shape
    if not rows or not width:
        return [np.zeros(0, np.int64) for _ in range(rows)]
    between, first, last = steps[:-2], steps[-2], steps[-1]
    ends = np.asarray(lengths)
    back = np.zeros(scores.shape, np.int64)
    sums = scores[:, 0] + first
    for word in range(1, width):
        paths = sums[:, :, None] + between
        back[:, word] = paths.argmax(1)
        following = paths.max(1) + scores[:, word]
        sums = np.where((word < ends)[:, None], following, sums)
    labels = (sums + last).argmax(1)
    found = np.zeros((rows, width), np.int64)
    everyone = np.arange(rows)
    for word in range(width - 1, -1, -1):
        inside = word < ends
        found[:, word] = labels
        labels = np.where(inside & (word > 0), back[everyone, word, labels], labels)
    return [found[row, : ends[row]] for row in range(rows)]


def runs(labels: Sequence[str]) -> Iterator[Run]:
    """Yield the spans that BIO labels mark.

    >>> list(runs(["B-ORG", "I-ORG", "O", "B-CUE"]))
    [Run(first=0, end=2, label='ORG'), Run(first=3, end=4, label='CUE')]
    """
    first, current = 0, ""
    for number, label in enumerate([*labels, "O"]):
        if label.startswith("I-") and label[2:] == current:
            continue
        if current:
            yield Run(first, number, current)
        first, current = number, label[2:]
