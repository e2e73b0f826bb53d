"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return ``number`` with its noun, in the plural where it must be.

    >>> counted(1, "story", "stories"), counted(2000, "finding")
    ('1 story', '2,000 findings')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def shortened(text: str, most: int) -> str:
    r"""Return ``text`` in one line, cut between words to ``most`` characters at most, the ellipsis among them.

    >>> shortened("We had no choice,\n she said", 14)
    'We had no…'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept, _, cut = line[:most].rpartition(" ")
    return (kept or cut[: most - 1]).rstrip(" ,;:–—-") + "…"
