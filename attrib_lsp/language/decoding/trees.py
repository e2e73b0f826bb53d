"""The best tree over a sentence's words, given a score for every arc."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from attrib_lsp.language.arrays import Floats
from attrib_lsp.language.decoding.arborescence import FORBIDDEN, maximum_arborescence


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
    return maximum_arborescence(bound)


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
