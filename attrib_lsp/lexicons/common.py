"""Common English words, as told from names by how often they are written with a small letter."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from attrib_lsp.lexicons import words

_ENDINGS = ("s", "es", "ed", "d", "ing")
_COMPARED = ("ier", "iest")


@cache
def common_words() -> frozenset[str]:
    """Return some 54,000 words in lower case that are written small more often than with a capital.

    From the word frequencies of spacy-lookups-data (MIT), by ``python -m pipeline.words``.
    """
    return frozenset((files("attrib_lsp.lexicons") / "common_words.txt").read_text(encoding="utf-8").split())


def is_common(word: str) -> bool:
    """Say whether a word in lower case is a common one, or a form of one by a regular ending.

    >>> is_common("hoarder"), is_common("beheads"), is_common("snarkiest"), is_common("zemanek")
    (True, True, True, False)
    """
    known = common_words()
    if any(word.endswith(ending) and word.removesuffix(ending) + "y" in known for ending in _COMPARED):
        return True
    return word in known or any(
        word.endswith(ending) and any(word.removesuffix(ending) + letter in known for letter in ("", "e"))
        for ending in _ENDINGS
    )


def is_function_word(word: str) -> bool:
    """Say whether a word in lower case is an article, a pronoun, a preposition or the like."""
    return word in words("synonyms", "function")
