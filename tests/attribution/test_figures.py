"""Figures: what they are worth."""

from __future__ import annotations

import pytest

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
        ("the Dow was up 1536", 1536, Unit.COUNT, ""),
        ("on 16 March", 16, Unit.DAY, ""),
        ("Feb. 3 vote", 3, Unit.DAY, ""),
        ("two dozen homes", 24, Unit.COUNT, ""),
        ("a million homes", 1_000_000, Unit.COUNT, ""),
        ("a magnitude-5.1 earthquake", 5.1, Unit.COUNT, ""),
        ("'47% owe no tax'", 47, Unit.SHARE, ""),
    ],
)
def test_reads(text: str, value: float, unit: Unit, currency: str) -> None:
    (figure,) = figures(text)
    assert (figure.value, figure.unit, figure.currency) == (value, unit, currency)


@pytest.mark.parametrize(
    "text", ["Scotland 18-10 Italy", "at 10:30", "&#163;", "Boeing B52", "Covid-19", "the '90s", "worth six figures"]
)
def test_leaves_what_is_no_figure(text: str) -> None:
    assert not figures(text)


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("a third of all oil", [33.3]),
        ("two-thirds of them", [66.7]),
        ("half a million, or three quarters", [50, 75]),
        ("the third man and a third blogger", []),
    ],
)
def test_shares_in_words(text: str, shares: list[float]) -> None:
    assert [round(share, 1) for share in fractions(text)] == shares


@pytest.mark.parametrize("text", ["died at the age of 54", "Moran, 54, said", "a 54-year-old", "she was 54."])
def test_ages(text: str) -> None:
    (figure,) = figures(text)
    assert figure.age
