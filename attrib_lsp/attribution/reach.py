"""How far a cue reaches in its sentence: what it governs, and what only stands beside it."""

from __future__ import annotations

from attrib_lsp.attribution.values import Attribution
from attrib_lsp.language.values import Sentence, Token


def aside(sentence: Sentence, attribution: Attribution) -> bool:
    """Say whether an attribution's cue stands in a clause that only goes along with another."""
    for token in sentence.tokens_in(attribution.cue[0]) if attribution.cue else ():
        for above in (token, *sentence.ancestors(token)):
            if above.relation in ("advcl", "acl:relcl", "acl"):
                return True
    return False


def hangs(sentence: Sentence, token: Token, inside: frozenset[int]) -> bool:
    """Say whether a word is one of those numbered, or hangs from one other than as a clause let in beside it."""
    while token.index not in inside:
        if token.relation in ("root", "parataxis", "conj"):
            return False
        token = sentence.head(token)
    return True


def governors(sentence: Sentence, inside: frozenset[int]) -> frozenset[int]:
    """Return the numbers of the words that govern those numbered, up to the verb whose subject they are in.

    Words behind a comma are left out: what speaks there, speaks of all before it.
    """
    found = {sentence.tokens[index].head for index in inside}
    for index in inside:
        token = sentence.tokens[index]
        while token.pos != "VERB" and token.relation not in ("root", "obl", "obj", "ccomp", "advcl"):
            token = sentence.head(token)
            found.add(token.index)
    last = max(inside, default=0)
    commas = [token.index for token in sentence.tokens[last:] if token.text == ","]
    return frozenset(index for index in found if not any(last < comma < index for comma in commas))
