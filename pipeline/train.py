"""Train the reader: encoder and heads at once, on treebanks and on news.

usage: python -m pipeline.train WORK CHECKPOINT OUT

WORK holds what ``pipeline.prepare`` wrote, CHECKPOINT the encoder to begin from. A reader of the checkpoint's width
learns from the labels (the teacher); a narrower one learns from the labels, and at last also from what the teacher says
(Hinton et al., 2015). OUT takes ``reader.pt``, the narrow one. Runs on a GPU where there is one: minutes there, hours
without.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn

from attrib_lsp.language.encoding.wordpiece import WordPieces
from pipeline.batches import Batch, Table
from pipeline.encoder import narrowed, pretrained
from pipeline.heads import Reader
from pipeline.losses import WEIGHTS, Losses, Teaching, by_labels, by_teachers

SEED = 20
DECAY = 0.01
WARM_UP = 200
#: How wide the shipped reader's feed-forward steps are; the checkpoint's are 1536 wide.
INNER = 768
#: How much labels count where a teacher speaks as well.
BY_HAND = 0.5
#: The vocabulary's number of the piece that stands for a hidden one.
HIDDEN = 103


class Stage(NamedTuple):
    """A part of the training: ``epochs`` under learning rates that rise shortly and then fall to nothing.

    ``batch`` counts pieces; ``shares`` say how often an epoch sees each group of rows, ``hidden`` which share of the
    pieces is hidden. ``silver`` is what another parser's trees, tags and names count, against 1 for those made by hand.
    """

    epochs: int
    batch: int
    encoder_rate: float
    heads_rate: float
    shares: dict[str, float]
    silver: float
    hidden: float = 0.0


#: Everything at once, then again with more weight on what was made by hand.
FIRST = (
    Stage(5, 2048, 2.5e-4, 1e-3, {"plain": 0.8, "named": 1.6, "cued": 1.0, "quiet": 0.4}, 0.5),
    Stage(2, 2048, 1e-4, 5e-4, {"plain": 1.0, "named": 1.5, "cued": 0.4, "quiet": 0.2}, 0.1),
)
#: Long, with pieces hidden, headlines made of sentences, and larger batches: for both readers.
LONG = Stage(
    16, 8192, 4e-4, 8e-4, {"plain": 1.3, "named": 1.9, "headlines": 0.5, "cued": 0.9, "quiet": 0.3}, 0.15, hidden=0.05
)
#: Under the teacher, for the narrow reader: mostly trees.
LAST = Stage(
    4, 2048, 2e-4, 4e-4, {"plain": 1.0, "named": 1.2, "headlines": 0.4, "cued": 0.35, "quiet": 0.05}, 0.0, hidden=0.05
)


def epoch_rows(table: Table, shares: dict[str, float], chance: random.Random) -> Iterator[int]:
    """Yield the rows that an epoch sees: each group as often as its share says, what is left of it a sample."""
    for name, share in shares.items():
        rows = table.rows[name]
        yield from rows * int(share)
        yield from chance.sample(rows, int(share % 1 * len(rows)))


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


def run(reader: Reader, table: Table, stage: Stage, chance: random.Random, teachers: Sequence[Reader] = ()) -> None:
    """Train ``reader`` by one stage; the losses are printed as they run."""
    reader.train()
    device = reader.role_steps.device
    plan = [
        rows
        for _ in range(stage.epochs)
        for rows in table.batches(list(epoch_rows(table, stage.shares, chance)), stage.batch, chance)
    ]
    optimise, schedule = optimiser(reader, stage, len(plan))
    began = time.monotonic()
    for step, rows in enumerate(plan, start=1):
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            found = learned(reader, table.batch(rows), stage, teachers)
        loss = torch.stack([WEIGHTS[name] * one for name, one in found.items()]).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_([weight for weight in reader.parameters() if weight.grad is not None], 1.0)
        optimise.step()
        schedule.step()
        optimise.zero_grad()
        if step % 100 == 0:
            seen = " ".join(f"{name} {value.item():.3f}" for name, value in found.items())
            print(f"step {step}/{len(plan)} {time.monotonic() - began:.0f} s: {seen}", flush=True)
    reader.eval()


def learned(reader: Reader, batch: Batch, stage: Stage, teachers: Sequence[Reader]) -> Losses:
    """Return the losses of a batch: against its labels and, where there are teachers, against what they say of it."""
    pieces = hide(batch, stage.hidden)
    scores = reader(pieces, batch.shapes, batch.mask, batch.firsts)
    found = by_labels(reader, scores, batch, stage.silver)
    if not teachers:
        return found
    with torch.no_grad():
        teaching = Teaching(teachers, batch)
    said = by_teachers(reader, scores, batch, teaching)
    return {name: BY_HAND * found[name] + (1 - BY_HAND) * one if name in found else one for name, one in said.items()}


def hide(batch: Batch, share: float) -> Tensor:
    """Return the pieces of a batch with a share of them hidden."""
    hidden = (torch.rand(batch.pieces.shape, device=batch.pieces.device) < share) & (batch.mask > 0)
    return torch.where(hidden, HIDDEN, batch.pieces)


def slim(reader: Reader, inner: int) -> Reader:
    """Return a copy of ``reader`` with feed-forward steps of ``inner`` features."""
    made = Reader(narrowed(reader.encoder, inner), reader.sizes)
    heads = {name: weight for name, weight in reader.state_dict().items() if not name.startswith("encoder.")}
    made.load_state_dict(heads, strict=False)
    return made.to(reader.role_steps.device)


def train(work: Path, checkpoint: Path, out: Path) -> None:
    """Train the teacher, then the reader, and write it."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    table = Table(work / "rows.npz", device, WordPieces(checkpoint / "vocab.txt").padding)
    labels = json.loads((work / "labels.json").read_text(encoding="utf-8"))
    teacher = Reader(pretrained(checkpoint), {name: len(one) for name, one in labels.items()}).to(device)
    for stage in FIRST:
        run(teacher, table, stage, chance)
    reader = slim(teacher, INNER)
    run(teacher, table, LONG, chance)
    run(reader, table, LONG, chance)
    before = {name: weight.clone() for name, weight in reader.state_dict().items()}
    run(reader, table, LAST, chance, [teacher])
    # The mean of the weights before and after reads better than either (Wortsman et al., 2022).
    reader.load_state_dict({name: (weight + before[name]) / 2 for name, weight in reader.state_dict().items()})
    out.mkdir(parents=True, exist_ok=True)
    torch.save(reader.cpu().state_dict(), out / "reader.pt")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    train(*map(Path, sys.argv[1:]))
