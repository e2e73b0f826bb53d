"""Put stories with headlines above them together, several at a time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from attrib_lsp.language.arrays import Integers
from attrib_lsp.language.comparing.meetings import MEETINGS, meetings, met
from attrib_lsp.language.model import WIDTH
from pipeline.comparing.network import Inputs
from pipeline.comparing.samples import Compared, Kept, Sample
from pipeline.comparing.store import Store

#: Headlines of more words than this go into batches of their own.
LONG = 17
#: What a word has to be told of where nothing is known.
UNKNOWN = -100
#: Batches are drawn from this many at once, so that stories of like length go together.
_DRAWN = 20


class Group(NamedTuple):
    """Some headlines above one story: their numbers in value ``number`` of the store, and the words at most of both."""

    number: int
    story: int
    samples: tuple[int, ...]
    long: bool
    length: int


class Above(NamedTuple):
    """A headline above a story; what is None is unknown and not learned."""

    text: Kept
    codes: Integers
    wrong: Integers | None
    unattributed: bool | None
    unrelated: bool = False


class Seen(NamedTuple):
    """A story with headlines above it."""

    story: Kept
    headlines: Sequence[Above]


class Targets(NamedTuple):
    """What is to be learned: by word (S, H, A), `UNKNOWN` where nothing is; whole (S, H, 2), -1 where nothing is."""

    by_word: Tensor
    whole: Tensor


def groups(store: Store[Compared], wanted: Callable[[Sample], bool] = lambda _: True) -> list[Group]:
    """Return the ``wanted`` headlines of each story, short and long ones apart."""
    found = []
    for number, one in enumerate(store):
        for story, text in enumerate(one.stories):
            for long in (False, True):
                samples = tuple(
                    place
                    for place, sample in enumerate(one.samples)
                    if sample.story == story and (len(sample.wrong) > LONG) is long and wanted(sample)
                )
                if samples:
                    found.append(Group(number, story, samples, long, len(text.words.keys)))
    return found


def shuffled(found: Sequence[Group], size: int, chance: random.Random) -> Iterator[list[Group]]:
    """Yield all groups in batches of like length, in random order."""
    drawn = chance.sample(found, len(found))
    batches: list[list[Group]] = []
    for start in range(0, len(drawn), size * _DRAWN):
        part = sorted(drawn[start : start + size * _DRAWN], key=lambda group: (group.long, group.length))
        cut = [part[first : first + size] for first in range(0, len(part), size)]
        batches += chance.sample(cut, len(cut))
    yield from batches


def above(sample: Sample) -> Above:
    """Return a sample as it is learned from."""
    return Above(sample.text, sample.codes.astype(np.int64), sample.wrong.astype(np.int64), sample.unattributed)


def stranger(text: Kept, story: Kept) -> Above:
    """Return another story's headline above ``story``: what is wrong with its single words nobody knows."""
    return Above(text, meetings(text.words, story.words).astype(np.int64), None, None, unrelated=True)


def batch(found: Sequence[Seen], most: int) -> tuple[Inputs, Targets]:
    """Return stories, ``most`` words of each, and their headlines as tensors, filled up where they are shorter."""
    places = [(row, column, one) for row, seen in enumerate(found) for column, one in enumerate(seen.headlines)]
    wide = max(column for _, column, _ in places) + 1
    upper = max(len(one.text.vectors) for _, _, one in places)
    lower = min(most, max(len(seen.story.vectors) for seen in found))
    inputs = _empty(len(found), wide, upper, lower)
    targets = Targets(torch.full((len(found), wide, upper), UNKNOWN), torch.full((len(found), wide, 2), -1.0))
    for row, seen in enumerate(found):
        _fill_story(inputs, row, seen.story, lower)
    for row, column, one in places:
        _fill_headline(inputs, (row, column), one, found[row].story, lower)
        _fill_targets(targets, (row, column), one)
    # A row that is only filled up needs a word all the same, or its mean would be of nothing.
    inputs.there[:, :, 0] = True
    return inputs, targets


def _empty(stories: int, headlines: int, upper: int, lower: int) -> Inputs:
    """Return inputs of nothing."""
    above, below = (stories, headlines, upper), (stories, lower)

    def numbers(shape: Iterable[int]) -> Tensor:
        return torch.zeros(*shape, dtype=torch.long)

    return Inputs(
        words=torch.zeros(*above, WIDTH),
        kinds=numbers(above),
        names=numbers(above),
        met=torch.zeros(*above, MEETINGS + 1),
        story=torch.zeros(*below, WIDTH),
        story_kinds=numbers(below),
        story_names=numbers(below),
        story_sentences=numbers(below),
        codes=torch.zeros(*above, lower, dtype=torch.int32),
        there=torch.zeros(*above, dtype=torch.bool),
        story_there=torch.zeros(*below, dtype=torch.bool),
    )


def _fill_story(inputs: Inputs, row: int, story: Kept, most: int) -> None:
    """Put a story into its row."""
    end = min(most, len(story.vectors))
    inputs.story[row, :end] = torch.from_numpy(story.vectors[:end].astype(np.float32))
    inputs.story_kinds[row, :end] = torch.from_numpy(story.words.kinds[:end])
    inputs.story_names[row, :end] = torch.from_numpy(story.words.names[:end])
    inputs.story_sentences[row, :end] = torch.from_numpy(story.words.sentences[:end])
    inputs.story_there[row, :end] = True


def _fill_headline(inputs: Inputs, place: tuple[int, int], one: Above, story: Kept, most: int) -> None:
    """Put a headline into its place above ``story``."""
    end = len(one.text.vectors)
    codes = one.codes[:, :most].astype(np.int32)
    inputs.words[place][:end] = torch.from_numpy(one.text.vectors.astype(np.float32))
    inputs.kinds[place][:end] = torch.from_numpy(one.text.words.kinds)
    inputs.names[place][:end] = torch.from_numpy(one.text.words.names)
    inputs.met[place][:end] = torch.from_numpy(met(codes, story.words.sentences[:most]))
    inputs.codes[place][:end, : codes.shape[1]] = torch.from_numpy(codes)
    inputs.there[place][:end] = True


def _fill_targets(targets: Targets, place: tuple[int, int], one: Above) -> None:
    """Put what is known of a headline into its place."""
    if one.wrong is not None:
        targets.by_word[place][: len(one.wrong)] = torch.from_numpy(one.wrong)
    if one.unattributed is not None:
        targets.whole[place][0] = float(one.unattributed)
    targets.whole[place][1] = float(one.unrelated)
