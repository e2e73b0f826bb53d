"""Say whether a figure of the headline is one that the story gives, or that follows from those it gives."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from attrib_lsp.attribution.figures import Figure, Unit, figures, fractions
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.remembered import remembered

#: From here on headlines round to a single digit ("1M" for 1.3 million).
_ROUNDED = 1_000_000
#: From here on a figure may be meant as a round one.
_LARGE = 100
#: Figures at most that stand one behind the other and are added up.
_SUMMED = 4
_COUNTED = (Unit.COUNT, Unit.MONEY, Unit.SHARE)


@dataclass(frozen=True)
class Told:
    """The figures that one paragraph of the body gives, and the shares that it gives in words."""

    figures: tuple[Figure, ...]
    fractions: tuple[float, ...] = ()


@remembered
def told_in(paragraph: Paragraph) -> Told:
    """Return what figures a paragraph gives."""
    return Told(figures(paragraph.text), tuple(fractions(paragraph.text)))


def agrees(figure: Figure, told: Sequence[Told], tolerance: float) -> bool:
    """Say whether ``figure`` is among what is ``told``, or can be worked out from it.

    It is where one of the same currency is as large, but for rounding or for ``tolerance``, a share of the figure;
    where up to four that follow each other in a paragraph add up to it; and where it is what lies between two that
    follow each other, or, for a stretch of time, between any two years. Units that
    one may leave out where the reader can tell are taken for the same.
    """
    known = [one for paragraph in told for one in paragraph.figures]
    if figure.unit is Unit.POINTS:
        return any(one.unit is not Unit.SHARE and _same(figure, one, tolerance) for one in known)
    if figure.currency and any(
        one.currency and one.currency != figure.currency and _same(figure, one, tolerance) for one in known
    ):
        return any(one.currency == figure.currency and _same(figure, one, tolerance) for one in known)
    if any(_alike(figure, one) and _same(figure, one, tolerance) for one in known):
        return True
    if figure.unit in (Unit.SHARE, Unit.COUNT) and any(
        abs(share - figure.value) < 1 for paragraph in told for share in paragraph.fractions
    ):
        return True
    return figure.unit in _COUNTED and any(_near(figure, value) for value in _worked_out(told))


def _alike(figure: Figure, other: Figure) -> bool:
    """Say whether two figures may count in the same."""
    return not (figure.currency and other.currency and figure.currency != other.currency)


def _same(figure: Figure, other: Figure, tolerance: float) -> bool:
    """Say whether ``figure`` is worth as much as ``other``, rounded."""
    return abs(other.value - figure.value) <= _slack(figure, tolerance)


def _slack(figure: Figure, tolerance: float) -> float:
    """Return by how much the story's figure may differ: half of the last place, or the tolerance of a large one."""
    if figure.unit in (Unit.RANK, Unit.YEAR) or figure.age:
        return 0.0
    within = tolerance * abs(figure.value) if abs(figure.value) >= _LARGE else 0.0
    return max(figure.step / 2 if figure.step != 1 else 0.49, within, _rounding(figure.value))


def _rounding(value: float) -> float:
    """Return by how much a figure of a million or more with one digit is rounded: half of that digit's place."""
    if value < _ROUNDED:
        return 0.0
    place: float = 10.0 ** math.floor(math.log10(value))
    return place / 2 if value % place == 0 else 0.0


def _near(figure: Figure, value: float) -> bool:
    """Say whether a figure that was worked out is ``figure``, but for its last place."""
    return abs(value - figure.value) <= max(0.01, figure.step / 2 if figure.step != 1 else 0.0)


def _worked_out(told: Sequence[Told]) -> Iterator[float]:
    """Yield sums and differences of figures that follow each other, and the years between any two years."""
    years = sorted({one.value for paragraph in told for one in paragraph.figures if one.unit is Unit.YEAR})
    yield from (later - earlier for place, earlier in enumerate(years) for later in years[place + 1 :])
    for paragraph in told:
        for unit in _COUNTED:
            values = [one.value for one in paragraph.figures if one.unit is unit and not one.age]
            for start in range(len(values)):
                for length in range(2, _SUMMED + 1):
                    if start + length <= len(values):
                        yield sum(values[start : start + length])
            yield from (abs(first - second) for first, second in pairwise(values))
