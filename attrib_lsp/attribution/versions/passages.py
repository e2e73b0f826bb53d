"""Lay two versions of a story side by side: which sentences of the one are which of the other, wherever they stand.

Paragraphs move, sentences are split and run together; so nothing is made of the order except where words cannot tell.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from attrib_lsp.attribution.claims import Line
from attrib_lsp.attribution.versions.version import Version, word_keys
from attrib_lsp.attribution.vocabulary import words_in

#: How alike two sentences must be to be one: twice the weight of the words that they share, by that of both.
ALIKE = 0.45
#: Share of a sentence's weight that another must hold for the one to have become part of the other.
PART = 0.6
#: Content words that a sentence needs to be found in another.
FEWEST = 2
#: Sentences that a word may stand in at most to bring two of them together: stories of usual length have no more.
COMMON = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of the old version and those of the new one that tell the same; one side may be empty."""

    old: tuple[Line, ...]
    new: tuple[Line, ...]

    @property
    def kept(self) -> bool:
        """Whether both versions have it."""
        return bool(self.old and self.new)


@dataclass(frozen=True, eq=False)
class Versions:
    """Two versions of a story, laid side by side."""

    old: Version
    new: Version

    @cached_property
    def mirrored(self) -> Versions:
        """The same two, the new one taken for the old."""
        turned = Versions(self.new, self.old)
        turned.__dict__["passages"] = tuple(Passage(one.new, one.old) for one in self.passages)
        turned.__dict__["weights"] = self.weights
        return turned

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What each word weighs: the rarer in the sentences of both, the more."""
        lines = [*((self.old, line) for line in self.old.body), *((self.new, line) for line in self.new.body)]
        counts = Counter(one for version, line in lines for one in word_keys(version.sentence(line)))
        return {one: math.log(1 + len(lines) / count) for one, count in counts.items()}

    def weight(self, keys: Iterable[str]) -> float:
        """Return what some words weigh together."""
        return math.fsum(self.weights.get(one, 1.0) for one in keys)

    def held(self, keys: frozenset[str], within: frozenset[str]) -> float:
        """Return the share of the weight of ``keys`` that ``within`` holds, 0 to 1; 0 where there are none."""
        whole = self.weight(keys)
        return self.weight(keys & within) / whole if whole else 0.0

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences of both, the headline aside: each once, in the order of the old version, then what is new."""
        pairs = dict(_pairs(self, self.old.body, self.new.body))
        return tuple(_grown(self, pairs))

    @cached_property
    def changed(self) -> tuple[Passage, ...]:
        """The passages that both versions have, in other words."""
        return tuple(one for one in self.passages if one.kept and not self.same(one))

    @cached_property
    def front(self) -> tuple[Passage, ...]:
        """The headlines, where both versions have one and they differ."""
        passage = Passage(self.old.headline, self.new.headline)
        return (passage,) if passage.kept and not self.same(passage) else ()

    def same(self, passage: Passage) -> bool:
        """Say whether both versions have a passage in the same words."""
        return _spelled(self.old, passage.old) == _spelled(self.new, passage.new)

    @cached_property
    def _old_passages(self) -> dict[Line, Passage]:
        """The passage of each sentence of the old version."""
        return {line: one for one in self.passages for line in one.old}

    def of_old(self, line: Line) -> Passage:
        """Return the passage of a sentence of the old version's deck or body."""
        return self._old_passages[line]


