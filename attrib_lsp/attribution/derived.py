"""What can be worked out from figures of a story that stand together: totals, differences, shares, products."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from attrib_lsp.attribution.counted import Counted, Told
from attrib_lsp.attribution.figures import Unit

#: Figures at most that are added up.
_SUMMED = 4
#: Sentences apart that figures may stand which are reckoned up together.
_APART = 1
#: By how much a large total or difference may be rounded, as a share of it, and from where on it is large.
_ROUND, _ROUND_FROM = 0.01, 100
_COUPLE = "coupl"
_TIME = "time"
_POINT = "point"
#: From here on two numbers may be set against each other as a share.
_SIZEABLE = 10
#: From here on whatever they count.
_LARGE = 1000
#: Figures ahead in which a share of a number may stand.
_NEIGHBOURS = 2
_ADDED = (Unit.COUNT, Unit.MONEY, Unit.SHARE)


def derived(one: Counted, told: Sequence[Told], *, surely: bool = False) -> bool:
    """Say whether the figure ``one`` follows from figures that stand together in a paragraph of the story.

    With ``surely``, only totals of figures that count the same as it does are asked.
    """
    if one.figure.unit not in _ADDED or one.figure.age or one.label:
        return False
    if any(_near(one, value) for value in _totals(one, told, surely=surely)):
        return True
    reckon = _products if surely else _worked_out
    return any(_near(one, value) for paragraph in told for value in reckon(one, _usable(paragraph)))


def _usable(paragraph: Told) -> list[Counted]:
    """Return the figures of a paragraph that one may reckon with: no dates, ages, ranks, names or mere "one"."""
    return [
        other
        for other in paragraph.counted
        if other.figure.unit in _ADDED
        and not other.figure.age
        and not other.label
        and (other.thing or other.figure.value != 1)
    ]


def _near(one: Counted, value: float) -> bool:
    """Say whether a figure that was worked out is ``one``, but for its last place."""
    step = one.figure.step
    rounded = _ROUND * value if one.figure.value >= _ROUND_FROM else 0.0
    return abs(value - one.figure.value) <= max(0.01, step / 2 if step != 1 else 0.0, rounded)


def _worked_out(one: Counted, known: Sequence[Counted]) -> Iterator[float]:
    """Yield what follows from the figures ``known`` of a paragraph, in the unit of ``one``."""
    same = [other for other in known if other.figure.unit is one.figure.unit and _fits(one, other)]
    for start in range(len(same)):
        for length in range(2, _SUMMED + 1):
            run = same[start : start + length]
            if len(run) == length and _together(run):
                yield sum(other.figure.value for other in run)
    for first, second in pairwise(same):
        if first.sentence == second.sentence and one.figure.unit is not Unit.SHARE:  # shares differ by points
            yield abs(first.figure.value - second.figure.value)
    if one.figure.unit is Unit.SHARE:
        yield from (round(100 - other.figure.value) for other in same)
        yield from (100 - other.figure.value for other in same)
        yield from _shares(known)
    else:
        yield from _products(one, known)
    if one.thing == _TIME:
        yield from _ratios(known)


def _ratios(known: Sequence[Counted]) -> Iterator[float]:
    """Yield how many times as large as its neighbour a figure in the same unit is."""
    for first, second in pairwise(known):
        if first.figure.unit is second.figure.unit and first.figure.currency == second.figure.currency:
            low, high = sorted((first.figure.value, second.figure.value))
            yield from (round(high / low), high // low) if low else ()


def _fits(one: Counted, other: Counted) -> bool:
    """Say whether ``other`` may be part of a total or a change like ``one``: measures count in the same."""
    if one.measured or other.measured:
        return one.thing == other.thing
    return one.may_match(other) and one.figure.currency == other.figure.currency


def _together(run: Sequence[Counted]) -> bool:
    """Say whether figures stand in sentences that follow each other, and count what may be the same."""
    if any(second.sentence - first.sentence > _APART for first, second in pairwise(run)):
        return False
    return all(
        first.may_match(second) and (first.figure.value != second.figure.value or first.sentence == second.sentence)
        for first, second in combinations(run, 2)
    )


def _totals(one: Counted, told: Sequence[Told], *, surely: bool) -> Iterator[float]:
    """Yield the sums of two figures, wherever they stand, that surely count the same, and as ``one`` if so asked."""
    known = [other for paragraph in told for other in _usable(paragraph) if other.thing and not other.measured]
    alike = [
        other
        for other in known
        if other.figure.unit is one.figure.unit and (other.same(one) or (not surely and _fits(one, other)))
    ]
    for first, second in combinations(alike, 2):
        if first.same(second) and first.figure.value != second.figure.value:
            yield first.figure.value + second.figure.value


def _shares(known: Sequence[Counted]) -> Iterator[float]:
    """Yield, per cent, the shares and the changes that neighbouring numbers make."""
    for first, second in pairwise(known):
        low, high = sorted((first.figure.value, second.figure.value))
        if first.figure.unit is not second.figure.unit or first.figure.unit is Unit.SHARE or low < _SIZEABLE:
            continue
        if first.thing == second.thing != "" or low >= _LARGE or first.figure.unit is Unit.MONEY:
            yield from (round(100 * low / high), round(100 * (high - low) / low), round(100 * (high - low) / high))


def _products(one: Counted, known: Sequence[Counted]) -> Iterator[float]:
    """Yield what a share of a number comes to, so many times a number ("$7m each"), and "another 22" on top of some.

    Points are the difference of two shares, too: "52% to 42%".
    """
    if one.thing == _POINT:
        shares = [other for other in known if other.figure.unit is Unit.SHARE]
        yield from (abs(first.figure.value - second.figure.value) for first, second in pairwise(shares))
    for place, first in enumerate(known):
        for second in known[place + 1 : place + 1 + _NEIGHBOURS]:
            share, number = (first, second) if first.figure.unit is Unit.SHARE else (second, first)
            if share.figure.unit is Unit.SHARE and number.figure.unit is one.figure.unit:
                yield share.figure.value * number.figure.value / 100
        if first.each and first.figure.unit is one.figure.unit is Unit.MONEY and _fits(one, first):
            times = [other.figure.value for other in known if other.figure.unit is Unit.COUNT]
            yield from (count * first.figure.value for count in (2, *times))
        if first.more and first.figure.unit is one.figure.unit:
            yield from (first.figure.value + other.figure.value for other in known[:place] if first.may_match(other))
        if first.thing == _COUPLE:
            yield 2 * first.figure.value
