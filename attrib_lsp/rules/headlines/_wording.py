"""Words of the story in the form that the headline's sentence wants."""

from __future__ import annotations

from attrib_lsp.attribution.forms import third_person
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Place
from attrib_lsp.language.values import Sentence, Token

_PAST = ("VBD", "VBN")
_PRESENT = ("VBP", "VB")


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
