"""What runs somebody down, and whom, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.disparagement import disparagements
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def found(linter: Linter, body: str) -> list[tuple[str, str]]:
    """Return what runs somebody down in a draft's body, and whom."""
    graph = read(linter, body)
    return [
        (one.span.of(graph.paragraphs[number].text), one.party.name)
        for number in graph.body
        for sentence in graph.paragraphs[number].sentences
        for one in disparagements(graph, number, sentence, sentence.span)
    ]


@pytest.mark.parametrize(
    ("body", "word", "target"),
    [
        ("Paul Orr is lazy.", "lazy", "Paul Orr"),
        ("Paul Orr left on Friday. He is a bully.", "bully", "Paul Orr"),
        ("Paul Orr left on Friday. His arrogance was a problem.", "arrogance", "Paul Orr"),
        ("Paul Orr left on Friday. An aide called him a coward.", "coward", "Paul Orr"),
        ("An aide described Paul Orr as vain.", "vain", "Paul Orr"),
        ("The manager, Paul Orr, seems clueless.", "clueless", "Paul Orr"),
        ("The manager, Paul Orr, was out of his depth.", "out of his depth", "Paul Orr"),
        ("Paul Orr is the worst manager the club has had.", "worst", "Paul Orr"),
        ("The staff say that Acme Foods is a shambles.", "shambles", "Acme Foods"),
    ],
)
def test_who_is_run_down(linter: Linter, body: str, word: str, target: str) -> None:
    assert found(linter, body) == [(word, target)]


@pytest.mark.parametrize(
    "body",
    [
        "Paul Orr is not lazy.",
        "Paul Orr would be lazy to stay in bed.",
        "If Paul Orr is lazy, who is not?",
        "Paul Orr is no fool.",
        "Paul Orr said the roof was a disgrace.",
        "The weather is awful.",
        "Paul Orr shouted at his staff.",
        "Some managers are lazy.",
        "The club had the worst season in its history.",
    ],
)
def test_nobody_is_run_down(linter: Linter, body: str) -> None:
    assert found(linter, body) == []
