"""Words of the story in the form that the headline's sentence wants."""

from __future__ import annotations

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Place
from attrib_lsp.language.values import Sentence, Token

_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_HISSING = ("s", "x", "z", "ch", "sh")
_PAST = ("VBD", "VBN")
_PRESENT = ("VBP", "VB")


def third_person(lemma: str) -> str:
    """Return a verb as it stands behind "he", "she" or "it".

    >>> [third_person(verb) for verb in ("warn", "deny", "have", "push", "buy")]
    ['warns', 'denies', 'has', 'pushes', 'buys']
    """
    if lemma in _THIRD:
        return _THIRD[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(_HISSING) else f"{lemma}s"


def in_place_of(token: Token, other: Token) -> str | None:
    """Return the word ``other`` in the form of ``token``, whose place it takes; None where its form is not known."""
    if token.tag == other.tag or {token.tag, other.tag} <= {*_PAST} or {token.tag, other.tag} <= {*_PRESENT}:
        return other.text.lower() if other.pos not in ("PROPN",) else other.text
    if other.pos not in ("VERB", "AUX"):
        return None
    lemma = other.lemma.lower()
    return third_person(lemma) if token.tag == "VBZ" else lemma if token.tag in _PRESENT else None


def sentence_of(graph: AttributionGraph, place: Place) -> Sentence:
    """Return the sentence that ``place`` begins in."""
    return graph.paragraphs[place.paragraph].sentence_at(place.span.start)
