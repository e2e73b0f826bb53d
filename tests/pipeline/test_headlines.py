"""Headlines made of treebank sentences."""

from __future__ import annotations

import pytest

pytest.importorskip("conllu", reason="training reads treebanks by conllu (the extra `training`)")

from pipeline.headlines import headlined, leavable
from pipeline.samples import Sample

WORDS = ["The", "airline", "is", "hiding", "a", "fault", "."]
HEADS: list[int | None] = [1, 3, 3, 3, 5, 3, 3]
RELATIONS: list[str | None] = ["det", "nsubj", "aux", "root", "det", "obj", "punct"]
POS: list[str | None] = ["DET", "NOUN", "AUX", "VERB", "DET", "NOUN", "PUNCT"]


def sample() -> Sample:
    none: list[str | None] = [None] * len(WORDS)
    return Sample(
        words=WORDS,
        spaces=[True] * len(WORDS),
        tags=[*none],
        pos=POS,
        lemmas=[*none],
        heads=HEADS,
        relations=RELATIONS,
        opens=[True, *[False] * (len(WORDS) - 1)],
        names=["O"] * len(WORDS),
        roles=[*none],
    )


def test_articles_auxiliaries_and_the_stop_are_left_out_and_the_tree_stays() -> None:
    made = headlined(sample(), 0, len(WORDS), capitals=False)
    assert made.words == ["Airline", "hiding", "fault"]
    assert made.heads == [1, 1, 1]
    assert made.relations == ["nsubj", "root", "obj"]
    assert made.opens == [True, False, False]


def test_capitals_leave_names_open() -> None:
    made = headlined(sample(), 0, len(WORDS), capitals=True)
    assert made.words == ["Airline", "Hiding", "Fault"]
    assert made.names == [None, None, None]


def test_a_word_that_others_hang_from_stays() -> None:
    governed = sample()
    governed.heads[4] = 0  # "a" hangs from "The"
    assert leavable(governed, 0, len(WORDS))[0] is False
