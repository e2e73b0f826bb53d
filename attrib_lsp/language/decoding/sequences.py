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
    ends = np.asarray(lengths)
    found = scores.argmax(2)
    hard = _hard(found, ends, steps)
    if len(hard):
        found[hard] = _viterbi(scores[hard], ends[hard], steps)
    return [found[row, : ends[row]] for row in range(rows)]


def _hard(best: Integers, ends: Integers, steps: Floats) -> Integers:
    """Return the rows that are not done by taking each word's best label: all of them if steps have scores.

    If steps are only allowed or forbidden, nothing goes before a row's best labels where they are allowed.
    """
    if not np.isin(steps, (0, FORBIDDEN)).all():
        return np.arange(len(best))
    inside = np.arange(1, best.shape[1]) < ends[:, None]
    broken = (steps[best[:, :-1], best[:, 1:]] < 0) & inside
    return np.flatnonzero(broken.any(1) | (steps[-2, best[:, 0]] < 0))


def _viterbi(scores: Floats, ends: Integers, steps: Floats) -> Integers:
    """Return the best label numbers of each row, up to its end, by Viterbi's algorithm."""
    rows, width, _ = scores.shape
    # Each label's ways in lie side by side, which is how numpy finds the best of them fastest.
    into, first, last = np.ascontiguousarray(steps[:-2].T), steps[-2], steps[-1]
    sums = np.ascontiguousarray(scores.swapaxes(0, 1))
    sums[0] += first
    for word in range(1, width):
        sums[word] += (sums[word - 1, :, None] + into).max(2)
    back = (sums[:-1, :, None] + into).argmax(3)
    labels = (sums[ends - 1, np.arange(rows)] + last).argmax(1)
    found = np.zeros((rows, width), np.int64)
    for row, (end, label) in enumerate(zip(ends.tolist(), labels.tolist(), strict=True)):
        found[row, :end] = _traced(back[: end - 1, row].tolist(), label)
    return found


def _traced(back: Sequence[Sequence[int]], label: int) -> list[int]:
    """Return the labels that lead to the last one, ``label``; ``back`` names the best label before each, by word."""
    labels = [label]
    for before in reversed(back):
        labels.append(before[labels[-1]])
    return labels[::-1]


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
