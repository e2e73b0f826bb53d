"""How well a story describes its sources, and why it leaves them unnamed, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.descriptions import reason_pattern
from attrib_lsp.attribution.values import Source
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def first(linter: Linter, body: str) -> Source:
    """Return the source that a draft's body has first."""
    return read(linter, body).sources[0]


@pytest.mark.parametrize(
    "words",
    [
        "who spoke on condition of anonymity",
        "who asked not to be named",
        "who requested anonymity because the talks are private",
        "speaking anonymously for fear of reprisals",
        "who was not authorised to speak publicly",
        "who wasn't authorized to discuss the case",
        "who declined to give his name",
        "who wished to remain anonymous",
        "whose name is being withheld",
    ],
)
def test_words_that_give_a_reason(words: str) -> None:
    assert reason_pattern().search(f"An official, {words}, said so.") is not None


@pytest.mark.parametrize(
    "words",
    [
        "citing fears such information could reveal how the intelligence was gathered",
        "without providing details",
        "who asked for more money",
        "who was not allowed to leave the building",
        "who was named in the report",
    ],
)
def test_words_that_give_none(words: str) -> None:
    assert reason_pattern().search(f"An official, {words}, said so.") is None


def test_a_reason_holds_from_the_next_paragraph(linter: Linter) -> None:
    body = "An aide said the plane had been recalled.\n\nHe spoke on condition of anonymity."
    assert first(linter, body).reason is not None


def test_a_reason_three_sentences_on_does_not(linter: Linter) -> None:
    body = (
        "An aide said the plane had been recalled. It landed at noon. The crew went home. A judge opened the case. "
        "A clerk of the court was granted anonymity."
    )
    assert first(linter, body).reason is None


def test_a_reason_given_for_all_holds_for_each(linter: Linter) -> None:
    body = (
        "An aide said the plane had been recalled.\n\nIt landed at noon. The crew went home. A judge sat on it.\n\n"
        "An executive said the price was too high. Both asked not to be named."
    )
    aide = first(linter, body)
    assert aide.name == "An aide"
    assert aide.reason is not None


@pytest.mark.parametrize(
    ("body", "description"),
    [
        ("The deal is off, said Liu Pengyu, spokesperson for the embassy.", "spokesperson for the embassy"),
        ("Mr Lind said the quay was shut.", ""),
    ],
)
def test_how_a_named_source_is_described(linter: Linter, body: str, description: str) -> None:
    assert first(linter, body).description == description


def test_a_relative_clause_is_no_part_of_a_description(linter: Linter) -> None:
    source = first(linter, "Harbour master Ada Kent, who is due to meet the owners in Delmar, said the pier was safe.")
    assert (source.name, source.description) == ("Ada Kent", "Harbour master")


def test_an_article_describes_nobody(linter: Linter) -> None:
    assert first(linter, "The European Union said the quota was full.").description == ""


@pytest.mark.parametrize(
    ("body", "description"),
    [
        ("Joan Kott, the owner of the yard, said it was sold.", "the owner of the yard"),
        ("Joan Kott was in York. Ms Kott, the owner of the yard, said it was sold.", "the owner of the yard"),
        ("Joan Kott was in York. Ms Kott said it was sold.", ""),
        ("Joan Kott was in York. Kott said it was sold.", ""),
        ("The yard’s owner, Ms Joan Kott, said it was sold.", "The yard’s owner"),
    ],
)
def test_a_name_is_no_description(linter: Linter, body: str, description: str) -> None:
    assert first(linter, body).description == description
