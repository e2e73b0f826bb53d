"""What a headline may have reckoned from the dates and the ages of its story: years, ages, stretches of time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from attrib_lsp.attribution.counted import PERSON, Counted, Told
from attrib_lsp.attribution.figures import Unit
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.lexicons import lexicon, words

#: Years by which one may differ from the story's for a reader to take it for a slip.
SLIP = 6
#: Years behind the latest of the story in which it may be written.
_SOON = 2
#: Words before and behind a year among which its event is named.
_BESIDE, _BEHIND = 2, 4
#: From this age on it is seldom a person's.
_OLD = 80
_AGED = re.compile(r"\b(?:age|aged|at|hits|turns|turning)\s$", re.IGNORECASE)
_SINCE = re.compile(r"(?<=.)[- ](?:years?|decades?) (?:after|ago|before|earlier|later|on|since)\b", re.IGNORECASE)
_BORN = re.compile(r"\b(?:born|birth|birthday)\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"\b(?:last|previous|past|prior) year\b|\ba year (?:ago|before|earlier)\b", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"\bnext year\b|\ba year later\b", re.IGNORECASE)
_DATELINE = re.compile(r"^\W{0,2}[A-Z][a-z]{2,8}\.? \d{1,2}, (\d{4})\b")


@dataclass(frozen=True)
class Calendar:
    """The dates of a story: its years in order, the year in which it is written if it says so, its ages and text."""

    years: tuple[int, ...]
    written: int | None
    ages: tuple[int, ...]
    birthdays: tuple[int, ...]
    stretches: tuple[int, ...]
    dated: bool
    text: str

    @classmethod
    def of(cls, body: Sequence[Paragraph], told: Sequence[Told]) -> Calendar:
        """Return the dates in ``body``, whose figures are ``told``."""
        known = [one for paragraph in told for one in paragraph.counted]
        years = sorted({int(one.figure.value) for one in known if one.figure.unit is Unit.YEAR})
        text = "\n".join(paragraph.text for paragraph in body)
        dateline = _DATELINE.match(text)
        days = sum(one.figure.unit is Unit.DAY for one in known) - (dateline is not None)
        weekdays = any(re.search(rf"\b{day}", text, re.IGNORECASE) for day in lexicon("places")["days"])
        return cls(
            years=tuple(years),
            written=int(dateline[1]) if dateline is not None else None,
            birthdays=tuple(int(one.figure.value) for one in known if one.thing in words("measures", "anniversaries")),
            ages=tuple(int(one.figure.value) for one in known if one.figure.age),
            stretches=tuple(_stretches(body, told)),
            dated=days > 0 or weekdays,
            text=text,
        )

    def now(self, year: int) -> bool:
        """Say whether the story may be written in ``year`` or about its turn."""
        if self.written is not None:
            return abs(year - self.written) <= 1
        return max(self.years, default=0) - 1 <= year <= date.today().year + 1


def _stretches(body: Sequence[Paragraph], told: Sequence[Told]) -> Iterator[int]:
    """Yield how many years ago, later or since something the story tells of."""
    for paragraph, figures in zip(body, told, strict=True):
        for one in figures.counted:
            if one.thing == "year" and _SINCE.match(paragraph.text, one.figure.span.end):
                yield int(one.figure.value)


def is_age(one: Counted, headline: str) -> bool:
    """Say whether a figure of the headline tells an age."""
    if one.figure.age:
        return True
    return (
        one.figure.unit is Unit.COUNT and not one.thing and _AGED.search(headline, 0, one.figure.span.start) is not None
    )


def reckoned(one: Counted, headline: str, calendar: Calendar, *, rivalled: bool) -> bool:
    """Say whether the figure ``one`` of the headline follows from the dates and ages of the story.

    ``rivalled`` is set where the story tells another figure of the same kind high up.
    """
    if one.figure.unit is Unit.YEAR:
        return _named_after(one, headline) or _year(int(one.figure.value), calendar)
    if is_age(one, headline):
        known = _age(int(one.figure.value), calendar, told=rivalled)
        return known or (bool(one.thing) and one.thing != PERSON and _since(int(one.figure.value), calendar))
    if one.thing == "year" or one.thing in words("measures", "anniversaries"):
        return bool(calendar.years) and not rivalled and _since(int(one.figure.value), calendar)
    return one.timed and calendar.dated and not rivalled


def _named_after(one: Counted, headline: str) -> bool:
    """Say whether a year is part of an event's name: the story may well call it "the election"."""
    before = headline[: one.figure.span.start].lower().split()[-_BESIDE:]
    behind = headline[one.figure.span.end :].lower().split()[:_BEHIND]
    return not words("measures", "events").isdisjoint(word.strip(".,:;'’‘") for word in (*before, *behind))


def _year(year: int, calendar: Calendar) -> bool:
    """Say whether a headline may have ``year`` without its standing in the story.

    It is wrong only beside one in the story that is near enough to be meant. One soon behind all of those is the year
    in which the story is written.
    """
    years = calendar.years
    if not years or not any(abs(one - year) <= SLIP for one in years) or 0 < year - years[-1] <= _SOON:
        return True
    if re.search(rf"\b{year}|['’‘]{year % 100:02}\b", calendar.text):
        return True
    latest = calendar.written or years[-1]
    if abs(latest - year) in calendar.stretches:
        return True
    return (year == latest - 1 and _YEAR_BEFORE.search(calendar.text) is not None) or (
        year == latest + 1 and _YEAR_BEHIND.search(calendar.text) is not None
    )


def _age(age: int, calendar: Calendar, *, told: bool) -> bool:
    """Say whether an age follows from a year of birth, unless one is ``told``, or from an age some years ago."""
    if any(birthday in (age, age + 1) for birthday in calendar.birthdays):
        return True
    if age >= _OLD and any(calendar.now(year + age) for year in calendar.years) and not calendar.ages:
        return True
    if not calendar.ages or (not told and _BORN.search(calendar.text)):
        return any(calendar.now(year + age) for year in calendar.years)
    return any(age - given in calendar.stretches for given in calendar.ages)


def _since(stretch: int, calendar: Calendar) -> bool:
    """Say whether so many years lie between two of the story, or between one of them and now."""
    years = calendar.years
    between = (later - earlier for place, earlier in enumerate(years) for later in years[place + 1 :])
    return any(abs(one - stretch) <= 1 for one in between) or any(calendar.now(year + stretch) for year in years)
