"""How a story describes its sources: roles, affiliations, how well an unnamed one is placed, why it is unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrib_lsp.attribution.values import Mention, Paragraph, Place
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

#: Sentences after a mention in which a reason for anonymity still counts for it.
REASON_WITHIN = 2
_VAGUE_NUMBERS = frozenset({"several", "some", "many", "multiple", "various", "few"})
_ANSWERING = re.compile(r"\b(?:like|as with) (?:the )?others? (?:\w+ ){0,3}(?:interviewed|quoted)", re.IGNORECASE)


@cache
def reason_pattern() -> re.Pattern[str]:
    """Match words that say a name is withheld, or why."""
    return re.compile(str(lexicon("sourcing")["anonymity_reason"]), re.IGNORECASE)


@cache
def _basis_pattern() -> re.Pattern[str]:
    """Match words that say how a source knows."""
    return re.compile("|".join(f"(?:{one})" for one in lexicon("people")["bases"]), re.IGNORECASE)


def description(mentions: Sequence[Mention], name: str, paragraphs: Sequence[Paragraph]) -> str:
    """Return how a named source is described where it is described best: "spokesperson for the embassy", or ""."""
    found = ""
    for mention in mentions:
        if name.split()[-1] not in mention.text:
            continue
        paragraph = paragraphs[mention.place.paragraph]
        sentence = paragraph.sentences[mention.sentence]
        words_ = _beside_name(sentence, mention.place.span, name)
        if len(words_.split()) > len(found.split()):
            found = words_
    return found


def _beside_name(sentence: Sentence, span: Span, name: str) -> str:
    """Return the words around a name in its phrase, titles and marks left out."""
    tokens = sentence.tokens_in(span)
    if not tokens:
        return ""
    inside = set(range(tokens[0].index, tokens[-1].index + 1))
    for token in tokens:
        for apposition in sentence.children(token, "appos"):
            inside |= {below.index for below in sentence.subtree(apposition)}
    first, last = min(inside), max(inside)
    text = sentence.text[
        sentence.tokens[first].span.start - sentence.span.start : sentence.tokens[last].span.end - sentence.span.start
    ]
    rest = text.replace(name, " ", 1).strip(" ,;:-–—()")
    return "" if rest.lower() in words("people", "titles") else " ".join(rest.split())


def noun_phrase_around(sentence: Sentence, span: Span) -> tuple[Token, ...]:
    """Return the whole phrase that a source's words belong to, its relative clauses included."""
    tokens = sentence.tokens_in(span)
    if not tokens:
        return ()
    top = next(
        (t for t in tokens if not tokens[0].index <= t.head <= tokens[-1].index or t.head == t.index), tokens[-1]
    )
    return sentence.subtree(top) if top.relation != "root" else tokens


def specificity(mention: Mention, paragraphs: Sequence[Paragraph], reasoned: bool) -> int:
    """Return how well an unnamed source is described where it is first met, 0 to 5.

    One point each for an institution (a nationality or a side is none), a rank or function, a basis of knowledge, an
    exact number, and a stated reason for anonymity.
    """
    sentence = paragraphs[mention.place.paragraph].sentences[mention.sentence]
    phrase = noun_phrase_around(sentence, mention.place.span)
    own = sentence.tokens_in(mention.place.span)
    text = (
        sentence.text[phrase[0].span.start - sentence.span.start : phrase[-1].span.end - sentence.span.start]
        if phrase
        else mention.text
    )
    points = (
        _institution(sentence, phrase or own),
        _rank(own, mention.head),
        _basis_pattern().search(text) is not None,
        _number(own),
        reasoned,
    )
    return sum(points)


def _institution(sentence: Sentence, phrase: Sequence[Token]) -> bool:
    """Say whether the phrase names or describes a body that the source belongs to."""
    for token in phrase:
        entity = sentence.entity_at(token)
        lower = token.text.lower()
        if entity is not None and entity.label in ("ORG", "PERSON") and token.text not in words("people", "sides"):
            return True
        if entity is not None and entity.label == "PLACE" and len(entity.text.split()) > 1 and "House" in entity.text:
            return True
        if lower in words("people", "fields") and lower not in {side.lower() for side in words("people", "sides")}:
            return True
        if token.lemma.lower() in words("people", "institutions") and token.relation != "root":
            return True
    return False


def _rank(phrase: Sequence[Token], head: str) -> bool:
    """Say whether the phrase gives a rank or function: a modifier of rank, or a head that is an office or a trade."""
    if any(token.text.lower() in words("people", "ranks") for token in phrase):
        return True
    generic = words("people", "bare") | words("people", "vague") | {"official", "source", "member", "figure", "staff"}
    return head not in generic


def _number(phrase: Sequence[Token]) -> bool:
    """Say whether the phrase says how many there are: a numeral, or one by "a", "an" or "another" is no number."""
    return any(token.pos == "NUM" and token.text.lower() not in _VAGUE_NUMBERS for token in phrase)


def reason_for(mentions: Sequence[Mention], paragraphs: Sequence[Paragraph]) -> Place | None:
    """Return where the story says that or why a source is unnamed: beside a mention, or once for all interviewed."""
    for mention in mentions:
        paragraph = paragraphs[mention.place.paragraph]
        for sentence in paragraph.sentences[mention.sentence : mention.sentence + 1 + REASON_WITHIN]:
            found = reason_pattern().search(sentence.text)
            if found is not None:
                start = sentence.span.start
                return Place(mention.place.paragraph, Span(start + found.start(), start + found.end()))
    for number, paragraph in enumerate(paragraphs):
        shared = _ANSWERING.search(paragraph.text)
        found = reason_pattern().search(paragraph.text)
        if shared is not None and found is not None:
            return Place(number, Span(found.start(), found.end()))
    return None
