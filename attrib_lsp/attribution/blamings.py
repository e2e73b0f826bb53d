"""Find whom somebody accuses of, or blames for, anything at all: whatever it is, they are owed an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from attrib_lsp.attribution.forms import openings
from attrib_lsp.attribution.parties import Party, named_keys, party_at
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.standing import negated
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

_OF_WHAT = frozenset({"of", "for"})
_CHARGED = ("obl", "advcl", "xcomp", "nmod", "acl")
_UNSAID = frozenset({"would", "could", "might", "may", "should", "will", "can", "if", "whether"})


class Blaming(NamedTuple):
    """A party that a sentence of the body says to be accused or blamed; ``at`` is the word that names it there."""

    party: Party
    paragraph: int
    sentence: Sentence
    at: Token


def find_blamings(graph: AttributionGraph) -> Iterator[Blaming]:
    """Yield the parties that the body, outside quotation marks, says to be accused of something or blamed for it."""
    for number in graph.body:
        paragraph = graph.paragraphs[number]
        for sentence in paragraph.sentences:
            for verb in sentence.spelled(openings("accusing", "blame")):
                if verb.pos != "VERB" or paragraph.quoted(verb.span):
                    continue
                being = _being(sentence, verb)
                target = _target(sentence, verb, being)
                if target is None or target.pos == "PRON" or not _of_something(sentence, verb, target):
                    continue
                party = party_at(sentence, target)
                if party is None or _unsaid(sentence, being or verb):
                    continue
                if being is not None or not _by_itself(sentence, verb, party):
                    yield Blaming(party, number, sentence, target)


def _being(sentence: Sentence, verb: Token) -> Token | None:
    """Return the word from which the "is" of "is to blame" hangs, or which it is: the reader takes it either way."""
    above = sentence.head(verb)
    if verb.relation == "xcomp" and above.lemma.lower() == "be":
        return above
    to = verb.tag == "VB" and any(one.text.lower() == "to" for one in sentence.children(verb, "mark"))
    return verb if to and any(one.lemma.lower() == "be" for one in sentence.children(verb, "aux", "cop")) else None


def _target(sentence: Sentence, verb: Token, being: Token | None) -> Token | None:
    """Return who is accused or blamed."""
    if being is not None:
        return sentence.child(being, "nsubj") or sentence.child(verb, "nsubj")
    return sentence.child(verb, "obj") or sentence.child(verb, "nsubj:pass")


def _unsaid(sentence: Sentence, verb: Token) -> bool:
    """Say whether nobody has been accused, or only perhaps."""
    below = {token.text.lower() for token in sentence.children(verb, "aux", "mark")}
    only_meant = verb.relation == "xcomp" and sentence.head(verb).lemma.lower() not in words(
        "sourcing", "telling.begun"
    )
    return only_meant or negated(sentence, verb) or bool(below & _UNSAID)


def _of_something(sentence: Sentence, verb: Token, target: Token) -> bool:
    """Say whether the sentence says of what, or for what."""
    beside = (*sentence.children(verb, *_CHARGED), *sentence.children(target, "nmod", "acl"))
    return any(
        mark.text.lower() in _OF_WHAT
        for child in beside
        if child.index > verb.index
        for mark in sentence.children(child, "case", "mark")
    )


def _by_itself(sentence: Sentence, verb: Token, party: Party) -> bool:
    """Say whether it is the party itself that accuses."""
    subject = subject_of(sentence, verb)
    return subject is not None and bool(named_keys(sentence, sentence.subtree(subject)) & party.keys)
