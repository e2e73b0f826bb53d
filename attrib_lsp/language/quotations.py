"""Pair quotation marks, tolerating half-typed text, apostrophes and quotations that run over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from attrib_lsp.language.quotation_marks import (
    Mark,
    Way,
    double_marks,
    leads_in,
    may_be_prime,
    may_run_on,
    opens_single,
    single_end,
)
from attrib_lsp.language.values import Quotation
from attrib_lsp.text.span import Span

_OTHER_WAY = {"“": "”", "”": "“", "‘": "’", "’": "‘"}
_CLOSING = {**_OTHER_WAY, "”": "”", "’": "’", "„": "“", '"': '"', "'": "'", "`": "'", "«": "»", "»": "«"}
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=\S)")


class Fault(Enum):
    """What can be wrong with a mark."""

    UNCLOSED = "another quotation opens amid a sentence of this one"
    RESUMED = "another quotation opens behind a sentence of this one, as where paragraphs were run together"
    RUNS_ON = "the paragraph ends inside the quotation"
    UNOPENED = "nothing is open that it could close"
    MISPLACED = "it opens, and the space that belongs before it stands behind it"
    WRONG_WAY = "it faces the wrong way"
    MISMATCHED = "it is straight and its other half is curly, or the other way round"
    NESTED = "a quotation in a quotation has the same marks"


@dataclass(frozen=True, slots=True)
class MarkFault:
    """A mark with its fault: ``span`` is the mark's.

    ``mended`` is what should stand there instead, if it is only the wrong mark. ``end`` is the mark that closes a
    nested quotation; of a misplaced mark, the mark with the space that ``mended`` stands for.
    """

    span: Span
    fault: Fault
    mended: str = ""
    end: Span | None = None


@dataclass
class _Reading:
    """What has been found so far, and the mark that waits for its other half."""

    text: str
    marks: tuple[Mark, ...]
    found: list[Quotation] = field(default_factory=list)
    faults: list[MarkFault] = field(default_factory=list)
    open: Mark | None = None

    def blame(self, span: Span, fault: Fault, mended: str = "", end: Span | None = None) -> None:
        """Note a fault."""
        self.faults.append(MarkFault(span, fault, mended, end))

    def close(self, start: Span, end: Span) -> None:
        """Add the quotation between two marks, if it holds any words."""
        if start.end < end.start:
            self.found.append(Quotation(start.joined(end), Span(start.end, end.start)))
        self.open = None

    def blame_reopened(self, start: Span, end: int) -> None:
        """Note that the quotation that opens at ``start`` is not closed where another opens at ``end``."""
        before = self.text[start.end : end].rstrip().rstrip("'’")  # a quotation in it may end there too
        self.blame(start, Fault.RESUMED if before.endswith((".", "!", "?")) else Fault.UNCLOSED)

    def leave(self, start: Span, end: int) -> None:
        """Add the quotation that is not closed before ``end``, if it holds any words."""
        end = start.end + len(self.text[start.end : end].rstrip())
        if start.end < end:
            self.found.append(Quotation(Span(start.start, end), Span(start.end, end), closed=False))
        self.open = None

    def close_unopened(self, end: Span) -> None:
        """Add the quotation that ends at a mark without other half: from the paragraph's or a sentence's beginning."""
        start = self.found[-1].span.end if self.found else 0
        after = _SENTENCE_END.search(self.text, start, end.start) if self.found else None
        start = after.end() if after is not None else start
        start += len(self.text[start : end.start]) - len(self.text[start : end.start].lstrip())
        if start < end.start:
            self.found.append(Quotation(Span(start, end.end), Span(start, end.start), opened=False))
        self.blame(end, Fault.UNOPENED)


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a paragraph's ``text``, in order; spans are its code points.

    Double marks (curly, straight, low, angled, or two single ones) and single ones are paired; what stands inside
    another quotation belongs to it. Apostrophes, possessives, clipped words, decades ('90s) and inches open and close
    nothing. A closing double mark without its opening half gives a quotation that is not ``opened`` and begins with
    the paragraph (or with the sentence, behind another quotation); one without its closing half gives one that is not
    ``closed`` and ends with the paragraph, or before the next opening mark. A single mark without its other half
    opens only where speech begins: with the paragraph, behind a colon, a comma or a sentence.
    """
    return _read(text)[0]


def mark_faults(text: str) -> tuple[MarkFault, ...]:
    """Return the faults of a paragraph's quotation marks, in order. Single marks run on or are reopened only."""
    return _read(text)[1]


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[tuple[Quotation, ...], tuple[MarkFault, ...]]:
    """Return quotations and faults of ``text``."""
    reading = _Reading(text, double_marks(text))
    doubles = {mark.span.start: number for number, mark in enumerate(reading.marks)}
    skip, at = -1, 0
    for at in _places(text, reading.marks):
        if at < skip:
            continue
        if at in doubles:
            skip = _double(reading, doubles[at])
        elif reading.open is None and opens_single(text, at):
            skip = _single(reading, at)
    if reading.open is not None:
        reading.blame(reading.open.span, Fault.RUNS_ON)
        reading.leave(reading.open.span, len(text))
    return tuple(reading.found), tuple(sorted(reading.faults, key=lambda one: one.span))


