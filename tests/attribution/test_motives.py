"""What a sentence gives somebody for a motive: feelings, discreditable aims, reasons."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.motives import motives, sporting
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def found(linter: Linter, body: str) -> list[tuple[str, str, str]]:
    """Return kind, words and holder of each motive in the one sentence of ``body``."""
    paragraph = read(linter, body).paragraphs[1]
    return [
        (one.kind.name, one.span.of(paragraph.text), one.holder.text)
        for one in motives(paragraph, paragraph.sentences[0])
    ]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("The governor fears that the bridge will fall.", ("FEELING", "fears that", "governor")),
        ("Ana Hale was furious with the board.", ("FEELING", "furious with", "Ana")),
        ("The mayor sacked the auditor in a bid to cover up the loss.", ("AIM", "in a bid to cover up", "mayor")),
        ("The party cut the tax to win votes in the valley.", ("AIM", "to win votes", "party")),
        (
            "The company shut the plant in order to punish the union.",
            ("AIM", "in order to punish the union", "company"),
        ),
        ("Senator Hale is desperate to avoid an inquiry.", ("AIM", "desperate to avoid an inquiry", "Hale")),
        ("Hoping to win votes, the premier cut the tax.", ("AIM", "Hoping to win votes", "premier")),
        ("The president removed the judge out of revenge.", ("REASON", "out of revenge", "president")),
        ("The minister was motivated by greed.", ("REASON", "motivated by greed", "minister")),
    ],
)
def test_motives(linter: Linter, body: str, wanted: tuple[str, str, str]) -> None:
    assert found(linter, body) == [wanted]


@pytest.mark.parametrize(
    "body",
    [
        "The council met on Monday to discuss the budget.",
        "The bank wants to raise $2bn in a bid to grow.",
        "The mayor did not sack the auditor to cover up the loss.",
        "The mayor may want to silence the auditor.",
        "Critics accuse the mayor of sacking the auditor to cover up the loss.",
        '"The governor fears that the bridge will fall," said Jean Moss.',
        "The auditor was removed in an attempt to silence him.",
        "Investors fear that rates will rise.",
        "It is feared that the bridge will fall.",
        "The party hopes to win votes in the valley.",
        "The candidate toured the valley to win votes.",
        "The law lets the court punish the union.",
        "The plan to win votes in the valley failed.",
        "In the film, the mayor sacks the auditor to cover up a murder.",
    ],
)
def test_no_motives(linter: Linter, body: str) -> None:
    assert found(linter, body) == []


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("The striker met the referee after the match.", True),
        ("The coach met the mayor after the meeting.", False),
    ],
)
def test_sporting(linter: Linter, body: str, *, wanted: bool) -> None:
    assert sporting(read(linter, body)) is wanted
