"""Tell whether anybody or anything near a quotation may have said it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.values import Quotation, Sentence, Token
from attrib_lsp.lexicons import words

#: Relations in which a noun is what its sentence is about.
_ABOUT = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "root", "appos", "obl:agent", "conj", "vocative", "parataxis"}
)
_SIGNED = re.compile(r"\s*(?:[-–—―~]{1,2}\s*\S|\()")


def somebody_near(graph: AttributionGraph, number: int, quotation: Quotation) -> bool:
    """Say whether anybody or anything near a quotation may have said it.

    Near is its paragraph, the last sentence of the paragraph before and the first one of the paragraph after. Before
    the quotation a body counts too ("The union rejected the offer."), behind it only people and signs of speech.
    """
    paragraph = graph.paragraphs[number]
    before = [s for s in paragraph.sentences if s.span.start < quotation.span.start]
    after = [s for s in paragraph.sentences if s.span.end > quotation.span.end]
    if any(_may_speak(s, paragraph, bodies=True) for s in before[-2:]):
        return True
    if any(_may_speak(s, paragraph, bodies=False) for s in (*before, *after)):
        return True
    above = graph.paragraphs[number - 1] if number - 1 in graph.body else None
    below = graph.paragraphs[number + 1] if number + 1 in graph.body else None
    if above is not None and (above.text.rstrip().endswith(":") or _quotes_or_speaks(above, above.sentences[-1:])):
        return True
    last = not paragraph.text[quotation.span.end :].strip()
    if below is None or not last:
        return False
    return _SIGNED.match(below.text) is not None or _quotes_or_speaks(below, below.sentences[:1])


def _quotes_or_speaks(paragraph: Paragraph, sentences: Sequence[Sentence]) -> bool:
    """Say whether one of a neighbouring paragraph's ``sentences`` quotes, or names somebody who may speak."""
    return any(
        paragraph.quoted(sentence.span) or _may_speak(sentence, paragraph, bodies=False) for sentence in sentences
    )


def _may_speak(sentence: Sentence, paragraph: Paragraph, *, bodies: bool) -> bool:
    """Say whether a sentence, outside its quotation marks, holds somebody who may speak, or a sign of speech."""
    if any(
        entity.label == "PERSON" or (bodies and entity.label == "ORG")
        for entity in sentence.entities
        if not paragraph.quoted(entity.span)
    ):
        return True
    return any(
        _sign_of_speech(sentence, token)
        or _person_or_text(sentence, token, bodies)
        or (bodies and token.lemma.lower() in sentence.lists.bodies)
        for token in sentence.tokens
        if not paragraph.quoted(token.span)
    )


def _person_or_text(sentence: Sentence, token: Token, close: bool) -> bool:
    """Say whether a word stands for people or something to be read; unless ``close`` by, as its sentence's topic."""
    if token.pos not in ("NOUN", "PROPN", "ADJ") or not (close or token.relation in _ABOUT):
        return False
    names = ("bare", "civilians", "spokespeople")
    lemma = token.lemma.lower()
    listed = sentence.lists.roles | words("quotations", "quoted_things")
    return lemma in listed or any(lemma in words("people", name) for name in names)


def _sign_of_speech(sentence: Sentence, token: Token) -> bool:
    """Say whether a word stands for a person met before, or says that somebody speaks."""
    lemma = token.lemma.lower()
    if token.pos == "PRON":
        return lemma in ("he", "she", "they", "i", "we", "who", "someone", "somebody", "one")
    if token.pos != "VERB":
        return False
    if sentence.child(token, "aux:pass") is not None:
        return lemma in words("quotations", "passive_signs")
    return lemma in words("cues", "speech") | words("cues", "writing") | words("quotations", "quoting_verbs")
