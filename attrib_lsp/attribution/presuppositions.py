"""Find where the story takes a contested claim for granted: "Russia's request", "what it had asked for"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from attrib_lsp.attribution.contested import ContestedClaim
from attrib_lsp.attribution.events import telling
from attrib_lsp.attribution.keys import key
from attrib_lsp.attribution.phrases import span_of, trimmed
from attrib_lsp.attribution.presupposing import presupposed, takes_up
from attrib_lsp.attribution.standing import Standing, alleged, carrier, negated, standing
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

_WH = ("WP", "WDT", "WRB")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Presupposition:
    """Words of a paragraph that take a claim for granted; ``noun`` is the noun that does so, None for a clause."""

    paragraph: int
    span: Span
    noun: Span | None


def presuppositions(graph: AttributionGraph, claim: ContestedClaim) -> Iterator[Presupposition]:
    """Yield where the body, outside the sentence that tells ``claim``, takes it for granted.

    A claim that somebody said something is none to be taken for granted: its words are of speech ("his claims").
    """
    if claim.event.predicates & _spoken():
        return
    for number in graph.body:
        for sentence in graph.paragraphs[number].sentences:
            if number == claim.told.paragraph and sentence.span.overlaps(claim.told.span):
                continue
            found = _in_sentence(graph, number, sentence, claim)
            if found is not None:
                yield found


@cache
def _spoken() -> frozenset[str]:
    """Return the keys of verbs of saying, those of asking left out."""
    return frozenset(map(key, words("cues", "speech") | words("cues", "denial"))) - frozenset(
        map(key, words("accusing", "asking"))
    )


def _in_sentence(
    graph: AttributionGraph, number: int, sentence: Sentence, claim: ContestedClaim
) -> Presupposition | None:
    """Return how a sentence takes the claim for granted, if it does."""
    paragraph = graph.paragraphs[number]
    found = telling(claim.event, sentence)
    if found is None or not found.near or paragraph.quoted(found.token.span) or negated(sentence, found.token):
        return None
    token = found.token
    one = carrier(paragraph, sentence, token)
    if one is not None and not takes_up(paragraph, one) and one.cue_lemma not in words("accusing", "factive"):
        return None
    if alleged(sentence, token) or (one is None and standing(paragraph, sentence, token) is not Standing.TOLD):
        return None
    if token.pos == "NOUN" or sentence.child(token, "nmod:poss") is not None:
        return _noun(number, sentence, token)
    if presupposed(paragraph, sentence, token, one) or _factive(sentence, token):
        return Presupposition(number, _clause_span(sentence, token), None)
    return None


def _noun(number: int, sentence: Sentence, noun: Token) -> Presupposition | None:
    """Return the phrase of a noun that has an owner, or is definite and says of what."""
    owner = sentence.child(noun, "nmod:poss")
    definite = any(child.text.lower() in _DEFINITE for child in sentence.children(noun, "det"))
    of = sentence.child(noun, "nmod", "acl:relcl", "acl")
    if owner is None and not (definite and of is not None):
        return None
    aside = frozenset(
        child.index for child in sentence.children(noun, "case", "mark", "punct", "cc", "conj", "acl:relcl", "cop")
    )
    run = [token for token in sentence.subtree(noun, without=aside) if token.index not in aside]
    comma = next(
        (token.index for token in run if token.index > noun.index and token.text in ",;:"), len(sentence.tokens)
    )
    return Presupposition(number, span_of(trimmed([one for one in run if one.index < comma]) or [noun]), noun.span)


def _factive(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb that takes its content as true governs this one."""
    above = sentence.head(verb)
    return verb.relation in ("ccomp", "xcomp", "advcl") and above.lemma.lower() in words("accusing", "factive")


def _clause_span(sentence: Sentence, verb: Token) -> Span:
    """Return the words of the clause that a verb heads; a wh-clause with the noun it asks for."""
    top = verb
    above = sentence.head(verb)
    if verb.relation == "acl:relcl" and any(
        child.tag in _WH for child in sentence.children(above, "det", "nmod", "obl")
    ):
        top = above
    aside = frozenset(child.index for child in sentence.children(top, "punct", "parataxis", "cc", "conj", "case"))
    run = [token for token in sentence.subtree(top, without=aside) if token.index not in aside]
    asked = _asked_for(sentence, verb, above)
    return span_of(trimmed([*asked, *run]) or [verb])


def _asked_for(sentence: Sentence, verb: Token, above: Token) -> tuple[Token, ...]:
    """Return the words of a question that hang from the verb above its own ("what kind of aid it had sought")."""
    if verb.relation != "ccomp":
        return ()
    for child in sentence.children(above, "obj", "ccomp", "advmod"):
        phrase = sentence.subtree(child)
        if above.index < child.index < verb.index and any(token.tag in _WH for token in phrase):
            return tuple(token for token in phrase if token.index < verb.index)
    return ()
