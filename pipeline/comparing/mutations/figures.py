"""Headlines with another number."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.language.comparing.words import NUMBERS, key
from pipeline.comparing.mutations.forms import like
from pipeline.comparing.mutations.values import Change, Edit, Passage, Stock, everywhere, replaced

_FIGURE = re.compile(r"(\d[\d,]*)(\.\d+)?")
#: Whole numbers that are taken for years.
_YEARS = range(1900, 2036)
_BESIDE = (-4, -3, -2, -1, 1, 2, 3, 4)
#: How often another number is one of the story, and how often its own with digits swapped, where there are such.
_OWN, _SWAPPED = 0.3, 0.2
_FACTORS = (2, 3, 0.5, 1.5, 10, 1.1, 0.9, 4, 1.3, 0.7)
#: Number words that others are put for: from two on; "one" is seldom a number.
_WORDS = tuple(word for word, digits in NUMBERS.items() if 2 <= int(digits) <= 20)


def number(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Put another number in the place of one."""
    found = [
        token
        for _, token in headline.words()
        if _FIGURE.fullmatch(token.text)
        or (token.pos == "NUM" and token.text.lower() != "one" and token.text.lower() in NUMBERS)
    ]
    if not found:
        return None
    token = chance.choice(found)
    old = key(token.text, "")
    if _FIGURE.fullmatch(token.text):
        given = [word.text for passage in story for _, word in passage.words() if word.text != token.text]
        name, new = another(token.text, [text for text in given if _is_count(text)], chance)
    else:
        others = [word for word in _WORDS if NUMBERS[word] != old]
        name, new = "number in words", like(chance.choice(others), token.text)

    def turned(passage: Passage) -> list[Edit]:
        return [replaced(one, new) for _, one in passage.words() if key(one.text, "") == old]

    return Change(name, (replaced(token, new, Wrong.FIGURE),), everywhere(story, turned))


def _is_count(text: str) -> bool:
    """Say whether ``text`` is a figure that is no year."""
    return _FIGURE.fullmatch(text) is not None and not _YEARS[0] < float(text.replace(",", "")) < _YEARS[-1]


def another(text: str, given: Sequence[str], chance: random.Random) -> tuple[str, str]:
    """Return what was done to the figure ``text`` and what it is then: one of ``given``, or one made of it."""
    value = float(text.replace(",", ""))
    if "," not in text and "." not in text and int(value) in _YEARS:
        return "year", str(int(value) + chance.choice(_BESIDE))
    kind = chance.random()
    if given and kind < _OWN:
        return "number of the story", chance.choice(given)
    turned = digits_swapped(text, chance) if kind < _OWN + _SWAPPED else None
    if turned is not None:
        return "digits swapped", turned
    new = value * chance.choice(_FACTORS)
    written = f"{new:,.1f}" if "." in text else f"{round(new):,}" if "," in text else str(round(new))
    return "count", written if written != text else str(int(value) + 1)


def digits_swapped(text: str, chance: random.Random) -> str | None:
    """Return a figure with two neighbouring digits in each other's place; None where that makes none.

    >>> digits_swapped("25", random.Random(1)), digits_swapped("33", random.Random(1))
    ('52', None)
    """
    places = [at for at in range(len(text) - 1) if text[at : at + 2].isdigit() and text[at] != text[at + 1]]
    if not places:
        return None
    at = chance.choice(places)
    new = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return new if new[0] != "0" else None
