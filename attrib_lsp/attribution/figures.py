"""Read the figures of a text: what each is worth, and in what unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from attrib_lsp.lexicons import lexicon
from attrib_lsp.text.span import Span

_YEARS = range(1500, 2100)
#: What a headline counts that is its own ("a six-word warning", "these three words"), and what nobody counts.
_OWN_COUNT = re.compile(r"[- ](?:words?|figures?)\b", re.IGNORECASE)
_AGE = re.compile(
    r"[-‐ ](?:years?|months?)[-‐ ]olds?\b|(?<=, \d\d)(?:,|\)| and\b)|(?<=[a-z], \d)(?:,|\))", re.IGNORECASE
)
_AGED = re.compile(r"\b(?:was|now|then) $", re.IGNORECASE)
_AGED_OPEN = re.compile(r"\b(?:age|aged|age of|ages|turned|turns|turning) $", re.IGNORECASE)
_AGE_CLOSED = re.compile(r"[.,;:)!?]|$| (?:when|and|at|on)\b")
_OLDEST = 115
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH} (?:the )?$")
_MONTH_AFTER = re.compile(rf" (?:of )?{_MONTH}(?![\w-])")
_DAYS = 31
_NAMED = re.compile(r"[A-Z]\w*-$")
_CENTURY = re.compile(r"\b(half|quarter|third)[- ](?:of )?(?:a[- ])?century", re.IGNORECASE)
_OF_WHOLE = re.compile(r" (?:of|less|more|fewer|lower|higher|smaller|larger)\b")
_ONE_PART = re.compile(r"\b(?:an?|one)[- ]$", re.IGNORECASE)
#: Words before four digits by which they are no year.
_MOVED = re.compile(r"\b(?:down|gains|loses|up) $", re.IGNORECASE)


class Unit(Enum):
    """What a figure counts in."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    POINTS = "percentage points"
    RANK = "rank"
    YEAR = "year"
    DAY = "day of a month"


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
    return tuple(_read(match) for match in found if not (_OWN_COUNT.match(text, match.end()) or _in_name(match)))


def fractions(text: str) -> Iterator[float]:
    """Yield the shares, per cent, that ``text`` gives in words.

    >>> [round(share) for share in fractions("Half of them left, two-thirds by train; profits doubled.")]
    [50, 67, 100]
    """
    measures = lexicon("measures")
    for match in _fraction_pattern().finditer(text):
        if match["word"]:
            yield float(measures["fraction_words"][match["word"].lower()])
        elif match["number"].lower() not in ("a", "an") or _OF_WHOLE.match(text, match.end()):
            yield 100 * measures["parts"][match["number"].lower()] / measures["part_words"][match["part"].lower()]


def groups(text: str) -> Iterator[float]:
    """Yield how many the words for groups in ``text`` count, and the years of its centuries.

    >>> list(groups("A trio of trees, planted half a century ago"))
    [3, 100, 50.0]
    """
    known = lexicon("measures")["group_words"]
    yield from (known[word] for word in re.findall(r"[a-z]+", text.lower()) if word in known)
    for match in _CENTURY.finditer(text):
        yield lexicon("measures")["century_parts"][match[1].lower()]


@cache
def _fraction_pattern() -> re.Pattern[str]:
    """Return what finds a share told in words."""
    measures = lexicon("measures")
    whole, parts, counts = ("|".join(measures[name]) for name in ("fraction_words", "part_words", "parts"))
    return re.compile(rf"\b(?:(?P<number>{counts})[- ](?P<part>{parts})s?|(?P<word>{whole}))\b", re.IGNORECASE)


def _in_name(match: re.Match[str]) -> bool:
    """Say whether what ``match`` found is part of a name ("Covid-19"), or an ordinal that is a share ("a third of")."""
    text = match.string
    if match["ordinal"]:
        start = match.start("ordinal")
        return text.startswith(" of ", match.end()) and _ONE_PART.search(text, 0, start) is not None
    return match["digits"] is not None and _NAMED.search(text, 0, match.start("digits")) is not None


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds a figure: a sign, digits or number words, scales, and what is behind them."""
    measures = lexicon("measures")
    numbers, ordinals, scales, money = (
        "|".join(sorted(measures[name], key=len, reverse=True))
        for name in ("number_words", "ordinal_words", "scales", "currency_words")
    )
    tens, units = (
        "|".join(word for word, value in measures["number_words"].items() if low <= value < high)
        for low, high in ((20, 100), (1, 10))
    )
    short, parts = "|".join(measures["short_scales"]), "|".join(measures["part_words"])
    return re.compile(
        rf"(?:(?<![\w.,/:#–-])(?!(?<=['’])\d\ds?\b(?!%))|(?<=[a-z]{{3}}-)(?=\d))(?P<sign>(?:US|A|C|NZ|HK|S)?[$]|[£€¥₹])?\s?"
        rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
        rf"(?:(?P<rank>st|nd|rd|th)\b|(?P<short>{short})\b)?"
        rf"|(?P<ordinal>(?:(?:twenty|thirty|forty|fifty)-)?(?:{ordinals})\b)"
        rf"|(?P<word>(?:(?:{tens})[- ](?:{units})\b|(?:{numbers}))(?![- ](?:{parts})s?\b)|an?(?=[- ](?:{scales})\b)))"
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
        age=_age(match, value),
    )


def _age(match: re.Match[str], value: float) -> bool:
    """Say whether ``match`` tells how old somebody is."""
    text, start = match.string, match.start("digits")
    if _AGE.match(text, match.end()):
        return True
    if not match["digits"] or match["share"] or match["scale"] or match["sign"] or not 0 < value <= _OLDEST:
        return False
    return _AGED_OPEN.search(text, 0, start) is not None or (
        _AGED.search(text, 0, start) is not None and _AGE_CLOSED.match(text, match.end()) is not None
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
        dated = _MONTH_BEFORE.search(match.string, 0, match.start("digits" if match["rank"] else "ordinal"))
        return Unit.DAY if dated or _MONTH_AFTER.match(match.string, match.end()) else Unit.RANK
    bare = match["digits"] and not match["scale"] and not match["short"] and "," not in match["digits"]
    if not bare:
        return Unit.COUNT
    start = match.start("digits")
    if len(match["digits"]) == 4 and value in _YEARS:
        return Unit.COUNT if _MOVED.search(match.string, 0, start) else Unit.YEAR
    dated = _MONTH_BEFORE.search(match.string, 0, start) or _MONTH_AFTER.match(match.string, match.end())
    return Unit.DAY if dated and 0 < value <= _DAYS and "." not in match["digits"] else Unit.COUNT


def _values(words: str) -> Iterator[int]:
    """Yield what each of some number words is worth."""
    known = lexicon("measures")["number_words"] | lexicon("measures")["ordinal_words"] | {"a": 1, "an": 1}
    return (known[word] for word in re.split(r"[- ]", words.lower()))
