"""Train the reader: encoder and heads at once, on treebanks and on news.

usage: python -m pipeline.train DATA MODEL OUT

DATA holds the corpora (see ``pipeline.samples``), MODEL the checkpoint to begin from (``model.safetensors``,
``vocab.txt``). OUT takes ``reader.pt``, ``labels.json`` and ``lemmas.json``.
"""

from __future__ import annotations

import json
import random
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import spacy
import torch
from torch import Tensor, nn
from torch.nn import functional

from attrib_lsp.language.encoding.wordpiece import WordPieces
from pipeline.batches import NOTHING, Batch, Encoded, batches, encoded
from pipeline.encoder import pretrained
from pipeline.heads import Reader, Scores, sequence_loss
from pipeline.labels import label_sets, mark_nationalities
from pipeline.lemmas import table
from pipeline.samples import Sample, news, treebank

SEED = 20
BATCH = 2048
DECAY = 0.01
WARM_UP = 200


class Stage(NamedTuple):
    """A part of the training: ``epochs`` under a learning rate that rises shortly and then falls to nothing.

    ``plain_trees``, ``named_trees``, ``cued_news`` and ``plain_news`` say how often an epoch sees the large treebank,
    the one with names, and paragraphs of news with and without cues. ``silver`` is what another parser's trees and tags
    count, against 1 for those made by hand.
    """

    epochs: int
    encoder_rate: float
    heads_rate: float
    plain_trees: float
    named_trees: float
    cued_news: float
    plain_news: float
    silver: float


#: Everything at once, then again with more weight on what was made by hand.
STAGES = (
    Stage(5, 2.5e-4, 1e-3, 0.8, 1.6, 1.0, 0.4, 0.5),
    Stage(2, 1e-4, 5e-4, 1.0, 1.5, 0.4, 0.2, 0.1),
)
#: How much each head's loss counts.
WEIGHTS = {
    "tags": 0.5,
    "pos": 0.3,
    "lemmas": 0.3,
    "opens": 0.5,
    "names": 1.0,
    "roles": 2.0,
    "arcs": 1.0,
    "relations": 0.7,
    "sources": 0.5,
    "contents": 0.5,
}
#: Names are learned from the treebank's few gold paragraphs with this weight, against 1 for the many of news.
GOLD_NAMES = 3.0


def corpus(data: Path) -> tuple[list[Sample], list[Sample], list[Sample]]:
    """Return the samples of the large treebank, of the one with names, and of news."""
    trees, attribution = data / "syntax", data / "attribution"
    plain = list(treebank(trees / "ewt.train.conllu", with_names=False, seed=SEED))
    named = list(treebank(trees / "gum.train.conllu", with_names=True, seed=SEED))
    stories = list(
        news(spacy.blank("en"), attribution / "polnear.train.jsonl", attribution / "polnear.train.corenlp.jsonl.gz")
    )
    mark_nationalities(stories)
    return plain, named, stories


def epoch_rows(
    plain: list[Encoded], named: list[Encoded], stories: list[Encoded], stage: Stage, chance: random.Random
) -> list[Encoded]:
    """Return what one epoch of a stage sees."""
    weighed = [replace(row, weight=stage.silver) for row in stories]
    cued = [row for row in weighed if any(label >= 0 for label in row.labels["sources"])]
    quiet = [row for row in weighed if all(label < 0 for label in row.labels["sources"])]
    return [
        *some(plain, stage.plain_trees, chance),
        *some(named, stage.named_trees, chance),
        *some(cued, stage.cued_news, chance),
        *some(quiet, stage.plain_news, chance),
    ]


def some(rows: list[Encoded], times: float, chance: random.Random) -> list[Encoded]:
    """Return all of ``rows`` as often as ``times`` says, and for what is left of it a sample."""
    return [*rows * int(times), *chance.sample(rows, int(times % 1 * len(rows)))]


def averaged(scores: Tensor, labels: Tensor, weight: Tensor) -> Tensor:
    """Return the weighted mean loss of what is labelled; ``scores`` (..., labels), ``weight`` as ``labels``."""
    there = labels != NOTHING
    if not there.any():
        return scores.sum() * 0
    losses = functional.cross_entropy(scores[there], labels[there], reduction="none")
    return (losses * weight[there]).sum() / weight[there].sum()


