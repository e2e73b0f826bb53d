"""Headlines that say the contrary: another word, a negation more or less, names in each other's place."""

from __future__ import annotations

import random
from collections.abc import Sequence

from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.language.values import Entity, Sentence, Token
from pipeline.comparing.mutations.contraries import contraries
from pipeline.comparing.mutations.forms import capitalised, inflected, like
from pipeline.comparing.mutations.negation import NEGATIONS, negation
from pipeline.comparing.mutations.values import Change, Edit, Passage, Stock, everywhere, replaced

#: Small words, which have contraries but seldom turn a headline, and how often they are left alone.
_SMALL, _LEFT = ("ADP", "SCONJ"), 0.6
#: Auxiliaries that lose letters before "n't".
_CUT = {"wo": "will", "ca": "can"}
_SWAPPED = frozenset({"obj", "nmod", "obl", "flat", "compound"})


def contrary(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Put a word's contrary in its place."""
    found = [
        token
        for _, token in headline.words()
        if token.lemma.lower() in contraries()
        and token.pos in ("VERB", "NOUN", "ADJ", "ADV", *_SMALL)
        and not (token.pos in _SMALL and chance.random() < _LEFT)
    ]
    if not found:
        return None
    word = chance.choice(found)
    old = word.lemma.lower()
    new = chance.choice(contraries()[old])

    def turned(passage: Passage) -> list[Edit]:
        return [
            replaced(token, like(inflected(new, token.tag, stock.forms), token.text))
            for _, token in passage.words()
            if token.lemma.lower() == old and token.pos == word.pos
        ]

    form = like(inflected(new, word.tag, stock.forms), word.text)
    return Change("contrary", (replaced(word, form, Wrong.POLARITY),), everywhere(story, turned))


def negated(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Put "not" to a verb."""
    found = [
        (sentence, token)
        for sentence, token in headline.words()
        if token.pos == "VERB" or (token.pos == "AUX" and token.relation in ("root", "cop"))
    ]
    chance.shuffle(found)
    for sentence, verb in found:
        edits = negation(sentence, verb, Wrong.POLARITY)
        if edits is None:
            continue
        before = (replaced(verb, verb.text, Wrong.POLARITY),)
        return Change("negated", edits, _negated_alike(story, verb) if verb.pos == "VERB" else (), before)
    return None


def _negated_alike(story: Sequence[Passage], verb: Token) -> tuple[tuple[Edit, ...], ...]:
    """Return a story's edits that negate ``verb`` wherever it comes."""

    def turned(passage: Passage) -> list[Edit]:
        return [
            edit
            for sentence, token in passage.words()
            if token.lemma.lower() == verb.lemma.lower() and token.pos == verb.pos
            for edit in negation(sentence, token) or ()
        ]

    return everywhere(story, turned)


def affirmed(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Take a negation away."""
    for sentence, token in headline.words():
        word = token.text.lower()
        if word not in NEGATIONS or (word == "no" and token.pos != "DET"):
            continue
        verb = sentence.head(token)
        edit = _left_out(headline.text, sentence, token)
        if verb.span.start < edit.end and verb.span.end > edit.start:
            continue
        return Change("affirmed", (edit, replaced(verb, verb.text, Wrong.POLARITY)))
    return None


def _left_out(text: str, sentence: Sentence, token: Token) -> Edit:
    """Return the edit that takes a negation away, with a space, and makes "won't" and "can't" whole again."""
    start, end = token.span.start, token.span.end
    if token.index and token.text.lower() in ("n't", "n’t"):
        auxiliary = sentence.tokens[token.index - 1]
        whole = _CUT.get(auxiliary.text.lower(), auxiliary.text)
        return Edit(auxiliary.span.start, end, like(whole, auxiliary.text), Wrong.POLARITY)
    if text[start - 1 : start] == " ":
        return Edit(start - 1, end, "")
    return Edit(start, end + 1 if text[end : end + 1] == " " else end, "")


def swapped(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Let who does something and whom it is done to change places."""
    for sentence in headline.parse.sentences:
        names = [one for one in sentence.entities if one.label in ("PERSON", "ORG", "PLACE", "NORP")]
        for doer in names:
            for other in names:
                if doer.first < other.first and _acts_on(sentence, doer, other):
                    places = ((doer, capitalised(other.text)), (other, doer.text))
                    return Change(
                        "swapped",
                        tuple(Edit(one.span.start, one.span.end, new, Wrong.POLARITY) for one, new in places),
                    )
    return None


def _acts_on(sentence: Sentence, doer: Entity, other: Entity) -> bool:
    """Say whether one name is the subject of a verb and another, different one behind it the object."""
    relations = {token.relation for token in sentence.tokens[other.first : other.end]}
    return (
        sentence.tokens[other.first].relation in _SWAPPED
        and "obj" in relations
        and any(token.relation == "nsubj" for token in sentence.tokens[doer.first : doer.end])
        and any(token.pos == "VERB" for token in sentence.tokens[doer.end : other.first])
        and doer.text.lower() != other.text.lower()
        and not other.text.endswith(("'s", "’s"))
    )
