"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return ``number`` with its noun, in the plural where it must be.

    >>> counted(1, "story", "stories"), counted(2000, "finding")
    ('1 story', '2,000 findings')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
