"""Which predicates hold an opinion, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.opinions import opinion
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def last_words(linter: Linter, sentence: str) -> list[str]:
    """Return the last word of each predicate of opinion in a sentence."""
    graph = read(linter, sentence)
    first = graph.paragraphs[-1].sentences[0]
    return [last.text for token in first.tokens if (last := opinion(first, token)) is not None]


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("Officials were sceptical about the proposal.", "sceptical"),
        ("Officials remain hopeful.", "hopeful"),
        ("Diplomats were dismayed by the appointment.", "dismayed"),
        ("Diplomats believe that the plan will fail.", "believe"),
        ("Officials fear a second wave.", "fear"),
        ("Officials expressed doubts about the plan.", "doubts"),
        ("An aide said that the plan was reckless.", "said"),
        ("An aide called the plan a shambles.", "called"),
    ],
)
def test_opinions(linter: Linter, sentence: str, last: str) -> None:
    assert last_words(linter, sentence) == [last]


@pytest.mark.parametrize(
    "sentence",
    [
        "Officials may be worried.",
        "Officials said that the plan was ready.",
        "Officials expect to finish by May.",
        "Officials expressed thanks to the crew.",
        "Officials boycotted the ceremony.",
    ],
)
def test_no_opinions(linter: Linter, sentence: str) -> None:
    assert last_words(linter, sentence) == []
