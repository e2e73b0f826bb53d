"""Who is left unnamed and speaks, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.anonymity import UnnamedKind
from attrib_lsp.attribution.unnamed_speakers import unnamed_speakers
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def speakers(linter: Linter, body: str) -> list[str]:
    """Return the words for each unnamed speaker."""
    graph = read(linter, body)
    return [one.phrase.span.of(graph.paragraphs[one.statement.paragraph].text) for one in unnamed_speakers(graph)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("A source", UnnamedKind.BARE),
        ("Well-placed sources", UnnamedKind.BARE),
        ("Two sources close to the talks", UnnamedKind.INSIDER),
        ("US officials", UnnamedKind.INSIDER),
        ("A senior party figure", UnnamedKind.INSIDER),
        ("Two lawyers", UnnamedKind.INSIDER),
        ("A person familiar with the talks", UnnamedKind.INSIDER),
        ("One of her aides", UnnamedKind.INSIDER),
        ("A passer-by", UnnamedKind.PRIVATE),
        ("Two neighbours", UnnamedKind.PRIVATE),
    ],
)
def test_kinds_of_unnamed_speakers(linter: Linter, words: str, kind: UnnamedKind) -> None:
    body = f"{words} said the shipment had been stopped."
    graph = read(linter, body)
    assert [(one.phrase.span.of(body), one.phrase.kind) for one in unnamed_speakers(graph)] == [(words, kind)]


@pytest.mark.parametrize(
    "words",
    [
        "Police",
        "The ministry",
        "Hospital officials",
        "A spokesperson for Ofgem",
        "Maria Lind, an official",
        "An official, Maria Lind,",
        "An official named Lind",
        "Several officials including Maria Lind",
        "The official",
        "Lawyers",
        "Critics",
        "His wife",
        "No official",
        "About 150 delegates",
        "Two in three voters",
        "News sources",
        "Official figures",
    ],
)
def test_voices_classes_and_people_met_are_none(linter: Linter, words: str) -> None:
    assert speakers(linter, f"{words} said the shipment had been stopped.") == []


@pytest.mark.parametrize(
    "body",
    [
        "US officials boarded the ship.",
        "US officials may say more on Monday.",
        "US officials declined to say what was on board.",
        "US officials did not say what was on board.",
        "Maria Lind said US officials had told her that the ship was empty.",
        "“US officials say what they like,” Maria Lind said.",
        "A US official told the court that the ship was empty.",
        "A US official said in a statement that the ship was empty.",
    ],
)
def test_who_does_not_speak_to_the_reader_is_none(linter: Linter, body: str) -> None:
    assert speakers(linter, body) == []


def test_a_group_that_goes_on_is_one_speaker(linter: Linter) -> None:
    body = "Several US officials said the ship was empty. US officials said it was old. Officials said it would sail."
    assert speakers(linter, body) == ["Several US officials"]


def test_one_after_a_group_is_another_speaker(linter: Linter) -> None:
    body = "Several US officials said the ship was empty. One US official said it was old."
    assert speakers(linter, body) == ["Several US officials", "One US official"]


def test_people_who_are_named_in_the_next_sentence_are_none(linter: Linter) -> None:
    body = "US officials said the ship was empty. “It was bare,” said Ada Cole, who heads the port's customs office."
    assert speakers(linter, body) == []


def test_an_insider_is_not_named_by_whoever_speaks_next(linter: Linter) -> None:
    body = "One US official said the ship was empty. “It was full,” said Ada Cole, who owns it."
    assert speakers(linter, body) == ["One US official"]


def test_bare_officials_speak_for_the_body_before_them(linter: Linter) -> None:
    assert speakers(linter, "The port authority shut the quay. Officials said it would open on Monday.") == []
    assert speakers(linter, "The quay was shut at noon. Officials said it would open on Monday.") == ["Officials"]


def test_whoever_speaks_only_through_outlets_is_second_hand(linter: Linter) -> None:
    only = read(linter, "The ship was empty, US officials told the Guardian.")
    assert [one.second_hand for one in unnamed_speakers(only)] == [True]
    also = read(linter, "The ship was empty, US officials told the Guardian. The officials said it was old.")
    assert [one.second_hand for one in unnamed_speakers(also)] == [False]
