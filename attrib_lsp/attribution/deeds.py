"""Find where a text tells as done what a court has yet to find: "Jon Stead stabbed her"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attrib_lsp.attribution.parties import Party, PartyKind, party_at
from attrib_lsp.attribution.phrases import by_phrase, span_of
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Lists of what people are called by what they do, or to one another.
_PEOPLE = ("civilians", "roles", "masculine", "feminine")


class Deed(NamedTuple):
    """A violent crime that ``verb`` says was done by ``party``; ``span`` runs from one to the other."""

    verb: Token
    party: Party
    span: Span


def deeds(sentence: Sentence) -> Iterator[Deed]:
    """Yield the violent crimes against somebody that a sentence lays to a person whom it names."""
    for verb in sentence.spelled(words("guilt", "deeds")):
        doer = _doer(sentence, verb)
        if doer is None or doer.pos != "PROPN" or doer.relation == "conj":
            continue
        party = party_at(sentence, doer)
        if party is not None and party.kind is PartyKind.PERSON and not _on_duty(sentence):
            entity = sentence.entity_at(doer)
            name = sentence.tokens[entity.first : entity.end] if entity is not None else (doer,)
            yield Deed(verb, party, span_of(name).joined(verb.span))


def _doer(sentence: Sentence, verb: Token) -> Token | None:
    """Return who did it to a person; None where that is not told, or where something else is shot or killed."""
    if verb.pos != "VERB" or verb.relation in ("amod", "compound"):
        return None
    victim = sentence.child(verb, "obj")
    if victim is not None:
        return subject_of(sentence, verb) if _is_person(sentence, victim) else None
    return by_phrase(sentence, verb, "obl")


def _is_person(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is for a person."""
    entity = sentence.entity_at(token)
    if entity is not None:
        return entity.label == "PERSON"
    if token.pos == "PRON":
        return token.lemma.lower() not in words("people", "pronouns.it")
    lists = [words("guilt", "victims"), *(words("people", one) for one in _PEOPLE)]
    return any(token.lemma.lower() in one for one in lists)


def _on_duty(sentence: Sentence) -> bool:
    """Say whether a sentence tells of a policeman or a soldier: that they fired is seldom in dispute."""
    return any(one.lemma.lower() in words("guilt", "armed") for one in sentence.tokens)
