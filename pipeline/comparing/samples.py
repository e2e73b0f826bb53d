"""What the network learns from: a headline above a story as numbers, with what is wrong in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from attrib_lsp.language.arrays import Vectors
from attrib_lsp.language.comparing.meetings import meetings
from attrib_lsp.language.comparing.values import HEADLINE, Wrong
from attrib_lsp.language.comparing.words import Words, words
from attrib_lsp.language.values import Parse
from attrib_lsp.text.span import Span


class Origin(Enum):
    """Where a headline above a story comes from."""

    PUBLISHED = "published"
    MUTATED = "mutated"
    CONTROL = "changed without being wrong"
    AGREEING = "mutated, above a story changed to agree"
    DIFFERING = "published, above a story changed to differ"
    SENTENCE = "made of a sentence of the story"
    TEST = "of the test"


class Kept(NamedTuple):
    """The words of a text, their states kept apart at half precision: ``words.vectors`` is empty."""

    words: Words
    vectors: Vectors


class Draft(NamedTuple):
    """A headline to compare with story number ``story``, and what is wrong with it where."""

    text: str
    origin: Origin
    kind: str
    marks: Sequence[tuple[Span, Wrong]] = ()
    story: int = 0
    unattributed: bool = False
    expected: tuple[str, ...] | None = None


class Sample(NamedTuple):
    """A headline above story number ``story``.

    ``codes`` says how their words meet, ``wrong`` holds the value of `Wrong` for each word of the headline, 0 where it
    is right; ``expected`` are the answers that a test asks for, None where there is nothing wrong or no test.
    """

    text: Kept
    origin: Origin
    kind: str
    story: int
    codes: NDArray[np.int16]
    wrong: NDArray[np.int8]
    unattributed: bool
    expected: tuple[str, ...] | None


class Compared(NamedTuple):
    """A published story, the first of ``stories``, with changed copies of it and headlines above each."""

    key: str
    stories: tuple[Kept, ...]
    samples: tuple[Sample, ...]


def kept(text: Words) -> Kept:
    """Return words as they are stored."""
    return Kept(replace(text, vectors=text.vectors[:0]), text.vectors.astype(np.float16))


def sample(draft: Draft, parse: Parse, stories: Sequence[Kept]) -> Sample | None:
    """Return the sample of ``draft``, which reads as ``parse``; None where it has no words."""
    text = words([parse], HEADLINE)
    if not text.keys:
        return None
    codes = meetings(text, stories[draft.story].words).astype(np.int16)
    return Sample(
        kept(text), draft.origin, draft.kind, draft.story, codes, wrongs(parse, draft.marks), draft.unattributed,
        draft.expected,
    )  # fmt: skip


def wrongs(parse: Parse, marks: Sequence[tuple[Span, Wrong]]) -> NDArray[np.int8]:
    """Return the value of what is wrong with each word of a headline, by marked places."""
    tokens = [token for sentence in parse.sentences for token in sentence.tokens][:HEADLINE]
    found = np.zeros(len(tokens), np.int8)
    for span, wrong in marks:
        for number, token in enumerate(tokens):
            if token.span.start < span.end and token.span.end > span.start:
                found[number] = wrong.value
    return found
