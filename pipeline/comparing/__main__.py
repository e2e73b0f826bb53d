"""Make the network that compares a headline with its story: read, mutate, train, export, choose thresholds.

usage: python -m pipeline.comparing DATA WORK OUT [--minutes MINUTES] [--checkpoint CHECKPOINT]

DATA holds ``headline/mutations.jsonl``, ``headline/pairs.jsonl.gz``, ``articles/articles.jsonl`` and
``attribution/polnear.train.jsonl``. WORK takes what was read, the samples and the trained weights, some 10 GB: what is
there already is not made again. OUT takes ``model.onnx`` and ``thresholds.json``. Trains on the processor, MINUTES at
the most. With a CHECKPOINT nothing is trained: that one is exported, and its thresholds are chosen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from attrib_lsp.language.pipeline import Pipeline
from pipeline.comparing.batches import groups
from pipeline.comparing.export import export, restore
from pipeline.comparing.making import made
from pipeline.comparing.published import published
from pipeline.comparing.reading import ReadStory, read, stock_of
from pipeline.comparing.samples import Compared
from pipeline.comparing.store import Store, write
from pipeline.comparing.thresholds import judged, report, thresholds
from pipeline.comparing.train import train
from pipeline.worth import Part


def samples(pipeline: Pipeline, data: Path, work: Path, part: Part) -> Store[Compared]:
    """Return the samples of a part of the stories in ``data``, from ``work`` if they are there."""
    name = part.name.lower()
    found = (one for one in published(data) if one.part is part)
    stories = write(work / f"{name}-stories", read(pipeline, found))
    return write(work / f"{name}-samples", _made(pipeline, stories))


def _made(pipeline: Pipeline, stories: Store[ReadStory]) -> Iterator[Compared]:
    """Yield the samples of ``stories``; what they lend one another is only gathered when that is asked for."""
    yield from made(pipeline, stories, stock_of(stories))


def main() -> None:
    """Make the network."""
    parser = argparse.ArgumentParser(
        "python -m pipeline.comparing", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("data", "work", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--checkpoint", type=Path)
    given = parser.parse_args()
    for folder in (given.work, given.out):
        folder.mkdir(parents=True, exist_ok=True)
    pipeline = Pipeline()
    if given.checkpoint is None:
        store = samples(pipeline, given.data, given.work, Part.TRAINING)
        network = train(store, given.work / "network.pt", given.minutes)
    else:
        network = restore(given.checkpoint)
    export(network, given.out / "model.onnx")
    chosen = thresholds(network, samples(pipeline, given.data, given.work, Part.CHOICE))
    (given.out / "thresholds.json").write_text(json.dumps(chosen, indent=1) + "\n", encoding="utf-8")
    store = samples(pipeline, given.data, given.work, Part.TEST)
    print(json.dumps(report(list(judged(network, store, groups(store))), chosen), indent=1))


if __name__ == "__main__":
    main()
