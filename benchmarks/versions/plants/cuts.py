"""Attributions cut, or their cue made to judge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from attrib_lsp.attribution.values import ContentType, CueKind, Paragraph, Statement
from attrib_lsp.text.span import Span
from benchmarks.versions.pages import Edit, Page
from benchmarks.versions.plants.statements import SPOKEN, long, statements


def _told(page: Page) -> Iterator[tuple[Statement, Paragraph, Span]]:
    """Yield what somebody says in the story's words and can be told without them, with paragraph and sentence."""
    for one in statements(page):
        attribution, paragraph = one.attribution, page.graph.paragraphs[one.paragraph]
        telling = attribution.type is ContentType.INDIRECT and attribution.kind in (*SPOKEN, CueKind.ACCORDING_TO)
        if telling and long(page, one) and not attribution.negated:
            yield one, paragraph, paragraph.sentences[attribution.sentence].span


def cut_trailing(page: Page, chance: Random) -> list[Edit] | None:
    """Cut ", Jo Lind said" behind what was said."""
    found = []
    for one, paragraph, sentence in _told(page):
        content = one.attribution.content[0]
        behind = paragraph.text[content.end : sentence.end]
        if content.start - sentence.start <= 1 and len(behind.split()) <= 14:
            found.append([page.edit(one.paragraph, Span(content.end, sentence.end), ".")])
    return chance.choice(found) if found else None


def cut_leading(page: Page, chance: Random) -> list[Edit] | None:
    """Cut "Jo Lind said that" before what was said."""
    found = []
    for one, paragraph, sentence in _told(page):
        content = one.attribution.content[0]
        before = paragraph.text[sentence.start : content.start]
        words = content.of(paragraph.text)
        plain = not re.match(r"(?:to|whether|if|how|why|what|it|he|she|they|his|her|its|their)\b", words)
        if (
            plain
            and len(before.split()) <= 14
            and one.attribution.source[0].start - sentence.start <= 14
            and sentence.end - content.end <= 2
        ):
            bare = re.sub(r"^that ", "", words)
            span = Span(sentence.start, content.start + len(words) - len(bare) + 1)
            found.append([page.edit(one.paragraph, span, bare[:1].upper())])
    return chance.choice(found) if found else None


def cut_according(page: Page, chance: Random) -> list[Edit] | None:
    """Cut "according to …" at either end of a sentence."""
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for sentence in paragraph.sentences:
            if '"' in sentence.text or "“" in sentence.text or sentence.text.lower().count("according to") != 1:
                continue
            behind = re.search(r",? according to [^,.;:]+\.$", sentence.text)
            before = re.match(r"According to [^,.;:]+, (\w)", sentence.text)
            if behind and behind.start() > 35:
                span = Span(behind.start(), behind.end()).shifted(sentence.span.start)
                found.append([page.edit(number, span, ".")])
            elif before and len(sentence.text) - before.end() > 35:
                span = Span(0, before.end()).shifted(sentence.span.start)
                found.append([page.edit(number, span, before[1].upper())])
    return chance.choice(found) if found else None


def cue_loaded(page: Page, chance: Random) -> list[Edit] | None:
    """Make "said" an "admitted", a "confirmed" or a "claimed"."""
    found = []
    for one in statements(page):
        text = page.graph.paragraphs[one.paragraph].text
        span = one.attribution.cue[0]
        if span.of(text) in ("said", "says") and long(page, one):
            new = chance.choice(("admitted", "conceded", "confirmed", "claimed", "revealed"))
            word = new if span.of(text) == "said" else {"confirmed": "confirms", "claimed": "claims"}.get(new, "admits")
            found.append([page.edit(one.paragraph, span, word)])
    return chance.choice(found) if found else None
