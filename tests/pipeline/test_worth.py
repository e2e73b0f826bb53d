"""Training of the score of what asks for a source: which stories it learns from, and how."""

from __future__ import annotations

import pytest

from pipeline.worth import Example, Part, half, part, ranked, trained


def test_stories_held_back_are_never_trained_on() -> None:
    keys = [f"polnear-story-{number}" for number in range(400)]
    assert {part(key) for key in keys if half(key) == 1} == {Part.TEST}
    assert {part(key) for key in keys if half(key) == 0} == {Part.TRAINING, Part.CHOICE}


def test_a_story_keeps_its_half_whatever_its_corpus_calls_it() -> None:
    assert all(half(f"story-{number}") == half(f"polnear-story-{number}") for number in range(50))


def test_words_that_go_with_a_source_weigh_for_it() -> None:
    asks, tells = frozenset({"word tax"}), frozenset({"word meet"})
    data = [(Example("", found is asks, Part.TRAINING, False), found) for found in (asks, tells) for _ in range(60)]
    score = trained(data)
    assert score(asks) > 0 > score(tells)


def test_the_area_under_the_curve() -> None:
    assert ranked([0.1, 0.4, 0.35, 0.8], [False, False, True, True]) == pytest.approx(0.75)
