"""Say whether a label is somebody's in the story, rests on an official list or a verdict, or stands in history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.lexicons import words

#: Letters at a word's head that it shares with the others of its family ("dictator", "dictatorship").
STEM = 7
#: Words this short begin many others ("cult", "culture"): their family is their plural.
SHORT = 4
#: A year of the last century or before, a decade, or years ago.
_YEAR = re.compile(r"\b1[0-9]{3}s?\b|\b[0-9]0s\b|\b(?:years|decades) ago\b")


def given(graph: AttributionGraph, word: str) -> bool:
    """Say whether anybody in the story uses a label, in quotation marks or in what is attributed to them."""
    family = _family(word)
    return any(family.search(text) for paragraph in graph.paragraphs for text in _others(paragraph))


def _others(paragraph: Paragraph) -> Iterator[str]:
    """Yield what of a paragraph is somebody's: quotations, contents, and sentences that tell of calling by a name."""
    for quotation in paragraph.quotations:
        yield quotation.inner.of(paragraph.text)
    for one in paragraph.attributions:
        if one.source:
            yield from (part.of(paragraph.text) for part in one.content)
    for sentence in paragraph.sentences:
        if any(
            token.pos == "VERB" and token.relation != "amod"
            for token in sentence.spelled(words("labels", "carried.naming"))
        ):
            yield sentence.text


@cache
def _family(word: str) -> re.Pattern[str]:
    """Match a label and the words of its family: "racist", "racism"; "extremist", and not "extremely"."""
    stem = word[:-1] if word.endswith("ist") else word
    return re.compile(rf"\b{re.escape(stem[:STEM])}" + (r"s?\b" if len(word) <= SHORT else ""), re.IGNORECASE)


def designated(graph: AttributionGraph, number: int) -> bool:
    """Say whether the story tells of an official list or a verdict, or paragraph ``number`` of a court or a ban."""
    if any(one.holds(words("labels", "carried.judging")) for one in graph.paragraphs[number].sentences):
        return True
    return any(
        sentence.holds(words("labels", "carried.designating"))
        for paragraph in graph.paragraphs
        for sentence in paragraph.sentences
    )


def far(paragraph: Paragraph) -> bool:
    """Say whether a paragraph tells of the past or of what is made up: a year long gone, a fallen state, a film."""
    if _YEAR.search(paragraph.text):
        return True
    return any(
        sentence.holds(words("labels", "carried.past") | words("guilt", "fiction")) for sentence in paragraph.sentences
    )
