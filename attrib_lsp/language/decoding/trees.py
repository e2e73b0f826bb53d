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
    return found if is_tree(found) else _best_of_roots(scores.astype(np.float64))


def is_tree(heads: Sequence[int]) -> bool:
    """Say whether ``heads`` have one root and lead there from every word.

    >>> is_tree([-1, 2, 0]), is_tree([-1, 2, 1]), is_tree([-1, 0, 0])
    (True, False, False)
    """
    return sum(head == 0 for head in heads) == 1 and not _cycle(heads)


def _best_of_roots(scores: NDArray[np.float64]) -> list[int]:
    """Return the best of the best trees from each root.

    A root's tree scores at most what its words' best heads do. Roots are tried by that bound, until none can win.
    """
    best = scores[1:, 1:].max(1)
    bounds = best.sum() + scores[1:, 0] - best
    found: list[int] = []
    reached = -np.inf
    for root in (-bounds).argsort(kind="stable") + 1:
        if bounds[root - 1] <= reached:
            break
        tree = _from_root(scores, int(root))
        total = scores[range(1, len(tree)), tree[1:]].sum()
        if total > reached:
            found, reached = tree, total
    return found


def _from_root(scores: NDArray[np.float64], root: int) -> list[int]:
    """Return the best tree in which only the word ``root`` hangs from 0."""
    bound = scores.copy()
    bound[1:, 0] = FORBIDDEN
    bound[root] = FORBIDDEN
    bound[root, 0] = scores[root, 0]
    bound[0] = FORBIDDEN
    return _maximum_arborescence(bound)


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
