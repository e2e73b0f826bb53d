"""Verbs of the headline that the story has only to say that it is not so: "charged", and "has not been charged"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib_lsp.attribution.certainty import PLANNED, certainty
from attrib_lsp.attribution.compared import chance
from attrib_lsp.attribution.contradiction import Contradiction
from attrib_lsp.attribution.keys import key, keys_among, keys_of
from attrib_lsp.attribution.negations import contrasting, guessed, negatives
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.standing import TELLING, asks, negated
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.language.comparing.values import Comparison, Wrong
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

#: From which probability on the comparer suspects the headline's verb.
SUSPECTED = 0.5
#: Words between a "not" and what it denies at most.
NEAR = 6
_DENYING = frozenset({"n't", "n’t", "never", "no", "nobody", "none", "not"})
_NOBODY = frozenset({"nobody", "none", "one"})
_STATING = ("root", "ccomp", "parataxis", "conj")
_KINDS = ("VERB", "NOUN")
_COMPLETING = ("obj", "iobj", "obl", "nmod", "xcomp", "ccomp", "amod", "compound", "acl")
_TIMES = ("DATE", "TIME")


def only_denied(
    headline: Paragraph, body: Sequence[tuple[int, Paragraph]], comparison: Comparison | None
) -> Iterator[Contradiction]:
    """Yield the verbs that ``headline`` states and that ``body`` has only with a "not", of nothing else.

    Beside that the ``comparison`` must doubt the verb, or the story must deny it of the same doer, or of everybody
    ("No one was hurt").
    """
    if asks(headline.text):
        return
    for sentence in headline.sentences:
        if sentence.holds(negatives()):
            continue
        for verb in sentence.tokens:
            if verb.pos != "VERB" or verb.tag not in TELLING or verb.relation not in _STATING:
                continue
            if verb.lemma.lower() in words("synonyms", "empty") or headline.quoted(verb.span):
                continue
            if certainty(sentence, verb) < PLANNED:
                continue
            found = _denied(sentence, verb, body, comparison)
            if found is not None:
                yield found


def _denied(
    sentence: Sentence, verb: Token, body: Sequence[tuple[int, Paragraph]], comparison: Comparison | None
) -> Contradiction | None:
    """Return the contradiction of a verb of the headline, if all that the story tells of it is that it is not so."""
    wanted, of_all = key(verb.lemma), keys_of(sentence)
    subject = _of_whom(sentence, verb)
    thing = sentence.child(verb, "obj")
    doubted = chance(comparison, verb.span, Wrong.POLARITY) >= SUSPECTED
    shown: Contradiction | None = None
    for number, paragraph in body:
        for told in paragraph.sentences:
            if wanted not in keys_of(told):
                continue
            for one in told.tokens:
                if key(one.lemma) != wanted or one.pos not in _KINDS:
                    continue
                denying = None if paragraph.quoted(one.span) or _of_me(told, one) else denier(told, one)
                if denying is None:
                    return None
                same = doubted or _of_nobody(told, one) or _same(told, one, subject) or _same(told, one, thing)
                if shown is None and same and _of_nothing_else(told, one, of_all):
                    shown = Contradiction(verb.span, Place(number, told.span), denying.text, loose=True)
    return shown


def denied_throughout(wanted: str, body: Sequence[tuple[int, Paragraph]]) -> bool:
    """Say whether a story has a verb, or the noun for it, by its key, and every time to say that it is not so."""
    found = [
        denier(told, one) is not None
        for _, told in sentences_of(body)
        if wanted in keys_of(told)
        for one in told.tokens
        if key(one.lemma) == wanted and one.pos in _KINDS
    ]
    return bool(found) and all(found)


def denier(told: Sentence, token: Token) -> Token | None:
    """Return the word that denies ``token`` in a sentence of the story: a "not" before it, its "nobody", or a "no".

    The last stands before its object ("found no evidence", "no contract has been signed").
    """
    for thing in told.children(token, "obj", "nsubj:pass") if token.pos == "VERB" else ():
        none = next((one for one in told.children(thing, "det") if one.text.lower() == "no"), None)
        if none is not None:
            return none
    if guessed(told, token):  # "may not survive"
        return None
    near = [
        one
        for one in told.spelled(_DENYING)
        if 0 < token.index - one.index <= NEAR and (not contrasting(told, one) or _yet(told, one))
    ]
    if not near:
        return None
    return near[-1] if negated(told, token) or _of_nobody(told, token) else None


def _yet(told: Sentence, negative: Token) -> bool:
    """Say whether "yet" follows a "not": it sets nothing beside another, it only puts it off."""
    return told.tokens[negative.index + 1].text.lower() == "yet"


def _of_whom(sentence: Sentence, verb: Token) -> Token | None:
    """Return of whom or of what a verb is told, be it active or passive."""
    return sentence.child(verb, "nsubj", "nsubj:pass") or subject_of(sentence, verb)


def _of_me(told: Sentence, token: Token) -> bool:
    """Say whether a verb is told of an "I" or a "we": that is somebody's word, with quotation marks or without."""
    whom = _of_whom(told, token) if token.pos == "VERB" else None
    return whom is not None and whom.text.lower() in words("people", "pronouns.first")


def _of_nobody(told: Sentence, token: Token) -> bool:
    """Say whether what a verb tells is told of nobody at all: "No one was hurt", and not "No one else was hurt"."""
    doer = _of_whom(told, token) if token.pos == "VERB" else None
    return doer is not None and _nobody(told, doer)


def _nobody(told: Sentence, token: Token) -> bool:
    """Say whether a word stands for nobody at all."""
    if token.text.lower() not in _NOBODY:
        return False
    beside = [one.text.lower() for one in told.children(token)]
    return beside == ["no"] if token.text.lower() == "one" else not beside


def _same(told: Sentence, token: Token, whose: Token | None) -> bool:
    """Say whether the story denies the verb, or the noun for it, of the headline's doer or object ``whose``."""
    if whose is None:
        return False
    verb = token if token.pos == "VERB" else told.head(token)
    doer = _of_whom(told, verb) if verb.pos == "VERB" else None
    return doer is not None and key(doer.lemma) == key(whose.lemma)


def _of_nothing_else(told: Sentence, token: Token, of_all: frozenset[str]) -> bool:
    """Say whether what is denied has nothing beside it that the headline does not have ("not charged with murder")."""
    if told.child(token, "compound:prt") is not None:
        return False
    thing = told.child(token, "obj")
    if thing is not None and _nobody(told, thing):  # "has fined no one over it"
        return True
    beside = (
        one
        for child in told.children(token, *_COMPLETING)
        for one in told.subtree(child)
        if (entity := told.entity_at(one)) is None or entity.label not in _TIMES
    )
    return keys_among(beside) <= of_all | {key(one) for one in words("accusing", "proofs")}
