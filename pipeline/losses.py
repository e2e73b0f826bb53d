"""What a reader is trained towards: labels made by hand, another parser's, and what its teachers say."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from pipeline.batches import NOTHING, Batch
from pipeline.heads import Reader, Scores, chain, expected, known, sequence_loss
from pipeline.labels import ROLES

#: How much each head's loss counts.
WEIGHTS = {
    "tags": 0.5,
    "pos": 0.3,
    "lemmas": 0.3,
    "opens": 0.5,
    "names": 1.0,
    "roles": 2.0,
    "arcs": 1.5,
    "relations": 1.0,
    "sources": 0.5,
    "contents": 0.5,
}
#: Names are learned from the treebank's few paragraphs made by hand with this weight, against 1 for the many of news.
GOLD_NAMES = 3.0
FLAT = ("tags", "pos", "lemmas", "opens")
FAR = -1e4

Losses = dict[str, Tensor]


def by_labels(reader: Reader, scores: Scores, batch: Batch, silver: float) -> Losses:
    """Return the loss of each head against the batch's labels.

    ``silver`` is what another parser's trees, tags and names count, against 1 for those made by hand.
    """
    labels = batch.labels
    weight = torch.where(batch.gold, 1.0, silver)[:, None].expand(labels["tags"].shape)
    found = {name: _averaged(getattr(scores, name), labels[name], weight) for name in FLAT}
    found["names"] = _averaged(scores.names, labels["names"], torch.where(weight == 1, GOLD_NAMES, min(2 * silver, 1)))
    found["arcs"] = _averaged(scores.arcs.masked_fill(~_reach(batch.sentence), FAR), labels["heads"], weight)
    named = torch.where(labels["heads"] == NOTHING, NOTHING, labels["relations"])
    found["relations"] = _averaged(relations(reader, scores, labels["heads"]), named, weight)
    words = batch.sentence >= 0
    for name in ("sources", "contents"):
        heads = getattr(scores, name).masked_fill(~words[:, None, :], FAR)
        found[name] = _averaged(heads, labels[name], torch.ones_like(weight))
    marked = (labels["roles"][:, 1:] != NOTHING).any(1)
    if marked.any():
        roles = labels["roles"][marked, 1:]
        there = roles != NOTHING
        field = chain(scores.roles[marked, 1:], reader.role_steps, there)
        found["roles"] = sequence_loss(field, known(roles, len(ROLES)), there)
    return found


def by_teachers(reader: Reader, scores: Scores, batch: Batch, teachers: Teaching) -> Losses:
    """Return the loss of each head against what the teachers say of the same batch."""
    weight = (batch.sentence > 0).float()
    found = {name: _agreed(getattr(scores, name), getattr(teachers.scores, name), weight) for name in (*FLAT, "names")}
    reach = ~_reach(teachers.sentence)
    found["arcs"] = _agreed(scores.arcs.masked_fill(reach, FAR), teachers.scores.arcs.masked_fill(reach, FAR), weight)
    heads = torch.where(weight > 0, teachers.heads, NOTHING)
    found["relations"] = _agreed(relations(reader, scores, heads), teachers.relations, weight)
    there = weight[:, 1:] > 0
    roles = expected(teachers.scores.roles[:, 1:], teachers.steps, there)
    found["roles"] = sequence_loss(chain(scores.roles[:, 1:], reader.role_steps, there), roles, there)
    far = (batch.sentence < 0)[:, None, :]
    for name, role in (("sources", "B-CUE"), ("contents", "B-CONTENT")):
        begins = functional.pad(roles.words[:, :, ROLES.index(role)], (1, 0))
        ours, theirs = (getattr(one, name).masked_fill(far, FAR) for one in (scores, teachers.scores))
        found[name] = _agreed(ours, theirs, begins)
    return found


class Teaching:
    """What several readers say of a batch on average.

    ``sentence`` numbers the sentences as made by hand where they are, else as the teachers see them; ``heads`` are the
    best heads under these, or those made by hand.
    """

    def __init__(self, readers: Sequence[Reader], batch: Batch) -> None:
        """Read ``batch``."""
        every = [reader(batch.pieces, batch.shapes, batch.mask, batch.firsts) for reader in readers]
        self.scores = Scores(*(_mean(parts) for parts in zip(*every, strict=True)))
        self.steps = _mean([reader.role_steps.detach() for reader in readers])
        opens = (self.scores.opens.argmax(-1) == 1) & (batch.sentence > 0)
        opens[:, 0] = False
        seen = torch.where(batch.sentence > 0, opens.long().cumsum(1).clamp(min=1), batch.sentence)
        self.sentence = torch.where(batch.gold[:, None], batch.sentence, seen)
        best = self.scores.arcs.masked_fill(~_reach(self.sentence), FAR).argmax(-1)
        labelled = batch.gold[:, None] & (batch.labels["heads"] != NOTHING)
        self.heads = torch.where(labelled, batch.labels["heads"], best)
        self.relations = _mean([relations(one, said, self.heads) for one, said in zip(readers, every, strict=True)])


def relations(reader: Reader, scores: Scores, heads: Tensor) -> Tensor:
    """Score the relations of the arcs to ``heads`` (rows, words); those of no known head are meaningless."""
    rows = torch.arange(len(heads), device=heads.device)[:, None]
    return reader.label_arcs(scores.dependents, scores.governors[rows, heads.clamp(min=0)])


def _mean(parts: Sequence[Tensor]) -> Tensor:
    return torch.stack([part.float() for part in parts]).mean(0)


def _reach(sentence: Tensor) -> Tensor:
    """Say of each word which words may be its head: those of its sentence, and the paragraph for its root."""
    same = sentence[:, :, None] == sentence[:, None, :]
    same[:, :, 0] = True
    return same


def _averaged(scores: Tensor, labels: Tensor, weight: Tensor) -> Tensor:
    """Return the weighted mean loss of what is labelled; ``scores`` (..., labels), ``weight`` as ``labels``."""
    losses = functional.cross_entropy(
        scores.float().flatten(0, 1), labels.flatten(), reduction="none", ignore_index=NOTHING
    )
    counted = (weight * (labels != NOTHING)).flatten()
    return (losses * counted).sum() / counted.sum().clamp(min=1e-6)


def _agreed(scores: Tensor, wanted: Tensor, weight: Tensor) -> Tensor:
    """Return the weighted mean cross entropy of ``scores`` to the distribution ``wanted`` (as scores)."""
    losses = -(wanted.float().softmax(-1) * scores.float().log_softmax(-1)).sum(-1)
    return (losses * weight).sum() / weight.sum().clamp(min=1e-6)
