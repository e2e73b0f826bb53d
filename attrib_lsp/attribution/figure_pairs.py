"""Whether a figure of the headline and one of its story can stand for the same."""

from __future__ import annotations

from attrib_lsp.attribution.counted import NUMBERED, PERSON, Counted, fate
from attrib_lsp.attribution.figures import Unit
from attrib_lsp.lexicons import words

#: From here on a number without a unit may be a sum of money.
SUM = 1000
#: From here on two numbers may stand for the same, whatever they count.
LARGE = 10
_SHARES = (Unit.SHARE, Unit.POINTS)


def clash(one: Counted, other: Counted) -> bool:
    """Say whether two figures surely count different things: a measure and none, or people of two fates."""
    if not one.thing or not other.thing or one.figure.unit is not other.figure.unit:
        return False
    if one.thing == other.thing == PERSON:
        return bool(fate(one.role) and fate(other.role)) and fate(one.role) != fate(other.role)
    return one.measured != other.measured or (one.measured and one.thing != other.thing)


def plausible(one: Counted, other: Counted) -> bool:
    """Say whether a figure of the story may be what the headline's stands for."""
    stated, known = one.figure, other.figure
    if one.label or other.label:
        return one.label == other.label or (stated.unit is Unit.RANK and other.label in NUMBERED)
    if stated.unit in _SHARES:
        return known.unit in _SHARES
    if stated.unit is Unit.MONEY:
        return known.unit is Unit.MONEY or (known.unit is Unit.COUNT and known.value >= SUM)
    if one.thing in words("measures", "anniversaries"):
        return known.age or other.thing == "year" or other.thing in words("measures", "anniversaries")
    if one.thing == "year" and known.unit is Unit.YEAR:
        return True
    return stated.unit is known.unit and _of_a_kind(one, other)


def _of_a_kind(one: Counted, other: Counted) -> bool:
    """Say whether two figures in one unit may count the same."""
    stated, known = one.figure, other.figure
    if stated.unit is Unit.RANK:
        return bool(other.thing) and one.timed == other.timed
    if stated.unit in (Unit.YEAR, Unit.DAY):
        return True
    if stated.age or known.age:
        return stated.age or not one.thing
    if stated.step < 1 or known.step < 1:
        return stated.step < 1 and known.step < 1
    if one.measured or other.measured:
        return one.thing == other.thing
    return min(stated.value, known.value) >= LARGE or one.may_match(other)
