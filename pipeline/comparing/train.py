"""Train the network that compares a headline with its story."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.comparing.batches import UNKNOWN, Above, Group, Seen, Targets, above, batch, groups, shuffled, stranger
from pipeline.comparing.network import ANSWERS, Answers, Network
from pipeline.comparing.samples import Compared, Origin, Sample
from pipeline.comparing.store import Store

SEED = 1
EPOCHS = 3
#: Stories in a batch, headlines of each, and words of each.
STORIES, HEADLINES, WORDS = 12, 8, 224
RATE, DECAY, WARM_UP = 4e-4, 0.01, 200
#: How often a headline of another story is put above one.
STRANGE = 0.5
#: What a wrong word counts against a right one, and the losses by word, of telling as fact and of other stories.
WRONG, LOSSES = 2.0, (3.0, 1.0, 0.5)
#: How much sooner a headline of a kind is taken where a story has more than `HEADLINES`.
WEIGHTS = {
    "affirmed": 3, "modal": 3, "planned": 3, "alleged": 3, "accused": 3, "linked": 3, "swapped": 3,
    "modal left out": 3, "plan left out": 3, "other name": 2, "other country": 2, "unsourced": 3, "ranked": 0.4,
    "count": 0.7, "with source": 1,
}  # fmt: skip
CONTROLS = 0.6


def train(store: Store[Compared], out: Path, minutes: float) -> Network:
    """Train for `EPOCHS`, or ``minutes`` if they end sooner, and write the network's weights to ``out``."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    found = groups(store)
    network = Network().train()
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    plan = list(chain.from_iterable(shuffled(found, STORIES, chance) for _ in range(EPOCHS)))
    print(f"{sum(len(group.samples) for group in found)} headlines, {len(plan)} steps", flush=True)
    began = time.monotonic()
    for step, part in enumerate(plan, start=1):
        spent = (time.monotonic() - began) / 60 / minutes
        if spent >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, step / WARM_UP) * (1 - max((step - 1) / len(plan), spent))
        losses = learn(network, optimiser, [seen(store, one, found, chance) for one in part])
        if step % 100 == 0:
            shown = " ".join(f"{loss:.4f}" for loss in losses.tolist())
            print(f"step {step}/{len(plan)} {time.monotonic() - began:.0f} s: {shown}", flush=True)
    torch.save({"state": network.state_dict()}, out)
    return network.eval()


def learn(network: Network, optimiser: torch.optim.Optimizer, part: Sequence[Seen]) -> Tensor:
    """Take one step, and return the losses of it (see `losses_of`)."""
    inputs, targets = batch(part, WORDS)
    losses = losses_of(network(inputs), targets)
    optimiser.zero_grad()
    (losses * torch.tensor(LOSSES)).sum().backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return losses.detach()


def seen(store: Store[Compared], group: Group, others: Sequence[Group], chance: random.Random) -> Seen:
    """Return a story with some of its headlines, now and then with another story's."""
    one = store[group.number]
    story = one.stories[group.story]
    headlines = [above(sample) for sample in drawn([one.samples[place] for place in group.samples], chance)]
    if chance.random() < STRANGE:
        other = store[chance.choice(others).number]
        if other.key != one.key:
            headlines.append(foreign(other, one, group))
    return Seen(story, headlines)


def foreign(other: Compared, one: Compared, group: Group) -> Above:
    """Return the published headline of ``other`` above a story of ``one``."""
    published = next(sample for sample in other.samples if sample.origin is Origin.PUBLISHED)
    return stranger(published.text, one.stories[group.story])


def drawn(samples: Sequence[Sample], chance: random.Random) -> Sequence[Sample]:
    """Return some samples at most, the heavier ones rather (Efraimidis and Spirakis, 2006)."""
    if len(samples) <= HEADLINES:
        return samples
    keyed = [(chance.random() ** (1 / weight(sample)), place) for place, sample in enumerate(samples)]
    return [samples[place] for _, place in sorted(keyed, reverse=True)[:HEADLINES]]


def weight(sample: Sample) -> float:
    """Return how much a sample weighs when some are drawn."""
    if sample.origin in (Origin.AGREEING, Origin.DIFFERING):
        return 1.0
    return WEIGHTS.get(sample.kind, CONTROLS if sample.origin is Origin.CONTROL else 1.0)


def losses_of(answers: Answers, targets: Targets) -> Tensor:
    """Return three losses: the cross entropy by word, and of each answer about the whole, over what is known."""
    weights = torch.tensor([1.0] + [WRONG] * (ANSWERS - 1))
    by_word = functional.cross_entropy(
        answers.by_word.reshape(-1, ANSWERS), targets.by_word.reshape(-1), weights, ignore_index=UNKNOWN
    )
    known = (targets.whole >= 0).float()
    whole = functional.binary_cross_entropy_with_logits(answers.whole, targets.whole.clamp(min=0), reduction="none")
    return torch.cat([by_word[None], (whole * known).sum((0, 1)) / known.sum((0, 1)).clamp(min=1)])
