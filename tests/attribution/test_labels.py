"""Which labels a story lays on whom, and whose they are, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.label_givers import designated, far, given
from attrib_lsp.attribution.labels import labels
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def found(linter: Linter, body: str) -> list[tuple[str, str]]:
    """Return the labels of a draft's body with whom they are laid on."""
    graph = read(linter, body)
    return [
        (one.span.of(graph.paragraphs[number].text), one.party)
        for number in graph.body
        for sentence in graph.paragraphs[number].sentences
        for one in labels(graph, number, sentence)
    ]


@pytest.mark.parametrize(
    ("body", "label", "party"),
    [
        ("Rob Tull is a conspiracy theorist who sells vitamins.", "conspiracy theorist", "Rob Tull"),
        ("Rob Tull left on Friday. He is a bigot.", "bigot", "Rob Tull"),
        ("Rob Tull is a clerk, a singer and a thug.", "thug", "Rob Tull"),
        ("The cult leader, Leo Ravel, arrived in Leeds on Friday.", "cult leader", "Leo Ravel"),
        ("The Valley Front, a terrorist organisation, has 300 members.", "terrorist organisation", "Valley Front"),
        ("The puppet government of Ruritania met on Friday.", "puppet government", "the government"),
        ("The Syrian regime has taken two towns since May.", "regime", "the government"),
        ("The military regime in Ruritania closed two newspapers.", "regime", "the government"),
        ("Rebels took two towns. The Brandt regime sent its army north.", "regime", "the government"),
        ("State television broadcast the ministry's propaganda.", "propaganda", "the ministry"),
        ("Radio Ruritania spread disinformation about the vote.", "disinformation", "Radio Ruritania"),
        ("The council hired its so-called experts in May.", "so-called experts", "experts"),
    ],
)
def test_labels(linter: Linter, body: str, label: str, party: str) -> None:
    assert found(linter, body) == [(label, party)]


@pytest.mark.parametrize(
    "body",
    [
        "The new tax regime begins in April. The regime covers savings.",
        "Fans like the Wenger regime. The club won twice.",
        "The Iran sanctions regime ends in May. The British regime for gambling is lax.",
        "The band has a cult following, and its second record is a cult classic.",
        "A terrorist attack killed two people. Terrorists often use phones.",
        "The anti-fascist group met on Friday. The Terrorism Act gives the police more time.",
        "The company removed misinformation about vaccines.",
        "The so-called spyware copies files.",
        "Rob Tull is not a racist. Is Ann Orr a racist? If the mayor is a racist, he hides it.",
        "The minister spoke of the view that Rob Tull is a racist.",
        "The senator, Ann Orr, said that Rob Tull was a bigot.",
        '"Rob Tull is a bigot," said the senator, Ann Orr.',
    ],
)
def test_no_labels(linter: Linter, body: str) -> None:
    assert found(linter, body) == []


@pytest.mark.parametrize(
    ("body", "word", "expected"),
    [
        ('"This is extremism," said the mayor, Ann Orr.', "extremist", True),
        ("The mayor, Ann Orr, said that the group was a cult.", "cult", True),
        ("The valley calls the group terrorists.", "terrorist", True),
        ("The mayor, Ann Orr, said that she was extremely tired.", "extremist", False),
        ('"The culture of the valley is old," said the mayor, Ann Orr.', "cult", False),
        ("The terrorist group has 300 members.", "terrorist", False),
    ],
)
def test_given(linter: Linter, body: str, word: str, expected: bool) -> None:
    assert given(read(linter, body), word) is expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The group has 300 members.\n\nBritain proscribed it in May.", True),
        ("The group has 300 members. It was banned in May.", True),
        ("The group has 300 members.\n\nThe mayor wants to ban cars.", False),
    ],
)
def test_designated(linter: Linter, body: str, expected: bool) -> None:
    graph = read(linter, body)
    assert designated(graph, graph.body[0]) is expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The regime fell in 1989.", True),
        ("The regime fell nine years ago.", True),
        ("The regime fell nine days ago.", False),
        ("The ousted regime had nine prisons.", True),
        ("The film shows a fascist leader.", True),
        ("The regime has nine prisons. It built two in 2019.", False),
    ],
)
def test_far(linter: Linter, body: str, expected: bool) -> None:
    graph = read(linter, body)
    assert far(graph.paragraphs[graph.body[0]]) is expected
