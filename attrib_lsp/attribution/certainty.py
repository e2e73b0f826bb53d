"""Say how sure a clause is told to be: from 0, denied, to 5, told flatly. Who tells it does not matter."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.standing import negated
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words

DENIED, FLOATED, POSSIBLE, PROBABLE, STRONG, FLAT = range(6)
_RANKS = (("floated", FLOATED), ("possible", POSSIBLE), ("probable", PROBABLE), ("strong", STRONG))


def certainty(sentence: Sentence, head: Token) -> int:
    """Return how sure the clause that ``head`` heads is told to be, 0 to 5; a question is only floated."""
    if negated(sentence, head):
        return DENIED
    if sentence.text.rstrip("”’\"' ").endswith("?"):
        return FLOATED
    modals = lexicon("certainty")["modals"]
    auxiliaries = [token.text.lower() for token in sentence.children(head, "aux")]
    ranks = [int(modals[word]) for word in auxiliaries if word in modals]
    return ranks[0] if ranks else min(_hedges(sentence, head), default=FLAT)


def _hedges(sentence: Sentence, head: Token) -> Iterator[int]:
    """Yield the rank of each word that makes a clause less than flat: an adverb in it, or the verb that it hangs from.

    A verb hedges only what hangs from it: "wants to leave", not "wants milk".
    """
    for token in sentence.children(head, "advmod"):
        yield from _rank(token)
    leads = sentence.child(head, "xcomp", "ccomp", "csubj") is not None
    if leads:
        yield from _rank(head)
    if head.relation in ("xcomp", "ccomp"):
        yield from _rank(sentence.head(head))


def _rank(token: Token) -> Iterator[int]:
    """Yield the rank that a word gives, if it gives one."""
    for name, rank in _RANKS:
        if token.lemma.lower() in words("certainty", f"ranks.{name}"):
            yield rank
