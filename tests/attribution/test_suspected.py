"""What the story shows of words that the comparing network only suspects: contrary ones, and lost negations."""

from __future__ import annotations

import pytest

from attrib_lsp.attribution.contraries import suspected_contraries
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.suspected_negations import added_negations, lost_negations
from attrib_lsp.attribution.upgrades import upgrades
from attrib_lsp.language.comparing.values import Comparison, Wrong
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.readers import read_row
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

PRICES = "Flour is dear in Tarn. The price of flour in Tarn rose by a tenth in May, the county said."
REFUSING = "The mayor of Tarn will not sell the old harbour. The harbour is empty."
MAYOR = REFUSING + " He had been asked to sell it."


def _graph(linter: Linter, headline: str, story: str) -> AttributionGraph:
    return linter.analyse(read_row(SourceText(story), SourceText(headline)))


def _suspicion(headline: str, word: str, likely: float, way: Wrong = Wrong.POLARITY) -> Comparison:
    start = headline.index(word)
    span = Span(start, start + len(word))
    return Comparison(((span, dict.fromkeys(Wrong, 0.0) | {way: likely}),), 0.0, 0.0)


@pytest.mark.parametrize(
    ("headline", "word", "likely", "told"),
    [
        ("Price of flour falls in Tarn", "falls", 0.75, "rose"),
        ("Price of flour falls in Tarn", "falls", 0.6, None),
        ("Price of flour rises in Tarn", "rises", 0.75, None),
        ("Does price of flour fall in Tarn?", "fall", 0.9, None),
        ("Price of ‘falling’ flour in Tarn", "falling", 0.9, None),
    ],
)
def test_a_suspected_word_is_contradicted_by_a_contrary_one_nearer_to_the_rest(
    linter: Linter, headline: str, word: str, likely: float, told: str | None
) -> None:
    graph = _graph(linter, headline, PRICES)
    found = suspected_contraries(graph.paragraphs[0], graph.numbered, _suspicion(headline, word, likely))
    assert [one.word for one in found] == ([told] if told else [])


@pytest.mark.parametrize(
    ("headline", "word", "story"),
    [
        ("Court frees guilty baker in Tarn", "guilty", "The court in Tarn freed an innocent baker on Monday."),
        ("Court fines baker in Tarn", "fines", "The court in Tarn fined a baker on Monday."),
        ("Bakery closes in Tarn", "closes", "The bakery in Tarn, which opened in May, closes. It had 40 guests a day."),
    ],
)
def test_what_says_only_of_whom_it_is_told_contradicts_nothing(
    linter: Linter, headline: str, word: str, story: str
) -> None:
    graph = _graph(linter, headline, story)
    assert not list(suspected_contraries(graph.paragraphs[0], graph.numbered, _suspicion(headline, word, 0.9)))


@pytest.mark.parametrize(
    ("headline", "likely", "story", "lost"),
    [
        (
            "Mayor of Tarn will sell old harbour",
            0.3,
            REFUSING,
            ["will sell"],
        ),
        ("Mayor of Tarn will sell old harbour", 0.1, REFUSING, []),
        ("Mayor of Tarn will sell old harbour", 0.3, MAYOR, []),
        ("Mayor of Tarn will not sell old harbour", 0.3, MAYOR, []),
        ("Mayor of Tarn will sell old harbour", 0.3, "The mayor of Tarn will sell the old harbour.", []),
        ("Mayor of Tarn sells old harbour", 0.3, "The mayor of Tarn will not sell the old harbour.", []),
    ],
)
def test_a_not_is_lost_where_the_story_only_denies_the_verb(
    linter: Linter, headline: str, likely: float, story: str, lost: list[str]
) -> None:
    graph = _graph(linter, headline, story)
    verb = "sells" if "sells" in headline else "sell"
    found = lost_negations(graph.paragraphs[0], graph.numbered, _suspicion(headline, verb, likely))
    assert [one.span.of(headline) for one in found] == lost


@pytest.mark.parametrize(
    ("headline", "likely", "added"),
    [
        ("Mayor of Tarn will not sell old harbour", 0.85, ["not"]),
        ("Mayor of Tarn will not sell old harbour", 0.7, []),
        ("Mayor of Tarn will not just sell old harbour", 0.85, []),
        ("Mayor of Tarn ‘will not sell’ old harbour", 0.85, []),
        ("Mayor of Tarn will not buy old harbour", 0.85, ["not"]),
        ("Will mayor of Tarn not sell old harbour?", 0.85, []),
    ],
)
def test_a_not_is_added_where_the_story_denies_nothing_of_the_kind(
    linter: Linter, headline: str, likely: float, added: list[str]
) -> None:
    graph = _graph(linter, headline, "The mayor of Tarn will sell the old harbour. It is empty.")
    found = added_negations(graph.paragraphs[0], graph.numbered, _suspicion(headline, "not", likely))
    assert [one.span.of(headline) for one in found] == added


@pytest.mark.parametrize("story", [REFUSING, "The mayor of Tarn has rejected a sale of the old harbour. It is empty."])
def test_no_not_is_added_to_what_the_story_denies(linter: Linter, story: str) -> None:
    headline = "Mayor of Tarn will not sell old harbour"
    graph = _graph(linter, headline, story)
    assert not list(added_negations(graph.paragraphs[0], graph.numbered, _suspicion(headline, "not", 0.9)))


@pytest.mark.parametrize(
    ("headline", "story", "surer"),
    [
        ("Bakery will open in Tarn", "The bakery in Tarn is set to open. The baker opens a letter.", ["will"]),
        ("Baker hopes bakery will open in Tarn", "The bakery in Tarn is set to open. The baker opens a letter.", []),
        ("Bakery will open in Tarn", "The bakery in Tarn will open. The baker opens a letter.", []),
    ],
)
def test_a_doubted_will_is_asked_for_whatever_else_is_told_flatly(
    linter: Linter, headline: str, story: str, surer: list[str]
) -> None:
    graph = _graph(linter, headline, story)
    doubted = _suspicion(headline, "will", 0.9, Wrong.CERTAINTY)
    assert [one.span.of(headline) for one in upgrades(graph.paragraphs[0], graph.numbered, doubted)] == surer


def test_nothing_is_lost_without_the_network(linter: Linter) -> None:
    graph = _graph(linter, "Mayor of Tarn will sell old harbour", "The mayor of Tarn will not sell the old harbour.")
    assert not list(lost_negations(graph.paragraphs[0], graph.numbered, None))
    assert not list(suspected_contraries(graph.paragraphs[0], graph.numbered, None))
    assert not list(added_negations(graph.paragraphs[0], graph.numbered, None))
