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
    if len(arcs) == 2:
        return [-1, 0]
    scores = arcs.copy()
    np.fill_diagonal(scores, FORBIDDEN)
    inner = scores[1:, 1:]
    heads = inner.argmax(1)
    gains = scores[1:, 0] - inner.max(1)
    found = [-1, *(heads + 1).tolist()]
    found[int(gains.argmax()) + 1] = 0
    return found if is_tree(found) else _of_one_root(scores.astype(np.float64))


def is_tree(heads: Sequence[int]) -> bool:
    """Say whether ``heads`` have one root and lead there from every word.

    >>> is_tree([-1, 2, 0]), is_tree([-1, 2, 1]), is_tree([-1, 0, 0])
    (True, False, False)
    """
    return sum(head == 0 for head in heads) == 1 and not _cycles(heads)


def _of_one_root(scores: NDArray[np.float64]) -> list[int]:
    """Return the best tree in which one word hangs from 0.

    Every arc from 0 is made worse by more than all others can be worth, so that the best tree has as few of them as
    there can be: one (Stanojević and Cohen, 2021, "A Root of a Problem").
    """
    inner = scores[1:, 1:][~np.eye(len(scores) - 1, dtype=bool)]
    bound = scores.copy()
    bound[1:, 0] -= 1 + len(scores) * (max(scores.max(), inner.max()) - min(scores[1:, 0].min(), inner.min()))
    return _maximum_arborescence(bound)


def _maximum_arborescence(scores: NDArray[np.float64]) -> list[int]:
    """Return the best tree by Chu, Liu and Edmonds: cycles are shrunk to one word each until there are none."""
    heads = [-1, *scores[1:].argmax(1).tolist()]
    cycles = _cycles(heads)
    if not cycles:
        return heads
    shrunk = [word for cycle in cycles for word in cycle]
    inside = frozenset(shrunk)
    single = [word for word in range(len(heads)) if word not in inside]
    gains = scores.copy()
    gains[shrunk] -= scores[shrunk, [heads[word] for word in shrunk]][:, None]  # a way in breaks an arc of the cycle
    found = _maximum_arborescence(_small(gains, single, cycles))
    ways = [np.array(cycle)[gains[np.ix_(single, cycle)].argmax(1)].tolist() for cycle in cycles]
    for number, word in enumerate(single[1:], start=1):
        above = found[number] - len(single)
        heads[word] = single[above] if above < 0 else ways[above][number]
    groups = [*([word] for word in single), *cycles]
    for cycle, above in zip(cycles, found[len(single) :], strict=True):
        into = gains[np.ix_(cycle, groups[above])]
        word, head = divmod(int(into.argmax()), into.shape[1])
        heads[cycle[word]] = groups[above][head]
    return heads


def _small(gains: NDArray[np.float64], single: Sequence[int], cycles: Sequence[Sequence[int]]) -> NDArray[np.float64]:
    """Return the smaller problem: the ``single`` words, then one for each of ``cycles``, by their best arcs."""
    words = [word for cycle in cycles for word in cycle]
    begins = np.cumsum([0, *(len(cycle) for cycle in cycles[:-1])])
    into = np.maximum.reduceat(gains[words], begins, axis=0)
    out = np.maximum.reduceat(gains[np.ix_(single, words)], begins, axis=1)
    between = np.maximum.reduceat(into[:, words], begins, axis=1)
    small = np.block([[gains[np.ix_(single, single)], out], [into[:, single], between]])
    np.fill_diagonal(small, FORBIDDEN)
    return small


def _cycles(heads: Sequence[int]) -> list[list[int]]:
    """Return the words of each cycle.

    >>> _cycles([-1, 2, 1, 0, 5, 4, 4])
    [[1, 2], [4, 5]]
    """
    seen = [0] * len(heads)
    found = []
    for start in range(1, len(heads)):
        word, path = start, []
        while word > 0 and not seen[word]:
            seen[word] = start
            path.append(word)
            word = heads[word]
        if word > 0 and seen[word] == start:
            found.append(path[path.index(word) :])
    return found
