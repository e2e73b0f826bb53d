"""Read quotation marks where they stand: which way each faces, and which are apostrophes, primes or markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Double marks: curly, low, angled and straight, and two single ones that stand for one.
_DOUBLE = re.compile(r"“+|”+|[„«»]|\"+|''(?='\w)|''(?!')|‘‘|’’|``")
_SINGLE = re.compile(r"[‘’']")
#: An apostrophe typed or decoded as a double mark: wouldn"t.
_SLIP = re.compile(r"(?<=[a-z])\"(?=(?:t|s|re|ve|ll|d|m)\b)")
#: Tags of other markup hold marks that quote nothing, those that a paragraph's end or beginning cuts among them.
_TAG = re.compile(r"<[A-Za-z/!][^<>]*>|<[A-Za-z][\w-]*\s+[\w-]+=\"[^<>]*\Z|\"/?>")
#: The '90s, the class of '68.
_YEAR = re.compile(r"\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
#: What speech may begin with although it looks like the end of some: an ellipsis, a decimal, a clipped word.
_BEGINNING = re.compile(r"\.\.\.|\.\d|’\w")
_BEFORE_OPENING = frozenset("([{<–—-/“„«‘'\"¡¿")
_NOT_AFTER_OPENING = frozenset(".,;:!?)]}%»”’")
_STOPS = frozenset(".,!?…;—–")
_LEAD_IN = re.compile(r"\b([A-Za-z]+)[,:]$")
#: Code points within which a lead-in stands before its mark.
LONGEST_LEAD_IN = 16
#: Words at most between single marks of which the closing one looks like a possessive's ("the 'fat cats' of the City").
POSSESSIVE_WORDS = 4


class Way(Enum):
    """Which way a mark faces."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark: ``glyph`` as it stands in the text, and the ``way`` it faces by its neighbours."""

    span: Span
    glyph: str
    way: Way

    @property
    def family(self) -> str:
        """Its kind: "angled", "straight" or "curly"."""
        if self.glyph[0] in "«»":
            return "angled"
        return "straight" if self.glyph[0] in "\"'`" else "curly"

    @property
    def faces(self) -> Way:
        """The way its shape faces; EITHER for a straight one."""
        if self.glyph[0] in "“„«‘`":
            return Way.OPENS
        return Way.CLOSES if self.glyph[0] in "”»’" else Way.EITHER


def double_marks(text: str) -> tuple[Mark, ...]:
    """Return the double marks of ``text`` in order, without those in tags of other markup."""
    tags = [Span(tag.start(), tag.end()) for tag in _TAG.finditer(text)]
    found = (Span(match.start(), match.end()) for match in _DOUBLE.finditer(text))
    return tuple(
        Mark(span, span.of(text), way_of(text, span))
        for span in found
        if not any(tag.covers(span) for tag in tags) and not _SLIP.match(text, span.start)
    )


def way_of(text: str, mark: Span) -> Way:
    """Return which way a mark faces by its neighbours: EITHER where they do not tell."""
    before = text[mark.start - 1] if mark.start else " "
    after = text[mark.end] if mark.end < len(text) else " "
    speaks = after not in _NOT_AFTER_OPENING or _BEGINNING.match(text, mark.end) is not None
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace() and speaks
    closes = not before.isspace() and before not in "([{" and not after.isalnum()
    if opens == closes:
        return Way.EITHER
    return Way.OPENS if opens else Way.CLOSES


def leads_in(text: str, mark: Span) -> bool:
    """Say whether a mark that hugs a lead-in opens what follows its space: said," We go"."""
    before = _LEAD_IN.search(text, max(mark.start - LONGEST_LEAD_IN, 0), mark.start)
    return (
        before is not None
        and before.group(1).lower() in words("quotations", "lead_ins")
        and text[mark.start] in '"”'
        and text[mark.end : mark.end + 1] == " "
    )


def may_be_prime(text: str, mark: Mark) -> bool:
    """Say whether ``mark`` stands behind a digit, as inches and seconds do."""
    return mark.faces is not Way.OPENS and mark.span.start > 0 and text[mark.span.start - 1].isdigit()


def opens_single(text: str, at: int) -> bool:
    """Say whether the mark at ``at`` is a single one that stands where one opens: before a word and not behind one."""
    return text[at] in "‘'" and way_of(text, Span(at, at + 1)) is Way.OPENS


def is_clipped(text: str, at: int) -> bool:
    """Say whether the mark at ``at`` stands for what was clipped off a word or a year: 'em, '90s."""
    word = _WORD.match(text, at + 1)
    if word is not None:
        return word.group().lower() in words("quotations", "elisions")
    return _YEAR.match(text, at + 1) is not None


def single_end(text: str, at: int, doubles: tuple[Mark, ...]) -> int | None:
    """Return where the single mark that opens at ``at`` finds its other half; None if it does not.

    The search ends before another mark that opens. Marks inside nested double quotation marks do not count. A mark
    behind a stop closes; so does one behind a letter, unless it may be a possessive's (the boys' team) and the words
    before it are many (more than two where speech begins); a clipped word's apostrophe needs one behind a stop to be
    taken for a quotation.
    """
    fallback: int | None = None
    sure = is_clipped(text, at)
    most = POSSESSIVE_WORDS // 2 if may_run_on(text, at) else POSSESSIVE_WORDS
    nested = tuple(_nested(doubles, at))
    for match in _SINGLE.finditer(text, at + 1):
        here = match.start()
        if any(span.covers(Span(here, here + 1)) for span in nested):
            continue
        if opens_single(text, here):
            if is_clipped(text, here):
                continue
            break
        if not _ends_word(text, at, here):
            continue
        strong = text[here - 1] in _STOPS
        if strong or not (sure or _possessive(text, here) or any(span.start < here for span in nested)):
            return here
        if not sure and fallback is None and len(text[at:here].split()) <= most:
            fallback = here
    return fallback


def may_run_on(text: str, at: int) -> bool:
    """Say whether a single mark that finds no other half opens all the same: speech begins there.

    It does at the paragraph's beginning, behind a colon or a comma, and (a curly one) behind a sentence's end.
    """
    if is_clipped(text, at):
        return False
    before = text[:at].rstrip()
    return not before or before[-1] in ":," or (text[at] == "‘" and before[-1] in ".!?’")


def _nested(doubles: tuple[Mark, ...], at: int) -> Iterator[Span]:
    """Yield the spans between double marks behind ``at``."""
    open_: Mark | None = None
    for mark in doubles:
        if mark.span.start <= at:
            continue
        if open_ is None:
            if mark.faces is Way.OPENS or mark.way is not Way.CLOSES:
                open_ = mark
        else:
            yield open_.span.joined(mark.span)
            open_ = None


def _ends_word(text: str, opening: int, at: int) -> bool:
    """Say whether the mark at ``at`` can be the other half of the one at ``opening``: behind a word, not before one."""
    fits = text[at] in ("’'" if text[opening] == "‘" else "'’")
    return fits and at > opening + 1 and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _possessive(text: str, at: int) -> bool:
    """Say whether the mark may be the apostrophe of a plural (the boys' team) or of a dropped g (goin' home)."""
    if text[at + 1 : at + 2] != " " or not text[at + 2 : at + 3].islower():
        return False
    return text[at - 1] in "sSxz" or text[max(at - 2, 0) : at].lower() == "in"
