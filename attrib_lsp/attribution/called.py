"""Who and what a headline names, as its story uses the words: alone, a headline has too few words to tell a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from attrib_lsp.attribution.genders import is_given_name
from attrib_lsp.attribution.strangers import state_named
from attrib_lsp.attribution.values import Paragraph, sentences_of
from attrib_lsp.attribution.vocabulary import plain, plain_words, words_of
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Entity, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.lexicons.common import common_words
from attrib_lsp.text.span import Span

_STATES = ("PLACE", "NORP", "ORG")
#: What a headline's word may be taken for that the story shows to be a person's name.
_MISTAKEN = ("ORG", "PERSON", "WORK")


class Kind(Enum):
    """What is named."""

    PERSON = "person"
    STATE = "state"


@remembered
def named(sentence: Sentence, kind: Kind) -> dict[str, Entity]:
    """Return the people or the states that ``sentence`` names: by surname, by the state's first name.

    A party is nobody by itself.
    """
    found = {}
    for entity in sentence.entities:
        if kind is Kind.PERSON and entity.label == "PERSON":
            proper = _proper(sentence, entity)
            if proper and proper[-1] not in common_words() and proper[-1] not in words("accusing", "blocs"):
                found[proper[-1]] = entity
        elif kind is Kind.STATE and entity.label in _STATES:
            state = state_named(entity.text)
            if state is not None:
                found[state] = entity
    return found


@dataclass(frozen=True, slots=True)
class _People:
    """Those of a headline's words that are surnames in its story; ``full`` only ever stand behind another name."""

    surnames: frozenset[str]
    full: frozenset[str]


def names_above(headline: Paragraph, body: Sequence[tuple[int, Paragraph]], kind: Kind) -> dict[str, Span]:
    """Return the people or the states that ``headline`` names, with their places, where ``body`` leaves no doubt.

    People also by a word that the body has mostly as somebody's surname. No given name alone, no part of a compound,
    nothing in quotation marks.
    """
    people = _people(headline, body) if kind is Kind.PERSON else _People(frozenset(), frozenset())
    found: dict[str, Span] = {}
    for sentence in headline.sentences:
        for name, entity in named(sentence, kind).items():
            if _by_itself(sentence, entity, kind) and (kind is Kind.STATE or _whole(sentence, entity, name, people)):
                found[name] = entity.span
        for token in sentence.tokens:
            if kind is Kind.PERSON and plain(token.text) not in found and _surname(sentence, token, people):
                found[plain(token.text)] = token.span
    return {name: span for name, span in found.items() if not headline.quoted(span) and not _compound(headline, span)}


def _by_itself(sentence: Sentence, entity: Entity, kind: Kind) -> bool:
    """Say whether a name is no party's or team's ("Tarn win"), and nothing is called after it ("the Ada Bell Fund")."""
    inside = sentence.tokens[entity.first : entity.end]
    last, above = inside[-1], sentence.head(inside[-1])
    if any(one.tag == "NNPS" for one in inside) or (last.text.endswith("s") and above.tag in ("VB", "VBP")):
        return False
    return kind is Kind.STATE or not (last.relation == "compound" and above.pos == "PROPN")


def _whole(sentence: Sentence, entity: Entity, name: str, people: _People) -> bool:
    """Say whether a person's name of a headline ends in a surname, with none of the story's behind it."""
    behind = [plain(one.text) for one in sentence.tokens[entity.end : entity.end + 1]]
    return people.surnames.isdisjoint(behind) and (name in people.full or not is_given_name(name))


def _surname(sentence: Sentence, token: Token, people: _People) -> bool:
    """Say whether a word of a headline is a surname of the story's that the headline's reader did not see."""
    word = plain(token.text)
    if not token.text[:1].isupper() or word not in people.surnames or word in common_words():
        return False
    entity = sentence.entity_at(token)
    if entity is not None and (entity.label not in _MISTAKEN or token.index < entity.end - 1):
        return False
    return word in people.full or not is_given_name(word)


def _compound(headline: Paragraph, span: Span) -> bool:
    """Say whether a hyphen ties a name to another word."""
    return "-" in (headline.text[max(span.start - 1, 0)], headline.text[span.end : span.end + 1])


def _people(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> _People:
    """Return the surnames of ``body`` among the words of ``headline``: it has them more often so than otherwise."""
    wanted = words_of(headline) - words("accusing", "blocs")
    surnames: Counter[str] = Counter()
    full: set[str] = set()
    before: set[str] = set()
    for _, sentence in sentences_of(body):
        for proper in (_proper(sentence, entity) for entity in _persons(sentence)):
            surnames.update(wanted.intersection(proper[-1:]))
            full.update(proper[-1:] if len(proper) > 1 else ())
            before.update(proper[:-1])
    used = Counter(word for _, paragraph in body for word in plain_words(paragraph) if word in surnames)
    return _People(frozenset(one for one, times in surnames.items() if times * 2 > used[one]), frozenset(full - before))


def _persons(sentence: Sentence) -> Iterator[Entity]:
    """Yield the people named in ``sentence``."""
    return (entity for entity in sentence.entities if entity.label == "PERSON")


def _proper(sentence: Sentence, entity: Entity) -> list[str]:
    """Return the plain words of a name that are proper nouns."""
    return [plain(one.text) for one in sentence.tokens[entity.first : entity.end] if one.tag.startswith("NNP")]
