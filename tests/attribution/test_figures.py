"""Figures: what they are worth, and when two agree."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.agreement import Told, agrees
from attrib_lsp.attribution.figures import Unit, figures, fractions


@pytest.mark.parametrize(
    ("text", "value", "unit", "currency"),
    [
        ("Eleven people died.", 11, Unit.COUNT, ""),
        ("twenty-one ships", 21, Unit.COUNT, ""),
        ("100K deaths", 100_000, Unit.COUNT, ""),
        ("a $2.5 million fine", 2_500_000, Unit.MONEY, "$"),
        ("a US$2 fine", 2, Unit.MONEY, "$"),
        ("1,200 people", 1200, Unit.COUNT, ""),
        ("up 12%", 12, Unit.SHARE, ""),
        ("the 116th Congress", 116, Unit.RANK, ""),
        ("her third gold", 3, Unit.RANK, ""),
        ("the twenty-first miner", 21, Unit.RANK, ""),
        ("a $4B deal", 4_000_000_000, Unit.MONEY, "$"),
        ("five million euros", 5_000_000, Unit.MONEY, "€"),
        ("up 3 percentage points", 3, Unit.POINTS, ""),
        ("in 2019", 2019, Unit.YEAR, ""),
        ("2,019 homes", 2019, Unit.COUNT, ""),
    ],
)
def test_reads(text: str, value: float, unit: Unit, currency: str) -> None:
    (figure,) = figures(text)
    assert (figure.value, figure.unit, figure.currency) == (value, unit, currency)


@pytest.mark.parametrize("text", ["Scotland 18-10 Italy", "at 10:30", "&#163;", "Boeing B52"])
def test_leaves_what_is_no_figure(text: str) -> None:
    assert not figures(text)


@pytest.mark.parametrize(
    ("stated", "told", "same"),
    [
        ("500", "487", True),
        ("12", "11", False),
        ("41", "40", False),
        ("12", "7 here, 5 there", True),
        ("12", "7 people and $5", False),
        ("4", "from 9 to 5", True),
        ("$40", "£40", False),
        ("40", "£40", True),
        ("$40bn", "$40m", False),
        ("$2.3m", "$2,341,000", True),
        ("1M", "1,300,000", True),
        ("1M", "3 million", False),
        ("6", "a 6-year-old", True),
        ("50%", "half of the voters", True),
        ("3 percentage points", "3 per cent", False),
        ("4th", "the third ship", False),
        ("27 years", "between 1990 and 2017", True),
    ],
)
def test_agrees(stated: str, told: str, same: bool) -> None:
    paragraph = Told(figures(told), tuple(fractions(told)))
    assert agrees(figures(stated)[0], [paragraph], 0.05) is same
