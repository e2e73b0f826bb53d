"""How certain a text holds what it tells: a rank for each verb, from 0 (denied) to 5 (told flatly)."""

from __future__ import annotations

from attrib_lsp.attribution.standing import asks, negated
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon

FLAT = 5
#: What "to" with a verb means in a headline: it is planned.
PLANNED = 4
#: The rank of what is possible.
POSSIBLE = 2
#: What "will" becomes where somebody's words are reported.
_BACKSHIFTED = frozenset({"would", "'d", "’d"})
_GOVERNED = ("xcomp", "ccomp", "acl", "advcl", "conj", "csubj")


@remembered
def certainty(sentence: Sentence, token: Token) -> int:
    """Return how certain ``sentence`` holds what ``token``, a verb or what stands for one, tells.

    0 is denied, 1 wished for, feared or alleged, 2 possible, 3 probable or planned, 4 decided, 5 told flatly. A word
    that governs another in its clause lowers it ("plans to", "may", "reportedly"); who says it does not. After Pei and
    Jurgens (2021).
    """
    if negated(sentence, token):
        return 0
    if asks(sentence.text):  # what is asked is only floated
        return 1
    rank, below = FLAT, token
    if sentence.child(token, "xcomp", "ccomp", "csubj") is not None:  # what it leads to is what is told
        rank = lexicon("certainty")["governing"].get(token.lemma.lower(), FLAT)
    for above in (token, *sentence.ancestors(token)):
        if above is not token:
            if below.relation not in _GOVERNED:
                break
            if below.relation != "conj":
                rank = min(rank, lexicon("certainty")["governing"].get(above.lemma.lower(), FLAT))
        rank = min(rank, beside(sentence, above))
        below = above
    return rank


def beside(sentence: Sentence, token: Token) -> int:
    """Return what the auxiliaries and adverbs of ``token`` leave of its certainty, whatever governs it."""
    table = lexicon("certainty")
    ranks = [FLAT]
    for child in sentence.children(token):
        word = child.text.lower()
        if child.relation in ("aux", "aux:pass") and not (word in _BACKSHIFTED and reported(sentence, token)):
            ranks.append(table["auxiliaries"].get(word, FLAT))
        elif child.relation == "advmod":
            ranks.append(table["adverbs"].get(word, FLAT))
    return min(ranks)


def reported(sentence: Sentence, token: Token) -> bool:
    """Say whether ``token`` stands in what a verb in the past tense reports ("said that it would close")."""
    below = token
    for above in sentence.ancestors(token):
        if below.relation in ("ccomp", "parataxis") and above.tag in ("VBD", "VBN"):
            return True
        if below.relation not in _GOVERNED:
            return False
        below = above
    return False
