"""Choose from which probability on a headline is called wrong, and see how many wrong ones are found then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import torch

from attrib_lsp.language.comparing.values import STORY, Wrong
from pipeline.comparing.batches import Group, Seen, above, batch, groups
from pipeline.comparing.network import Network
from pipeline.comparing.samples import Compared, Origin, Sample
from pipeline.comparing.store import Store

#: Shares of right headlines that are called wrong by one answer.
SHARES = (0.003, 0.007, 0.015)
#: Answers by name: those by word, of which a headline's greatest counts, then those about the whole.
NAMES = (*(wrong.name.lower() for wrong in Wrong), "unattributed", "unrelated")
_STORIES = 16
#: Kinds of test headlines with fewer examples tell nothing.
_FEWEST = 8

Thresholds = Mapping[str, float]


class Judged(NamedTuple):
    """A sample with the network's probabilities by `NAMES`."""

    sample: Sample
    probabilities: Mapping[str, float]


def judged(network: Network, store: Store[Compared], found: Sequence[Group]) -> Iterator[Judged]:
    """Yield what the network says of some headlines, the whole beginning of their stories seen."""
    network.eval()
    ordered = sorted(found, key=lambda group: (group.long, group.length))
    for start in range(0, len(ordered), _STORIES):
        part = [(store[group.number], group) for group in ordered[start : start + _STORIES]]
        samples = [[one.samples[place] for place in group.samples] for one, group in part]
        stories = [one.stories[group.story] for one, group in part]
        inputs, _ = batch(
            [Seen(story, list(map(above, row))) for story, row in zip(stories, samples, strict=True)], STORY
        )
        with torch.no_grad():
            answers = network(inputs)
        worst = (answers.by_word.softmax(-1) * inputs.there.unsqueeze(-1)).amax(2)[..., 1:]
        every = torch.cat([worst, answers.whole.sigmoid()], -1).tolist()
        for row, said in zip(samples, every, strict=True):
            for sample, values in zip(row, said, strict=False):
                yield Judged(sample, dict(zip(NAMES, values, strict=True)))


def thresholds(network: Network, store: Store[Compared]) -> dict[str, Thresholds]:
    """Return the thresholds by share: that share of the right headlines in ``store`` exceeds each."""
    found = list(judged(network, store, groups(store, _right)))
    return {str(share): _threshold(found, share) for share in SHARES}


def _threshold(found: Sequence[Judged], share: float) -> Thresholds:
    return {name: round(float(np.quantile([one.probabilities[name] for one in found], 1 - share)), 4) for name in NAMES}


def _right(sample: Sample) -> bool:
    """Say whether nothing is wrong with a headline; where sentences were made headlines, nobody has looked."""
    return sample.origin in (Origin.PUBLISHED, Origin.CONTROL, Origin.AGREEING)


def report(found: Sequence[Judged], chosen: Mapping[str, Thresholds]) -> dict[str, dict[str, float]]:
    """Return, by share, how many of the test's right headlines each answer calls wrong, and what it finds by kind."""
    return {
        share: {
            **{f"called wrong: {name}": _exceeding(found, (name,), limits) for name in NAMES},
            "called wrong: any": _exceeding(found, NAMES, limits),
            **_found(found, limits),
        }
        for share, limits in chosen.items()
    }


def _exceeding(found: Sequence[Judged], names: Sequence[str], limits: Thresholds) -> float:
    """Return the share of right headlines that any of ``names`` calls wrong."""
    right = [one for one in found if one.sample.expected is None]
    return round(float(np.mean([exceeds(one, names, limits) for one in right])), 4)


def _found(found: Sequence[Judged], limits: Thresholds) -> dict[str, float]:
    """Return the share of wrong headlines that an expected answer calls wrong, by kind."""
    kinds: dict[str, list[bool]] = {}
    for one in found:
        if one.sample.expected is not None:
            kinds.setdefault(one.sample.kind, []).append(exceeds(one, one.sample.expected, limits))
    return {
        f"{kind} ({len(hits)})": round(float(np.mean(hits)), 3)
        for kind, hits in sorted(kinds.items())
        if len(hits) >= _FEWEST
    }


def exceeds(one: Judged, names: Sequence[str], limits: Thresholds) -> bool:
    """Say whether any of ``names`` is more probable than its threshold."""
    return any(one.probabilities[name] > limits[name] for name in names)
