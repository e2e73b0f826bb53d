"""Sentences built otherwise."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from attrib_lsp.attribution.values import ContentType, Statement
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.text.span import Span
from benchmarks.versions.pages import Edit, Page, capital, lowered
from benchmarks.versions.rewordings.places import some

_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"


def order_turned(page: Page, chance: Random) -> list[Edit] | None:
    """Put the attribution before the words where it stands behind them, and the other way round."""
    found = []
    for one in page.graph.statements:
        attribution = one.attribution
        parts = (attribution.source, attribution.cue, attribution.content)
        if one.paragraph not in page.graph.body or any(len(part) != 1 for part in parts):
            continue
        paragraph = page.graph.paragraphs[one.paragraph]
        sentence = paragraph.sentences[attribution.sentence]
        edit = _turned(paragraph.text, sentence, one)
        if edit is not None:
            found.append([page.edit(one.paragraph, sentence.span, edit)])
    return some(chance, found, 3)


def _turned(text: str, sentence: Sentence, one: Statement) -> str | None:
    """Return a sentence with its attribution at the other end, where nothing else stands in it."""
    source, cue, content = one.attribution.source[0], one.attribution.cue[0], one.attribution.content[0]
    verb = cue.of(text)
    if verb not in ("said", "says", "added", "warned", "announced", "stated", "claimed", "explained"):
        return None
    words = content.of(text)
    said = f"{source.of(text)} {verb}"
    plain = re.fullmatch(rf"{re.escape(said)} (?:that )?", text[sentence.span.start : content.start])
    if plain and sentence.span.end - content.end <= 1 and not re.search(r"[“\"]", words):
        bare = re.sub(r"^that ", "", words).rstrip(".")
        first = source.of(text)
        who = (
            first
            if first.split()[0].istitle() and first.split()[0] not in ("The", "A", "An", "He", "She", "They")
            else lowered(first)
        )
        return f"{capital(bare)}, {who} {verb}."
    behind = text[content.end : sentence.span.end].strip(" ,.")
    if content.start == sentence.span.start and behind == said and one.attribution.type is ContentType.INDIRECT:
        first_token = sentence.tokens[0]
        bare = words.rstrip(",")
        keep = first_token.pos == "PROPN" or sentence.entity_at(first_token) is not None
        return f"{capital(source.of(text))} {verb} that {bare if keep else lowered(bare)}."
    return None


def sentences_split(page: Page, chance: Random) -> list[Edit] | None:
    """Make two sentences of one that has two main clauses, or a clause that begins with "which"."""
    found = []
    for number, sentence in page.own_sentences():
        paragraph = page.graph.paragraphs[number]
        if any(one.inner.overlaps(sentence.span) for one in paragraph.quotations):
            continue
        for match in re.finditer(r", (and|but) (?=(?:the|he|she|it|they|a|[A-Z])\w* )", sentence.text):
            at = sentence.span.start + match.end()
            token = next((one for one in sentence.tokens if one.span.start == at), None)
            if token is None or not _clause_begins(sentence, token):
                continue
            span = Span(match.start(), match.end() + 1).shifted(sentence.span.start)
            lead = "But " if match[1] == "but" else ""
            letter = paragraph.text[span.end - 1]
            found.append([page.edit(number, span, f". {lead}{letter if lead else letter.upper()}")])
    return some(chance, found, 2)


def _clause_begins(sentence: Sentence, token: Token) -> bool:
    """Say whether a main clause with a subject of its own begins with a token."""
    for above in (token, *sentence.ancestors(token)):
        if above.relation in ("nsubj", "nsubj:pass"):
            verb = sentence.head(above)
            return verb.relation == "conj" and sentence.head(verb).relation == "root"
    return False


def sentences_joined(page: Page, chance: Random) -> list[Edit] | None:
    """Run two short sentences of a paragraph together."""
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for one, other in pairwise(paragraph.sentences):
            quoted = any(mark.span.overlaps(one.span.joined(other.span)) for mark in paragraph.quotations)
            short = len(one.text.split()) <= 22 and len(other.text.split()) <= 22
            begins = re.match(r"(?:The|He|She|It|They|A|In|There) ", other.text)
            if not quoted and short and begins and one.text.rstrip().endswith("."):
                span = Span(one.span.start + len(one.text.rstrip()) - 1, other.span.start + 1)
                found.append([page.edit(number, span, f", and {other.text[0].lower()}")])
    return some(chance, found, 2)


def passive(page: Page, chance: Random) -> list[Edit] | None:
    """Turn short sentences with a subject, a regular verb in the past and an object into the passive."""
    found = []
    for number, sentence in page.own_sentences():
        paragraph, root = page.graph.paragraphs[number], sentence.root
        subject, thing = sentence.child(root, "nsubj"), sentence.child(root, "obj")
        if root.tag != "VBD" or not root.text.endswith("ed") or subject is None or thing is None:
            continue
        before, after = sentence.subtree(subject), sentence.subtree(thing)
        whole = before[-1].index + 1 == root.index and root.index + 1 == after[0].index and before[0].index == 0
        plain = (
            thing.pos in ("NOUN", "PROPN") and subject.pos in ("NOUN", "PROPN") and len(after) <= 8 and len(before) <= 8
        )
        kept = not any(child.relation in ("conj", "xcomp", "ccomp", "aux") for child in sentence.children(root))
        if not (whole and plain and kept) or paragraph.quoted(sentence.span):
            continue
        text = paragraph.text
        one = Span(before[0].span.start, before[-1].span.end).of(text)
        other = Span(after[0].span.start, after[-1].span.end).of(text)
        named = before[0].pos == "PROPN"
        verb = "were" if thing.tag in ("NNS", "NNPS") else "was"
        span = Span(before[0].span.start, after[-1].span.end)
        found.append(
            [page.edit(number, span, f"{capital(other)} {verb} {root.text} by {one if named else lowered(one)}")]
        )
    return some(chance, found, 2)


def day_moved(page: Page, chance: Random) -> list[Edit] | None:
    """Put the day at the beginning of its sentence, or leave it out of the middle of "said on Monday"."""
    found = []
    for number, sentence in page.own_sentences():
        paragraph = page.graph.paragraphs[number]
        match = re.search(rf" on (?:{_DAYS})(?=[.])", sentence.text)
        if match is None or any(one.span.overlaps(sentence.span) for one in paragraph.quotations):
            continue
        first = sentence.tokens[0]
        keep = first.pos == "PROPN" or sentence.entity_at(first) is not None or first.text == "I"
        bare = sentence.text[: match.start()] + sentence.text[match.end() :]
        found.append(
            [
                page.edit(
                    number,
                    sentence.span,
                    f"{match.group().strip().capitalize().replace('On ', 'On ')}, {bare if keep else lowered(bare)}",
                )
            ]
        )
    edits = some(chance, found, 2)
    return None if edits is None else [_day_capital(edit) for edit in edits]


def _day_capital(edit: Edit) -> Edit:
    """Return an edit that begins with "On monday" with the day's capital."""
    new = re.sub(r"^On (\w)", lambda match: f"On {match[1].upper()}", edit.new)
    return Edit(edit.field, edit.span, new)
