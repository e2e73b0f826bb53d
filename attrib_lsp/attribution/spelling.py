"""How alike two spellings are."""

from __future__ import annotations


def slips(one: str, other: str, most: int) -> int:
    """Return how many slips lie between two spellings: letters left out, added, changed, or two neighbours swapped.

    Counting stops beyond ``most``. The measure is Damerau's with optimal string alignment (Damerau 1964).

    >>> slips("hamitlon", "hamilton", 2), slips("kovalneko", "kovalenko", 2), slips("paris", "london", 2)
    (1, 1, 3)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row = row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = above
    return min(row[-1], most + 1)
