"""Decode what the heads say of a passage: labels, lemmas, sentences, trees, names, attributions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from attrib_lsp.language.arrays import Floats
from attrib_lsp.language.decoding.lemmas import Lemmas
from attrib_lsp.language.decoding.links import Marked, linked
from attrib_lsp.language.decoding.names import whole
from attrib_lsp.language.decoding.sequences import Run, best_sequences, bio_steps, runs
from attrib_lsp.language.decoding.trees import best_tree
from attrib_lsp.language.model import Scores


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is known of a passage, word by word; words count from 0.

    ``heads`` holds a root's own number. ``starts`` are the first words of its sentences.
    """

    tags: list[str]
    pos: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]
    starts: list[int]
    names: list[Run]
    attributions: list[Marked]


class Weights(NamedTuple):
    """What decoding needs beside the scores: the steps between role labels, and the layer that names relations."""

    role_steps: Floats
    relation_weight: Floats
    relation_bias: Floats


class Decoder:
    """Label sets and weights of one trained model."""

    def __init__(self, labels: Path, weights: Path, lemmas: Path) -> None:
        """Read them, and the table of known ``lemmas``.

        Raises:
            OSError: a file is missing.
        """
        self.labels: dict[str, list[str]] = json.loads(labels.read_text(encoding="utf-8"))
        self._lemmas = Lemmas.read(lemmas)
        with np.load(weights) as stored:
            self._weights = Weights(*(stored[name] for name in Weights._fields))
        self._role_steps = bio_steps(self.labels["roles"], self._weights.role_steps)
        self._name_steps = bio_steps(self.labels["names"])

    def decode(
        self, scores: Sequence[Scores], words: Sequence[Sequence[str]], starts: Sequence[list[int] | None]
    ) -> Iterator[Analysis]:
        """Yield the analysis of each passage of ``words``; ``starts`` begin its sentences where that is known."""
        lengths = [len(one) for one in words]
        roles = _sequences([one.roles for one in scores], lengths, self._role_steps, self.labels["roles"])
        names = _sequences([one.names for one in scores], lengths, self._name_steps, self.labels["names"])
        for one, text, known, role, name in zip(scores, words, starts, roles, names, strict=True):
            yield self._analysis(one, text, known or sentence_starts(one.opens), role, name)

    def _analysis(
        self, scores: Scores, words: Sequence[str], starts: list[int], roles: list[Run], names: list[Run]
    ) -> Analysis:
        """Decode one passage."""
        heads = _heads(scores.arcs, starts)
        relations = self._relations(scores, heads)
        scripts = self.labels["lemmas"]
        tags = [self.labels["tags"][number] for number in scores.tags[1:].tolist()]
        return Analysis(
            tags,
            [self.labels["pos"][number] for number in scores.pos[1:].tolist()],
            [
                self._lemmas.of(word, tag, scripts[number])
                for word, tag, number in zip(words, tags, scores.lemmas[1:].tolist(), strict=True)
            ],
            heads,
            relations,
            starts,
            whole(names, words, heads, relations),
            linked(roles, scores.sources, scores.contents),
        )

    def _relations(self, scores: Scores, heads: Sequence[int]) -> list[str]:
        """Name the relation of each word to its head."""
        above = [0 if head == number else head + 1 for number, head in enumerate(heads)]
        hidden = np.maximum(scores.dependents[1:] + scores.governors[above], 0)
        numbers = (hidden @ self._weights.relation_weight.T + self._weights.relation_bias).argmax(1).tolist()
        named = self.labels["relations"]
        return [
            "root" if head == number else named[relation]
            for number, (head, relation) in enumerate(zip(heads, numbers, strict=True))
        ]


def _sequences(
    scores: Sequence[Floats], lengths: Sequence[int], steps: Floats, labels: Sequence[str]
) -> list[list[Run]]:
    """Return the spans of each passage's best label sequence."""
    stacked = np.zeros((len(scores), max(lengths, default=0), len(labels)), np.float32)
    for row, one in enumerate(scores):
        stacked[row, : lengths[row]] = one[1:]
    found = best_sequences(stacked, lengths, steps)
    return [list(runs([labels[number] for number in best.tolist()])) for best in found]


def sentence_starts(opens: Floats) -> list[int]:
    """Return the words, counted from 0, that begin a sentence; the first word always does.

    ``opens`` (words + 1, 2) scores each word as inside of a sentence and as its first; place 0 is no word.
    """
    return [0, *(np.flatnonzero(opens[2:, 1] > opens[2:, 0]) + 1).tolist()]


def _heads(arcs: Floats, starts: Sequence[int]) -> list[int]:
    """Return each word's head, a tree a sentence; words count from 0, a root heads itself."""
    count = len(arcs) - 1
    heads: list[int] = []
    for start, end in zip(starts, [*starts[1:], count], strict=True):
        inside = arcs[start : end + 1, start : end + 1].copy()
        inside[:, 0] = arcs[start : end + 1, 0]
        tree = best_tree(inside)
        heads.extend(start + (head - 1 if head else number) for number, head in enumerate(tree[1:]))
    return heads
