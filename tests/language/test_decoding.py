"""Decoding finds what trying everything finds."""

from __future__ import annotations

import time
from itertools import pairwise, product

import numpy as np
import pytest

from attrib_lsp.language.decoding.analysis import sentence_starts
from attrib_lsp.language.decoding.links import linked
from attrib_lsp.language.decoding.sequences import Run, best_sequences, bio_steps, runs
from attrib_lsp.language.decoding.trees import best_tree, is_tree

LABELS = ["O", "B-CUE", "I-CUE", "B-SOURCE", "I-SOURCE"]


@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
def test_the_best_tree_is_the_best_of_all_trees(words: int) -> None:
    chance = np.random.default_rng(words)
    for _ in range(40):
        arcs = chance.normal(size=(words + 1, words + 1)).astype(np.float32)

        def total(heads: tuple[int, ...], arcs: np.ndarray = arcs) -> float:
            return float(sum(arcs[word, head] for word, head in enumerate(heads, start=1)))

        trees = [
            heads
            for heads in product(range(words + 1), repeat=words)
            if all(head != word for word, head in enumerate(heads, start=1)) and is_tree([-1, *heads])
        ]
        found = best_tree(arcs)
        assert is_tree(found)
        assert total(tuple(found[1:])) == pytest.approx(max(map(total, trees)), abs=1e-4)


def test_the_best_sequences_are_the_best_of_all_that_the_labels_allow() -> None:
    chance = np.random.default_rng(3)
    steps = bio_steps(LABELS, chance.normal(size=(7, 5)).astype(np.float32))
    lengths = [4, 1, 3, 2]
    scores = chance.normal(size=(4, 4, 5)).astype(np.float32)
    for row, found in enumerate(best_sequences(scores, lengths, steps)):

        def total(labels: tuple[int, ...], row: int = row) -> float:
            moves = sum(steps[before, after] for before, after in pairwise(labels))
            here = sum(scores[row, word, label] for word, label in enumerate(labels))
            return float(steps[5, labels[0]] + here + moves + steps[6, labels[-1]])

        assert tuple(found) == max(product(range(5), repeat=lengths[row]), key=total)


def test_no_sequence_goes_on_with_what_never_began() -> None:
    scores = np.zeros((1, 3, 5), np.float32)
    scores[0, :, 2] = 5.0  # every word would rather be inside of a cue
    (found,) = best_sequences(scores, [3], bio_steps(LABELS))
    assert [LABELS[number] for number in found] == ["B-CUE", "I-CUE", "I-CUE"]


def test_no_passages_have_no_sequences() -> None:
    assert best_sequences(np.zeros((0, 0, 5), np.float32), [], bio_steps(LABELS)) == []


def test_runs_end_where_another_begins() -> None:
    labels = ["B-SOURCE", "B-SOURCE", "I-SOURCE", "I-CUE", "O", "B-CUE"]
    assert list(runs(labels)) == [
        Run(0, 1, "SOURCE"),
        Run(1, 3, "SOURCE"),
        Run(3, 4, "CUE"),
        Run(5, 6, "CUE"),
    ]


def test_the_first_word_begins_a_sentence_whatever_its_score() -> None:
    opens = np.array([[0, 0], [9, 0], [9, 0], [0, 9]], np.float32)
    assert sentence_starts(opens) == [0, 2]


def test_cues_share_a_source_but_no_content() -> None:
    source, said, added = Run(0, 1, "SOURCE"), Run(1, 2, "CUE"), Run(4, 5, "CUE")
    first, second, stray = Run(2, 3, "CONTENT"), Run(5, 7, "CONTENT"), Run(8, 9, "CONTENT")
    sources, contents = np.zeros((10, 10), np.float32), np.zeros((10, 10), np.float32)
    sources[said.first + 1, source.first + 1] = sources[added.first + 1, source.first + 1] = 1
    contents[first.first + 1, said.first + 1] = contents[second.first + 1, added.first + 1] = 1
    contents[stray.first + 1, 0] = 1
    found = linked([source, said, first, added, second, stray], sources, contents)
    assert [(one.cue, one.source, one.contents) for one in found] == [
        (said, source, (first,)),
        (added, source, (second,)),
        (None, None, (stray,)),
    ]


def test_a_cue_may_have_no_source() -> None:
    cue, source = Run(0, 1, "CUE"), Run(2, 3, "SOURCE")
    sources = np.zeros((4, 4), np.float32)
    sources[1, 0] = 1
    (found,) = linked([cue, source], sources, np.zeros((4, 4), np.float32))
    assert found.source is None


def test_words_that_repeat_one_another_take_no_long_time() -> None:
    arcs = np.random.default_rng(1).normal(size=(381, 381)).astype(np.float32) / 100
    arcs += np.subtract.outer(np.arange(381), np.arange(381)) % 7 == 1  # cycles in cycles
    started = time.process_time()
    found = best_tree(arcs)
    assert time.process_time() - started < 2
    assert is_tree(found)
