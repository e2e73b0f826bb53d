"""Which studies a sentence cites, and whether it tells whose they are, read by the real pipeline."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.studies import cited_studies, identified
from attrib_lsp.language.values import Sentence
from attrib_lsp.linter.linter import Linter
from tests.attribution.drafts import read


def sentence_of(linter: Linter, body: str) -> Sentence:
    """Return the first sentence of a draft's body."""
    graph = read(linter, body)
    return graph.paragraphs[graph.body[0]].sentences[0]


@pytest.mark.parametrize(
    ("body", "study"),
    [
        ("A recent study found that the buses were late.", "A recent study"),
        ("The buses were late, studies show.", "studies"),
        ("Research has shown that the buses were late.", "Research"),
        ("The buses were late, according to a new poll.", "a new poll"),
        ("Two surveys of commuters suggest that the buses were late.", "Two surveys"),
        ("A large Swedish study of bus drivers found no such thing.", "A large Swedish study"),
    ],
)
def test_studies_without_an_owner(linter: Linter, body: str, study: str) -> None:
    sentence = sentence_of(linter, body)
    found = cited_studies(sentence)
    assert [one.span.of(body) for one in found] == [study]
    assert not found[0].met
    assert not identified(sentence, found[0])


@pytest.mark.parametrize(
    "body",
    [
        "A study by the University of Lund found that the buses were late.",
        "A Gallup poll found that the buses were late.",
        "A 2015 study found that the buses were late.",
        "A government report says the buses were late.",
        "According to a survey published in May, the buses were late.",
        "Polls show that riders are angry: a Riverside Institute poll put them at 52 per cent.",
    ],
)
def test_studies_with_one(linter: Linter, body: str) -> None:
    sentence = sentence_of(linter, body)
    found = cited_studies(sentence)
    assert found
    assert all(identified(sentence, one) for one in found)


@pytest.mark.parametrize(
    "body",
    [
        "A study may find that the buses were late.",
        "If a survey shows that the buses were late, the council will act.",
        "No study has found that the buses were late.",
        "The council read a study of the buses.",
        "Reports say the buses were late.",
    ],
)
def test_nothing_borne_out(linter: Linter, body: str) -> None:
    assert cited_studies(sentence_of(linter, body)) == ()


def test_a_study_that_was_met(linter: Linter) -> None:
    assert [one.met for one in cited_studies(sentence_of(linter, "The study found that the buses were late."))] == [
        True
    ]
