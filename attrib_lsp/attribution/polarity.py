"""Where the story says the opposite of the headline: by a contrary word, or by "not" on one side only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache, partial

from attrib_lsp.attribution.compared import weighed
from attrib_lsp.attribution.contradiction import SHARED, Contradiction, about, lede_about
from attrib_lsp.attribution.events import own_words
from attrib_lsp.attribution.forms import every_form
from attrib_lsp.attribution.keys import key, keys_among
from attrib_lsp.attribution.negations import NEGATORS, contrasting, denies, guessed, negation
from attrib_lsp.attribution.only_denied import denied_throughout
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.standing import asks, negated
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.language.comparing.values import Comparison, Wrong
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

#: Sentences most like the headline that are asked.
FEW = 2
#: How near one of them must stand to the contrary word, in words.
NEAR = 6
#: Words that set one thing before or behind another in time.
_IN_TIME = frozenset({"after", "before", "ahead", "following", "since"})
_KINDS = ("VERB", "NOUN", "ADJ", "PROPN")
CONTRARY = (*_KINDS, "ADV", "ADP", "SCONJ")


def contradictions(
    headline: Paragraph, body: Sequence[tuple[int, Paragraph]], comparison: Comparison | None = None
) -> Iterator[Contradiction]:
    """Yield where ``headline`` says the opposite of what ``body`` says of the same.

    What every sentence about the same contradicts counts unless the ``comparison`` clears it; where the comparison
    doubts a word, a contrary one, or a "not" on one side, in any of these sentences is enough.
    """
    if asks(headline.text):
        return
    doubted = partial(_doubted, body=body)
    yield from weighed(_plain(headline, body), doubted, headline, body, comparison, Wrong.POLARITY)


def _doubted(sentence: Sentence, span: Span, body: Sequence[tuple[int, Paragraph]]) -> Contradiction | None:
    """Return the contradiction of doubted words, if a sentence about the same bears it out."""
    words_there = sentence.tokens_in(span)
    nearest = about(keys_among(one for one in sentence.tokens if one not in words_there), body)
    negative = next((one for one in words_there if one.text.lower() in NEGATORS), None)
    if negative is not None:
        verb = sentence.head(negative)
        if contrasting(sentence, negative) or guessed(sentence, verb) or any(denies(told, verb) for _, told in nearest):
            return None
        if denied_throughout(key(verb.lemma), body):
            return None
        number, telling = (nearest or sentences_of(body))[0]
        told = any(key(one.lemma) == key(verb.lemma) for _, other in nearest for one in other.tokens)
        return Contradiction(negative.span, Place(number, telling.span), "", loose=not told)
    opposed = (_opposite(sentence, one, nearest) for one in words_there)
    return next((one for one in opposed if one is not None), None) or _lost(sentence, words_there, nearest[:FEW])


def _opposite(sentence: Sentence, token: Token, nearest: Sequence[tuple[int, Sentence]]) -> Contradiction | None:
    """Return the contradiction of a word by any contrary one in the sentences about the same."""
    sides = [contrary for same, contrary in contrary_sides() if token.text.lower() in same]
    for number, told in nearest:
        contraries = (one for contrary in sides for one in told.spelled(contrary))
        found = next((one for one in contraries if _opposes(sentence, token, told, one)), None)
        if found is not None:
            return Contradiction(token.span, Place(number, told.span), found.text, loose=True)
    return None


def _lost(
    sentence: Sentence, doubted: Sequence[Token], nearest: Sequence[tuple[int, Sentence]]
) -> Contradiction | None:
    """Return the contradiction of a verb that the story has with a "not" and the headline without any."""
    verb = next((one for one in doubted if one.pos in ("VERB", "AUX")), None)
    if verb is None or sentence.holds(NEGATORS | {"no"}):
        return None
    for number, told in nearest:
        denying = next(iter(told.spelled(NEGATORS)), None)
        if denying is not None and key(told.head(denying).lemma) == key(verb.lemma):
            return Contradiction(verb.span, Place(number, told.span), denying.text)
    return None


def _plain(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Contradiction]:
    """Yield where ``headline`` says the opposite of what every sentence of ``body`` about the same says."""
    for sentence in headline.sentences:
        for token in sentence.tokens:
            if token.pos in CONTRARY and not headline.quoted(token.span) and not joined(headline, token):
                found = _opposed(sentence, token, body)
                if found is not None:
                    yield found
        found = negation(headline, sentence, body)
        if found is not None:
            yield found


def joined(headline: Paragraph, token: Token) -> bool:
    """Say whether a hyphen ties ``token`` to another word."""
    return "-" in headline.text[max(token.span.start - 1, 0) : token.span.end + 1]


@cache
def contrary_sides() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the pairs of contrary words, each in all its forms, both ways round."""
    found = []
    for one, other in lexicon("opposites")["pairs"]:
        first, second = every_form(one), every_form(other)
        found += [(first, second), (second, first)]
    return tuple(found)


