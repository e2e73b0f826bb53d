"""Names that are cut from others: "Barca" from "Barcelona", "Jacko" from "Jackson", "LiBo" from "Lisa Borg"."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Beginnings of two words that are written as one.
_BLEND = re.compile(r"([A-Z][a-z]*)([A-Z][a-z]*)")

#: Letters of a name that are left in what is cut from it.
_LEFT = 4
#: What is put behind the letters that are left.
_ENDINGS = ("", "a", "er", "ers", "ie", "o", "s", "y", "za", "zza")


def is_nickname(word: str, names: Iterable[str]) -> bool:
    """Say whether a plain ``word`` is cut from the end of one of ``names``, with an ending of nicknames or without.

    >>> [is_nickname(word, ["barcelona", "jackson"]) for word in ("barca", "jacko", "jacks", "barry")]
    [True, True, True, False]
    """
    beginnings = tuple(
        beginning
        for ending in _ENDINGS
        if word.endswith(ending) and len(beginning := word.removesuffix(ending)) >= _LEFT
    )
    return bool(beginnings) and any(len(name) > len(word) and name.startswith(beginnings) for name in names)


def is_blend(word: str, name: str) -> bool:
    """Say whether ``word`` is put together from the beginnings of the first and the last word of a ``name``.

    >>> is_blend("LiBo", "Lisa Borg"), is_blend("McKay", "Lisa Borg")
    (True, False)
    """
    parts, words = _BLEND.fullmatch(word), name.split()
    return parts is not None and len(words) > 1 and words[0].startswith(parts[1]) and words[-1].startswith(parts[2])
