"""The best tree over a sentence's words, given a score for every arc."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from attrib_lsp.language.arrays import Floats

FORBIDDEN = -1e9


def best_tree(arcs: Floats) -> list[int]:
    """Return the head of every word: a tree with one root.

    ``arcs`` (words + 1, words + 1): the score of each word (row) hanging from each other (column); 0 is the root.
    The result has -1 in place 0, and 0 for the word at the root.
    """
    heads = greedy(arcs)
    return heads if is_tree(heads) else _with_one_root(arcs)


def greedy(arcs: Floats) -> list[int]:
    """Return the best root and every other word's best head; where that is a tree, none is better."""
    if len(arcs) == 2:
        return [-1, 0]
    scores = arcs.copy()
    np.fill_diagonal(scores, FORBIDDEN)
    inner = scores[1:, 1:]
    heads = inner.argmax(1)
    root = int((scores[1:, 0] - inner.max(1)).argmax())
    found = [-1, *(int(head) + 1 for head in heads)]
    found[root + 1] = 0
    return found


def is_tree(heads: Sequence[int]) -> bool:
    """Say whether ``heads`` have one root and lead there from every word.

    >>> is_tree([-1, 2, 0]), is_tree([-1, 2, 1]), is_tree([-1, 0, 0])
    (True, False, False)
    """
    return sum(head == 0 for head in heads) == 1 and not _cycle(heads)


def _with_one_root(arcs: Floats) -> list[int]:
    """Return the best tree with one root: that of the best root among those that can be."""
    # A penalty larger than any difference lets the root keep one child (Stanojević and Cohen, 2021).
    scores = arcs.astype(np.float64)
    inside = scores[scores > FORBIDDEN / 2]
    scores[1:, 0] -= (inside.max() - inside.min() + 1) * len(scores)
    np.fill_diagonal(scores, FORBIDDEN)
    scores[0] = FORBIDDEN
    return _maximum_arborescence(scores)


def _maximum_arborescence(scores: NDArray[np.float64]) -> list[int]:
    """Return the best tree by Chu, Liu and Edmonds: cycles are shrunk to one word until there are none."""
    size = len(scores)
    heads = [-1, *(int(head) for head in scores[1:].argmax(1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(size, bool)
    inside[cycle] = True
    outside = [word for word in range(size) if not inside[word]]
    # Word number len(outside) of the smaller problem stands for the cycle.
    small = np.full((len(outside) + 1, len(outside) + 1), FORBIDDEN)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    own = scores[cycle, [heads[word] for word in cycle]]
    entering = scores[np.ix_(cycle, outside)] - own[:, None]
    small[-1, :-1] = entering.max(0)
    leaving = scores[np.ix_(outside, cycle)]
    small[:-1, -1] = leaving.max(1)
    found = _maximum_arborescence(small)
    result = list(heads)
    for number, word in enumerate(outside[1:], start=1):
        head = found[number]
        result[word] = cycle[int(leaving[number].argmax())] if head == len(outside) else outside[head]
    broken = cycle[int(entering[:, found[-1]].argmax())]
    result[broken] = outside[found[-1]]
    return result


def _cycle(heads: Sequence[int]) -> list[int]:
    """Return the words of one cycle, or none."""
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        word, path = start, []
        while word > 0 and not seen[word]:
            seen[word] = start
            path.append(word)
            word = heads[word]
        if word > 0 and seen[word] == start:
            return path[path.index(word) :]
    return []
