"""What the comparing network's doubts are made of, and what they do to the evidence on headlines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attrib_lsp.attribution.compared import DOUBTED, DROPPED, cleared, doubts, drops_source, foreign, keeps_source
from attrib_lsp.attribution.dropped import dropped
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.misattributed import misattributions
from attrib_lsp.attribution.reversed_roles import reversals
from attrib_lsp.language.comparing.values import Comparison, Wrong
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.readers import read_row
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

STORY = (
    "The council in Tarn may close the school next summer, its leader, Ann Reid, said on Monday. The school has 40 "
    "pupils. Reid said that Peter Voss, the head of the school, had been told. A decision is due in May."
)


def _graph(linter: Linter, headline: str, story: str = STORY) -> AttributionGraph:
    return linter.analyse(read_row(SourceText(story), SourceText(headline)))


def _comparison(*probable: float, way: Wrong = Wrong.POLARITY) -> Comparison:
    words = [
        (Span(5 * place, 5 * place + 4), dict.fromkeys(Wrong, 0.0) | {way: one}) for place, one in enumerate(probable)
    ]
    return Comparison(tuple(words), 0.0, 0.0)


def test_neighbouring_doubts_are_one() -> None:
    sure = DOUBTED[Wrong.POLARITY]
    assert list(doubts(_comparison(sure, sure, 0.0, sure), Wrong.POLARITY)) == [Span(0, 9), Span(15, 19)]
    assert list(doubts(_comparison(sure), Wrong.NAME)) == []
    assert list(doubts(None, Wrong.POLARITY)) == []


def test_a_word_is_cleared_only_where_the_network_has_looked() -> None:
    assert cleared(_comparison(0.0), Span(0, 4), Wrong.POLARITY)
    assert not cleared(_comparison(0.5), Span(0, 4), Wrong.POLARITY)
    assert not cleared(_comparison(0.0), Span(40, 44), Wrong.POLARITY)
    assert not cleared(None, Span(0, 4), Wrong.POLARITY)
    assert not drops_source(None)
    assert not keeps_source(None)
    assert not foreign(None)


@pytest.mark.parametrize(
    ("headline", "way", "word"),
    [
        ("Council will close school in Tarn", Wrong.CERTAINTY, "will"),
        ("Council may open school in Tarn", Wrong.POLARITY, "open"),
        ("Council may not close school in Tarn", Wrong.POLARITY, "not"),
    ],
)
def test_the_network_doubts_what_the_story_tells_otherwise(
    linter: Linter, headline: str, way: Wrong, word: str
) -> None:
    found = [span.of(headline) for span in doubts(_graph(linter, headline).comparison, way)]
    assert any(word in one for one in found)


def test_the_network_doubts_nothing_in_a_headline_that_the_story_bears_out(linter: Linter) -> None:
    comparison = _graph(linter, "Council may close school in Tarn").comparison
    assert not [span for way in DOUBTED for span in doubts(comparison, way)]
    assert not foreign(comparison)


def test_a_headline_of_another_story_is_foreign(linter: Linter) -> None:
    assert foreign(_graph(linter, "Rovers win cup on penalties").comparison)


def test_the_comparison_is_made_anew_only_when_the_top_has_changed(linter: Linter) -> None:
    first = _graph(linter, "Council may close school in Tarn").comparison
    assert _graph(linter, "Council may close school in Tarn").comparison is first
    assert _graph(linter, "Council may close school in Tarn", STORY + " It rained.").comparison is not first


def test_a_story_without_a_headline_is_not_compared(linter: Linter) -> None:
    assert linter.analyse(read_row(SourceText(STORY), None)).comparison is None


def test_what_the_story_vouches_for_drops_no_source(linter: Linter) -> None:
    story = "The school in Tarn has closed. It closed on Monday, Ann Reid, the council's leader, said."
    assert dropped(_graph(linter, "School in Tarn has closed", story)) is None


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("School in Tarn closes ‘soon’ for want of pupils", True),
        ("School in Tarn ‘closes soon’ for want of pupils", False),
        ("Ann Reid: School in Tarn closes soon for want of pupils", False),
        ("Is school in Tarn closing soon for want of pupils?", False),
    ],
)
def test_marks_around_some_words_do_not_say_whose_the_claim_is(linter: Linter, headline: str, told: bool) -> None:
    story = "“The school in Tarn closes soon for want of pupils,” Ann Reid, the council's leader, said on Monday."
    graph = _graph(linter, headline, story)
    assert graph.comparison is not None
    sure = replace(graph, comparison=replace(graph.comparison, unattributed=DROPPED))
    assert (dropped(sure) is not None) == told


def test_a_spokesman_who_puts_it_in_other_words_is_no_other_speaker(linter: Linter) -> None:
    story = (
        "Mayor Ann Reid wants to close the school in Tarn, her spokesman, Peter Voss, said. “She has thought about it "
        "long,” he said. Reid said on Friday that she liked the town."
    )
    assert not list(misattributions(_graph(linter, "Ann Reid says she wants to close the school in Tarn", story)))


def test_names_that_stand_both_ways_round_are_not_reversed(linter: Linter) -> None:
    story = "China asked Russia for drones on Monday. Russia had asked China for drones in May."
    graph = _graph(linter, "Russia asks China for drones", story)
    assert not list(reversals(graph.paragraphs[0], graph.numbered))