def _spelled(version: Version, lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the words of some lines with their marks, whichever way quotation marks are curled."""
    return tuple(_straight(version.sentence(line).text) for line in lines)


def _straight(text: str) -> str:
    """Return ``text`` with straight marks and single blanks."""
    return " ".join(text.translate(_STRAIGHT).split())


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})


def _pairs(both: Versions, old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Yield each sentence of the old version with the one that is most like it, no sentence twice."""
    rest_old, rest_new = dict.fromkeys(old), dict.fromkeys(new)
    by_words: dict[tuple[str, ...], list[Line]] = {}
    for line in new:
        by_words.setdefault(_plain(both.new, line), []).append(line)
    for line in old:
        found = by_words.get(_plain(both.old, line))
        if found:
            twin = found.pop(0)
            del rest_old[line], rest_new[twin]
            yield line, twin
    scored = sorted(_scored(both, list(rest_old), list(rest_new)), key=lambda one: (-one[0], one[1], one[2]))
    for _, line, other in scored:
        if line in rest_old and other in rest_new:
            del rest_old[line], rest_new[other]
            yield line, other


def _plain(version: Version, line: Line) -> tuple[str, ...]:
    """Return the plain words of a line in order."""
    return tuple(word for word, _ in words_in(version.sentence(line).text))


def _scored(both: Versions, old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[float, Line, Line]]:
    """Yield the pairs of sentences that may be one, with how alike they are; of equals, the nearest in place first."""
    span_old, span_new = max(len(both.old.body), 1), max(len(both.new.body), 1)
    at_old = {line: number / span_old for number, line in enumerate(both.old.body)}
    at_new = {line: number / span_new for number, line in enumerate(both.new.body)}
    index = _Index.of(both.new, new)
    for line in old:
        keys = word_keys(both.old.sentence(line))
        weight = both.weight(keys)
        for other in index.sharing(keys):
            other_keys = index.keys[other]
            alike = 2 * both.weight(keys & other_keys) / (weight + both.weight(other_keys))
            if alike >= ALIKE:
                yield alike - 0.01 * abs(at_old[line] - at_new[other]), line, other


@dataclass(frozen=True, slots=True)
class _Index:
    """Some sentences by the words that few of them have: all that can be like one another share some of these."""

    keys: Mapping[Line, frozenset[str]]
    lines: Mapping[str, Sequence[Line]]

    @classmethod
    def of(cls, version: Version, lines: Iterable[Line]) -> _Index:
        """Return the index of some lines of a version."""
        keys = {line: word_keys(version.sentence(line)) for line in lines}
        found: dict[str, list[Line]] = {}
        for line, held in keys.items():
            for one in held:
                found.setdefault(one, []).append(line)
        return cls(keys, {one: places for one, places in found.items() if len(places) <= COMMON})

    def sharing(self, keys: Iterable[str]) -> tuple[Line, ...]:
        """Return the lines that have any of ``keys``, but for those that many lines have, in order."""
        return tuple(sorted({line for one in keys for line in self.lines.get(one, ())}))


def _grown(both: Versions, pairs: Mapping[Line, Line]) -> Iterator[Passage]:
    """Yield the passages that ``pairs`` are the cores of: with what was split off, and what was run together."""
    taken = {new: old for old, new in pairs.items()}
    olds = {old: [old] for old in pairs}
    news = {old: [new] for old, new in pairs.items()}
    index_old, index_new = _Index.of(both.old, pairs), _Index.of(both.new, taken)
    for line in both.old.body:
        if line not in pairs and (home := _home(both, word_keys(both.old.sentence(line)), index_new)) is not None:
            olds[taken[home]].append(line)
    for line in both.new.body:
        if line not in taken and (home := _home(both, word_keys(both.new.sentence(line)), index_old)) is not None:
            news[home].append(line)
    joined = {line for lines in olds.values() for line in lines}
    for line in both.old.body:
        if line in pairs:
            yield Passage(tuple(sorted(olds[line])), tuple(sorted(news[line])))
        elif line not in joined:
            yield Passage((line,), ())
    held = {line for lines in news.values() for line in lines}
    yield from (Passage((), (line,)) for line in both.new.body if line not in held)


def _home(both: Versions, keys: frozenset[str], index: _Index) -> Line | None:
    """Return the line that holds most of ``keys``, if it holds enough."""
    if len(keys) < FEWEST:
        return None
    scored = ((both.held(keys, index.keys[line]), line) for line in index.sharing(keys))
    share, line = max(scored, default=(0.0, None))
    return line if share >= PART else None
