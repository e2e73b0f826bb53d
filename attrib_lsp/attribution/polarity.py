"""Where the story says the opposite of the headline: by a contrary word, or by "not" on one side only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.events import own_words
from attrib_lsp.attribution.forms import every_form
from attrib_lsp.attribution.keys import key, keyed, keys_of
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.standing import negated
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

#: Content words of the headline that a sentence must share with it to be about the same.
SHARED = 2
#: Sentences most like the headline that are asked.
FEW = 2
#: How near one of them must stand to the contrary word, in words.
NEAR = 6
#: How near a negative word must stand to a verb to be taken for its own.
CLOSE = 4
#: Share of the headline's words that a sentence must have to tell it with another verb.
MOST = 0.6
_NEGATORS = frozenset({"not", "n't", "n’t", "never"})
_KINDS = ("VERB", "NOUN", "ADJ", "PROPN")
_CONTRARY = (*_KINDS, "ADV", "ADP", "SCONJ")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Words at ``span`` of the headline that the story contradicts at ``place`` by ``word``, its own."""

    span: Span
    place: Place
    word: str


def contradictions(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Contradiction]:
    """Yield where ``headline`` says the opposite of what every sentence of ``body`` about the same says."""
    if headline.text.rstrip("”’\"' ").endswith("?"):
        return
    for sentence in headline.sentences:
        for token in sentence.tokens:
            if token.pos in _CONTRARY and not headline.quoted(token.span) and not _joined(headline, token):
                found = _opposed(sentence, token, body)
                if found is not None:
                    yield found
        found = _negation(headline, sentence, body)
        if found is not None:
            yield found


def _joined(headline: Paragraph, token: Token) -> bool:
    """Say whether a hyphen ties ``token`` to another word."""
    return "-" in headline.text[max(token.span.start - 1, 0) : token.span.end + 1]


