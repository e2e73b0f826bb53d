"""Names in whole: a body's name does not end before the common noun that heads it ("Halden Mining", "Delmar Foods")."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lsp.language.decoding.sequences import Run
from attrib_lsp.lexicons import words as listed

_GROWING = ("PERSON", "ORG", "PLACE", "MISC")
#: From this share of capitalised words on, letter case says nothing: a headline in title case.
TITLE_CASE = 0.6


def whole(names: Sequence[Run], words: Sequence[str], heads: Sequence[int], relations: Sequence[str]) -> list[Run]:
    """Return ``names``, grown over the capitalised common noun behind them that their last word is a compound of.

    A person's name that grows so is a body's: people do not modify what they are called by.

    >>> whole([Run(3, 4, "PERSON")], "They then sued Halden Mining again".split(), [2, 2, 2, 4, 2, 2], ["compound"] * 6)
    [Run(first=3, end=5, label='ORG')]
    """
    letters = [word for word in words if word[:1].isalpha()]
    if sum(word[:1].isupper() for word in letters) >= TITLE_CASE * max(len(letters), 1):
        return list(names)
    taken = {number for name in names for number in range(name.first, name.end)}
    return [
        _grown(name)
        if name.label in _GROWING and _goes_on(name, words, heads, relations) and name.end not in taken
        else _of_body(name, words)
        for name in names
    ]


def _of_body(name: Run, words: Sequence[str]) -> Run:
    """Return a name; as a body's where its last word says so.

    >>> _of_body(Run(0, 2, "PERSON"), ["Nordal", "Mining"]), _of_body(Run(0, 2, "PERSON"), ["Piet", "Moran"])
    (Run(first=0, end=2, label='ORG'), Run(first=0, end=2, label='PERSON'))
    """
    of_body = name.end - name.first > 1 and words[name.end - 1].lower() in listed("people", "body_endings")
    return name._replace(label="ORG") if of_body and name.label == "PERSON" else name


def _grown(name: Run) -> Run:
    """Return a name with the word behind it."""
    label = "ORG" if name.label == "PERSON" else name.label
    return name._replace(end=name.end + 1, label=label)


def _goes_on(name: Run, words: Sequence[str], heads: Sequence[int], relations: Sequence[str]) -> bool:
    """Say whether the last word of a name modifies a capitalised word right behind it."""
    last, behind = name.end - 1, name.end
    return (
        behind < len(words)
        and words[behind][:1].isupper()
        and any(letter.islower() for letter in words[behind])
        and heads[last] == behind
        and relations[last] == "compound"
    )
