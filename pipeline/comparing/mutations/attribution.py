"""Headlines that tell as fact what somebody says, and headlines beside them that do not."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrib_lsp.language.values import Sentence
from pipeline.comparing.mutations.forms import capitalised
from pipeline.comparing.mutations.values import Change, Edit, Passage, Stock

_SAYING = frozenset({
    "say", "tell", "claim", "warn", "argue", "believe", "report", "announce", "insist", "add", "allege",
    "suggest", "note", "contend", "assert", "think", "predict", "admit", "acknowledge", "maintain", "estimate",
})  # fmt: skip
_SECOND_HAND = frozenset({"according", "reportedly", "allegedly"})
#: "Mayor: city is broke", with words enough behind the colon to be told by themselves.
_COLON = re.compile(r"([^:;?!]{1,44}[^:;?!\d]):\s+(?=\S.{14,})")
#: "City is broke, mayor says".
_TRAILING = re.compile(
    r",\s+([^,]{3,40}?\b(?:says?|said|reports?|warns?|finds?|shows?|suggests?|claims?))\s*$", re.IGNORECASE
)
#: Code points that stand before a trailing source at least.
_BEFORE = 19
#: Words of a headline that "says" stands among, that it leaves behind itself at least, and of what is said.
_FIRST, _BEHIND, _SHORTEST = 8, 5, 5
#: Paragraphs that headlines are made of, and words of the sentences that are.
_PARAGRAPHS, _WORDS = 10, range(6, 31)
#: Code points of what is told at least, and sentences nearest the top that plain headlines are taken from.
_TOLD, _TOP = 20, 4
_QUOTES = frozenset('"“”')


def unsourced(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Leave out who says it."""
    text = headline.text
    leading = _COLON.match(text)
    end = leading.end() if leading else _said_behind(headline)
    if end is not None:
        return Change("colon" if leading else "says", (Edit(0, end + 1, text[end].upper()),))
    trailing = _TRAILING.search(text)
    if trailing and trailing.start() >= _BEFORE:
        return Change("trailing", (Edit(trailing.start(), len(text), ""),))
    return None


def _said_behind(headline: Passage) -> int | None:
    """Return where begins what somebody is said to say, behind "says (that)" near the front; None if nobody is."""
    for sentence, token in headline.words():
        if (
            token.lemma.lower() in _SAYING
            and token.tag in ("VBZ", "VBD", "VBP")
            and token.relation == "root"
            and 0 < token.index < _FIRST
            and len(sentence.tokens) - token.index >= _BEHIND
            and sentence.tokens[token.index + 1].text not in (",", ":")
            and any(child.index > token.index for child in sentence.children(token, "ccomp"))
        ):
            behind = sentence.tokens[token.index + 1]
            return (sentence.tokens[token.index + 2] if behind.text == "that" else behind).span.start
    return None


class Told(NamedTuple):
    """A headline made of a story's sentence; ``unattributed``: it tells as fact what the story has somebody say."""

    name: str
    text: str
    unattributed: bool


def promoted(story: Sequence[Passage], chance: random.Random) -> list[Told]:
    """Return headlines made of a story's sentences: what somebody says, with and without them, and a plain sentence."""
    said: list[tuple[str, str]] = []
    plain: list[str] = []
    for sentence in _tellable(story):
        whole = sentence.text.rstrip(".")
        if sentence.root.lemma.lower() in _SAYING:
            content = _content(sentence)
            if content is not None:
                said.append((content, whole))
        elif not sentence.holds(_SAYING | _SECOND_HAND):
            plain.append(whole)
    made = []
    if said:
        content, whole = chance.choice(said)
        made += [Told("promoted", content, True), Told("with source", whole, False)]
    if plain:
        made.append(Told("plain", chance.choice(plain[:_TOP]), False))
    return made


def _tellable(story: Sequence[Passage]) -> Iterator[Sentence]:
    """Yield sentences near the top that could stand alone."""
    for passage in story[:_PARAGRAPHS]:
        for sentence in passage.parse.sentences:
            if len(sentence.tokens) in _WORDS and _QUOTES.isdisjoint(sentence.text):
                yield sentence


def _content(sentence: Sentence) -> str | None:
    """Return what is said in a sentence of somebody saying it; None where its words do not stand together."""
    clause = sentence.child(sentence.root, "ccomp")
    if clause is None:
        return None
    words = sentence.subtree(clause)
    first, last = words[0], words[-1]
    if len(words) < _SHORTEST or last.index - first.index + 1 != len(words):
        return None
    start = sentence.span.start
    text = sentence.text[first.span.start - start : last.span.end - start]
    text = re.sub(r"^(that|,)\s+", "", text).rstrip(" .,")
    return capitalised(text) if len(text) >= _TOLD else None
