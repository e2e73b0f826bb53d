"""The most frequent of any number of keys, in memory that does not grow with them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)

#: Keys that are kept.
KEPT = 20_000


class Leading(Generic[_Key]):
    """Counts keys and forgets the rarest: whichever has more than one in ``kept`` of all counts is never forgotten.

    This is the summary of Misra and Gries (1982). What it counts is too low for some; so the keys that are left are
    counted again, in a second look at all.
    """

    def __init__(self, kept: int = KEPT) -> None:
        """Begin with nothing."""
        self._kept = kept
        self._counts: dict[_Key, int] = {}

    def add(self, counts: Iterable[tuple[_Key, int]]) -> None:
        """Count keys, each so many times."""
        for key, count in counts:
            self._counts[key] = self._counts.get(key, 0) + count
            if len(self._counts) > 2 * self._kept:
                self._forget()

    def _forget(self) -> None:
        """Take from all as much as the first that must go has."""
        least = sorted(self._counts.values(), reverse=True)[self._kept]
        self._counts = {key: count - least for key, count in self._counts.items() if count > least}

    def __contains__(self, key: object) -> bool:
        """Say whether a key has been kept."""
        return key in self._counts

    def __iter__(self) -> Iterator[_Key]:
        """Yield the keys that have been kept."""
        return iter(self._counts)
