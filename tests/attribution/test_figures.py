"""Figures: what they are worth, and when two agree."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.figures import Unit, agrees, figures


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
        ("12", "7 here, 5 there", True),
        ("$40", "£40", False),
        ("40", "£40", True),
        ("$40bn", "$40m", False),
        ("1M", "1,300,000", True),
        ("1M", "3 million", False),
        ("6", "a 6-year-old", True),
    ],
)
def test_agrees(stated: str, told: str, same: bool) -> None:
    assert agrees(figures(stated)[0], figures(told), 0.05) is same
