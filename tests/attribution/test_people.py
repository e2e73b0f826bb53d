"""Whom names, offices, initials and pronouns mean over a whole story, and of what kind sources are."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.genders import Gender, gender_of_name, gender_of_word
from attrib_lsp.attribution.names import StoryNames, same_person
from attrib_lsp.attribution.values import SourceKind
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def speaker_of(linter: Linter, body: str, words: str) -> str | None:
    """Return the name of whoever says what holds ``words``."""
    graph = read(linter, body)
    for statement in graph.statements:
        text = graph.paragraphs[statement.paragraph].text
        if statement.attribution.source and any(words in part.of(text) for part in statement.attribution.content):
            return graph.sources[statement.source].name if statement.source is not None else None
    raise AssertionError(f"nobody says {words!r}")


@pytest.mark.parametrize(
    ("body", "words", "name"),
    [
        # a surname stands for the full name, whether its bearer spoke before or was only named
        ("Joan Kott runs the ferry. It was sold on Monday.\n\nKott said the crew would stay.", "crew", "Joan Kott"),
        ("Mr Lind met Paul Oduya on Monday.\n\nMr Oduya said the ferry was safe.", "safe", "Paul Oduya"),
        # of two with one surname, the title tells
        (
            "Paul Kott and Joan Kott own the yard.\n\nMrs Kott said the yard was sold.",
            "sold", "Joan Kott",
        ),
        # an office stands for who was named in it, unless more is said of the office
        (
            "Mayor Ann Lee opened the bridge on Monday.\n\nThe mayor said the toll would fall.",
            "toll", "Ann Lee",
        ),
        (
            "Sen. Maria Reyes spoke at the yard.\n\nThe senator said the law would pass.",
            "law", "Maria Reyes",
        ),
        (
            "Vice President Ann Lee opened the bridge.\n\nThe president said the toll would fall.",
            "toll", "The president",
        ),
        (
            "Mayor Ann Lee opened the bridge.\n\nThe former mayor said the toll would rise.",
            "toll", "The former mayor",
        ),
        # initials, and the last word of a name
        (
            "The World Ferry Organization met on Monday.\n\nThe WFO said fares would rise.",
            "fares", "World Ferry Organization",
        ),
        (
            "The Ministry of Transport closed the bridge.\n\nThe ministry said repairs would take a year.",
            "repairs", "Ministry of Transport",
        ),
    ],
)  # fmt: skip
def test_names_over_a_story(linter: Linter, body: str, words: str, name: str) -> None:
    assert speaker_of(linter, body, words) == name


@pytest.mark.parametrize(
    ("body", "words", "name"),
    [
        # the subject goes before the object
        ("Paul Lind met Mark Hale on Monday. He said the ferry would sail.", "ferry", "Paul Lind"),
        # gender by title, by given name, by description
        ("Mr Lind wrote to Ms Hale on Monday. She said the ferry would sail.", "ferry", "Hale"),
        ("Robert Lind wrote to Mary Hale on Monday. She said the ferry would sail.", "ferry", "Mary Hale"),
        ("A spokeswoman met Mr Lind on Monday. He said the ferry would sail.", "ferry", "Lind"),
        # whoever is still being spoken of
        (
            "Mary Hale runs the ferry. She bought it in May. She said it would sail again.",
            "sail again", "Mary Hale",
        ),
        # who is named only in somebody's quotation does not go on speaking
        (
            "“Mark Hale ruined the yard,” said Paul Lind, a welder.\n\n“We lost it all,” he added.",
            "lost it all", "Paul Lind",
        ),
        # what somebody says of themselves
        ("Paul Lind said on Monday that he believes the ferry will sail.", "he believes the ferry", "Paul Lind"),
        # groups and bodies
        ("Two port officials met Paul Lind on Monday. They said the ship was held.", "held", "Two port officials"),
        ("The Harbour Commission met Paul Lind on Monday. It said the ship was held.", "held", "Harbour Commission"),
    ],
)  # fmt: skip
def test_pronouns(linter: Linter, body: str, words: str, name: str) -> None:
    assert speaker_of(linter, body, words) == name


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("The ferry sank on Monday. She said nobody drowned.", "drowned"),
        ("Mr Lind wrote to Mr Hale on Monday. She said the ferry would sail.", "ferry"),
        ("Mr Lind mended the ferry on Monday. It said the ship was held.", "held"),
    ],
)
def test_a_pronoun_that_nobody_fits_stays_open(linter: Linter, body: str, words: str) -> None:
    assert speaker_of(linter, body, words) is None


def test_the_names_of_a_story(linter: Linter) -> None:
    graph = read(linter, "Mary Kott met David Cameron and Cameron Diaz.\n\nMs Kott left. Cameron stayed.")
    names, end = StoryNames(graph.paragraphs), (len(graph.paragraphs), 0)
    assert names.full_name("Kott", end) == "Mary Kott"
    assert names.full_name("Cameron", end) == "David Cameron"
    assert names.full_name("Lind", end) == "Lind"
    assert names.full_name("Kott", end, Gender.MASCULINE) == "Kott"
    assert names.gender("Kott", end) is Gender.FEMININE
    assert names.is_person("Kott")
    assert not names.is_person("Lind")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        # named: people with titles, offices and descriptions
        ("US national security adviser Lena Oduya said the talks had failed.", SourceKind.NAMED_PERSON),
        ("The yard's owner, Paul Lind, said the talks had failed.", SourceKind.NAMED_PERSON),
        # an institution speaks
        ("Police said the road was shut.", SourceKind.NAMED_ORGANISATION),
        ("The WHO said the outbreak was over.", SourceKind.NAMED_ORGANISATION),
        ("WHO said the outbreak was over.", SourceKind.NAMED_ORGANISATION),
        ("A spokesman for the Harbour Commission said the road was shut.", SourceKind.NAMED_ORGANISATION),
        # unnamed
        ("One official said the talks had failed.", SourceKind.UNNAMED_PERSON),
        ("A spokesman said the road was shut.", SourceKind.UNNAMED_PERSON),
        ("The officials said the talks had failed.", SourceKind.UNNAMED_GROUP),
        ("Many Londoners said the fares were too high.", SourceKind.UNNAMED_GROUP),
        ("Millennials believe that the fares are too high.", SourceKind.UNNAMED_GROUP),
        ("Many progressives believe that the fares are too high.", SourceKind.UNNAMED_GROUP),
        # documents
        ("According to excerpts of the contract, the yard was sold in May.", SourceKind.DOCUMENT),
        ("The Harbour Safety Act says that every ferry must carry rafts.", SourceKind.DOCUMENT),
        ("The figures showed that fares had doubled.", SourceKind.DOCUMENT),
        ("Fares had doubled, according to figures.", SourceKind.DOCUMENT),
        ("Senior party figures said that fares had doubled.", SourceKind.UNNAMED_GROUP),
    ],
)
def test_kinds(linter: Linter, sentence: str, kind: SourceKind) -> None:
    graph = read(linter, sentence)
    assert [source.kind for source in graph.sources] == [kind]


def test_a_noun_that_only_ends_like_one_for_people_is_none(linter: Linter) -> None:
    graph = read(linter, "The answer suggested that the bridge was safe. The number proved that fares had doubled.")
    assert not any(source.kind.unnamed for source in graph.sources)


def test_a_paper_and_a_person_of_its_name(linter: Linter) -> None:
    graph = read(linter, "Mayor Don Guardian opened the bridge.\n\nGuardian said the toll would fall.")
    assert [source.name for source in graph.sources] == ["Don Guardian"]
    assert read(linter, "The Guardian said the toll would fall.").sources[0].kind is SourceKind.MEDIA_OUTLET


def test_bodies_of_one_word_are_not_one_body(linter: Linter) -> None:
    graph = read(linter, "The Lind campaign said the vote was fair.\n\nThe Hale campaign said the vote was rigged.")
    assert len(graph.sources) == 2


def test_who_says_i_in_a_quotation(linter: Linter) -> None:
    body = "“The river rose, and I think that the dam had cracked,” said Paul Lind, a farmer."
    graph = read(linter, body)
    assert {graph.sources[one.source].name for one in graph.statements if one.source is not None} == {"Paul Lind"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kott", "Joan Kott", True),
        ("Joan Kott", "Paul Kott", False),
        ("Ms Kott", "Joan Kott", True),
        ("Joan A. Kott", "Joan Kott", True),
        ("Kottke", "Joan Kott", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_genders() -> None:
    assert gender_of_word("Mrs") is Gender.FEMININE
    assert gender_of_word("brother") is Gender.MASCULINE
    assert gender_of_word("mayor") is Gender.UNKNOWN
    assert gender_of_name("Robert Lind") is Gender.MASCULINE
    assert gender_of_name("Robert") is Gender.UNKNOWN  # it may be a surname
    assert gender_of_name("Jordan Lind") is Gender.UNKNOWN
