"""What the uncased encoder cannot see in a word: its letter case, and whether it stands inside a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
STRAIGHT = frozenset('"')

#: Words whose letter case is remembered.
REMEMBERED = 50_000
#: How many shapes there are; zero is that of the pieces that stand for no word.
SHAPES = 17


@lru_cache(maxsize=REMEMBERED)
def case(word: str) -> int:
    """Return the letter case of a word, 0 to 7.

    >>> [case(word) for word in (",", "said", "Paris", "A", "NATO", "iPhone", "2016", "9th")]
    [0, 1, 2, 3, 4, 5, 6, 7]
    """
    if any(letter.isdigit() for letter in word):
        return 7 if any(letter.isalpha() for letter in word) else 6
    if not any(letter.isalpha() for letter in word):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 4 if len(word) > 1 else 3
    return 2 if word[:1].isupper() and not any(letter.isupper() for letter in word[1:]) else 5


def quoted(words: Sequence[str], spaces: Sequence[bool]) -> list[bool]:
    """Say of each word whether it stands inside quotation marks, the marks included.

    ``spaces`` says of each word whether a space follows it. A straight mark opens where none is open.

    >>> quoted(["“", "Yes", "”", ",", "he", "said"], [False, False, False, True, True, False])
    [True, True, True, False, False, False]
    """
    inside, found = False, []
    for number, word in enumerate(words):
        opens = word in OPENING or (word in STRAIGHT and not inside)
        closes = word in CLOSING or (word in STRAIGHT and inside)
        if word in STRAIGHT and inside and number and spaces[number - 1] and not spaces[number]:
            opens, closes = True, False  # the mark before it was never closed
        found.append(inside or opens or closes)
        inside = opens or (inside and not closes)
    return found


def shapes(words: Sequence[str], spaces: Sequence[bool]) -> list[int]:
    """Return the shape of each word, 1 to ``SHAPES - 1``: its case, apart for inside and outside of quotations."""
    return [1 + case(word) + 8 * inside for word, inside in zip(words, quoted(words, spaces), strict=True)]
