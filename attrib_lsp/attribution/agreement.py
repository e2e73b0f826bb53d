"""Whether a figure of the headline is among those of the story, or can be worked out from them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrib_lsp.attribution.counted import NUMBERED, Counted, Told
from attrib_lsp.attribution.figures import Figure, Unit
from attrib_lsp.lexicons import lexicon, words

_BARE = (Unit.COUNT, Unit.RANK)
#: From here on headlines round to a single digit ("1M" for 1.3 million).
_ROUNDED = 1_000_000
#: By how much such a figure is rounded at most, as a share of it.
_ROUNDED_BY = 0.3
#: How far from the story's a figure may lie that is given as a rough one.
HEDGED = 0.1
#: From here on a rank tells of as many, whatever they are.
_TELLING = 10
#: From here on a figure may be meant as a round one.
_LARGE = 100
#: From here on a number without a unit may be a sum of money.
_SUM = 10_000
#: How far a share told in words may be from one in figures, in points.
_ROUGH = 1.5
#: How far a number of years may be from one told in centuries, as a share of it.
_ROUGH_GROUP = 0.15
#: The step of years that are told in decades.
_DECADE, _CENTURY = 10, 100
#: How far one stretch of time may be from another in other units, as a share of it.
_TIME = 0.04


def matches(one: Counted, told: Sequence[Told], tolerance: float) -> tuple[Counted, ...]:
    """Return the story's figures that are as large as ``one`` and in a unit that may be the same."""
    known = [other for paragraph in told for other in paragraph.counted]
    as_large = [other for other in known if _same(one.figure, other.figure, tolerance)]
    if exchanged(one, told, tolerance):
        as_large = [other for other in as_large if other.figure.currency]
    found = [other for other in as_large if _alike(one, other)]
    if one.timed:
        found += [other for other in known if other.timed and _as_long(one, other)]
    return tuple(found)


def worth_the_same(one: Counted, other: Counted, tolerance: float) -> bool:
    """Say whether two figures that count the same are as large, rounded."""
    return _same(one.figure, other.figure, tolerance) or _same(other.figure, one.figure, tolerance)


def exchanged(one: Counted, told: Sequence[Told], tolerance: float) -> bool:
    """Say whether the story has a sum as large in another currency."""
    currency = one.figure.currency
    return bool(currency) and any(
        other.figure.currency not in ("", currency) and _same(one.figure, other.figure, tolerance)
        for paragraph in told
        for other in paragraph.counted
    )


def in_words(one: Counted, told: Sequence[Told]) -> bool:
    """Say whether the story gives the figure as a share or as a group in words ("a third", "a trio")."""
    value = one.figure.value
    if one.figure.unit is Unit.SHARE and any(
        abs(share - value) < _ROUGH for paragraph in told for share in paragraph.fractions
    ):
        return True
    if one.figure.unit not in (Unit.COUNT, Unit.RANK):
        return False
    rough = _ROUGH_GROUP * value if one.thing == "year" else 0.0
    return any(abs(size - value) <= rough for paragraph in told for size in paragraph.groups)


def _alike(one: Counted, other: Counted) -> bool:
    """Say whether two figures may be in the same unit."""
    stated, known = one.figure, other.figure
    if one.label in NUMBERED and known.unit is Unit.RANK:
        return True
    if one.label:
        return one.label == other.label or (not other.label and not other.thing and known.unit in _BARE)
    if stated.unit is known.unit:
        return not (stated.currency and known.currency and stated.currency != known.currency)
    units = {stated.unit, known.unit}
    if stated.age or known.age:
        return Unit.COUNT in units and Unit.DAY not in units
    if Unit.COUNT in units:
        return _may_count(one, other, (units - {Unit.COUNT}).pop())
    return stated.unit is Unit.SHARE and known.unit is Unit.POINTS


def _may_count(one: Counted, other: Counted, unit: Unit) -> bool:
    """Say whether of two figures one may be in ``unit``, though the other is written as a plain number."""
    count = one if one.figure.unit is Unit.COUNT else other
    if unit is Unit.MONEY:
        return not count.thing or count.figure.value >= _SUM
    if unit is Unit.SHARE:
        return not count.thing or count.thing in ("percent", "point")
    if unit is Unit.RANK:
        returning = words("measures", "anniversaries") | {"year"}
        if other.label in NUMBERED or {one.thing, other.thing} <= returning:
            return True
        return (one.may_match(other) or one.figure.value >= _TELLING) and not one.measured
    return unit in (Unit.POINTS, Unit.YEAR)


def _same(figure: Figure, other: Figure, tolerance: float) -> bool:
    """Say whether ``figure`` is worth as much as ``other``, rounded or cut off behind its last place."""
    decades = other.unit is Unit.COUNT and other.step == _DECADE and other.value < _CENTURY
    if abs(other.value - figure.value) <= max(_slack(figure, tolerance), _DECADE / 2 if decades else 0.0):
        return True
    if figure.unit in (Unit.RANK, Unit.YEAR, Unit.DAY) or figure.age:
        return False
    cut = figure.step if figure.step >= 1000 else 1.0 if other.step < figure.step == 1 else 0.0
    return 0 <= other.value - figure.value < cut


def _as_long(one: Counted, other: Counted) -> bool:
    """Say whether two stretches of time are as long, in different units."""
    days = lexicon("measures")["times"]
    first, second = one.figure.value * days[one.thing], other.figure.value * days[other.thing]
    return one.thing != other.thing and abs(first - second) <= _TIME * first


def _slack(figure: Figure, tolerance: float) -> float:
    """Return by how much the story's figure may differ: half of the last place, or the tolerance of a large one."""
    if figure.unit in (Unit.RANK, Unit.YEAR, Unit.DAY) or figure.age:
        return 0.0
    least = _LARGE if tolerance < HEDGED else _TELLING
    within = tolerance * abs(figure.value) if abs(figure.value) >= least else 0.0
    return max(figure.step / 2, within, _rounding(figure.value))


def _rounding(value: float) -> float:
    """Return by how much a figure of a million or more with one digit is rounded: half of that digit's place."""
    if value < _ROUNDED:
        return 0.0
    place: float = 10.0 ** math.floor(math.log10(value))
    return min(place / 2, _ROUNDED_BY * value) if value % place == 0 else 0.0
