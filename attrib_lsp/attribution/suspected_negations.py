"""A "not" that the headline has lost, or has added: what the story bears out where the comparer suspects it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib_lsp.attribution.compared import DOUBTED, chance
from attrib_lsp.attribution.contradiction import Contradiction, about
from attrib_lsp.attribution.keys import key, keys_among, keys_of
from attrib_lsp.attribution.negations import CLOSE, NEGATORS, contrasting, denies, negatives
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.standing import asks, negated
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.language.comparing.values import Comparison, Wrong
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: From which probability on, of any word of its sentence, a verb that the story only denies is suspected.
SUSPECTED = 0.2
#: The same for a "did" or "does" that stresses what nobody doubts, where the story denies something of the kind.
STRESSED = 0.5
#: The same for a "will" where the story has with another verb that they will not.
FORETOLD = 0.25
#: The same for a "not" where the story denies the headline's verb nowhere.
LIKELY = 0.8
#: Words of the headline, the verb apart, that a sentence must have to tell of the same.
SHARED = 2
#: Sentences most like the headline that are asked for a negative word.
NEAREST = 3
_KINDS = ("VERB", "NOUN", "ADJ")
_FUTURE = frozenset({"will", "would", "wo", "'ll", "’ll", "'d", "’d"})


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence with the headline's verb, how much else of the headline it has, and the word that denies it.

    ``future`` is set where it has the verb with a "will".
    """

    shared: int
    place: Place
    denying: str
    future: bool = False


def lost_negations(
    headline: Paragraph, body: Sequence[tuple[int, Paragraph]], comparison: Comparison | None
) -> Iterator[Contradiction]:
    """Yield the verbs of ``headline``, each with its auxiliary, that ``body`` tells with a negative word alone.

    Only where an auxiliary shows that a "not" can be missing, and where the ``comparison`` suspects the sentence.
    """
    if asks(headline.text):
        return
    for sentence in headline.sentences:
        if sentence.holds(negatives()):
            continue
        for verb in sentence.tokens:
            auxiliary = sentence.child(verb, "aux", "aux:pass", "cop")
            if auxiliary is None or verb.pos not in _KINDS or headline.quoted(verb.span):
                continue
            found = _lost(sentence, verb, auxiliary, body, comparison)
            if found is not None:
                yield Contradiction(auxiliary.span.joined(verb.span), found.place, found.denying, loose=True)


def added_negations(
    headline: Paragraph, body: Sequence[tuple[int, Paragraph]], comparison: Comparison | None
) -> Iterator[Contradiction]:
    """Yield the likely wrong "not" of ``headline`` whose verb ``body`` denies nowhere.

    None where a sentence about the same has a negative word of whatever kind: it may say it so.
    """
    told = sentences_of(body)
    if asks(headline.text) or not told:
        return
    for sentence in headline.sentences:
        for negative in sentence.spelled(NEGATORS):
            before = sentence.tokens[max(negative.index - 1, 0)].span.joined(negative.span)
            verb = sentence.head(negative)
            if chance(comparison, before, Wrong.POLARITY) < LIKELY or headline.quoted(negative.span):
                continue
            if contrasting(sentence, negative) or verb.pos not in _KINDS or any(denies(one, verb) for _, one in told):
                continue
            nearest = about(keys_among(sentence.tokens), body)[:NEAREST]
            if any(one.holds(negatives()) for _, one in nearest):
                continue
            number, telling = (nearest or told)[0]
            yield Contradiction(negative.span, Place(number, telling.span), "", loose=True)


def _lost(
    sentence: Sentence,
    verb: Token,
    auxiliary: Token,
    body: Sequence[tuple[int, Paragraph]],
    comparison: Comparison | None,
) -> _Telling | None:
    """Return the telling by which a verb of a headline has lost its negation, if it has."""
    suspected = chance(comparison, sentence.span, Wrong.POLARITY, Wrong.CERTAINTY)
    if suspected < SUSPECTED or verb.lemma.lower() in words("synonyms", "empty"):
        return None
    others = keys_among(one for one in sentence.tokens if one not in (verb, auxiliary))
    tellings = [
        _telling(len(keys_of(told) & others), number, told, one)
        for number, told in sentences_of(body)
        for one in told.tokens
        if one.pos in _KINDS and key(one.lemma) == key(verb.lemma)
    ]
    denied = max((one for one in tellings if one.denying), key=lambda one: one.shared, default=None)
    told_so = max((one.shared for one in tellings if not one.denying), default=-1)
    if denied is not None and denied.shared >= SHARED:
        sure = chance(comparison, verb.span, Wrong.POLARITY) >= DOUBTED[Wrong.POLARITY]
        return denied if told_so < 0 or (sure and told_so <= denied.shared) else None
    if denied is not None and denied.future and told_so < 0 and auxiliary.text.lower() in _FUTURE:
        return denied if denied.shared and suspected >= FORETOLD else None
    if not tellings and auxiliary.text.lower() in _FUTURE:
        return _foretold(sentence, auxiliary.span.joined(verb.span), verb, about(others, body)[:NEAREST], comparison)
    if tellings or auxiliary.lemma.lower() != "do" or chance(comparison, sentence.span, Wrong.POLARITY) < STRESSED:
        return None
    for number, told in about(others, body):
        denying = next(iter(told.spelled(NEGATORS)), None)
        if denying is not None:
            return _Telling(0, Place(number, told.span), denying.text)
    return None


def _foretold(
    sentence: Sentence,
    span: Span,
    verb: Token,
    nearest: Sequence[tuple[int, Sentence]],
    comparison: Comparison | None,
) -> _Telling | None:
    """Return the telling that somebody will not do, by another verb, what a headline says they will ("run", "seek").

    The two verbs must have the same object and the same doer, or a pronoun for a doer.
    """
    thing, doer = sentence.child(verb, "obj", "obl"), subject_of(sentence, verb)
    wanted = keys_among(sentence.subtree(thing)) if thing is not None else frozenset()
    if not wanted or doer is None or chance(comparison, span, Wrong.POLARITY, Wrong.CERTAINTY) < FORETOLD:
        return None
    for number, told in nearest:
        for denying in told.spelled(NEGATORS):
            other = told.head(denying)
            if not any(one.text.lower() in _FUTURE for one in told.children(other, "aux")):
                continue
            things = [one for child in told.children(other, "obj", "obl") for one in told.subtree(child)]
            whose = subject_of(told, other)
            if whose is None or not (whose.pos == "PRON" or key(whose.lemma) == key(doer.lemma)):
                continue
            if wanted <= keys_among(things):
                return _Telling(len(wanted), Place(number, told.span), denying.text)
    return None


def _telling(shared: int, number: int, told: Sentence, token: Token) -> _Telling:
    """Return how a sentence tells of ``token``: with the negative word nearest to it, if that denies it."""
    near = min(told.spelled(negatives()), key=lambda one: abs(one.index - token.index), default=None)
    denies = near is not None and (negated(told, token) or abs(near.index - token.index) <= CLOSE)
    future = any(one.text.lower() in _FUTURE for one in told.children(token, "aux"))
    return _Telling(shared, Place(number, told.span), near.text if near is not None and denies else "", future)
