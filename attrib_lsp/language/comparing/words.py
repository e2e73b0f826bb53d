"""The words of a headline or a story as numbers: what they are compared by, what they are, how they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from attrib_lsp.language.arrays import Floats, Integers
from attrib_lsp.language.model import WIDTH
from attrib_lsp.language.values import Parse, Sentence, Token

#: Parts of speech and names in the order of their numbers, from 1.
KINDS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X", "SPACE",
)  # fmt: skip
NAMES = ("PERSON", "ORG", "PLACE", "NORP", "MISC", "DATE", "NUMBER", "PERCENT", "MONEY")
#: The numbers that are written as one word, by digits.
NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        [
            *["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"],
            *["twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"],
        ]
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
_KIND_NUMBERS = {name: number for number, name in enumerate(KINDS, start=1)}
_NAME_NUMBERS = {name: number for number, name in enumerate(NAMES, start=1)}
_FIGURE = re.compile(r"[$£€]?(\d[\d,]*(?:\.\d+)?)(.*)")


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a text: what they are compared by, what they are, and the encoder's states of them.

    ``heads`` are the numbers of the words that they hang from, ``sentences`` those of their sentences.
    """

    keys: list[str]
    spellings: list[str]
    kinds: Integers
    names: Integers
    sentences: Integers
    heads: Integers
    vectors: Floats


def words(parses: Sequence[Parse], most: int) -> Words:
    """Return the first words of some paragraphs, ``most`` at the most."""
    sentences = list(chain.from_iterable(parse.sentences for parse in parses))
    rows = [(number, token, sentence) for number, sentence in enumerate(sentences) for token in sentence.tokens][:most]
    offsets = np.cumsum([0, *(len(sentence.tokens) for sentence in sentences)])
    vectors = [parse.vectors for parse in parses if parse.vectors is not None]
    return Words(
        [key(token.text, token.lemma) for _, token, _ in rows],
        [token.text.lower() for _, token, _ in rows],
        _numbered(_KIND_NUMBERS.get(token.pos, 0) for _, token, _ in rows),
        _numbered(_name(sentence, token) for _, token, sentence in rows),
        _numbered(number for number, _, _ in rows),
        _numbered(min(int(offsets[number]) + token.head, len(rows) - 1) for number, token, _ in rows),
        np.concatenate(vectors)[:most].astype(np.float32) if vectors else np.zeros((0, WIDTH), np.float32),
    )


def _numbered(values: Iterable[int]) -> Integers:
    return np.fromiter(values, np.int64)


def _name(sentence: Sentence, token: Token) -> int:
    """Return the number of the kind of name that ``token`` is part of."""
    entity = sentence.entity_at(token)
    return _NAME_NUMBERS[entity.label] if entity is not None else 0


def key(text: str, lemma: str) -> str:
    """Return what a word is compared by: a figure by its digits, however written, any other word by its lemma.

    >>> key("4,000", "4,000"), key("Five", "five"), key("$3bn", "$3bn"), key("rose", "rise")
    ('4000', '5', '3bn', 'rise')
    """
    small = text.lower()
    if small in NUMBERS:
        return NUMBERS[small]
    if small.isalpha():
        return lemma.lower()
    figure = _FIGURE.fullmatch(small)
    return small if figure is None else figure[1].replace(",", "") + figure[2]
