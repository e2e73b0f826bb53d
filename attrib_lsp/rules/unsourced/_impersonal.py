"""Find the phrases that hide a source: "is thought to be", "it emerged that", "the Herald understands"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.forms import entry_of, openings
from attrib_lsp.attribution.outlets import outlet_spans
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.rules.unsourced._words import text_at
from attrib_lsp.text.span import Span

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s"})
_PERFECT = frozenset({"has", "have", "had"})
_AFTER_TO = frozenset({"be", "have", "been"})
_FINITE = ("VBD", "VBN", "VBZ", "VBP", "MD")
_CLAUSE_STARTS = ("DET", "PRON", "PROPN", "NUM", "NOUN", "ADJ", "ADV")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that hides its source, with the lemma of its verb and the sentence's word behind it.

    ``reduced`` is set for a participle behind a noun.
    """

    span: Span
    lemma: str
    follows: int
    reduced: bool = False


@gathered
def phrases(sentence: Sentence) -> Iterator[Phrase]:
    """Yield the phrases of ``sentence`` that hide a source."""
    for token in sentence.spelled(_hiding()):
        found = _passive(sentence, token) or _emerging(sentence, token) or _vouching(sentence, token)
        if found is not None:
            yield found


@cache
def _hiding() -> frozenset[str]:
    """Return the words by which a phrase may hide a source: participles, verbs of emerging, verbs that vouch."""
    vouching = words("evidential", "has_learned") | words("evidential", "understands")
    return openings("evidential", "emerging") | vouching | frozenset(lexicon("evidential")["passives"])


def _phrase(sentence: Sentence, first: int, end: int, lemma: str) -> Phrase:
    """Return the phrase of tokens ``[first, end)``."""
    return Phrase(sentence.tokens[first].span.joined(sentence.tokens[end - 1].span), lemma, end)


def _passive(sentence: Sentence, participle: Token) -> Phrase | None:
    """Return "is thought to be", "it is understood that"; None for "is considered a delicacy", "is known as"."""
    lemma = lexicon("evidential")["passives"].get(participle.text.lower())
    if lemma is None:
        return None
    first = participle.index - 1
    while first >= 0 and sentence.tokens[first].pos == "ADV" and text_at(sentence, first) not in _BE:
        first -= 1
    if text_at(sentence, first) not in _BE:
        return _reduced(sentence, participle, lemma)
    if any(text_at(sentence, index) in words("evidential", "once") for index in range(first - 1, participle.index)):
        return None
    if text_at(sentence, first) in ("be", "been") and text_at(sentence, first - 1) in _PERFECT:
        first -= 1
    end = participle.index + 1
    if text_at(sentence, end) == "to":
        return _infinitive(sentence, first, end, lemma)
    if text_at(sentence, first - 1) != "it":
        return None
    if text_at(sentence, end) == "that":
        return _phrase(sentence, first - 1, end + 1, lemma)
    clause = end < len(sentence.tokens) and sentence.tokens[end].pos in _CLAUSE_STARTS
    verb = any(token.tag in _FINITE for token in sentence.tokens[end:])
    return _phrase(sentence, first - 1, end, lemma) if clause and verb else None


def _reduced(sentence: Sentence, participle: Token, lemma: str) -> Phrase | None:
    """Return the phrase of a participle that hangs from a noun: "a man believed to be"."""
    told = (
        lemma in words("evidential", "reduced") and participle.tag == "VBN" and participle.relation in ("acl", "advcl")
    )
    if not told or text_at(sentence, participle.index + 1) != "to":
        return None
    found = _infinitive(sentence, participle.index, participle.index + 1, lemma)
    if found is None or text_at(sentence, found.follows - 1) not in _AFTER_TO:
        return None
    return Phrase(found.span, lemma, found.follows, reduced=True)


def _infinitive(sentence: Sentence, first: int, to: int, lemma: str) -> Phrase | None:
    """Return the phrase that ends in "to be", "to have been" or "to" before a verb; None for "said to reporters"."""
    end = to + 1
    while text_at(sentence, end) in _AFTER_TO:
        end += 1
    if end == to + 1 and (end >= len(sentence.tokens) or sentence.tokens[end].tag != "VB"):
        return None
    return _phrase(sentence, first, end, lemma)


def _emerging(sentence: Sentence, verb: Token) -> Phrase | None:
    """Return "it has emerged that"; None where something in particular emerges or appears."""
    lemma = entry_of(sentence, verb, "evidential", "emerging")
    if lemma is None or text_at(sentence, verb.index + 1) != "that":
        return None
    first = verb.index - 1
    while first > 0 and (sentence.tokens[first].pos in ("AUX", "ADV") or text_at(sentence, first) in _PERFECT):
        first -= 1
    return _phrase(sentence, first, verb.index + 2, lemma) if text_at(sentence, first) == "it" else None


def _vouching(sentence: Sentence, verb: Token) -> Phrase | None:
    """Return "the Herald understands", "we have learned that" where an outlet vouches for a clause."""
    lower = verb.text.lower()
    learned = lower in words("evidential", "has_learned")
    if not learned and lower not in words("evidential", "understands"):
        return None
    first = verb.index - 1
    if learned and text_at(sentence, first) in _PERFECT:
        first -= 1
    subject = _outlet_before(sentence, first)
    following = text_at(sentence, verb.index + 1)
    if subject is None or not following or following in words("evidential", "not_told"):
        return None
    finite = any(token.tag in _FINITE for token in sentence.tokens[verb.index + 1 :])
    if following != "that" and (not finite or text_at(sentence, first) == "we"):
        return None
    return _phrase(sentence, subject, verb.index + 1 + (following == "that"), "understand")


def _outlet_before(sentence: Sentence, last: int) -> int | None:
    """Return the first word of an outlet's name, or of "we" or "this newspaper", that ends with the word ``last``."""
    if last < 0:
        return None
    if text_at(sentence, last) == "we":
        return last
    if text_at(sentence, last) in words("evidential", "ourselves") and text_at(sentence, last - 1) in ("this", "the"):
        return last - 1
    end = sentence.tokens[last].span.end - sentence.span.start
    for span in outlet_spans(sentence.text, sentence.lists):
        if span.end == end:
            return sentence.tokens_in(span.shifted(sentence.span.start))[0].index
    return None
