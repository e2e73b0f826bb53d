"""Who asks not to be named, and what gives them away, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.anonymity_requests import askers, singled_out
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def found(linter: Linter, body: str) -> list[tuple[str, str | None]]:
    """Return the words for each who asks not to be named in a draft's body, with what singles them out."""
    graph = read(linter, body)
    return [
        (one.span.of(graph.paragraphs[number].text), singled_out(one))
        for number in graph.body
        for one in askers(graph.paragraphs[number])
    ]


@pytest.mark.parametrize(
    ("who", "mark"),
    [
        ("The board's only woman", "only"),
        ("The youngest member of the board", "youngest"),
        ("The club's longest-serving player", "longest"),
        ("The mayor's chief of staff", "chief"),
        ("The head of the agency", "head"),
        ("Mr Orr's deputy", "deputy"),
        ("The company's finance director", "director"),
        ("The French ambassador", "ambassador"),
        ("A 43-year-old French female engineer at the Riverside Institute", "43-year-old, female, French"),
    ],
)
def test_only_one_can_be_meant(linter: Linter, who: str, mark: str) -> None:
    assert found(linter, f"{who}, who asked not to be named, said the vote was close.") == [(who, mark)]


@pytest.mark.parametrize(
    "who",
    [
        "A member of the board",
        "A member of the only board that met",
        "A senior Treasury official",
        "A senior adviser to the president",
        "The head of a charity",
        "The leader of one of the rebel groups",
        "A former head of the agency",
        "One of the only women on the board",
    ],
)
def test_many_can_be_meant(linter: Linter, who: str) -> None:
    assert [mark for _, mark in found(linter, f"{who}, who asked not to be named, said no.")] in ([None], [])


@pytest.mark.parametrize(
    "body",
    [
        "The vote was close, said an aide, speaking on condition of anonymity.",
        "The vote was close, said an aide who requested anonymity.",
        "An aide said, on condition of anonymity, that the vote was close.",
        "An aide asked not to be named.",
        "An aide said that the vote was close. She asked not to be named.",
    ],
)
def test_who_asks(linter: Linter, body: str) -> None:
    assert [who.lower() for who, _ in found(linter, body)] == ["an aide"]


@pytest.mark.parametrize(
    "body",
    ["She asked not to be named.", "The aide was not named in the report.", "The bridge is to be named after Ms Orr."],
)
def test_nobody_asks(linter: Linter, body: str) -> None:
    assert found(linter, body) == []
