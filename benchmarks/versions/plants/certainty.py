"""Hedges and headlines that are made to promise more."""

from __future__ import annotations

import re
from random import Random

from attrib_lsp.attribution.standing import negated
from attrib_lsp.text.span import Span
from benchmarks.versions.pages import Edit, Page


def modal_strengthened(page: Page, chance: Random) -> list[Edit] | None:
    """Make "may", "might" or "could" a "will"."""
    found = []
    for number, sentence in page.own_sentences():
        for token in sentence.tokens:
            head = sentence.head(token)
            modal = token.relation == "aux" and token.text in ("may", "might", "could") and head.pos == "VERB"
            if not modal or negated(sentence, head) or page.graph.paragraphs[number].quoted(token.span):
                continue
            have = sentence.tokens[token.index + 1 : token.index + 2]
            if not have or have[0].lemma != "have":
                found.append([page.edit(number, token.span, "will")])
    return chance.choice(found) if found else None


def hedge_cut(page: Page, chance: Random) -> list[Edit] | None:
    """Cut "allegedly", "probably", "alleged" and the like."""
    pattern = re.compile(
        r"\b(allegedly|reportedly|apparently|probably|possibly|perhaps|potentially|supposedly|alleged|suspected|"
        r"purported) (?=[a-z]{3})"
    )
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for match in pattern.finditer(paragraph.text):
            span = Span(match.start(), match.end())
            hedging = any(
                one.relation in ("amod", "advmod") and one.span.start == span.start
                for one in paragraph.sentence_at(span.start).tokens
            )
            if hedging and not paragraph.quoted(span):
                edits = [page.edit(number, span, "")]
                if re.search(r"\ban $", paragraph.text[: match.start()]):
                    after = paragraph.text[match.end()]
                    if after not in "aeiou":
                        edits.append(page.edit(number, Span(match.start() - 2, match.start() - 1), ""))
                found.append(edits)
    return chance.choice(found) if found else None


def expectation_cut(page: Page, chance: Random) -> list[Edit] | None:
    """Make "is expected to", "is likely to", "plans to" and the like a "will"."""
    pattern = re.compile(
        r"\b(?:is|are) (?:also |now |still )?(?:expected|likely|thought|believed|due|set|considering) to (?=[a-z]+)|"
        r"\b(?:plans?|hopes?|intends?|aims?) to (?=[a-z]+)"
    )
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for match in pattern.finditer(paragraph.text):
            before = paragraph.text[: match.start()].rsplit(" ", 2)[-2:]
            noun = bool(before) and before[0].lower() in ("the", "a", "his", "her", "their", "its", "of", "new")
            if not noun and not paragraph.quoted(Span(match.start(), match.end())):
                found.append([page.edit(number, Span(match.start(), match.end()), "will ")])
    return chance.choice(found) if found else None


def headline_modal(page: Page, chance: Random) -> list[Edit] | None:
    """Make a "may" in the headline a "will"."""
    match = re.search(r"\b(may|might|could)\b", page.headline, re.IGNORECASE)
    if match is None or page.headline.rstrip().endswith("?") or re.match(r"(?:may|could|might)\b", page.headline, re.I):
        return None
    if re.match(r" (?:have|not|\d)", page.headline[match.end() :]) or re.search(
        r"\b(?:in|of|since) $", page.headline[: match.start()]
    ):
        return None
    word = "Will" if match.group()[0].isupper() else "will"
    return [page.headline_edit(Span(match.start(), match.end()), word)]


def headline_source_cut(page: Page, chance: Random) -> list[Edit] | None:
    """Cut who says it from a headline: ", police say", "… , says minister", "Report: …"."""
    behind = re.search(
        r"(?:,| [-–—]) (?:(?:\w+ ){1,4}(?:says?|said|warns?|claims?|finds?|shows?|suggests?)|"
        r"(?:says?|said|warns?|according to) (?:\w+ ?){1,4})$",
        page.headline,
        re.IGNORECASE,
    )
    if behind is None or behind.start() < 18:
        return None
    return [page.headline_edit(Span(behind.start(), len(page.headline)), "")]
