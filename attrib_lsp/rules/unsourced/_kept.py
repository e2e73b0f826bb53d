"""Tell which numbers those who do a thing keep themselves: a carmaker's sales, the complaints an office received."""

from __future__ import annotations

from attrib_lsp.attribution.forms import listed
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.unsourced._figures import Figure, FigureKind

_SOMEBODY = frozenset({"he", "she", "they", "who"})


def rough(figure: Figure) -> bool:
    """Say whether a number is only a word for many ("thousands of workers"), for which nobody need have counted."""
    return figure.kind is FigureKind.COUNT and figure.text.lower().removesuffix(" of") in words("measures", "crowds")


def kept(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is of what somebody does, makes or gets, so that the reader can guess who counted."""
    if figure.kind is not FigureKind.COUNT or figure.noun is None or figure.verb is None:
        return False
    counted = figure.noun if figure.noun.relation == "obj" else sentence.head(figure.noun)
    if counted.relation != "obj" or sentence.head(counted).index != figure.verb.index:
        return False
    if listed(sentence, figure.verb, "measures", "drawing_verbs", "amount_verbs"):
        return False  # "has averaged five million viewers": somebody else counts an audience
    verbs = (figure.verb, *((sentence.head(figure.verb),) if figure.verb.relation == "xcomp" else ()))
    return any(_doer(sentence, subject) for verb in verbs for subject in sentence.children(verb, "nsubj"))


def _doer(sentence: Sentence, subject: Token) -> bool:
    """Say whether a subject is somebody, or a body by its name or its trade."""
    if subject.text.lower() in _SOMEBODY or subject.lemma.lower() in sentence.lists.roles:
        return True
    beside = sentence.children(subject, "appos", "flat")
    entities = (sentence.entity_at(token) for token in (subject, *beside))
    return listed(sentence, subject, "measures", "bookkeepers") or any(
        one is not None and one.label in ("ORG", "PERSON") for one in entities
    )
