"""All of them, in an order in which any number of them is a fair choice."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.hostile.broken import broken
from benchmarks.hostile.configurations import configured
from benchmarks.hostile.heavy import huge, long_run, nested
from benchmarks.hostile.seeds import seeds
from benchmarks.hostile.traps import archive, front_matter, laughs
from benchmarks.hostile.values import Hostile

#: Of fifty inputs so many are of each family; the rest are files broken by chance.
_HEAVY = ((long_run, 12), (nested, 4), (huge, 1), (front_matter, 3), (laughs, 2), (archive, 1), (configured, 2))
_ROUND = [make for make, times in _HEAVY for _ in range(times)]
_ROUND_LENGTH = 50


def inputs(amount: int, seed: int) -> Iterator[Hostile]:
    """Yield ``amount`` inputs, the same for the same ``seed``."""
    whole = seeds()
    made: dict[object, int] = {}
    for number in range(amount):
        chance = Random(f"{seed} {number}")
        place = number % _ROUND_LENGTH
        make = _ROUND[place] if place < len(_ROUND) else None
        turn = made.get(make, 0)
        made[make] = turn + 1
        yield broken(chance, turn, whole) if make is None else make(chance, turn)
