"""The conditional random field that roles are learned with, against all label sequences written out."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from torch import Tensor

torch = pytest.importorskip("torch", reason="training needs PyTorch (the extra `training`)")
heads = pytest.importorskip("pipeline.heads")

LABELS = 3


def field(words: int) -> tuple[Tensor, Tensor, Tensor]:
    torch.manual_seed(words)
    scores, steps = torch.randn(2, words, LABELS), torch.randn(LABELS + 2, LABELS)
    there = torch.ones(2, words, dtype=torch.bool)
    there[1, max(words - 1, 1) :] = False
    return scores, steps, there


def weights(scores: Tensor, steps: Tensor, length: int) -> dict[tuple[int, ...], Tensor]:
    """Return the log-weight of every label sequence of one row."""
    return {
        labels: steps[-2, labels[0]]
        + sum(scores[place, label] for place, label in enumerate(labels))
        + sum(steps[before, after] for before, after in pairwise(labels))
        + steps[-1, labels[-1]]
        for labels in product(range(LABELS), repeat=length)
    }


@pytest.mark.parametrize("words", [1, 2, 3, 6])
def test_the_partition_sums_over_all_sequences(words: int) -> None:
    scores, steps, there = field(words)
    found = heads.partition(heads.chain(scores, steps, there), there)
    for row in range(2):
        every = weights(scores[row], steps, int(there[row].sum()))
        assert found[row].item() == pytest.approx(
            torch.logsumexp(torch.stack(list(every.values())), 0).item(), abs=1e-4
        )


@pytest.mark.parametrize("words", [1, 2, 5])
def test_expectations_are_the_share_of_sequences(words: int) -> None:
    scores, steps, there = field(words)
    found = heads.expected(scores, steps, there)
    every = weights(scores[0], steps, words)
    whole = torch.logsumexp(torch.stack(list(every.values())), 0)
    for place, label in product(range(words), range(LABELS)):
        share = sum((value - whole).exp() for labels, value in every.items() if labels[place] == label)
        assert found.words[0, place, label].item() == pytest.approx(float(share), abs=1e-4)


def test_the_loss_of_known_labels_is_their_improbability() -> None:
    scores, steps, there = field(4)
    labels = torch.tensor([[0, 2, 1, 1], [2, 2, 0, -100]])
    loss = heads.sequence_loss(heads.chain(scores, steps, there), heads.known(labels, LABELS), there)
    improbable = 0.0
    for row in range(2):
        every = weights(scores[row], steps, int(there[row].sum()))
        right = every[tuple(label for label in labels[row].tolist() if label >= 0)]
        improbable += float(torch.logsumexp(torch.stack(list(every.values())), 0) - right)
    assert loss.item() == pytest.approx(improbable / 7, abs=1e-4)
