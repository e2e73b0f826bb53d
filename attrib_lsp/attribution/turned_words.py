"""Say whether one word in the place of another turns the sense of what is quoted: "will" for "may", "not" or none."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lsp.attribution.certainty import POSSIBLE
from attrib_lsp.lexicons import lexicon

#: By how many ranks of certainty two auxiliaries must lie apart.
GAP = 2
_DENYING = frozenset({"cannot", "never", "no", "nor", "not"})
_CONTRACTED = "n't"
_FULL = {"sha": "shall", "wo": "will"}
_DOING = frozenset({"do", "does", "did"})


def turns(word: str, told: str) -> bool:
    """Say whether the plain ``word`` says something else than ``told``, for all that both are small words.

    >>> turns("will", "may"), turns("and", "not"), turns("can", "can't"), turns("will", "would"), turns("a", "the")
    (True, True, True, False, False)
    """
    if denying(word) != denying(told):
        return True
    ranks = lexicon("certainty")["auxiliaries"]
    sure, unsure = ranks.get(word), ranks.get(told)
    return sure is not None and unsure is not None and min(sure, unsure) <= POSSIBLE <= max(sure, unsure) - GAP


def denying(word: str) -> bool:
    """Say whether a plain word makes what it stands with say the opposite."""
    return word in _DENYING or word.endswith(_CONTRACTED)


def without_denial(words: Sequence[str]) -> list[str]:
    """Return plain words but for what denies, and for "do" ("will not close", "won't close": "will close")."""
    return [bare for word in words if (bare := _bare(word))]


def turned_run(wanted: Sequence[str], bare: Sequence[str], said: Sequence[str]) -> tuple[int, int] | None:
    """Return the first and the last of the words ``said`` that are the ``wanted`` ones but for what denies.

    ``bare`` are those without it. None where there is no such run, or where it denies as often.
    """
    kept = [(place, plain) for place, word in enumerate(said) if (plain := _bare(word))]
    size = len(bare)
    for start in range(len(kept) - size + 1):
        run = kept[start : start + size]
        if run[0][1] == bare[0] and [word for _, word in run] == list(bare):
            first, last = run[0][0], run[-1][0]
            if sum(map(denying, said[first : last + 1])) != sum(map(denying, wanted)):
                return first, last
    return None


def _bare(word: str) -> str:
    """Return a plain word without its "not", "" where nothing is left to tell."""
    if word in ("cannot", "can't"):
        return "can"
    if word in _DENYING or word in _DOING:
        return ""
    plain = word.removesuffix(_CONTRACTED)
    return "" if plain in _DOING else _FULL.get(plain, plain) if plain != word else word
