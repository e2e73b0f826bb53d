"""Names in the headline that the story has, but of which it tells something else: the headline's news is another's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from attrib_lsp.attribution.genders import is_given_name
from attrib_lsp.attribution.keys import keys_among, keys_of
from attrib_lsp.attribution.strangers import state_named
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.attribution.vocabulary import plain
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Entity, Sentence
from attrib_lsp.lexicons.common import common_words
from attrib_lsp.text.span import Span

#: Words of the headline, its names apart, that there must be to say what its news is.
LEAST_WORDS = 2
#: What a sentence that follows one with a name still counts for it: it may go on about it with a pronoun.
_FOLLOWS = 0.5
_NAMES = ("PERSON", "PLACE", "NORP")
_STATES = ("PLACE", "NORP", "ORG")


class Kind(Enum):
    """What is named."""

    PERSON = "person"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Displaced:
    """A name at ``span`` of the headline, and the one of which the story tells the headline's news, at ``place``."""

    span: Span
    meant: str
    place: Place


@dataclass
class _Standing:
    """How a name stands in the body: how often, from which sentence on, how near to the headline's other words."""

    count: int
    first: int
    near: float
    place: Place
    written: str


def displaced(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Displaced]:
    """Yield the names of ``headline`` in whose stead the story has another of their kind.

    That one stands in the first sentence or two, at least twice as often, and nearer to what else the headline says;
    the headline's own name comes further down.
    """
    inside = {
        token.span
        for sentence in headline.sentences
        for entity in sentence.entities
        if entity.label in _NAMES
        for token in sentence.tokens[entity.first : entity.end]
    }
    rest = keys_among(token for sentence in headline.sentences for token in sentence.tokens if token.span not in inside)
    if len(rest) < LEAST_WORDS:
        return
    for kind in Kind:
        own = {name: entity for sentence in headline.sentences for name, entity in named(sentence, kind).items()}
        standings = _standings(kind, rest, body) if own else {}
        for name, entity in own.items():
            if not _sure(headline, entity, kind):
                continue
            rival = _rival(name, own, standings)
            if rival is not None:
                yield Displaced(entity.span, rival.written, rival.place)


@remembered
def named(sentence: Sentence, kind: Kind) -> dict[str, Entity]:
    """Return the people or the states that ``sentence`` names: by surname, by the state's first name."""
    found = {}
    for entity in sentence.entities:
        if kind is Kind.PERSON and entity.label == "PERSON":
            words = [plain(one.text) for one in sentence.tokens[entity.first : entity.end] if one.tag.startswith("NNP")]
            if words and words[-1] not in common_words():
                found[words[-1]] = entity
        elif kind is Kind.STATE and entity.label in _STATES:
            state = state_named(entity.text)
            if state is not None:
                found[state] = entity
    return found


def _sure(headline: Paragraph, entity: Entity, kind: Kind) -> bool:
    """Say whether a name of the headline is one by itself: no given name alone, no part of a compound."""
    if headline.text[max(entity.span.start - 1, 0)] == "-" or headline.quoted(entity.span):
        return False
    return kind is Kind.STATE or not is_given_name(entity.text.split()[-1])


def _standings(kind: Kind, rest: frozenset[str], body: Sequence[tuple[int, Paragraph]]) -> dict[str, _Standing]:
    """Return how each name of the body stands."""
    found: dict[str, _Standing] = {}
    before: Mapping[str, Entity] = {}
    sentences = sentences_of(body)
    for position, (number, sentence) in enumerate(sentences):
        shared = len(rest & keys_of(sentence))
        here = named(sentence, kind)
        for name, entity in here.items():
            new = _Standing(0, position, 0.0, Place(number, entity.span), entity.text)
            standing = found.setdefault(name, new)
            standing.count += 1
            standing.near = max(standing.near, shared)
        for name in before:
            found[name].near = max(found[name].near, shared - _FOLLOWS)
        before = here
    return found


def _rival(name: str, own: Mapping[str, Entity], standings: Mapping[str, _Standing]) -> _Standing | None:
    """Return the name of which the story tells the headline's news in the stead of ``name``, if there is one."""
    mine = standings.get(name)
    if mine is None:
        return None
    rivals = [
        other
        for key, other in standings.items()
        if key not in own and other.count >= 2 * mine.count and other.near > mine.near and _leads(other, mine)
    ]
    return max(rivals, key=lambda other: other.near, default=None)


def _leads(other: _Standing, mine: _Standing) -> bool:
    """Say whether a name stands at the top of the story and the headline's own further down."""
    return (other.first == 0 and mine.first >= 2) or (other.first <= 1 and mine.first >= 3 and mine.near <= 1)
