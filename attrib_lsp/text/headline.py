"""Find the headline: what looks like one, what was cut short, and the full form of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib_lsp.text.part import Part
from attrib_lsp.text.span import Span

#: Headlines are not longer than this, in code points.
LONGEST = 160
#: How many lines below a truncated headline its full form may stand.
WITHIN = 6

_ELLIPSIS = re.compile(r"\s*(?:\.\.\.+|…)[\"'”’]?$")
_ENDS_SENTENCE = re.compile(r"[.!?][\"'”’»)\]]*$")
_WORD = re.compile(r"\S+")
_SMALL = frozenset("a an and as at but by for from in into is of off on or over the to up vs via with".split())


def cut_of(text: str) -> Span | None:
    """Return the last word of a truncated line with the ellipsis; None if ``text`` is not cut short.

    >>> cut_of("Storm closes schools across...")
    Span(start=21, end=30)
    """
    found = _ELLIPSIS.search(text)
    if not found or not text[: found.start()].strip():
        return None
    before = text[: found.start()].rstrip()
    start = max(before.rfind(" "), before.rfind("\u00a0")) + 1
    return Span(start, len(text))


def full_form(text: str, candidates: Sequence[str]) -> tuple[int, int] | None:
    """Return which of ``candidates`` begins as ``text`` does, and at which offset of ``text``; None if none does.

    What stands in ``text`` before that offset is a breadcrumb. A line that is not cut short has to be repeated whole.
    """
    ellipsis = _ELLIPSIS.search(text)
    stem = text[: ellipsis.start()] if ellipsis else text
    starts = [word.start() for word in _WORD.finditer(stem)]
    folded = stem.casefold()
    for start in starts[:-2] if len(folded) == len(stem) else []:
        for number, candidate in enumerate(candidates[:WITHIN]):
            if len(candidate) > LONGEST:
                continue
            if ellipsis and candidate.casefold().startswith(folded[start:]) and len(candidate) > len(stem) - start:
                return number, start
            if not ellipsis and start and same_line(candidate, stem[start:]):
                return number, start
    return None


def same_line(one: str, other: str) -> bool:
    """Say whether two lines read the same, whatever their capitals, spaces and full stops."""
    return _plain(one) == _plain(other)


def _plain(line: str) -> str:
    """Return ``line`` for comparison."""
    return " ".join(line.replace("’", "'").replace("‘", "'").split()).rstrip(".").casefold()


def ends_sentence(text: str) -> bool:
    """Say whether ``text`` ends as a sentence does; an ellipsis is no such end."""
    return _ENDS_SENTENCE.search(text) is not None and not _ELLIPSIS.search(text)


def looks_like_headline(parts: Sequence[Part], strict: bool = False) -> bool:
    """Say whether the first of ``parts`` is the headline of the others; ``strict`` wants one without a full stop."""
    text, below = parts[0].text, parts[1:]
    if len(text) > LONGEST or text.endswith((":", ";")) or not any(character.isalpha() for character in text):
        return False
    if not below:
        return not strict and not ends_sentence(text) and not text.endswith(",")
    if not ends_sentence(text):
        return True
    return not strict and parts[0].alone and _stopped_headline(text, below[0].text)


def _stopped_headline(text: str, below: str) -> bool:
    """Say whether ``text``, which ends in a full stop, is a headline all the same."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if word.casefold() not in _SMALL]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capitals / len(words) > 0.75 and len(below) > len(text)
