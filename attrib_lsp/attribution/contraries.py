"""Contrary words that the comparer suspects, and that the story has nearer than the headline's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from attrib_lsp.attribution.compared import chance
from attrib_lsp.attribution.contradiction import Contradiction
from attrib_lsp.attribution.keys import keys_among, keys_of
from attrib_lsp.attribution.polarity import CONTRARY, contrary_sides, joined
from attrib_lsp.attribution.standing import asks, negated
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.language.comparing.values import Comparison, Wrong
from attrib_lsp.language.values import Sentence, Token

#: From which probability on a word with a contrary one in the story is suspected.
SUSPECTED = 0.7
#: Words of the headline that the contrary word's sentence must have: with fewer it may tell of what was before.
SHARED = 3
_BACKGROUND = ("acl", "acl:relcl", "amod")


def suspected_contraries(
    headline: Paragraph, body: Sequence[tuple[int, Paragraph]], comparison: Comparison | None
) -> Iterator[Contradiction]:
    """Yield the words of ``headline`` that the ``comparison`` suspects, where ``body`` has a contrary one.

    The sentence with that one must share more of the headline's words than any that has the headline's own.
    """
    if asks(headline.text):
        return
    for sentence in headline.sentences:
        for token in sentence.tokens:
            if chance(comparison, token.span, Wrong.POLARITY) < SUSPECTED:
                continue
            if token.pos not in CONTRARY or _aside(token):
                continue
            if headline.quoted(token.span) or joined(headline, token):
                continue
            found = _contrary(sentence, token, body)
            if found is not None:
                yield found


def _aside(token: Token) -> bool:
    """Say whether a word only says of whom or what the headline tells ("innocent people")."""
    return token.relation == "amod" and token.tag == "JJ"


def _contrary(sentence: Sentence, token: Token, body: Sequence[tuple[int, Paragraph]]) -> Contradiction | None:
    """Return the contradiction of ``token`` by a contrary word that enough of the headline's words stand with."""
    word = token.text.lower()
    sides = [(same, contrary) for same, contrary in contrary_sides() if word in same and word not in contrary]
    others = keys_among(one for one in sentence.tokens if one is not token)
    if not sides or any(sentence.holds(contrary) for _, contrary in sides):
        return None
    told = sentences_of(body)
    same = max((_shared(one, others) for _, one in told for own, _ in sides if one.holds(own)), default=0)
    opposed = [
        (_shared(one, others), -place, other)
        for place, (_, one) in enumerate(told)
        for own, contrary in sides
        for other in one.spelled(contrary - own)
        if _bears(one, other, token)
    ]
    shared, place, other = max(opposed, key=lambda one: one[:2], default=(0, 0, token))
    if shared < SHARED or shared <= same:
        return None
    number, where = told[-place]
    return Contradiction(token.span, Place(number, where.span), other.text, loose=True)


def _bears(told: Sentence, other: Token, token: Token) -> bool:
    """Say whether a contrary word of the story can stand against ``token``.

    Not where it is denied, where it only says of somebody what was before ("who were granted"), nor a verb against a
    noun ("under fire", "hired").
    """
    if negated(told, other) or other.relation in _BACKGROUND:
        return False
    return token.pos != "NOUN" or other.pos == "NOUN"


def _shared(told: Sentence, others: Set[str]) -> int:
    """Return how many of the headline's words a sentence of the story has."""
    return len(keys_of(told) & others)
