"""How a verb is negated."""

from __future__ import annotations

from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.language.values import Sentence, Token
from pipeline.comparing.mutations.forms import capitalised
from pipeline.comparing.mutations.values import Edit, replaced

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
#: Auxiliaries that "not" can follow.
_AUXILIARIES = frozenset({
    "is", "are", "was", "were", "will", "can", "could", "should", "would", "must", "may", "might", "has",
    "have", "had", "does", "do", "did",
})  # fmt: skip
_DO = {"VBZ": "does", "VBP": "do", "VBD": "did"}
#: A headline with more of its words than this in capitals has them throughout.
_CAPITALS = 0.6


def negation(sentence: Sentence, verb: Token, wrong: Wrong | None = None) -> tuple[Edit, ...] | None:
    """Return the edits that negate ``verb``, marked as ``wrong``; None where it is negated or has no plain way."""
    below = sentence.children(verb)
    if any(child.text.lower() in NEGATIONS for child in below):
        return None
    if verb.pos == "AUX":
        return _after(verb, wrong, marked=True) if verb.text.lower() in _AUXILIARIES else None
    before = [child for child in below if child.index < verb.index]
    for child in before:
        if child.pos == "AUX" and child.text.lower() in _AUXILIARIES:
            return _after(child, wrong)
    word = "Not" if verb.text[:1].isupper() and _capitals(sentence) else "not"
    for child in before:
        if child.tag == "TO":
            return (Edit(child.span.start, child.span.start, word + " ", wrong),)
    if verb.tag in ("VBG", "VBN"):
        return (Edit(verb.span.start, verb.span.start, word + " ", wrong),)
    if verb.tag not in _DO or verb.lemma == "be":
        return None
    parts = (_DO[verb.tag], word, verb.lemma)
    return (replaced(verb, " ".join(map(capitalised, parts) if word == "Not" else parts), wrong),)


def _after(auxiliary: Token, wrong: Wrong | None, *, marked: bool = False) -> tuple[Edit, ...]:
    """Return the edits that put "not" behind an auxiliary, which may be ``marked`` itself."""
    end = auxiliary.span.end
    inserted = Edit(end, end, " not", wrong)
    return (replaced(auxiliary, auxiliary.text, wrong), inserted) if marked else (inserted,)


def _capitals(sentence: Sentence) -> bool:
    """Say whether a headline is written with capitals throughout."""
    high = sum(token.text[:1].isupper() for token in sentence.tokens)
    return len(sentence.tokens) > 2 and high > _CAPITALS * len(sentence.tokens)