@cache
def _kin(same: frozenset[str]) -> frozenset[str]:
    """Return the words of a side of a pair and of all sides that share one of them: "slump", "down"."""
    return same.union(*(other for other, _ in contrary_sides() if other & same))


def _opposed(sentence: Sentence, token: Token, body: Sequence[tuple[int, Paragraph]]) -> Contradiction | None:
    """Return the contradiction of ``token``: the sentences most about the same have only contrary words for it."""
    word = token.text.lower()
    others = keys_among(one for one in sentence.tokens if one is not token)
    sides = [(same, contrary) for same, contrary in contrary_sides() if word in same and word not in contrary]
    if not sides or not others or any(sentence.holds(contrary) for _, contrary in sides):
        return None
    nearest = about(others, body)
    beside = keys_among(sentence.tokens[max(token.index - 2, 0) : token.index + 3]) - {key(token.lemma)}
    lede = lede_about(others, body)
    for same, contrary in sides:
        if lede is not None:
            if lede[1].spellings & _kin(same):
                continue
            at = _near(lede[1], token, contrary - same, beside, others, least=1)
            if at is not None and _opposes(sentence, token, lede[1], at):
                return Contradiction(token.span, Place(lede[0], lede[1].span), at.text)
        for number, told in nearest[:FEW]:
            if _near(told, token, same, beside, others) is not None:
                break
            at = _near(told, token, contrary - same, beside, others)
            if at is not None and _opposes(sentence, token, told, at) and _same_doer(sentence, token, told, at):
                return Contradiction(token.span, Place(number, told.span), at.text)
    return None


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
        if other.pos not in kinds or beside.isdisjoint(keys_among(one for one in around if one is not other)):
            continue
        clause = own_words(sentence, other if other.pos in _KINDS else sentence.head(other))
        if len(others & keys_among(clause)) >= min(least, len(others)):
            return other
    return None


def _opposes(sentence: Sentence, token: Token, told: Sentence, other: Token) -> bool:
    """Say whether the contrary word ``other`` is told as done, of this case and not of an earlier one.

    Of "after" and "before" it is asked whether they lead in the same.
    """
    tried = token.tag != "VB" and told.head(other).lemma.lower() in words("opposites", "attempting")
    if tried or negated(told, other):
        return False
    of_one_verb = key(told.head(other).lemma) == key(sentence.head(token).lemma)
    if other.relation == "compound:prt" != token.relation and not of_one_verb:
        return False  # "gave up 98 points" goes down
    modifiers = (one for one in told.subtree(other) if one.relation == "amod")
    if any(one.lemma.lower() in words("opposites", "earlier") for one in modifiers):
        return False
    if token.text.lower() not in _IN_TIME or token.pos == "VERB":
        return True
    led_in, led_in_there = (keys_among(one.subtree(one.head(at))) for one, at in ((sentence, token), (told, other)))
    return not led_in.isdisjoint(led_in_there)


def _same_doer(sentence: Sentence, token: Token, told: Sentence, other: Token) -> bool:
    """Say whether two verbs may have the same doer: one of the two names none, or a pronoun, or they share a word."""
    doer, named = subject_of(sentence, token), subject_of(told, other)
    if token.pos != "VERB" or doer is None or named is None or named.pos == "PRON":
        return True
    return not keys_among(sentence.subtree(doer)).isdisjoint(keys_among(told.subtree(named)))