def _places(text: str, marks: Sequence[Mark]) -> list[int]:
    """Return where double marks and single ones that are no part of them stand, in order."""
    inside = {offset for mark in marks for offset in range(mark.span.start, mark.span.end)}
    singles = (offset for offset, character in enumerate(text) if character in "‘'" and offset not in inside)
    return sorted([*singles, *(mark.span.start for mark in marks)])


def _double(reading: _Reading, number: int) -> int:
    """Read double mark ``number``; return the offset behind what is settled by it."""
    mark = reading.marks[number]
    if reading.open is None:
        _outside(reading, number)
    elif (mark.family == "angled") is not (reading.open.family == "angled"):
        pass  # another kind of quotation inside this one
    elif _closes(reading, number):
        _blame_pair(reading, reading.open, mark)
        reading.close(reading.open.span, mark.span)
    elif not _is_prime(reading, number):
        return _opens_inside(reading, number)
    return mark.span.end


def _outside(reading: _Reading, number: int) -> None:
    """Read a double mark while no quotation is open."""
    mark = reading.marks[number]
    followed = number + 1 < len(reading.marks) and reading.marks[number + 1].way is not Way.OPENS
    if may_be_prime(reading.text, mark):
        return
    if followed and leads_in(reading.text, mark.span):
        space = Span(mark.span.start, mark.span.end + 1)
        reading.blame(mark.span, Fault.MISPLACED, f" {_OTHER_WAY.get(mark.glyph, mark.glyph)}", space)
        reading.open = mark
    elif mark.faces is Way.OPENS or mark.way is Way.OPENS or (mark.way is Way.EITHER and followed):
        if mark.faces is Way.CLOSES and mark.family == "curly":
            reading.blame(mark.span, Fault.WRONG_WAY, _OTHER_WAY[mark.glyph[0]] * len(mark.glyph))
        reading.open = mark
    elif mark.faces is Way.CLOSES or (mark.way is Way.CLOSES and mark.glyph in ('"', "''")):
        reading.close_unopened(mark.span)


def _is_prime(reading: _Reading, number: int) -> bool:
    """Say whether a mark in a quotation is one of inches: behind a digit, with the quotation's end still to come."""
    mark = reading.marks[number]
    following = reading.marks[number + 1 : number + 2]
    return may_be_prime(reading.text, mark) and any(_shuts(one) for one in following)


def _shuts(mark: Mark) -> bool:
    """Say whether a mark closes by its shape, or, a straight one, by its place."""
    return mark.faces is Way.CLOSES or (mark.faces is Way.EITHER and mark.way is Way.CLOSES)


def _closes(reading: _Reading, number: int) -> bool:
    """Say whether a double mark closes the open quotation."""
    mark, opened = reading.marks[number], reading.open
    if opened is None or _is_prime(reading, number):
        return False
    if opened.glyph in ("„", "»") and mark.glyph in ("“", "«"):
        return True
    if mark.faces is Way.OPENS:
        ends = not reading.text[mark.span.end :].strip()  # nothing is left to open for
        return (mark.way is Way.CLOSES or ends) and mark.glyph != "„"
    return mark.faces is Way.CLOSES or mark.way is not Way.OPENS


def _blame_pair(reading: _Reading, opened: Mark, closed: Mark) -> None:
    """Note what is wrong with two marks that pair."""
    if opened.family != closed.family:
        reading.blame(closed.span, Fault.MISMATCHED, "".join(_CLOSING[character] for character in opened.glyph))
    elif opened.family == "curly" and closed.faces is Way.OPENS and opened.glyph != "„":
        reading.blame(closed.span, Fault.WRONG_WAY, _OTHER_WAY[closed.glyph[0]] * len(closed.glyph))


def _opens_inside(reading: _Reading, number: int) -> int:
    """Read a mark that opens while a quotation is open: a nested one, or a new one where a closing mark is missing."""
    mark, opened = reading.marks[number], reading.open
    closing = reading.marks[number + 1 : number + 3]
    if opened is not None and _nests(reading, mark, opened, closing):
        reading.blame(mark.span, Fault.NESTED, end=closing[0].span)
        return closing[0].span.end
    if opened is not None:
        reading.blame_reopened(opened.span, mark.span.start)
        reading.leave(opened.span, mark.span.start)
    reading.open = mark
    return mark.span.end


def _nests(reading: _Reading, mark: Mark, opened: Mark, closing: Sequence[Mark]) -> bool:
    """Say whether a mark opens a quotation in a quotation.

    It does where two marks close later, and where a pair of another kind stands amid a sentence of the open one.
    """
    if not closing or not _shuts(closing[0]):
        return False
    if len(closing) == 2 and _shuts(closing[1]):
        return True
    before = reading.text[opened.span.end : mark.span.start].rstrip()
    amid = before[-1:].isalnum() or before.endswith(",")
    return amid and mark.family == closing[0].family != opened.family


def _single(reading: _Reading, at: int) -> int:
    """Read a single mark that stands where one opens; return the offset behind what is settled by it."""
    text, mark = reading.text, Span(at, at + 1)
    end = single_end(text, at, reading.marks)
    if end is not None:
        reading.close(mark, Span(end, end + 1))
        return end + 1
    if not may_run_on(text, at):
        return at + 1
    following = (offset for offset in range(at + 1, len(text)) if text[offset] in "‘'" and opens_single(text, offset))
    stop = next(following, len(text))
    if stop == len(text):
        reading.blame(mark, Fault.RUNS_ON)
    else:
        reading.blame_reopened(mark, stop)
    reading.leave(mark, stop)
    return stop
