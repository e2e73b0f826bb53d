"""How well a story places the sources that it does not name, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.values import Source
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def first(linter: Linter, body: str) -> Source:
    """Return the source that a draft's body has first."""
    return read(linter, body).sources[0]


@pytest.mark.parametrize(
    ("source", "points"),
    [
        ("A source", 0),
        ("Several US officials", 0),
        ("One US official", 1),
        ("A senior official", 1),
        ("An intelligence official", 1),
        ("A senior Treasury official", 2),
        ("A close aide to Maria Lind", 2),
        ("Two officials familiar with the talks", 2),
        ("Two senior officials at the finance ministry", 3),
        ("A person familiar with the talks", 1),
        ("Two senior officials at the finance ministry with knowledge of the talks", 4),
    ],
)
def test_each_thing_that_places_a_source_is_a_point(linter: Linter, source: str, points: int) -> None:
    assert first(linter, f"{source} said the shipment had been stopped.").specificity == points


def test_whoever_a_source_speaks_to_does_not_place_it(linter: Linter) -> None:
    body = "The shipment was stopped, according to several US officials who spoke to the Financial Times."
    assert first(linter, body).specificity == 0


def test_a_reason_is_a_point(linter: Linter) -> None:
    body = "A US official, who asked not to be named because the inquiry is open, said the shipment had been stopped."
    assert first(linter, body).specificity == 1


def test_all_five_place_a_source_as_exactly_as_may_be(linter: Linter) -> None:
    body = (
        "Two senior officials at the finance ministry with knowledge of the talks, who asked not to be named because "
        "they are not over, said the shipment had been stopped."
    )
    assert first(linter, body).specificity == 5
