"""Read the figures of a text: what each is worth, and in what unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from attrib_lsp.lexicons import lexicon
from attrib_lsp.text.span import Span

_YEARS = range(1000, 2100)
#: What a headline counts that is its own ("a six-word warning", "these three words").
_OWN_COUNT = re.compile(r"[- ]words?\b", re.IGNORECASE)
_AGE = re.compile(r"[-‐ ](?:years?|months?)[-‐ ]olds?\b|(?<=, \d\d),", re.IGNORECASE)


class Unit(Enum):
    """What a figure counts in."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    POINTS = "percentage points"
    RANK = "rank"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at ``span``.

    ``step`` is what one in its last written place is worth ("2.3m": 100,000): it is exact to half of that. ``currency``
    is its sign, empty where it has none. ``joined`` is set where a hyphen ties it to a word ("6-inch"), ``age`` where
    it tells how old somebody is.
    """

    span: Span
    value: float
    unit: Unit
    step: float = 1.0
    currency: str = ""
    joined: bool = False
    age: bool = False


def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of ``text`` in order of appearance.

    >>> [(one.value, one.unit.value) for one in figures("Fire kills twenty-one, costs $2.5m in its 3rd week")]
    [(21.0, 'count'), (2500000.0, 'money'), (3.0, 'rank')]
    """
    found = _pattern().finditer(text)
    return tuple(_read(match) for match in found if not _OWN_COUNT.match(text, match.end()))


def fractions(text: str) -> Iterator[float]:
    """Yield the shares, per cent, that ``text`` gives in words ("half", "two thirds")."""
    known = lexicon("measures")["fraction_words"]
    return (known[word] for word in re.findall(r"[a-z]+", text.lower()) if word in known)


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds a figure: a sign, digits or number words, scales, and what is behind them."""
    measures = lexicon("measures")
    numbers, ordinals, scales, money = (
        "|".join(sorted(measures[name], key=len, reverse=True))
        for name in ("number_words", "ordinal_words", "scales", "currency_words")
    )
    short = "|".join(measures["short_scales"])
    return re.compile(
        rf"(?<![\w.,/:'’#–-])(?P<sign>(?:US|A|C|NZ|HK|S)?[$]|[£€¥₹])?\s?"
        rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
        rf"(?:(?P<rank>st|nd|rd|th)\b|(?P<short>{short})\b)?"
        rf"|(?P<ordinal>(?:(?:twenty|thirty|forty|fifty)-)?(?:{ordinals})\b)"
        rf"|(?P<word>(?:{numbers})(?:[- ](?:{numbers}))?))"
        rf"(?P<scale>[- ]?(?:{scales})\b(?: (?:{scales})\b)*)?"
        rf"(?P<points>[- ](?:percentage|per cent|percent|%) ?points?\b)?"
        rf"(?P<share>\s?%|[- ]per ?cent\b|[- ]percent\b)?(?!\w|[/:.,–-]\d)"
        rf"(?P<money>[- ](?:{money})\b)?",
        re.IGNORECASE,
    )


def _read(match: re.Match[str]) -> Figure:
    """Return the figure that ``match`` found."""
    digits, word, ordinal = match["digits"], match["word"], match["ordinal"]
    value = float(digits.replace(",", "")) if digits else float(sum(_values(word or ordinal)))
    scale = _scale(match)
    sign = (match["sign"] or "").upper().lstrip("USACNZHK") if match["sign"] else ""
    if match["money"]:
        sign = lexicon("measures")["currency_words"][match["money"].strip(" -").lower()]
    start = match.start("sign") if match["sign"] else match.start("digits" if digits else "word" if word else "ordinal")
    return Figure(
        span=Span(start, match.end()),
        value=value * scale,
        unit=_unit(match, value, sign),
        step=_step(digits or "") * scale,
        currency=sign,
        joined=match.string.startswith("-", match.end()),
        age=_AGE.match(match.string, match.end()) is not None,
    )


def _scale(match: re.Match[str]) -> float:
    """Return by what the scales behind a number multiply it."""
    measures, product = lexicon("measures"), 1.0
    for scale in re.findall(r"[a-z]+", (match["scale"] or "").lower()):
        product *= measures["scales"][scale]
    if match["short"]:
        product *= measures["short_scales"][match["short"].lower()]
    return product


def _step(digits: str) -> float:
    """Return what one in the last written place of ``digits`` is worth; zeros at the end of a round number count not.

    >>> _step("2.35"), _step("41"), _step("12,000")
    (0.01, 1.0, 1000.0)
    """
    if "." in digits:
        return float(10.0 ** -len(digits.partition(".")[2]))
    plain = digits.replace(",", "")
    return float(10 ** (len(plain) - len(plain.rstrip("0")))) if "," in digits or len(plain) > 3 else 1.0


def _unit(match: re.Match[str], value: float, sign: str) -> Unit:
    """Return in what the figure counts."""
    if sign:
        return Unit.MONEY
    if match["points"]:
        return Unit.POINTS
    if match["share"]:
        return Unit.SHARE
    if match["rank"] or match["ordinal"]:
        return Unit.RANK
    bare = match["digits"] and not match["scale"] and not match["short"] and "," not in match["digits"]
    return Unit.YEAR if bare and len(match["digits"]) == 4 and value in _YEARS else Unit.COUNT


def _values(words: str) -> Iterator[int]:
    """Yield what each of some number words is worth."""
    known = lexicon("measures")["number_words"] | lexicon("measures")["ordinal_words"]
    return (known[word] for word in re.split(r"[- ]", words.lower()))
