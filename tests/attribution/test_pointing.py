"""Where the words for a source do not say who it is."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.pointing import points_elsewhere
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def pointing(linter: Linter, body: str) -> list[tuple[str, str]]:
    """Return the words of ``body`` that point elsewhere, each with the speaker's name."""
    graph = read(linter, body)
    return [
        (one.attribution.source[0].of(graph.paragraphs[one.paragraph].text), graph.sources[one.source].name)
        for one in graph.statements
        if one.source is not None and points_elsewhere(graph, one)
    ]


@pytest.mark.parametrize(
    ("body", "words", "name"),
    [
        ("Jake Dorn, an adviser, said it rained. He added that it was cold.", "He", "Jake Dorn"),
        ("Two US officials said it rained. The officials added that it was cold.", "The officials", "Two US officials"),
        ("The mayor, Ann Lee, said it rained.\n\nThe mayor added that it was cold.", "The mayor", "Ann Lee"),
        ("The Harbour Board said it rained. It added that it was cold.", "It", "Harbour Board"),
    ],
)
def test_what_points_elsewhere(linter: Linter, body: str, words: str, name: str) -> None:
    assert pointing(linter, body) == [(words, name)]


@pytest.mark.parametrize(
    "body",
    [
        "Jake Dorn, an adviser, said it rained. Mr Dorn said it was cold.",
        "Jake Dorn said that he thought it rained.",
        "Jake Dorn, who said it rained, left.",
        "“I think it rained,” Jake Dorn said.",
        "The official said it rained.",
        "US officials said it rained. Officials elsewhere said it was cold.",
    ],
)
def test_what_says_who_it_is(linter: Linter, body: str) -> None:
    assert pointing(linter, body) == []
