"""Tell which numbers of people and things were counted up by somebody, and are not set, named or plain to see."""

from __future__ import annotations

import re

from attrib_lsp.attribution.forms import listed
from attrib_lsp.attribution.standing import asks
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.rules.unsourced._figures import Figure

_MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would", "'ll", "’ll"})
_PLURALS = frozenset({"NNS", "NNPS"})
#: Where in a clause a number states how many there are.
_STATED = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "root", "conj", "nmod"})
#: Words before a number by which it is known: "the 100 most influential people".
_DEFINITE = frozenset({"the", "these", "those", "its", "their", "his", "her", "all"})
#: Prepositions behind which a number only describes ("a room for 700 people", "children under 12").
_DESCRIBING = frozenset({"for", "under", "over", "above", "below", "aged", "against", "per", "with"})
#: Years before which what is told is history.
_HISTORY = re.compile(r"\b(?:1\d\d\d|200\d)\b")


def amounts(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a sentence says what a number, a total or an average comes to: "the number of camps is 40"."""
    reached = figure.verb is not None and listed(sentence, figure.verb, "measures", "amount_verbs")
    if figure.verb is not None and not reached:
        return False
    subject = sentence.child(figure.verb or sentence.root, "nsubj")
    if subject is None or _planned(sentence, figure.verb or sentence.root):
        return False
    return any(
        listed(sentence, token, "measures", "amount_nouns")
        for token in (subject, *sentence.children(subject, "amod", "compound"))
    )


def tallied(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number tells how many of something there are or were, as somebody must have counted."""
    noun = figure.noun
    if noun is None or noun.tag not in _PLURALS or noun.relation not in _STATED:
        return False
    if figure.verb is None and noun.relation != "nsubj":
        return False
    verb = figure.verb or sentence.head(noun)
    if listed(sentence, noun, "measures", "settled_nouns") or listed(sentence, verb, "measures", "settled_verbs"):
        return False
    if _definite(sentence, figure) or _members(sentence, noun) or _seen(sentence, verb, figure):
        return False
    if figure.text.lower().endswith(" of") and not listed(sentence, noun, "measures", "people_nouns", "crowd_nouns"):
        return False  # "thousands of posters" is no count
    if noun.relation in ("nmod", "obl", "conj") and _described(sentence, noun):
        return False
    return not (_aside(sentence, verb) or _planned(sentence, verb) or _HISTORY.search(sentence.text))


def _definite(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is of what is known: "the 100 most influential people", "all of about 90 files"."""
    before = [token.text.lower() for token in sentence.tokens[max(figure.first - 2, 0) : figure.first]]
    return before[-1:] != [] and (before[-1] in _DEFINITE or before == ["all", "of"])


def _members(sentence: Sentence, noun: Token) -> bool:
    """Say whether a number is of those that make up a body: "a coalition of nearly 40 groups"."""
    return noun.relation == "nmod" and listed(sentence, sentence.head(noun), "measures", "made_up")


def _seen(sentence: Sentence, verb: Token, figure: Figure) -> bool:
    """Say whether a number is of people whom a reporter on the spot can count: "30 clerks listened"."""
    spelled = re.search(r"hundred|thousand|million|billion|dozens|scores|\d{3}", figure.text.lower())
    return spelled is None and listed(sentence, verb, "claims", "scenes.verbs", "scenes.heeding")


def _described(sentence: Sentence, noun: Token) -> bool:
    """Say whether a number stands behind a preposition by which it only describes."""
    return any(token.text.lower() in _DESCRIBING for token in sentence.children(noun, "case"))


def _aside(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause is only let in beside what is told, or asks or supposes something."""
    if asks(sentence.text):
        return True
    return any(above.relation in ("acl:relcl", "acl", "csubj") for above in (verb, *sentence.ancestors(verb)))


def _planned(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause tells what may, must or is to be, not what is."""
    chain = (verb, *sentence.ancestors(verb))
    if any(token.text.lower() in _MODALS for above in chain for token in sentence.children(above, "aux")):
        return True
    infinitive = verb.relation in ("xcomp", "advcl") and sentence.child(verb, "mark") is not None and verb.tag == "VB"
    return infinitive and not listed(sentence, sentence.head(verb), "measures", "settling_verbs")
