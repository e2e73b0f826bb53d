"""Events, told by keys: a predicate with those who take part, and the words of a sentence that tell of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from attrib_lsp.attribution.keys import key, keys_among
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

_QUESTIONS = frozenset({"about", "how", "if", "on", "what", "whether", "why"})
_TELLING = frozenset({"VERB", "NOUN", "ADJ", "PROPN"})


@dataclass(frozen=True, slots=True)
class Event:
    """What happens, by keys: ``predicates`` (any of them tells it) and the ``participants``."""

    predicates: frozenset[str]
    participants: frozenset[str]

    def share(self, keys: Iterable[str]) -> float:
        """Return the share of participants among ``keys``, 0 to 1; 0 without participants."""
        if not self.participants:
            return 0.0
        return len(self.participants & frozenset(keys)) / len(self.participants)


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that tells of an event: ``near`` counts the participants in its own clause or phrase."""

    token: Token
    near: int


def event_of(sentence: Sentence, predicate: Token, tokens: Iterable[Token]) -> Event:
    """Return the event that ``predicate`` with ``tokens`` (it may be among them) tells.

    Of a verb that means little by itself ("took a bribe"), the object tells it as well.
    """
    predicates = {key(predicate.lemma)}
    if predicate.lemma.lower() in words("synonyms", "light"):
        thing = sentence.child(predicate, "obj", "nsubj:pass", "obl")
        predicates |= {key(thing.lemma)} if thing is not None else set()
    return Event(frozenset(predicates), keys_among(tokens) - predicates)


def own_words(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """Return the words of a verb's clause with its subject, or of a noun's phrase with its owner."""
    found = set(sentence.subtree(token))
    if token.pos == "VERB":
        subject = subject_of(sentence, token)
        found |= set(sentence.subtree(subject)) if subject is not None else set()
    if token.relation in ("acl", "acl:relcl"):
        above = sentence.head(token)
        found |= {above, *sentence.children(above, "compound", "nmod:poss", "amod", "nmod", "conj")}
    if token.relation in ("obj", "nsubj:pass") and sentence.head(token).lemma.lower() in words("synonyms", "light"):
        found |= set(own_words(sentence, sentence.head(token)))
    return tuple(sorted(found, key=lambda one: one.index))


def telling(event: Event, sentence: Sentence, within: frozenset[int] | None = None) -> Telling | None:
    """Return the word of ``sentence`` that tells of ``event``: with most participants near, then the closest knit.

    With ``within``, only words of those numbers count.
    """
    best: tuple[int, int, Token] | None = None
    for token in sentence.tokens:
        if token.pos not in _TELLING or key(token.lemma) not in event.predicates or _interview(sentence, token):
            continue
        if within is not None and token.index not in within:
            continue
        own = own_words(sentence, token)
        near = len(event.participants & keys_among(one for one in own if one is not token))
        if best is None or (near, -len(own)) > best[:2]:
            best = (near, -len(own), token)
    return Telling(best[2], best[0]) if best is not None else None


def _interview(sentence: Sentence, token: Token) -> bool:
    """Say whether a word brings in a question put to somebody ("Asked about", "pressed on whether")."""
    if token.lemma.lower() not in words("accusing", "asking") or token.tag != "VBN":
        return False
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return bool(following) and following[0].text.lower() in _QUESTIONS
