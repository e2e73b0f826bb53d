"""Tell a headline from the first sentence of a story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.part import Part
from attrib_lsp.text.signature import dateline

#: Headlines are not longer than this, in code points.
LONGEST = 160
#: A headline with a full stop is told from a first sentence only above so long a story, in code points ...
SHORTEST_STORY = 300
#: ... by this share of capitalised words, or by no more than so many marks of a running sentence:
CAPITALISED = 0.8
MOST_MARKS = 2.0
#: what a word in "-ed" counts for, and from which length on how many code points count for one.
PARTICIPLE = 0.5
SHORT = 60
LENGTH_OF_A_MARK = 40

_ENDS_SENTENCE = re.compile(r"(?<![.…])[.!?][\"'”’»)\]]*$")
_LETTERS = re.compile(r"[^\W\d_][\w’'-]*")


def ends_sentence(text: str) -> bool:
    """Say whether ``text`` ends as a sentence does; an ellipsis is no such end."""
    return _ENDS_SENTENCE.search(text) is not None


def looks_like_headline(parts: Sequence[Part], strict: bool = False) -> bool:
    """Say whether the first of ``parts`` is the headline of the others; ``strict`` wants one without a full stop."""
    text, below = parts[0].text, parts[1:]
    if len(text) > LONGEST or text.endswith((":", ";")) or not any(character.isalpha() for character in text):
        return False
    if not below:
        return not strict and not ends_sentence(text) and not text.endswith(",")
    if not ends_sentence(text):
        return True
    alone = parts[0].alone or text.endswith("?")
    return not strict and alone and _stopped_headline(text, [part.text for part in below])


def _stopped_headline(text: str, below: Sequence[str]) -> bool:
    """Say whether ``text``, though it ends as a sentence does, is the headline of the lines ``below`` it."""
    story = sum(map(len, below))
    if is_capitalised(text):
        return story > len(text)
    if dateline(text):
        return False
    if any(map(dateline, below[:2])):
        return story > len(text)
    chief = text.partition("; ")[0]  # what follows is the deck, on the same line, and may be a sentence
    return len(below) > 1 and story >= SHORTEST_STORY and is_terse(chief)


def is_capitalised(text: str) -> bool:
    """Say whether the words of ``text`` are capitalised as in an American headline."""
    chief = [word for word in _LETTERS.findall(text) if word.casefold() not in words("story", "small_words")]
    return len(chief) >= 3 and sum(word[0].isupper() for word in chief) >= CAPITALISED * len(chief)


def is_terse(text: str) -> bool:
    """Say whether ``text`` is put as a headline is: short, and without the words that headlines drop."""
    weights = _weights()
    spoken = [word.casefold() for word in _LETTERS.findall(text)]
    marks = sum(weights.get(word, PARTICIPLE if len(word) > 4 and word.endswith("ed") else 0) for word in spoken)
    return marks + max(0, (len(text) - SHORT) / LENGTH_OF_A_MARK) <= MOST_MARKS


@cache
def _weights() -> dict[str, float]:
    """Return the words that headlines drop, with their weights."""
    return {word: marks["weight"] for marks in lexicon("story")["sentence_marks"] for word in marks["words"]}