@cache
def _sides() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the pairs of contrary words, each in all its forms, both ways round."""
    found = []
    for one, other in lexicon("opposites")["pairs"]:
        first, second = every_form(one), every_form(other)
        found += [(first, second), (second, first)]
    return tuple(found)


def _opposed(sentence: Sentence, token: Token, body: Sequence[tuple[int, Paragraph]]) -> Contradiction | None:
    """Return the contradiction of ``token``: the sentences most about the same have only contrary words for it."""
    word = token.text.lower()
    others = keyed(one for one in sentence.tokens if one is not token).keys()
    sides = [(same, contrary) for same, contrary in _sides() if word in same and word not in contrary]
    if not sides or not others or any(sentence.holds(contrary) for _, contrary in sides):
        return None
    nearest = about(others, body)
    beside = frozenset(keyed(sentence.tokens[max(token.index - 2, 0) : token.index + 3])) - {key(token.lemma)}
    lede = lede_about(others, body)
    for same, contrary in sides:
        if lede is not None and not lede[1].spellings & same:
            at = _near(lede[1], token, contrary - same, beside, others, least=1)
            if at is not None:
                return Contradiction(token.span, Place(lede[0], lede[1].span), at.text)
        for number, told in nearest[:FEW]:
            if _near(told, token, same, beside, others) is not None:
                break
            at = _near(told, token, contrary - same, beside, others)
            if at is not None and _same_doer(sentence, token, told, at):
                return Contradiction(token.span, Place(number, told.span), at.text)
    return None


def about(others: Set[str], body: Sequence[tuple[int, Paragraph]]) -> list[tuple[int, Sentence]]:
    """Return the sentences that share most with the headline: all but one of as many words as the best does."""
    found = [(len(keys_of(told) & others), number, told) for number, paragraph in body for told in paragraph.sentences]
    best = max((shared for shared, _, _ in found), default=0)
    least = max(min(SHARED, (len(others) + 1) // 2), best - 1, 1)
    found.sort(key=lambda one: -one[0])
    return [(number, told) for shared, number, told in found if shared >= least]


def lede_about(others: Set[str], body: Sequence[tuple[int, Paragraph]]) -> tuple[int, Sentence] | None:
    """Return the first sentence of the body, if it shares enough with the headline to be its own telling."""
    number, paragraph = body[0] if body else (0, None)
    if paragraph is None or not paragraph.sentences:
        return None
    shared = len(keys_of(paragraph.sentences[0]) & others)
    return (number, paragraph.sentences[0]) if shared >= min(SHARED, len(others)) else None


def _near(
    sentence: Sentence,
    token: Token,
    contrary: frozenset[str],
    beside: frozenset[str],
    others: Set[str],
    least: int = SHARED,
) -> Token | None:
    """Return a contrary word of ``sentence``, of the kind of ``token``, near one of the words that stand beside it.

    Its clause must have some of the headline's ``others``.
    """
    kinds = _KINDS if token.pos in _KINDS else (token.pos, "ADV", "ADP")
    for other in sentence.spelled(contrary):
        around = sentence.tokens[max(other.index - NEAR, 0) : other.index + NEAR + 1]
        if other.pos not in kinds or beside.isdisjoint(keyed(one for one in around if one is not other)):
            continue
        clause = own_words(sentence, other if other.pos in _KINDS else sentence.head(other))
        if len(others & keyed(clause).keys()) >= min(least, len(others)):
            return other
    return None


def _same_doer(sentence: Sentence, token: Token, told: Sentence, other: Token) -> bool:
    """Say whether two verbs may have the same doer: one of the two names none, or a pronoun, or they share a word."""
    doer, named = subject_of(sentence, token), subject_of(told, other)
    if token.pos != "VERB" or doer is None or named is None or named.pos == "PRON":
        return True
    return not keyed(sentence.subtree(doer)).keys().isdisjoint(keyed(told.subtree(named)))


def _negation(headline: Paragraph, sentence: Sentence, body: Sequence[tuple[int, Paragraph]]) -> Contradiction | None:
    """Return the contradiction of a "not", or of a verb that the story has with "not" alone."""
    at = next((token for token in sentence.tokens if token.text.lower() in _NEGATORS), None)
    if at is None or headline.quoted(at.span):
        return None
    verb = sentence.head(at)
    if not _deniable(sentence, at, verb):
        return None
    others = keyed(one for one in sentence.tokens if one is not verb).keys()
    telling = [
        (shared, number, told, token)
        for number, paragraph in body
        for told in paragraph.sentences
        if (shared := len(keys_of(told) & others))
        for token in told.tokens
        if token.pos in ("VERB", "NOUN", "ADJ") and key(token.lemma) == key(verb.lemma)
    ]
    lede = lede_about(others, body)
    if lede is not None and not lede[1].holds(_negatives()) and any(one[2] is lede[1] for one in telling):
        return Contradiction(at.span, Place(lede[0], lede[1].span), "")
    if telling:
        if any(negated(told, token) or _denied_near(told, token) for _, _, told, token in telling):
            return None
        best = max(telling, key=lambda one: one[0])
        return Contradiction(at.span, Place(best[1], best[2].span), "")
    nearest = about(others, body)
    if not nearest or any(told.holds(_negatives()) for _, told in nearest):
        return None
    number, told = nearest[0]
    if len(keys_of(told) & others) < max(SHARED, MOST * len(others)):
        return None
    return Contradiction(at.span, Place(number, told.span), "")


def _deniable(sentence: Sentence, at: Token, verb: Token) -> bool:
    """Say whether "not" at ``at`` denies what ``verb`` says: no contrast ("not just", "X, not Y"), no empty verb."""
    following = sentence.tokens[at.index + 1].text.lower() if at.index + 1 < len(sentence.tokens) else ""
    if following in words("opposites", "contrasting") or verb.lemma.lower() in words("synonyms", "empty"):
        return False
    if any(token.tag in ("JJR", "RBR") for token in sentence.tokens[at.index :]):
        return False
    return verb.pos == "VERB" or sentence.child(verb, "cop") is not None


def _denied_near(sentence: Sentence, token: Token) -> bool:
    """Say whether a negative word stands near ``token``."""
    return any(abs(other.index - token.index) <= CLOSE for other in sentence.spelled(_negatives()))


@cache
def _negatives() -> frozenset[str]:
    """Return the negative words in all their forms."""
    return every_form(words("opposites", "negatives"))
