"""Find the full form of a headline that the page cut short, or glued to the path of its section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib_lsp.text.debris import is_section
from attrib_lsp.text.headline import LONGEST, ends_sentence
from attrib_lsp.text.span import Span

#: How many lines below a truncated headline its full form may stand.
WITHIN = 6
#: A path to a section has no more words.
LONGEST_PATH = 6

_ELLIPSIS = re.compile(r"\s*(?:\.\.\.+|…)[\"'”’]?$")
_WORD = re.compile(r"\S+")


def cut_of(text: str) -> Span | None:
    """Return the last word of a truncated line with the ellipsis; None if ``text`` is not cut short.

    >>> cut_of("Storm closes schools across...")
    Span(start=21, end=30)
    """
    found = _ELLIPSIS.search(text)
    stem = text[: found.start()] if found else ""
    last = [word.start() for word in _WORD.finditer(stem)][-1:]
    return Span(last[0], len(text)) if last else None


def full_form(text: str, below: Sequence[str]) -> tuple[int, int] | None:
    """Return which of the lines ``below`` begins as ``text`` does, and at which offset of ``text``; None if none does.

    What stands in ``text`` before that offset is a breadcrumb. A line that is not cut short has to be repeated whole.
    """
    ellipsis = _ELLIPSIS.search(text)
    stem = text[: ellipsis.start()] if ellipsis else text
    folded = stem.casefold()
    if len(folded) != len(stem):  # rare letters fold into two, and offsets would go astray
        folded = stem
    lines = [(number, line) for number, line in enumerate(below[:WITHIN]) if _may_be_headline(number, below)]
    starts = [word.start() for word in _WORD.finditer(stem)]
    for start in starts[:-2] if lines else []:
        for number, line in lines:
            if ellipsis and line.casefold().startswith(folded[start:]) and len(line) > len(stem) - start:
                return number, start
            if not ellipsis and start and _is_path(stem[:start]) and same_line(line, stem[start:]):
                return number, start
    return None


def _may_be_headline(number: int, lines: Sequence[str]) -> bool:
    """Say whether a line is short enough for a headline, and not the sentence of which the story consists."""
    return len(lines[number]) <= LONGEST and not (ends_sentence(lines[number]) and number == len(lines) - 1)


def _is_path(text: str) -> bool:
    """Say whether ``text`` may be the path to a section: it begins with one and is no clause."""
    steps = text.split()
    return len(steps) <= LONGEST_PATH and not text.rstrip().endswith((".", ",", ";", ":")) and is_section(steps[0])


def same_line(one: str, other: str) -> bool:
    """Say whether two lines read the same, whatever their capitals, apostrophes, spaces and full stops."""
    return _plain(one) == _plain(other)


def _plain(line: str) -> str:
    """Return ``line`` for comparison."""
    return " ".join(line.replace("’", "'").replace("‘", "'").split()).rstrip(".").casefold()
