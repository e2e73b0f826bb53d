"""Headlines with another unit, currency, date or ordinal."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from attrib_lsp.language.comparing.values import Wrong
from pipeline.comparing.mutations.forms import like
from pipeline.comparing.mutations.values import Change, Passage, Stock, replaced

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LARGE = ("million", "billion", "trillion")
_SHORT = {
    "bn": ("m", "tn"), "m": ("bn",), "tn": ("bn",),
    "B": ("M", "T"), "M": ("B",), "T": ("B",), "K": ("M",), "k": ("m",),
}  # fmt: skip
_CURRENCIES = ("$", "£", "€")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_MAGNITUDE = re.compile(r"(\d[\d.,]*)(bn|m|tn|B|M|T|K|k)")
_NUMBERED = re.compile(r"(\d+)(st|nd|rd|th)")
_STEPS = (1, 2, 3, -1, 10, 5)
#: How often what stands in many headlines is changed.
_CURRENCY, _PERCENT, _ORDINAL = 0.6, 0.5, 0.6


def measure(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Put another unit, currency, date or ordinal in the place of the first."""
    for _, token in headline.words():
        for name, change in _CHANGES.items():
            new = change(token.text, chance)
            if new is not None and new != token.text:
                return Change(name, (replaced(token, new, Wrong.FIGURE),))
    return None


def magnitude(text: str, chance: random.Random) -> str | None:
    """Return "million" for "billion", "m" for "bn" and the like.

    >>> magnitude("3m", random.Random(1)), magnitude("mayor", random.Random(1))
    ('3bn', None)
    """
    if text.lower() in _LARGE:
        return like(_other(_LARGE, text.lower(), chance), text)
    found = _MAGNITUDE.fullmatch(text)
    return found[1] + chance.choice(_SHORT[found[2]]) if found else None


def currency(text: str, chance: random.Random) -> str | None:
    """Return another currency's sign."""
    return _other(_CURRENCIES, text, chance) if text in _CURRENCIES and chance.random() < _CURRENCY else None


def points(text: str, chance: random.Random) -> str | None:
    """Return percentage points for percent."""
    return " percentage points" if text == "%" and chance.random() < _PERCENT else None


def date(text: str, chance: random.Random) -> str | None:
    """Return another month or day; "May" may be a verb."""
    listed = _MONTHS if text in _MONTHS and text != "May" else _DAYS if text in _DAYS else ()
    return _other(listed, text, chance) if listed else None


def ordinal(text: str, chance: random.Random) -> str | None:
    """Return another ordinal, in digits or as a word.

    >>> ordinal("12th", random.Random(1)) in ("13th", "14th", "15th", "11th", "22nd", "17th")
    True
    """
    found = _NUMBERED.fullmatch(text)
    if found:
        value = max(int(found[1]) + chance.choice(_STEPS), 1)
        return f"{value}{_ending(value)}"
    if text.lower() in _ORDINALS and chance.random() < _ORDINAL:
        return like(_other(_ORDINALS, text.lower(), chance), text)
    return None


def _ending(value: int) -> str:
    """Return the letters behind an ordinal."""
    return "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _other(listed: Sequence[str], text: str, chance: random.Random) -> str:
    """Return another of ``listed`` than ``text``."""
    return chance.choice([one for one in listed if one != text])


_CHANGES: dict[str, Callable[[str, random.Random], str | None]] = {
    "magnitude": magnitude,
    "currency": currency,
    "points": points,
    "date": date,
    "ordinal": ordinal,
}
