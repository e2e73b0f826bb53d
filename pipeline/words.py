"""Make the list of common English words: those that are written with a small letter more often than with a capital.

usage: python -m pipeline.words

Needs spacy-lookups-data (MIT), whose table ``en_lexeme_prob`` holds the logarithms of how often a million spellings
occur. Writes ``attrib_lsp/lexicons/common_words.txt``.
"""

from __future__ import annotations

import gzip
import json
import re
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).parent.parent / "attrib_lsp" / "lexicons" / "common_words.txt"
#: Natural logarithm of the frequency that a word must have: about one in fifteen million.
LEAST = -16.5
_PLAIN = re.compile(r"[a-z]{3,}")


def common_words(frequency: dict[str, float]) -> list[str]:
    """Return the words that are common and no names, in alphabetical order.

    >>> common_words({"stone": -10.8, "Stone": -11.7, "king": -10.8, "King": -10.3, "hoarder": -14.0})
    ['hoarder', 'stone']
    """
    return sorted(
        word
        for word, found in frequency.items()
        if found > LEAST and _PLAIN.fullmatch(word) and found > frequency.get(word.title(), float("-inf"))
    )


def main() -> None:
    """Write the list."""
    table = files("spacy_lookups_data") / "data" / "en_lexeme_prob.json.gz"
    frequency: dict[str, float] = json.loads(gzip.decompress(table.read_bytes()))
    OUT.write_text("\n".join(common_words(frequency)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
