"""What the comparer is given of a headline and its story."""

from __future__ import annotations

import numpy as np
import pytest

from attrib_lsp.language.comparing.meetings import MEETINGS, meetings, met
from attrib_lsp.language.comparing.words import Words, key, words
from attrib_lsp.language.pipeline import Pipeline
from attrib_lsp.linter.linter import Linter


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Five", "five", "5"),
        ("4,000", "4,000", "4000"),
        ("£3bn", "£3bn", "3bn"),
        ("Ninety", "ninety", "90"),
        ("rose", "rise", "rise"),
        ("U.S.", "U.S.", "u.s."),
    ],
)
def test_words_are_compared_by_lemma_and_figures_by_digits(text: str, lemma: str, expected: str) -> None:
    assert key(text, lemma) == expected


@pytest.fixture(scope="module")
def pipeline(linter: Linter) -> Pipeline:
    """The pipeline that the tests share."""
    return linter.pipeline


def _words(pipeline: Pipeline, *texts: str) -> Words:
    return words(pipeline.read(texts), 400)


def _met(pipeline: Pipeline, headline: str, story: str, upper: str, lower: str) -> set[int]:
    """Return the ways in which a word of the headline meets one of the story."""
    above, below = _words(pipeline, headline), _words(pipeline, story)
    code = meetings(above, below)[above.spellings.index(upper), below.spellings.index(lower)]
    return {way for way in range(MEETINGS) if code >> way & 1}


def test_the_same_word_under_the_same_head(pipeline: Pipeline) -> None:
    found = _met(pipeline, "Council closes school", "The council closed the school on Monday.", "school", "school")
    assert {0, 1, 4, 7} <= found


def test_another_form_of_a_word_is_the_same_word_but_not_the_same_spelling(pipeline: Pipeline) -> None:
    found = _met(pipeline, "Council closes school", "The council closed the school on Monday.", "closes", "closed")
    assert 0 in found
    assert 1 not in found


def test_neighbours_on_either_side(pipeline: Pipeline) -> None:
    story = "The old bridge fell."
    assert {2, 3} <= _met(pipeline, "The new bridge fell", story, "new", "old")
    assert 2 not in _met(pipeline, "Bridge fell", story, "bridge", "the")


def test_opposites_and_synonyms_come_from_the_word_lists(pipeline: Pipeline) -> None:
    assert 8 in _met(pipeline, "Profits fall", "Profits rose.", "fall", "rose")
    assert 9 in _met(pipeline, "Council asks for aid", "The council requested aid.", "asks", "requested")


def test_a_word_is_the_nearer_to_the_top_the_earlier_its_sentence(pipeline: Pipeline) -> None:
    above = _words(pipeline, "Bridge school church")
    below = _words(pipeline, "The bridge fell. The school burned.")
    near = met(meetings(above, below), below.sentences)[:, MEETINGS]
    assert near.tolist() == pytest.approx([1.0, 0.5, 0.0])


def test_heads_count_over_sentences_and_stay_inside_of_what_is_looked_at(pipeline: Pipeline) -> None:
    parses = pipeline.read(["The bridge fell.", "The old school burned."])
    every = words(parses, 400)
    assert every.keys[every.heads[every.spellings.index("school")]] == "burn"
    cut = words(parses, 5)
    assert len(cut.keys) == len(cut.vectors) == 5
    assert int(np.max(cut.heads)) < 5
