"""Values kept in one file, read one at a time: all samples together would fill a small machine's memory."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np

T = TypeVar("T")


class Store(Generic[T]):
    """The values of a file that `write` wrote, in order. Read no file that somebody else wrote: it is a pickle."""

    def __init__(self, path: Path) -> None:
        """Open ``path``.

        Raises:
            OSError: it was not written to its end, or not at all.
        """
        self._path = path
        self._offsets = np.load(_index(path))

    def __len__(self) -> int:
        """Return how many values there are."""
        return len(self._offsets)

    def __getitem__(self, number: int) -> T:
        """Read a value.

        Raises:
            IndexError: there is no such value.
        """
        with self._path.open("rb") as file:
            file.seek(int(self._offsets[number]))
            found: T = pickle.load(file)
        return found

    def __iter__(self) -> Iterator[T]:
        """Read all values in order."""
        return (self[number] for number in range(len(self)))


def write(path: Path, values: Iterable[T]) -> Store[T]:
    """Write ``values`` to ``path``; where that was done before, they are left alone and what is there is opened."""
    if not _index(path).exists():
        offsets = []
        with path.open("wb") as file:
            for value in values:
                offsets.append(file.tell())
                pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
        np.save(_index(path), np.array(offsets, np.int64))
    return Store(path)


def _index(path: Path) -> Path:
    """Return where the offsets of the values lie; they are written last."""
    return path.with_suffix(".npy")
