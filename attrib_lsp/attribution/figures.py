"""Read the figures of a text: what each is worth, and in what unit."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from attrib_lsp.lexicons import lexicon
from attrib_lsp.text.span import Span

#: From here on headlines round to a single digit ("1M" for 1.3 million).
_ROUNDED = 1_000_000


class Unit(Enum):
    """What a figure counts in."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at ``span``.

    ``currency`` is its sign, empty where it has none. ``joined`` is set where a hyphen ties it to a word
    ("6-year-old").
    """

    span: Span
    value: float
    unit: Unit
    currency: str = ""
    joined: bool = False


def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of ``text`` in order of appearance.

    >>> [(one.value, one.unit.value) for one in figures("Fire kills twenty-one, costs $2.5m")]
    [(21.0, 'count'), (2500000.0, 'money')]
    """
    return tuple(_read(match) for match in _pattern().finditer(text))


def agrees(figure: Figure, others: Sequence[Figure], tolerance: float) -> bool:
    """Say whether one of ``others``, or the sum of two, is ``figure`` but for rounding; units that differ are allowed.

    A headline leaves out what its reader can tell, so only two different currencies disagree.
    """
    near = [one.value for one in others if not (one.currency and figure.currency and one.currency != figure.currency)]
    slack = max(tolerance * abs(figure.value), _rounding(figure.value))
    if any(abs(value - figure.value) <= slack for value in near):
        return True
    known = sorted(set(near))
    return any(
        abs(first + second - figure.value) < 0.01 or abs(second - first - figure.value) < 0.01
        for place, first in enumerate(known)
        for second in known[place:]
    )


def _rounding(value: float) -> float:
    """Return by how much a figure of a million or more with one digit is rounded: half of that digit's place."""
    if value < _ROUNDED:
        return 0.0
    place: float = 10.0 ** math.floor(math.log10(value))
    return place / 2 if value % place == 0 else 0.0


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds a figure: a sign, digits or number words, scales, and what is behind them."""
    numbers = "|".join(sorted(lexicon("measures")["number_words"], key=len, reverse=True))
    scales = "|".join(sorted(lexicon("measures")["scales"], key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,/:'’#–-])(?P<sign>(?:US|A|C|NZ|HK|S)?[$]|[£€¥₹])?\s?"
        rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
        rf"|(?P<word>(?:{numbers})(?:[- ](?:{numbers}))?))"
        rf"(?:(?P<rank>st|nd|rd|th)\b|(?P<scale>[- ]?(?:{scales})\b(?: (?:{scales})\b)*)?)"
        rf"(?P<share>\s?%|[- ]per ?cent\b|[- ]percent\b)?(?![\w/:;–]|[.,]\d|-\d)",
        re.IGNORECASE,
    )


def _read(match: re.Match[str]) -> Figure:
    """Return the figure that ``match`` found."""
    digits, word = match["digits"], match["word"]
    value = float(digits.replace(",", "")) if digits else float(sum(_values(word)))
    for scale in re.findall(r"[a-z]+", (match["scale"] or "").lower()):
        value *= lexicon("measures")["scales"][scale]
    sign = (match["sign"] or "").upper().lstrip("US") if match["sign"] else ""
    unit = Unit.COUNT
    if sign:
        unit = Unit.MONEY
    elif match["share"]:
        unit = Unit.SHARE
    elif match["rank"]:
        unit = Unit.RANK
    start = match.start("sign") if match["sign"] else match.start("digits" if digits else "word")
    joined = match.string.startswith("-", match.end())
    return Figure(Span(start, match.end()), value, unit, sign, joined)


def _values(words: str) -> Iterator[int]:
    """Yield what each of some number words is worth."""
    known = lexicon("measures")["number_words"]
    return (known[word] for word in re.split(r"[- ]", words.lower()))
