"""In which ways the words of a headline meet those of its story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain, permutations, product
from typing import TYPE_CHECKING

import numpy as np

from attrib_lsp.language.arrays import Floats, Integers
from attrib_lsp.language.comparing.words import Words
from attrib_lsp.lexicons import lexicon

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Ways in which a word of the headline and one of the story can meet; see `meetings`.
MEETINGS = 10


def meetings(above: Words, below: Words) -> NDArray[np.int32]:
    """Return a code (words above, words below) of the ways in which two words meet, one binary digit for each.

    From the lowest: the same word; the same spelling; the same word before, behind, and as head of both; the upper
    one the lower one's head; the lower one the upper one's; the same word under the same head.
    """
    numbers: dict[str, int] = {}
    (upper, upper_spelling), (lower, lower_spelling) = (
        (
            np.array([numbers.setdefault(word, len(numbers)) for word in text.keys]),
            np.array([numbers.setdefault(" " + word, len(numbers)) for word in text.spellings]),
        )
        for text in (above, below)
    )
    over, under = upper[above.heads], lower[below.heads]
    same = upper[:, None] == lower[None]
    heads = over[:, None] == under[None]
    ways = (
        same,
        upper_spelling[:, None] == lower_spelling[None],
        _beside(upper, lower, 1),
        _beside(upper, lower, -1),
        heads,
        upper[:, None] == under[None],
        over[:, None] == lower[None],
        same & heads,
        _related(above.keys, below.keys, opposites()),
        _related(above.keys, below.keys, synonyms()),
    )
    codes: NDArray[np.int32] = sum(way.astype(np.int32) << place for place, way in enumerate(ways))
    return codes


def _beside(upper: Integers, lower: Integers, step: int) -> NDArray[np.bool_]:
    """Say of which words the ones ``step`` places earlier are the same; at the edges there are none."""
    found = np.zeros((len(upper), len(lower)), np.bool_)
    if step > 0:
        found[step:, step:] = upper[:-step, None] == lower[None, :-step]
    else:
        found[:step, :step] = upper[-step:, None] == lower[None, -step:]
    return found


def met(codes: NDArray[np.int32], sentences: Integers) -> Floats:
    """Return of each word above (words, MEETINGS + 1) in which ways it meets any below, and how near the top its own.

    The latter is 1 in the story's first sentence, 1/2 in its second, 0 where the word does not come again.
    """
    ways = np.stack([((codes >> place) & 1).max(1) for place in range(MEETINGS)], 1)
    near = ((codes & 1) / (1 + sentences)[None]).max(1, keepdims=True)
    return np.concatenate([ways, near], 1).astype(np.float32)


def _related(upper: Sequence[str], lower: Sequence[str], listed: Mapping[str, frozenset[str]]) -> NDArray[np.bool_]:
    """Say which words of one text are listed as related to which of the other."""
    found = np.zeros((len(upper), len(lower)), np.bool_)
    for number, related in enumerate(map(listed.get, upper)):
        if related is not None:
            found[number] = [word in related for word in lower]
    return found


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """Return the single words that say the opposite of each word, by the word list."""
    found: dict[str, set[str]] = {}
    for one, other in lexicon("opposites")["pairs"]:
        for word, contrary in chain(product(one, other), product(other, one)):
            if " " not in word + contrary:
                found.setdefault(word, set()).add(contrary)
    return {word: frozenset(contrary) for word, contrary in found.items()}


@cache
def synonyms() -> Mapping[str, frozenset[str]]:
    """Return the single words that news uses for each word, by the word list."""
    found: dict[str, set[str]] = {}
    for cluster in lexicon("synonyms")["meanings"]:
        for word, like in permutations(cluster, 2):
            if word != like and " " not in word + like:
                found.setdefault(word, set()).add(like)
    return {word: frozenset(like) for word, like in found.items()}
