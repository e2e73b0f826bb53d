"""Headlines that are surer than their story: what may be, is planned or alleged, told as what will be or is."""

from __future__ import annotations

import random
from collections.abc import Sequence

from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.language.values import Sentence, Token
from pipeline.comparing.mutations.forms import inflected, like
from pipeline.comparing.mutations.values import Change, Edit, Passage, Stock, everywhere, replaced

_MODALS = frozenset({"may", "might", "could", "can", "should", "would"})
_PLANS = frozenset({
    "plan", "want", "aim", "hope", "seek", "expect", "set", "consider", "mull", "eye", "try", "intend",
    "propose", "prepare", "likely", "poised", "ready", "look", "threaten", "vow", "agree", "ask",
})  # fmt: skip
_ALLEGED = frozenset({
    "alleged", "allegedly", "suspected", "accused", "reported", "reportedly", "claimed", "possible", "possibly",
    "potential", "likely", "apparent", "apparently", "probable", "probably", "purported", "supposed",
})  # fmt: skip
#: How often what may be, or is planned, is told as what happens instead of what will.
_HAPPENS = 0.25


def modal(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Put "will" for "may", or the bare verb for both."""
    found = [(sentence, token) for sentence, token in headline.words() if _is_modal(token)]
    if not found:
        return None
    sentence, token = chance.choice(found)
    verb = sentence.head(token)
    beside = verb.tag == "VB" and verb.index == token.index + 1 and "?" not in headline.text
    if chance.random() < _HAPPENS and beside:
        form = like(inflected(verb.lemma, "VBZ", stock.forms), verb.text)
        return Change("modal left out", (Edit(token.span.start, verb.span.end, form, Wrong.CERTAINTY),))

    def turned(passage: Passage) -> list[Edit]:
        return [
            replaced(one, "will")
            for sentence, one in passage.words()
            if _is_modal(one) and sentence.head(one).lemma.lower() == verb.lemma.lower()
        ]

    return Change("modal", (replaced(token, like("will", token.text), Wrong.CERTAINTY),), everywhere(story, turned))


def _is_modal(token: Token) -> bool:
    return token.tag == "MD" and token.text.lower() in _MODALS


def planned(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Tell what somebody plans to do as what they will do, do or did."""
    found = [
        (sentence, token)
        for sentence, token in headline.words()
        if _is_plan(sentence, token) and token.pos in ("VERB", "ADJ") and _beginning(sentence, token) is not None
    ]
    if not found:
        return None
    sentence, plan = chance.choice(found)
    to, verb = sentence.tokens[plan.index + 1 : plan.index + 3]
    start = (_beginning(sentence, plan) or plan).span.start
    if chance.random() < _HAPPENS:
        form = like(inflected(verb.lemma, chance.choice(("VBZ", "VBD")), stock.forms), verb.text)
        return Change("plan left out", (Edit(start, verb.span.end, form, Wrong.CERTAINTY),))

    def turned(passage: Passage) -> list[Edit]:
        return [
            Edit(first.span.start, sentence.tokens[one.index + 1].span.end, "will")
            for sentence, one in passage.words()
            if _is_plan(sentence, one)
            and sentence.tokens[one.index + 2].lemma.lower() == verb.lemma.lower()
            and (first := _beginning(sentence, one)) is not None
        ]

    edit = Edit(start, to.span.end, like("will", plan.text), Wrong.CERTAINTY)
    return Change("planned", (edit,), everywhere(story, turned))


def _is_plan(sentence: Sentence, token: Token) -> bool:
    """Say whether ``token`` tells a plan to do something, which stands behind it."""
    if token.lemma.lower() not in _PLANS or token.index + 2 >= len(sentence.tokens):
        return False
    to, verb = sentence.tokens[token.index + 1 : token.index + 3]
    return to.text.lower() == "to" and verb.tag == "VB"


def _beginning(sentence: Sentence, token: Token) -> Token | None:
    """Return the first of a word's auxiliaries, itself if it has none; None where other words stand between them."""
    auxiliaries = [child for child in sentence.children(token, "aux", "aux:pass", "cop") if child.index < token.index]
    if [child.index for child in auxiliaries] != list(range(token.index - len(auxiliaries), token.index)):
        return None
    return auxiliaries[0] if auxiliaries else token


def alleged(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Leave "alleged" out, or say "guilty of" for "accused of", "causes" for "linked to"."""
    for sentence, token in headline.words():
        if token.index + 1 == len(sentence.tokens):
            continue
        word, behind = token.text.lower(), sentence.tokens[token.index + 1]
        if word == "accused" and behind.text.lower() == "of":
            return Change("accused", (replaced(token, like("guilty", token.text), Wrong.CERTAINTY),))
        first = _beginning(sentence, token)
        if word == "linked" and behind.text.lower() == "to" and first is not None:
            edit = Edit(first.span.start, behind.span.end, like("causes", token.text), Wrong.CERTAINTY)
            return Change("linked", (edit,))
        said = sentence.head(token)
        if word in _ALLEGED and token.relation in ("amod", "advmod") and said.span.start > token.span.end:
            left_out = Edit(token.span.start, behind.span.start, "")
            return Change("alleged", (left_out, replaced(said, said.text, Wrong.CERTAINTY)))
    return None
