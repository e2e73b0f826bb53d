"""The best tree over words by the algorithm of Chu, Liu and Edmonds, in a time that grows as the square of the words.

As Tarjan (1977) has it for dense graphs: from a word its best head is followed, and that one's, and so on; where this
leads back to where it has been, the words of the cycle become one, in place. What repeats itself makes cycles inside of
cycles by the hundred.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

#: The score of an arc that may not be.
FORBIDDEN = -1e9
#: The score of an arc to or from a word that is part of another one by now.
_GONE = -np.inf


def maximum_arborescence(scores: NDArray[np.float64]) -> list[int]:
    """Return the head of every word in the best tree below 0, -1 in place 0; see `best_tree` for ``scores``."""
    return _Search(scores).heads()


class _Search:
    """Words as nodes; those of a cycle become a new node, which takes the place of one of them in the matrix."""

    def __init__(self, scores: NDArray[np.float64]) -> None:
        """Begin with every word by itself."""
        size = len(scores)
        self._scores = scores.copy()
        np.fill_diagonal(self._scores, FORBIDDEN)
        # The words between which the best arc from one place to another leads.
        self._words = np.tile(np.arange(size)[:, None], size)
        self._heads = np.tile(np.arange(size), (size, 1))
        self._node = list(range(size))  # the node in each place of the matrix
        self._above: list[int | None] = [None] * size  # the node that a node has become a part of
        self._arc: list[tuple[int, int]] = [(-1, -1)] * size  # the arc into each node: word and head

    def heads(self) -> list[int]:
        """Return each word's head."""
        size = len(self._scores)
        place = list(range(size))  # where each word's node stands
        done = [True, *[False] * (size - 1)]
        for start in range(1, size):
            path: list[int] = []
            on_path: set[int] = set()
            here = place[start]
            while not done[here]:
                path.append(here)
                on_path.add(here)
                there = int(self._scores[here].argmax())
                self._arc[self._node[here]] = int(self._words[here, there]), int(self._heads[here, there])
                if there in on_path:
                    cycle = path[path.index(there) :]
                    del path[-len(cycle) :]
                    on_path.difference_update(cycle)
                    self._join(cycle)
                    gone = set(cycle[1:])
                    place = [cycle[0] if one in gone else one for one in place]
                    there = cycle[0]
                here = there
            for one in path:
                done[one] = True
        return self._expanded()

    def _join(self, cycle: Sequence[int]) -> None:
        """Make one node, in the first of its places, of those in the places of ``cycle``."""
        first, places = cycle[0], np.array(cycle)
        everywhere = np.arange(len(self._scores))
        # A way in breaks the arc that leads to the same word inside of the cycle.
        rows = self._scores[places] - self._scores[places, np.roll(places, -1)][:, None]
        best = places[rows.argmax(0)]
        into = rows.max(0), self._words[best, everywhere], self._heads[best, everywhere]
        self._scores[first], self._words[first], self._heads[first] = into
        best = places[self._scores[:, places].argmax(1)]
        for matrix in (self._scores, self._words, self._heads):
            matrix[:, first] = matrix[everywhere, best]
        self._scores[places[1:]] = self._scores[:, places[1:]] = _GONE
        self._scores[first, first] = _GONE
        for one in cycle:
            self._above[self._node[one]] = len(self._above)
        self._node[first] = len(self._above)
        self._above.append(None)
        self._arc.append((-1, -1))

    def _expanded(self) -> list[int]:
        """Return each word's head: the arc into a node goes to the one of its parts that holds the arc's word."""
        size = len(self._scores)
        for node in range(len(self._arc) - 1, size - 1, -1):
            part = self._arc[node][0]
            while (above := self._above[part]) is not None and above != node:
                part = above
            self._arc[part] = self._arc[node]
        return [-1, *(head for _, head in self._arc[1:size])]
