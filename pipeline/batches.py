"""Samples in numbers, and batches of them on the device that trains."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from attrib_lsp.language.encoding.shapes import shapes
from attrib_lsp.language.encoding.wordpiece import WordPieces
from pipeline.samples import Sample

NOTHING = -100
#: Pieces of a sample at most; what stands behind is left out.
LONGEST = 510
#: Rows sorted by length together, so that those of a batch are of like length.
POOL = 12_000
LABELS = ("tags", "pos", "lemmas", "names", "roles", "relations", "opens", "heads", "sources", "contents")


class Batch(NamedTuple):
    """Rows of samples; words count from 1, word 0 is the paragraph. ``sentence`` numbers each word's sentence.

    ``gold`` says of each row whether its trees and tags were made by hand.
    """

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    firsts: Tensor
    labels: dict[str, Tensor]
    sentence: Tensor
    gold: Tensor


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sample in numbers."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    labels: dict[str, list[int]]
    sentence: list[int]
    gold: bool


def encoded(sample: Sample, vocabulary: WordPieces, sets: dict[str, dict[str, int]]) -> Encoded:
    """Number the pieces and labels of a sample."""
    pieces, kinds, firsts = [vocabulary.opening], [0], [0]
    for word, shape in zip(sample.words, shapes(sample.words, sample.spaces), strict=True):
        found = vocabulary.of(word)
        if len(pieces) + len(found) > LONGEST:
            break
        firsts.append(len(pieces))
        pieces += found
        kinds += [shape] * len(found)
    count = len(firsts) - 1
    labels = {
        name: [NOTHING, *(sets[name].get(label, NOTHING) for label in getattr(sample, name)[:count])]
        for name in ("tags", "pos", "lemmas", "names", "roles", "relations")
    }
    labels["opens"] = [NOTHING, *(NOTHING if one is None else int(one) for one in sample.opens[:count])]
    labels["heads"] = head_labels(sample, count)
    labels["sources"], labels["contents"] = link_labels(sample, count)
    sentences = accumulate(bool(one) for one in sample.opens[:count])
    return Encoded(
        [*pieces, vocabulary.closing],
        [*kinds, 0],
        firsts,
        labels,
        [0, *(max(number, 1) for number in sentences)],
        sample.gold,
    )


def head_labels(sample: Sample, count: int) -> list[int]:
    """Return the heads of the first ``count`` words, counted from 1; 0 for a root."""
    labels = [NOTHING] * (count + 1)
    for number, head in enumerate(sample.heads[:count]):
        if head is not None and head < count:
            labels[number + 1] = 0 if head == number else head + 1
    return labels


def link_labels(sample: Sample, count: int) -> tuple[list[int], list[int]]:
    """Return of each cue its source and of each content its cue, by first words counted from 1; 0 for none here."""
    sources, contents = [NOTHING] * (count + 1), [NOTHING] * (count + 1)
    for number, role in enumerate(sample.roles[:count]):
        if role == "B-CONTENT":
            contents[number + 1] = 0
    for link in sample.links:
        if link.cue < count:
            sources[link.cue + 1] = 0 if link.source is None else link.source + 1
            for content in link.contents:
                if content < count:
                    contents[content + 1] = link.cue + 1
    return sources, contents


class Table:
    """All rows in a few long tensors, from which batches are gathered on the device."""

    def __init__(self, file: Path, device: torch.device, padding: int) -> None:
        """Load what `write_table` wrote; ``padding`` is the piece that fills short rows."""
        with np.load(file) as arrays:
            kept = {name: torch.from_numpy(arrays[name].astype(np.int64)) for name in arrays.files if name != "groups"}
            self.groups = [str(name) for name in arrays["groups"]]
        self._piece_counts, self._word_counts = kept["piece_counts"], kept["word_counts"]
        self.lengths: list[int] = self._piece_counts.tolist()
        group: list[int] = kept["group"].tolist()
        self.rows = {
            name: [row for row, one in enumerate(group) if one == number] for number, name in enumerate(self.groups)
        }
        self._columns = {name: column.to(device) for name, column in kept.items()}
        self._piece_starts = _starts(self._piece_counts).to(device)
        self._word_starts = _starts(self._word_counts).to(device)
        self._device, self._padding = device, padding

    def batch(self, rows: Sequence[int]) -> Batch:
        """Gather rows."""
        numbers = torch.tensor(rows)
        chosen = numbers.to(self._device)
        width, words = int(self._piece_counts[numbers].max()), int(self._word_counts[numbers].max())

        def gathered(name: str, starts: Tensor, counts: str, width: int, empty: int) -> Tensor:
            places = torch.arange(width, device=self._device)
            inside = places < self._columns[counts][chosen, None]
            column = self._columns[name]
            found = column[(starts[chosen, None] + places).clamp(max=len(column) - 1)]
            return torch.where(inside, found, empty)

        def of_pieces(name: str, empty: int) -> Tensor:
            return gathered(name, self._piece_starts, "piece_counts", width, empty)

        def of_words(name: str, empty: int) -> Tensor:
            return gathered(name, self._word_starts, "word_counts", words, empty)

        pieces = of_pieces("pieces", self._padding)
        return Batch(
            pieces,
            of_pieces("shapes", 0),
            (torch.arange(width, device=self._device) < self._columns["piece_counts"][chosen, None]).long(),
            of_words("firsts", 0),
            {name: of_words(name, NOTHING) for name in LABELS},
            of_words("sentence", -1),
            self._columns["gold"][chosen].bool(),
        )

    def batches(self, rows: Sequence[int], size: int, chance: random.Random) -> Iterator[list[int]]:
        """Yield ``rows`` in random batches of about ``size`` pieces, rows of like length together."""
        order = list(rows)
        chance.shuffle(order)
        groups: list[list[int]] = []
        for start in range(0, len(order), POOL):
            group: list[int] = []
            for row in sorted(order[start : start + POOL], key=self.lengths.__getitem__):
                if group and self.lengths[row] * (len(group) + 1) > size:
                    groups.append(group)
                    group = []
                group.append(row)
            groups.append(group)
        chance.shuffle(groups)
        yield from groups


def _starts(counts: Tensor) -> Tensor:
    """Return where each row begins in a long tensor."""
    return torch.cat([torch.zeros(1, dtype=torch.long), counts.cumsum(0)[:-1]])


def write_table(file: Path, groups: dict[str, list[Encoded]]) -> None:
    """Write rows, by group, for `Table`."""
    rows = [row for group in groups.values() for row in group]
    flat = {
        "pieces": [piece for row in rows for piece in row.pieces],
        "shapes": [shape for row in rows for shape in row.shapes],
        "firsts": [first for row in rows for first in row.firsts],
        "sentence": [number for row in rows for number in row.sentence],
        **{name: [label for row in rows for label in row.labels[name]] for name in LABELS},
        "piece_counts": [len(row.pieces) for row in rows],
        "word_counts": [len(row.firsts) for row in rows],
        "gold": [int(row.gold) for row in rows],
        "group": [number for number, group in enumerate(groups.values()) for _ in group],
    }
    arrays = {name: np.array(column, np.int16) for name, column in flat.items()}
    np.savez_compressed(file, groups=np.array(list(groups)), **arrays)  # type: ignore[arg-type]
