"""What words and names show of a person's gender."""

from __future__ import annotations

from enum import Enum
from functools import cache

from attrib_lsp.lexicons import lexicon, words


class Gender(Enum):
    """What a mention shows of its person; UNKNOWN fits all."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    UNKNOWN = "unknown"

    def fits(self, other: Gender) -> bool:
        """Say whether the two can be one person's."""
        return Gender.UNKNOWN in (self, other) or self is other


def gender_of_word(word: str) -> Gender:
    """Return the gender that a title, a pronoun or a description shows."""
    lower = word.lower()
    if lower in words("people", "masculine"):
        return Gender.MASCULINE
    return Gender.FEMININE if lower in words("people", "feminine") else Gender.UNKNOWN


def gender_of_name(name: str) -> Gender:
    """Return the gender that the given name in a name of two words or more shows.

    >>> gender_of_name("Maria Lind"), gender_of_name("Maria")
    (<Gender.FEMININE: 'feminine'>, <Gender.UNKNOWN: 'unknown'>)
    """
    given, _, rest = name.lower().partition(" ")
    if not rest:
        return Gender.UNKNOWN
    if given in _given("masculine"):
        return Gender.MASCULINE
    return Gender.FEMININE if given in _given("feminine") else Gender.UNKNOWN


def is_given_name(word: str) -> bool:
    """Say whether a word, in whatever letter case, is a given name that people of one gender bear.

    >>> is_given_name("Maria"), is_given_name("Lind")
    (True, False)
    """
    return word.lower() in _given("masculine") or word.lower() in _given("feminine")


@cache
def _given(gender: str) -> frozenset[str]:
    """Return the given names of one gender."""
    return frozenset(lexicon("given_names")[gender].split())
