"""Which stories one source carries alone."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.sole_source import sole_source
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read

RENN = "The finance chief, Olga Renn, said that the routes would go. She said that fuel costs had doubled."


def test_one_source(linter: Linter) -> None:
    graph = read(linter, RENN)
    sole = sole_source(graph)
    assert sole is not None
    assert (graph.sources[sole.number].name, sole.statements) == ("Olga Renn", 2)


@pytest.mark.parametrize(
    "more",
    [
        "The union's secretary, Ed Marsh, said that 60 jobs were at risk.",
        "A passenger said that the boat was full.",
        "The routes were reportedly sold in May.",
        "Port records show that the boats were full.",
        "The plan was heard in court on Monday.",
    ],
)
def test_more_than_one_voice(linter: Linter, more: str) -> None:
    assert sole_source(read(linter, f"{RENN}\n\n{more}")) is None
