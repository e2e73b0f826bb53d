"""Pair quotation marks, tolerating half-typed text, apostrophes and quotations that run over paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from attrib_lsp.language.values import Quotation
from attrib_lsp.text.span import Span

_OPENING = {"“": "”", "„": "“”", "«": "»", "‘": "’"}
_MARK = re.compile(r"[“”„«»\"‘’']")
_DECADE = re.compile(r"\d0s")


@dataclass(slots=True)
class _Open:
    """A mark that waits for its other half."""

    start: int
    mark: str


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a paragraph's ``text``, in order; spans are its code points.

    Double marks (curly, straight, low, angled) and single ones are paired; what stands inside another quotation
    belongs to it. A single mark counts only where it opens a word and a fitting one closes one later: apostrophes,
    decades ('90s) and possessives open nothing. A closing double mark without its opening half gives a quotation
    that is not ``opened`` and begins with the paragraph (or behind the quotation before); one without its closing
    half gives one that is not ``closed`` and ends with the paragraph, or before the next opening mark.
    """
    found: list[Quotation] = []
    open_: _Open | None = None
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if open_ is None:
            if _opens(text, at, mark):
                open_ = _Open(at, mark)
            elif mark in "”»" or (mark == '"' and not _after_digit(text, at)):
                start = found[-1].span.end if found else 0
                start += len(text[start:at]) - len(text[start:at].lstrip())
                found.append(Quotation(Span(start, at + 1), Span(start, at), opened=False))
        elif _closes(text, at, mark, open_.mark):
            found.append(Quotation(Span(open_.start, at + 1), Span(open_.start + 1, at)))
            open_ = None
        elif mark == open_.mark == "“" and _begins_word(text, at):
            end = _trimmed(text, open_.start + 1, at)
            found.append(Quotation(Span(open_.start, end), Span(open_.start + 1, end), closed=False))
            open_ = _Open(at, mark)
    if open_ is not None:
        end = _trimmed(text, open_.start + 1, len(text))
        found.append(Quotation(Span(open_.start, end), Span(open_.start + 1, end), closed=False))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> int:
    """Return ``end`` moved back over white space, not before ``start``."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _begins_word(text: str, at: int) -> bool:
    """Say whether the mark at ``at`` stands before a word and not behind one."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isalnum() and not after.isspace() and before not in ".,!?"


def _ends_word(text: str, at: int) -> bool:
    """Say whether the mark at ``at`` stands behind a word or its stop and not before one."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isspace() and not after.isalnum()


def _after_digit(text: str, at: int) -> bool:
    """Say whether the mark stands behind a digit, as inches do."""
    return at > 0 and text[at - 1].isdigit()


def _opens(text: str, at: int, mark: str) -> bool:
    """Say whether ``mark`` at ``at`` opens a quotation while none is open."""
    if mark in "“„«":
        return True
    if mark == '"':
        return _begins_word(text, at)
    if mark in "‘'" and _begins_word(text, at) and not _DECADE.match(text, at + 1):
        return _single_closes_later(text, at)
    return False


def _single_closes_later(text: str, at: int) -> bool:
    """Say whether a single mark that opens at ``at`` finds one that closes, before another one opens."""
    close = "’" if text[at] == "‘" else "'"
    for match in re.finditer(f"[{text[at]}{close}]", text[at + 1 :]):
        here = at + 1 + match.start()
        if match.group() == close and _ends_word(text, here) and not _possessive(text, here):
            return True
        if _begins_word(text, here):
            return False
    return False


def _possessive(text: str, at: int) -> bool:
    """Say whether the mark is the apostrophe of a plural's possessive: behind an s, before a space and a word."""
    return text[at - 1] in "sS" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()


def _closes(text: str, at: int, mark: str, opened: str) -> bool:
    """Say whether ``mark`` at ``at`` closes what ``opened`` began."""
    if opened == '"':
        return mark in '"”'
    if opened in "‘'":
        return mark == ("’" if opened == "‘" else "'") and _ends_word(text, at) and not _possessive(text, at)
    if opened == "“" and mark == '"':
        return True
    return mark in _OPENING[opened]
