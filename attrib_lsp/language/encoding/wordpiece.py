"""Words cut into the pieces that the encoder's vocabulary knows.

The method is BERT's uncased WordPiece (Devlin et al., 2019; Schuster and Nakajima, 2012): lower case, accents
stripped, marks apart, then the longest known piece first. The Hugging Face library does the same, but brings a client
for its hub, which a program that reads drafts should not carry.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

#: A longer run of letters is not looked up: it is one unknown piece.
LONGEST_RUN = 100
#: Pieces of one word that count, the first ones: the encoder has some five hundred places for a passage.
MOST_PIECES = 100
#: Words whose pieces are remembered.
REMEMBERED = 50_000

#: Marks that are written in several ways and mean one thing.
PLAIN_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "‚": "'", "´": "'"})


class WordPieces:
    """A vocabulary of word pieces, one a line of a text file, numbered from zero."""

    def __init__(self, vocabulary: Path) -> None:
        """Read the vocabulary.

        Raises:
            OSError: there is no such file.
        """
        lines = vocabulary.read_text(encoding="utf-8").split("\n")
        self._numbers = {piece: number for number, piece in enumerate(lines) if piece}
        self.opening = self._numbers["[CLS]"]
        self.closing = self._numbers["[SEP]"]
        self.padding = self._numbers["[PAD]"]
        self._unknown = self._numbers["[UNK]"]
        self.of = lru_cache(maxsize=REMEMBERED)(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        """Return the numbers of a word's pieces: at least one, `MOST_PIECES` at most."""
        found = (number for run in runs(word) for number in self._longest_first(run))
        return tuple(islice(found, MOST_PIECES)) or (self._unknown,)

    def _longest_first(self, run: str) -> list[int]:
        """Cut a run of letters from its left into the longest pieces known, or give it up as unknown."""
        if len(run) > LONGEST_RUN:
            return [self._unknown]
        pieces: list[int] = []
        start = 0
        while start < len(run):
            prefix = "##" if start else ""
            for end in range(len(run), start, -1):
                number = self._numbers.get(prefix + run[start:end])
                if number is not None:
                    pieces.append(number)
                    start = end
                    break
            else:
                return [self._unknown]
        return pieces


def runs(word: str) -> Iterator[str]:
    """Yield what is cut into pieces on its own: runs of letters and digits, single marks, single ideographs.

    >>> list(runs("Café’s"))
    ['cafe', "'", 's']
    """
    run = ""
    for letter in unicodedata.normalize("NFD", word.translate(PLAIN_MARKS).lower()):
        category = unicodedata.category(letter)
        if category == "Mn":
            continue
        if letter.isspace() or category in ("Cc", "Cf") or alone(letter, category):
            if run:
                yield run
            run = ""
            if alone(letter, category):
                yield letter
        else:
            run += letter
    if run:
        yield run


def alone(letter: str, category: str) -> bool:
    """Say whether a letter is never joined to its neighbours: a mark, or an ideograph."""
    if letter.isascii():
        return not letter.isalnum() and letter.isprintable() and letter != " "
    return category.startswith("P") or "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff"
