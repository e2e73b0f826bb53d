"""Words of the story in the form that the headline's sentence wants."""

from __future__ import annotations

from attrib_lsp.attribution.figures import figures
from attrib_lsp.attribution.forms import third_person
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Place
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.rules.finding import Fix, Related
from attrib_lsp.text.span import Span

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


def figure_fixes(text: str, span: Span, told: tuple[Related, ...]) -> tuple[Fix, ...]:
    """Return the fixes that put a figure of the story in place of the one at ``span`` of the headline ``text``.

    A number that the story spells out is put in digits where the headline counts by itself.
    """
    here = next(iter(figures(span.of(text))), None)
    fixes = []
    for one in told:
        words = one.span.of(one.within.text)
        read = next(iter(figures(words)), None)
        if read is None:
            continue
        counted = here is not None and here.unit is read.unit and read.value == int(read.value)
        spelled = counted and words[0].isalpha() and " " not in words
        figure = str(int(read.value)) if spelled else words
        fixes.append(Fix(f"Use the story’s figure: “{figure}”", span, figure))
    return tuple(fixes)
