"""How well a story places a source that it does not name, in points from 0 ("a source") to 5."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrib_lsp.attribution.descriptions import belongs, knows
from attrib_lsp.attribution.phrases import noun_phrase, plain_words, top_of
from attrib_lsp.attribution.values import Mention, Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

_VAGUE_NUMBERS = frozenset({"several", "some", "many", "multiple", "various", "few"})


def specificity(mention: Mention, paragraphs: Sequence[Paragraph], reasoned: bool) -> int:
    """Return how well an unnamed source is described where it is first met, 0 to 5.

    One point each for an institution (a nationality or a side is none), a rank or function, a basis of knowledge, an
    exact number, and a stated reason for anonymity.
    """
    sentence = paragraphs[mention.place.paragraph].sentences[mention.sentence]
    tokens = sentence.tokens_in(mention.place.span)
    return points(sentence, top_of(tokens), reasoned) if tokens else int(reasoned)


def points(sentence: Sentence, head: Token, reasoned: bool) -> int:
    """Return how well the phrase that ``head`` heads describes whom it leaves unnamed; see `specificity`."""
    phrase = noun_phrase(sentence, head)
    return sum(
        (
            _institution(sentence, phrase, head),
            _rank(sentence, phrase, head),
            knows(sentence, head),
            _number(phrase),
            reasoned,
        )
    )


def weighable(sentence: Sentence, head: Token) -> bool:
    """Say whether the phrase that ``head`` heads gives more than side and rank: a body, how they know, a number."""
    phrase = noun_phrase(sentence, head)
    several = _number([token for token in phrase if token.text.lower() != "one"])
    return several or belongs(sentence, phrase, head) or knows(sentence, head)


@cache
def _sides() -> frozenset[str]:
    """Return the words that give a side only, in lower case."""
    return frozenset(side.lower() for side in words("people", "sides"))


@cache
def _fields() -> frozenset[str]:
    """Return the words that name an institution or a field of work, in lower case."""
    return frozenset(field.lower() for field in words("people", "fields")) - _sides()


def _institution(sentence: Sentence, phrase: Sequence[Token], head: Token) -> bool:
    """Say whether the phrase names or describes a body that the source belongs to, or a clause says it works there."""
    if belongs(sentence, phrase, head):
        return True
    text = " ".join(token.text.lower() for token in phrase)
    if any(re.search(rf"\b{re.escape(field)}\b", text) for field in _fields()):
        return True
    if any(token is not head and token.lemma.lower() in sentence.lists.bodies - _sides() for token in phrase):
        return True
    clauses = (child for child in sentence.children(head, "acl:relcl", "acl"))
    return any(
        child.lemma.lower() in words("sourcing", "unnamed.belonging")
        and belongs(sentence, sentence.subtree(child), head)
        for child in clauses
    )


def _rank(sentence: Sentence, phrase: Sequence[Token], head: Token) -> bool:
    """Say whether the phrase gives a rank or function: a modifier of rank, or a head that is an office or a trade."""
    if any(word in words("people", "ranks") for word in plain_words(sentence, phrase)):
        return True
    generic = words("people", "bare") | words("sourcing", "unnamed.generic") | words("sourcing", "unnamed.bare")
    return head.lemma.lower() not in generic


def _number(phrase: Sequence[Token]) -> bool:
    """Say whether the phrase says how many there are: a numeral, or one by "a", "an" or "another" is no number."""
    return any(token.pos == "NUM" and token.text.lower() not in _VAGUE_NUMBERS for token in phrase)
