"""A "not" of the headline that its story tells without one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrib_lsp.attribution.contradiction import SHARED, Contradiction, about, lede_about
from attrib_lsp.attribution.forms import every_form
from attrib_lsp.attribution.keys import key, keys_among, keys_of
from attrib_lsp.attribution.standing import negated
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

#: How near a negative word must stand to a verb to be taken for its own.
CLOSE = 4
#: Share of the headline's words that a sentence must have to tell it with another verb.
MOST = 0.6
#: Words that make a verb say the opposite.
NEGATORS = frozenset({"not", "n't", "n’t", "never"})
_GUESSING = frozenset({"may", "might"})


def denies(told: Sentence, verb: Token) -> bool:
    """Say whether a sentence of the story has ``verb`` itself with a "not" or another negative word near it."""
    return any(
        key(one.lemma) == key(verb.lemma) and (negated(told, one) or denied_near(told, one)) for one in told.tokens
    )


def negation(headline: Paragraph, sentence: Sentence, body: Sequence[tuple[int, Paragraph]]) -> Contradiction | None:
    """Return the contradiction of a "not", or of a verb that the story has with "not" alone."""
    at = next((token for token in sentence.tokens if token.text.lower() in NEGATORS), None)
    if at is None or headline.quoted(at.span):
        return None
    verb = sentence.head(at)
    if not _deniable(sentence, at, verb):
        return None
    others = keys_among(one for one in sentence.tokens if one is not verb)
    telling = [
        (shared, number, told, token)
        for number, paragraph in body
        for told in paragraph.sentences
        if (shared := len(keys_of(told) & others))
        for token in told.tokens
        if token.pos in ("VERB", "NOUN", "ADJ") and key(token.lemma) == key(verb.lemma)
        if token.pos != "VERB" or _particles(told, token) == _particles(sentence, verb)
    ]
    lede = lede_about(others, body)
    if lede is not None and not lede[1].holds(negatives()) and any(one[2] is lede[1] for one in telling):
        return Contradiction(at.span, Place(lede[0], lede[1].span), "")
    if telling:
        if any(negated(told, token) or denied_near(told, token) for _, _, told, token in telling):
            return None
        best = max(telling, key=lambda one: one[0])
        return Contradiction(at.span, Place(best[1], best[2].span), "")
    nearest = about(others, body)
    if not nearest or any(told.holds(negatives()) for _, told in nearest):
        return None
    if any(denies(told, verb) for _, told in sentences_of(body) if key(verb.lemma) in keys_of(told)):
        return None
    number, told = nearest[0]
    if len(keys_of(told) & others) < max(SHARED, MOST * len(others)):
        return None
    return Contradiction(at.span, Place(number, told.span), "")


def _particles(sentence: Sentence, verb: Token) -> frozenset[str]:
    """Return the particles that make another verb of ``verb`` ("give", "give up")."""
    return frozenset(one.text.lower() for one in sentence.children(verb, "compound:prt"))


def _deniable(sentence: Sentence, at: Token, verb: Token) -> bool:
    """Say whether "not" at ``at`` denies what ``verb`` says: no contrast ("not just", "X, not Y"), no empty verb."""
    if contrasting(sentence, at) or verb.lemma.lower() in words("synonyms", "empty"):
        return False
    if guessed(sentence, verb):
        return False
    if any(token.tag in ("JJR", "RBR") for token in sentence.tokens[at.index :]):
        return False
    return verb.pos == "VERB" or sentence.child(verb, "cop") is not None


def guessed(sentence: Sentence, verb: Token) -> bool:
    """Say whether ``verb`` stands under "might" or the like: "might not" denies nothing."""
    return any(one.text.lower() in _GUESSING for one in sentence.children(verb, "aux"))


def contrasting(sentence: Sentence, at: Token) -> bool:
    """Say whether "not" at ``at`` only sets one thing beside another ("not just")."""
    if (
        at.index
        and sentence.tokens[at.index - 1].text in (",", "–", "—")
        and sentence.child(sentence.head(at), "aux", "cop") is None
    ):
        return True  # "X, not Y"
    following = sentence.tokens[at.index + 1].text.lower() if at.index + 1 < len(sentence.tokens) else ""
    return following in words("opposites", "contrasting")


def denied_near(sentence: Sentence, token: Token) -> bool:
    """Say whether another word, a negative one, stands near ``token``."""
    return any(0 < abs(other.index - token.index) <= CLOSE for other in sentence.spelled(negatives()))


@cache
def negatives() -> frozenset[str]:
    """Return the negative words in all their forms."""
    return every_form(words("opposites", "negatives"))