def losses(reader: Reader, scores: Scores, batch: Batch) -> dict[str, Tensor]:
    """Return the loss of each head."""
    labels = batch.labels
    silver = batch.weight[:, None].expand_as(labels["tags"])
    one = torch.ones_like(silver)
    found = {name: averaged(getattr(scores, name), labels[name], silver) for name in ("tags", "pos", "lemmas", "opens")}
    found["names"] = averaged(scores.names, labels["names"], torch.where(silver == 1, GOLD_NAMES, 1.0))

    same = batch.sentence[:, :, None] == batch.sentence[:, None, :]
    same[:, :, 0] = True
    found["arcs"] = averaged(scores.arcs.masked_fill(~same, -1e4), labels["heads"], silver)
    there = (labels["heads"] != NOTHING) & (labels["relations"] != NOTHING)
    rows = torch.arange(len(there))[:, None].expand_as(there)[there]
    relations = reader.label_arcs(scores.dependents[there], scores.governors[rows, labels["heads"][there]])
    found["relations"] = averaged(relations, labels["relations"][there], silver[there])

    words = batch.sentence >= 0
    for name in ("sources", "contents"):
        found[name] = averaged(getattr(scores, name).masked_fill(~words[:, None, :], -1e4), labels[name], one)
    marked = (labels["roles"][:, 1:] != NOTHING).any(1)
    if marked.any():
        found["roles"] = sequence_loss(scores.roles[marked, 1:], labels["roles"][marked, 1:], reader.role_steps)
    return found


def optimiser(
    reader: Reader, stage: Stage, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Return AdamW with a linear warm-up and decay; the vocabulary's vectors stay as they are."""
    reader.encoder.pieces.weight.requires_grad_(False)
    encoder = [weight for weight in reader.encoder.parameters() if weight.requires_grad]
    inside = set(map(id, reader.encoder.parameters()))
    heads = [weight for weight in reader.parameters() if id(weight) not in inside]
    made = torch.optim.AdamW(
        [{"params": encoder, "lr": stage.encoder_rate}, {"params": heads, "lr": stage.heads_rate}],
        weight_decay=DECAY,
        foreach=True,
    )
    return made, torch.optim.lr_scheduler.LambdaLR(
        made, lambda step: min(1.0, (step + 1) / WARM_UP) * max(0.0, 1 - step / steps)
    )


def train(data: Path, model: Path, out: Path) -> None:
    """Train and write the reader."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    out.mkdir(parents=True, exist_ok=True)
    vocabulary = WordPieces(model / "vocab.txt")
    parts = corpus(data)
    sets = label_sets([sample for part in parts for sample in part])
    (out / "labels.json").write_text(json.dumps(sets, indent=1) + "\n", encoding="utf-8")
    known = table(sample for part in parts for sample in part)
    (out / "lemmas.json").write_text(json.dumps(known, sort_keys=True), encoding="utf-8")
    numbers = {name: {label: number for number, label in enumerate(labels)} for name, labels in sets.items()}
    rows = [[encoded(sample, vocabulary, numbers) for sample in part] for part in parts]
    reader = Reader(pretrained(model), {name: len(labels) for name, labels in sets.items()})
    for stage in STAGES:
        pass_through(reader, rows, stage, chance, vocabulary.padding)
        torch.save(reader.state_dict(), out / "reader.pt")


def pass_through(reader: Reader, rows: list[list[Encoded]], stage: Stage, chance: random.Random, padding: int) -> None:
    """Train ``reader`` by one stage; the losses are printed as they run."""
    reader.train()
    plan = [
        batch
        for _ in range(stage.epochs)
        for batch in batches(epoch_rows(rows[0], rows[1], rows[2], stage, chance), BATCH, chance, padding)
    ]
    optimise, schedule = optimiser(reader, stage, len(plan))
    began = time.monotonic()
    running: dict[str, float] = {}
    for step, batch in enumerate(plan, start=1):
        found = losses(reader, reader(batch.pieces, batch.shapes, batch.mask, batch.firsts), batch)
        loss = torch.stack([WEIGHTS[name] * one for name, one in found.items()]).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_([weight for weight in reader.parameters() if weight.grad is not None], 1.0)
        optimise.step()
        schedule.step()
        optimise.zero_grad()
        for name, one in found.items():
            running[name] = 0.98 * running.get(name, one.item()) + 0.02 * one.item()
        if step % 50 == 0:
            seen = " ".join(f"{name} {value:.3f}" for name, value in running.items())
            print(f"step {step}/{len(plan)} {time.monotonic() - began:.0f} s: {seen}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    train(*map(Path, sys.argv[1:]))
