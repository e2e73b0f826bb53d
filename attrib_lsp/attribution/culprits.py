"""Find where a text calls somebody named guilty: "the killer, Jon Stead", "accused murderer Jon Stead"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attrib_lsp.attribution.parties import Party, PartyKind, named_keys, party_at
from attrib_lsp.language.values import Entity, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})


class Culprit(NamedTuple):
    """A person whom ``noun`` calls guilty, and the words that do it, the name among them."""

    noun: Token
    party: Party
    span: Span


def culprits(sentence: Sentence) -> Iterator[Culprit]:
    """Yield the people whom a noun right beside their name calls guilty."""
    for noun in sentence.spelled(words("guilt", "culprits")):
        entity = _beside(sentence, noun)
        if entity is None or entity.label != "PERSON" or _modest(sentence, noun):
            continue
        party = party_at(sentence, sentence.tokens[entity.end - 1])
        if party is not None and party.kind is PartyKind.PERSON:
            first = _first(sentence, noun)
            yield Culprit(noun, party, first.span.joined(noun.span).joined(entity.span))


def _beside(sentence: Sentence, noun: Token) -> Entity | None:
    """Return the name behind a noun ("killer Jo Roe", "the killer, Jo Roe") or before it ("Jo Roe, the killer")."""
    if noun.tag not in ("NN", "NNP") or (noun.pos == "PROPN" and noun.text[:1].isupper() and noun.index):
        return None
    after = noun.index + 1
    comma = after < len(sentence.tokens) and sentence.tokens[after].text == ","
    at = after + comma
    if at < len(sentence.tokens):
        entity = sentence.entity_at(sentence.tokens[at])
        if entity is not None and entity.first == at and (not comma or _closed(sentence, entity)):
            return entity
    first = _first(sentence, noun)
    if first.index > 1 and first is not noun and sentence.tokens[first.index - 1].text == ",":
        entity = sentence.entity_at(sentence.tokens[first.index - 2])
        if entity is not None and sentence.head(noun).index in range(entity.first, entity.end):
            return entity if noun.relation == "appos" else None
    return None


def _closed(sentence: Sentence, entity: Entity) -> bool:
    """Say whether a name set off by a comma ends with one too: an apposition, and no list."""
    return entity.end < len(sentence.tokens) and sentence.tokens[entity.end].text in (",", ".")


def _first(sentence: Sentence, noun: Token) -> Token:
    """Return the first word of a noun's phrase: its article, an "accused" before it, or itself."""
    index = noun.index
    while (
        index
        and sentence.tokens[index - 1].pos in ("ADJ", "NOUN", "VERB")
        and (sentence.tokens[index - 1].head == noun.index)
    ):
        index -= 1
    if index == noun.index and index and sentence.tokens[index - 1].text.lower() == "accused":
        index -= 1
    if index and sentence.tokens[index - 1].text.lower() in _ARTICLES:
        index -= 1
    return sentence.tokens[index]


def _modest(sentence: Sentence, noun: Token) -> bool:
    """Say whether a word before the noun takes it back ("suspected") or says that it is on record ("convicted")."""
    before = sentence.tokens[max(noun.index - 3, 0) : noun.index]
    return any({token.text.lower(), token.lemma.lower()} & words("guilt", "modest") for token in before)


def pending(sentence: Sentence, party: Party) -> bool:
    """Say whether a sentence tells of an arrest, a charge, a search or a day in court, and names ``party``."""
    called = sentence.holds(words("guilt", "appearing")) and _speaks_of(sentence, party, "benches")
    return called or _speaks_of(sentence, party, "pending")


def serving(sentence: Sentence, party: Party) -> bool:
    """Say whether a sentence names ``party`` and speaks of prison: as a rule there was a verdict."""
    return _speaks_of(sentence, party, "serving")


def _speaks_of(sentence: Sentence, party: Party, listed: str) -> bool:
    """Say whether a sentence names ``party`` and holds a word of a list."""
    return bool(sentence.spelled(words("guilt", listed)) and party.keys & named_keys(sentence, sentence.tokens))
