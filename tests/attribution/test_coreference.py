"""Whom the words of a story mean, also where nobody speaks, and where each source is told in full."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def mentions(graph: AttributionGraph, name: str) -> list[str]:
    """Return the words that mean the source called ``name``, in the order of the story."""
    number = next(number for number, source in enumerate(graph.sources) if source.name == name)
    return [mention.text for mention in graph.coreference.mentions[number]]


def others(graph: AttributionGraph) -> list[str]:
    """Return the names and pronouns that mean nobody who speaks."""
    return [one.span.of(graph.paragraphs[one.paragraph].text) for one in graph.coreference.others]


@pytest.mark.parametrize(
    ("body", "name", "found"),
    [
        # names, with their titles and without a possessive
        (
            "Joan Kott runs the ferry. Mrs Kott’s crew met on Monday.\n\nKott said it would sail.",
            "Joan Kott", ["Joan Kott", "Mrs Kott", "Kott"],
        ),
        # pronouns of the story's own words
        (
            "Paul Lind sold the yard. He regrets it.\n\n“It was mine,” said Lind, who lost his boat.",
            "Paul Lind", ["Paul Lind", "He", "Lind, who lost his boat"],
        ),
        # an office for who was named in it
        (
            "Mayor Ann Lee opened the bridge. The mayor cut a ribbon. She said the toll would fall.",
            "Ann Lee", ["Mayor Ann Lee", "The mayor", "She"],
        ),
        # those who were met last by the same description
        (
            "Two officials said the bridge would close. Reporters met the officials in a car park.",
            "Two officials", ["Two officials", "the officials"],
        ),
        # initials of a body
        (
            "The World Ferry Organization said fares would rise. A letter reached the WFO on Monday.",
            "World Ferry Organization", ["The World Ferry Organization", "WFO"],
        ),
    ],
)  # fmt: skip
def test_what_means_a_source(linter: Linter, body: str, name: str, found: list[str]) -> None:
    assert mentions(read(linter, body), name) == found


@pytest.mark.parametrize(
    ("body", "name", "words"),
    [
        # two people bear the surname
        ("Paul Kott and Joan Kott own the yard. A letter reached Kott.\n\nJoan Kott said it was sold.", "Joan Kott",
         "Kott"),
        # whom "he told him" is about is somebody else
        ("Paul Lind said the yard was sold. Lind drove to the bank with him.", "Paul Lind", "him"),
        # others by the same description were met since
        ("Two officials said the bridge would close. Three officials were jailed. The officials wept.",
         "Two officials", "The officials"),
        # more is said of these
        ("Two officials said the bridge would close. The Danish officials left.", "Two officials",
         "The Danish officials"),
        # somebody else stands nearer
        ("Paul Lind said Mark Hale was a fool if he bought the yard.", "Paul Lind", "he"),
        # the sentence goes on with somebody else
        ("Paul Lind said the yard was sold. After his illness, Mark Hale bought it.", "Paul Lind", "his"),
        # the story has two mayors
        ("Mayor Ann Lee met Mayor Joan Kott. The mayor cut a ribbon. Ms Kott said it was red.", "Joan Kott",
         "The mayor"),
        # who "he" is in somebody's quotation is theirs to know
        ("Paul Lind runs the yard. “He is a liar,” said Joan Kott. Lind said nothing was sold.", "Paul Lind", "He"),
    ],
)  # fmt: skip
def test_what_is_not_certain_means_nobody(linter: Linter, body: str, name: str, words: str) -> None:
    assert words not in mentions(read(linter, body), name)


def test_others_are_told_from_those_who_speak(linter: Linter) -> None:
    graph = read(linter, "Mary Kott, who bought the ferry from Paul Lind, said it would sail. He has moved to York.")
    assert others(graph) == ["Paul Lind", "He"]


def test_nobody_is_both_he_and_she(linter: Linter) -> None:
    graph = read(
        linter, "Quill met the crew in her office on Monday. He said the ferry would sail. He left on Tuesday."
    )
    assert mentions(graph, "Quill") == ["Quill", "He", "He"]
    assert "her" in others(graph)


def test_every_mention_of_the_graph_is_kept(linter: Linter) -> None:
    graph = read(
        linter, "An aide, who asked not to be named, said the toll would rise. The aide left.\n\n“No,” he said."
    )
    for source, found in zip(graph.sources, graph.coreference.mentions, strict=True):
        assert all(any(one.place.span.covers(own.place.span) for one in found) for own in source.mentions)


@pytest.mark.parametrize(
    ("body", "name", "words"),
    [
        ("Kott said the ferry would sail.\n\nJoan Kott owns it.", "Joan Kott", "Joan Kott"),
        ("A deckhand saw Joan Kott.\n\nMs Kott said the ferry would sail.", "Joan Kott", "Joan Kott"),
        ("Two officials said the bridge would close.\n\nThe officials gave no date.", "Two officials", "Two officials"),
        ("Lind said the yard was sold.", "Lind", "Lind"),
        # who it is goes before the bare name
        (
            "A letter reached Joan Kott.\n\nJoan Kott, the owner of the yard, said it was sold.\n\nKott left.",
            "Joan Kott",
            "Joan Kott, the owner of the yard,",
        ),
    ],
)
def test_where_a_source_is_told_in_full(linter: Linter, body: str, name: str, words: str) -> None:
    graph = read(linter, body)
    number = next(number for number, source in enumerate(graph.sources) if source.name == name)
    place = graph.identification(number)
    assert place.span.of(graph.paragraphs[place.paragraph].text) == words


def test_a_headline_only_announces(linter: Linter) -> None:
    graph = read(
        linter,
        "Joan Kott, its owner, said the ferry would sail.",
        front="---\ntitle: Ferry sails, Joan Kott says\n---\n",
    )
    place = graph.identification(0)
    assert place.paragraph in graph.body
