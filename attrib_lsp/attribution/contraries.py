"""Contrary words that the comparer suspects, and that the story has at least as near to the headline's other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from attrib_lsp.attribution.compared import chance
from attrib_lsp.attribution.keys import keys_among, keys_of
from attrib_lsp.attribution.polarity import CONTRARY, Contradiction, contrary_sides, joined
from attrib_lsp.attribution.standing import asks, negated
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.language.comparing.values import Comparison, Wrong
from attrib_lsp.language.values import Sentence, Token

#: From which probability on a word with a contrary one in the story is suspected; and surely.
SUSPECTED, LIKELY = 0.7, 0.8
#: Words of the headline that the contrary word's sentence must have where the word is likely wrong, and where not.
SHARED, MANY = 2, 3


def suspected_contraries(
    headline: Paragraph, body: Sequence[tuple[int, Paragraph]], comparison: Comparison | None
) -> Iterator[Contradiction]:
    """Yield the words of ``headline`` that the ``comparison`` suspects, where ``body`` has a contrary one.

    The sentence with that one must share as many of the headline's words as any that has the headline's own. An
    adjective before its noun only says what is meant ("innocent people").
    """
    if asks(headline.text):
        return
    for sentence in headline.sentences:
        for token in sentence.tokens:
            likely = chance(comparison, token.span, Wrong.POLARITY)
            if likely < SUSPECTED or token.pos not in CONTRARY or (token.relation == "amod" and token.tag == "JJ"):
                continue
            if headline.quoted(token.span) or joined(headline, token):
                continue
            found = _contrary(sentence, token, body, MANY if likely < LIKELY else SHARED)
            if found is not None:
                yield found


def _contrary(
    sentence: Sentence, token: Token, body: Sequence[tuple[int, Paragraph]], least: int
) -> Contradiction | None:
    """Return the contradiction of ``token`` by a contrary word that ``least`` of the headline's words stand with."""
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
        if not negated(one, other)
    ]
    shared, place, other = max(opposed, key=lambda one: one[:2], default=(0, 0, token))
    if shared < max(same, min(least, len(others) if least == SHARED else least), 1):
        return None
    number, where = told[-place]
    return Contradiction(token.span, Place(number, where.span), other.text)


def _shared(told: Sentence, others: Set[str]) -> int:
    """Return how many of the headline's words a sentence of the story has."""
    return len(keys_of(told) & others)
