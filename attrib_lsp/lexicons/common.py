"""Common English words, as told from names by how often they are written with a small letter."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def common_words() -> frozenset[str]:
    """Return some 54,000 words in lower case that are written small more often than with a capital.

    From the word frequencies of spacy-lookups-data (MIT), by ``python -m pipeline.words``.
    """
    return frozenset((files("attrib_lsp.lexicons") / "common_words.txt").read_text(encoding="utf-8").split())
