"""Find the headline: what looks like one, what was cut short, and the full form of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.debris import is_section
from attrib_lsp.text.part import Part
from attrib_lsp.text.signature import dateline
from attrib_lsp.text.span import Span

#: Headlines are not longer than this, in code points.
LONGEST = 160
#: How many lines below a truncated headline its full form may stand.
WITHIN = 6
#: A headline with a full stop is told from a first sentence only above so long a story, in code points ...
SHORTEST_STORY = 300
#: ... by this share of capitalised words, or by no more than so many marks of a running sentence:
CAPITALISED = 0.8
MOST_MARKS = 2.0
#: what a word in "-ed" counts for, and from which length on how many code points count for one.
PARTICIPLE = 0.5
SHORT = 60
LENGTH_OF_A_MARK = 40

_ELLIPSIS = re.compile(r"\s*(?:\.\.\.+|…)[\"'”’]?$")
_ENDS_SENTENCE = re.compile(r"[.!?][\"'”’»)\]]*$")
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_][\w’'-]*")


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
            if not ellipsis and start and _is_path(stem[:start]) and same_line(candidate, stem[start:]):
                return number, start
    return None


def _is_path(text: str) -> bool:
    """Say whether ``text`` may be the path to a section, glued to a headline: it begins with one and is no clause."""
    steps = text.split()
    return len(steps) <= 6 and not text.rstrip().endswith((".", ",", ";", ":")) and is_section(steps[0])


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
    if dateline(text):
        return False
    if not below:
        return not strict and not ends_sentence(text) and not text.endswith(",")
    if not ends_sentence(text):
        return True
    return not strict and parts[0].alone and _stopped_headline(text, [part.text for part in below])


def _stopped_headline(text: str, below: Sequence[str]) -> bool:
    """Say whether ``text``, though it ends as a sentence does, is the headline of the lines ``below`` it."""
    story = sum(map(len, below))
    if _capitalised(text) or any(map(dateline, below[:2])):
        return story > len(text)
    chief = text.partition("; ")[0]  # what follows is the deck, on the same line, and may be a sentence
    return len(below) > 1 and story >= SHORTEST_STORY and _sentence_marks(chief) <= MOST_MARKS


def _capitalised(text: str) -> bool:
    """Say whether the words of ``text`` are capitalised as in an American headline."""
    chief = [word for word in _LETTERS.findall(text) if word.casefold() not in words("story", "small_words")]
    return len(chief) >= 3 and sum(word[0].isupper() for word in chief) >= CAPITALISED * len(chief)


def _sentence_marks(text: str) -> float:
    """Return how much of a running sentence ``text`` has about it: length, and words that headlines drop."""
    weights = _weights()
    spoken = [word.casefold() for word in _LETTERS.findall(text)]
    marks = sum(weights.get(word, PARTICIPLE if len(word) > 4 and word.endswith("ed") else 0) for word in spoken)
    return marks + max(0, (len(text) - SHORT) / LENGTH_OF_A_MARK)


@cache
def _weights() -> dict[str, float]:
    """Return the words that headlines drop, with their weights."""
    return {word: marks["weight"] for marks in lexicon("story")["sentence_marks"] for word in marks["words"]}
