"""What a mutation is: edits of a headline that make it wrong, and of its story that would make it right again."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.language.values import Parse, Sentence, Token
from attrib_lsp.text.span import Span


class Passage(NamedTuple):
    """A headline or a paragraph as text and as read; spans count in the text."""

    text: str
    parse: Parse

    def words(self) -> Iterator[tuple[Sentence, Token]]:
        """Yield each word with its sentence."""
        for sentence in self.parse.sentences:
            for token in sentence.tokens:
                yield sentence, token


class Edit(NamedTuple):
    """Put ``new`` in the place ``[start, end)``; ``wrong``: in what way it is wrong there."""

    start: int
    end: int
    new: str
    wrong: Wrong | None = None


class Change(NamedTuple):
    """A mutation of a headline.

    ``story`` holds, by paragraph, the edits after which the story says what the changed headline does; none where that
    cannot be told. ``before`` marks the words of the headline as it was that are wrong above such a story; where empty,
    they are those that ``edits`` replace.
    """

    name: str
    edits: tuple[Edit, ...]
    story: tuple[tuple[Edit, ...], ...] = ()
    before: tuple[Edit, ...] = ()


class Stock(NamedTuple):
    """What other stories lend: the usual form of a lemma by tag, and names by label."""

    forms: Mapping[tuple[str, str], str]
    names: Mapping[str, Sequence[str]]


#: A mutation of a headline above the paragraphs of its story; None where there is nothing to change.
Mutation = Callable[[Passage, Sequence[Passage], Stock, random.Random], Change | None]


def replaced(token: Token, new: str, wrong: Wrong | None = None) -> Edit:
    """Return the edit that puts ``new`` in the place of a word."""
    return Edit(token.span.start, token.span.end, new, wrong)


def applied(text: str, edits: Sequence[Edit]) -> tuple[str, list[tuple[Span, Wrong]]]:
    """Return ``text`` after ``edits``, of which none overlap, and what is wrong in it where.

    >>> applied("Mayor resigns", [Edit(6, 6, "not ", Wrong.POLARITY)])
    ('Mayor not resigns', [(Span(start=6, end=10), <Wrong.POLARITY: 3>)])
    """
    parts: list[str] = []
    marks: list[tuple[Span, Wrong]] = []
    position = length = 0
    for edit in sorted(edits, key=lambda one: one[:3]):
        kept = text[position : edit.start]
        length += len(kept)
        if edit.wrong is not None:
            marks.append((Span(length, length + max(len(edit.new), 1)), edit.wrong))
        parts += [kept, edit.new]
        length += len(edit.new)
        position = edit.end
    return "".join(parts) + text[position:], marks


def apart(edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits that overlap none before them.

    >>> apart([Edit(4, 6, "b"), Edit(0, 5, "a"), Edit(6, 6, "c")])
    [Edit(start=0, end=5, new='a', wrong=None), Edit(start=6, end=6, new='c', wrong=None)]
    """
    kept: list[Edit] = []
    for edit in sorted(set(edits), key=lambda one: one[:3]):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def everywhere(story: Sequence[Passage], edits: Callable[[Passage], Sequence[Edit]]) -> tuple[tuple[Edit, ...], ...]:
    """Return what ``edits`` makes of each paragraph of a story, overlaps left out."""
    return tuple(tuple(apart(edits(passage))) for passage in story)
