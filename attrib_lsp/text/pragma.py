"""Pragmas: notes in a draft that say what is not to be reported (``attrib: ignore[unsourced-claim] agreed``).

A reader finds them, each in its markup's own kind of comment, and says where they stand and what an ``ignore`` holds
for. Whether a rule of that name exists is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from attrib_lsp.text.span import Span

#: What every pragma begins with, inside its comment.
MARK = "attrib:"

_WORDS = re.compile(
    r"\s*(?P<word>[^\s\[\]]*)[ \t]*(?P<list>\[(?P<names>[^\[\]]*)(?P<close>\])?)?\s*(?P<reason>.*)", re.DOTALL
)
#: What may stand around a name: space, and the mark of a block quote where a list of names runs over its lines.
_AROUND = " \t\r\n>"


class Action(Enum):
    """What a pragma does: for a block, from here on, no longer from here on, for the whole draft."""

    IGNORE = "ignore"
    DISABLE = "disable"
    ENABLE = "enable"
    IGNORE_FILE = "ignore-file"


_ACTIONS = {action.value: action for action in Action}


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a pragma as it is written, and where it stands in the file."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """The lines of a block, from the beginning of the first to the end of the last, in code points of the file.

    ``alone`` is set where a line of one's own may be put above it; not in a list or a block quote.
    """

    span: Span
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Pragma:
    """A pragma in a draft; all spans count in the file.

    ``word`` says what to do, in the draft's own spelling; ``action`` is None where that means nothing, or where
    ``missing`` (a bracket, the end of the comment) has to be put at ``end`` first. ``names`` are the rules that it
    lists, None where it lists none and means all; another one goes to ``end`` behind ``joiner`` (None: there is no
    room for one). ``scope`` is what an ``ignore`` holds for, None where nothing follows. ``removal`` is what has to
    go, with its line or the space in front, to be rid of the pragma; None where that is not easily said. ``front`` is
    set for one in front matter.
    """

    span: Span
    word: Term
    action: Action | None
    names: tuple[Term, ...] | None
    reason: Term
    end: int
    joiner: str | None = None
    removal: Span | None = None
    scope: Span | None = None
    missing: str = ""
    front: bool = False


def same(offset: int) -> int:
    """Return ``offset``: the words are read in the file itself."""
    return offset


def read_pragma(
    text: str,
    whole: Span,
    words: Span,
    removal: Span,
    scope: Span | None = None,
    missing: str = "",
    at: Callable[[int], int] = same,
) -> Pragma:
    """Return the pragma whose ``words``, behind its `MARK`, stand in ``text``; ``whole`` is all of it.

    ``at`` leads from ``text`` to the file. ``removal`` and ``scope`` count in the file already; ``missing`` is what
    the comment lacks.
    """

    def term(start: int, end: int) -> Term:
        return Term(text[start:end], _moved(Span(start, end), at))

    found = _WORDS.match(text, words.start, words.end)
    assert found is not None  # every part of it may be empty
    names = None
    end = words.start + len(words.of(text).rstrip())
    if found["list"] is not None:
        names = tuple(term(*span) for span in _names(text, *found.span("names")))
        if not missing:
            end = found.start("names") + len(found["names"].rstrip(_AROUND))
            missing = "" if found["close"] else "]"
    return Pragma(
        span=_moved(whole, at),
        word=term(*found.span("word")),
        action=None if missing else _ACTIONS.get(found["word"].lower()),
        names=names,
        reason=term(found.start("reason"), found.start("reason") + len(found["reason"].rstrip())),
        end=_moved(Span(words.start, end), at).end,
        joiner=None if names is None else ", " if names else "",
        removal=removal,
        scope=scope,
        missing=missing,
    )


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the range of each name in a list."""
    for part in text[start:end].split(","):
        name = part.strip(_AROUND)
        if name:
            first = start + len(part) - len(part.lstrip(_AROUND))
            yield first, first + len(name)
        start += len(part) + 1


def _moved(span: Span, at: Callable[[int], int]) -> Span:
    """Return ``span`` in the file."""
    if not len(span):
        return Span(at(span.start), at(span.start))
    return Span(at(span.start), at(span.end - 1) + 1)
