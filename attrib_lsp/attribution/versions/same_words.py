"""Tell words that are only written otherwise from other words: slips mended, another country's spelling, numbers."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lsp.attribution.figures import figures
from attrib_lsp.attribution.spelling import slips
from attrib_lsp.lexicons import lexicon
from attrib_lsp.lexicons.common import is_common

#: Letters from which on a word with few slips is the same word, mended.
LONG = 4
#: Slips at most.
FEW = 2


def only_written_otherwise(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether words in their plain form are the same, spelled, hyphened or counted in another way.

    >>> only_written_otherwise(["goverment"], ["government"]), only_written_otherwise(["labour"], ["labor"])
    (True, True)
    >>> only_written_otherwise(["five"], ["5"]), only_written_otherwise(["good"], ["bad"])
    (True, False)
    """
    if "".join(old) == "".join(new):
        return True
    counts = [[figure.value for figure in figures(" ".join(words))] for words in (old, new)]
    if counts[0] and counts[0] == counts[1] and len(old) == len(new):
        return True
    return len(old) == len(new) and all(_one_word(one, other) for one, other in zip(old, new, strict=True))


def _one_word(one: str, other: str) -> bool:
    """Say whether two words are one, the one mistyped or spelled by another country's rules."""
    if one == other:
        return True
    if len(one) >= LONG and not is_common(one) and slips(one, other, FEW) <= FEW:
        return True
    if len(one) > LONG and (one[0], one[-1]) == (other[0], other[-1]) and slips(one, other, 1) <= 1:
        return True  # a slip that makes another word, or one so common that it is in the list
    return any(
        one.replace(british, american) == other.replace(british, american)
        for british, american in lexicon("versions")["spellings"]
    )
