"""Tell who is meant where somebody is accused or answers: a person, a body, a state, or somebody in a role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from attrib_lsp.attribution.keys import key, place_key
from attrib_lsp.attribution.phrases import bare_name
from attrib_lsp.attribution.values import Paragraph, Source, Statement
from attrib_lsp.language.values import Entity, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.lexicons.house import WordLists

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

_PRONOUNS = {
    "he": "person", "she": "person", "him": "person", "her": "person", "his": "person", "hers": "person",
    "it": "body", "its": "body", "they": "any", "them": "any", "their": "any",
}  # fmt: skip
#: Endings of nouns for people by what they do.
_TRADE = re.compile(r"(?:[^aeiou]er|eer|ist|or|man|woman)$")
_DEFINITE = frozenset({"the", "his", "her", "its", "their", "this", "that"})
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


class PartyKind(Enum):
    """What a party is."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who can be accused and can answer.

    ``keys`` (see `attrib_lsp.attribution.keys`) are those of words any of which names the party elsewhere in the
    story. Somebody who is only described ("the fund manager") is a ROLE.
    """

    kind: PartyKind
    name: str
    keys: frozenset[str]

    @property
    def named(self) -> bool:
        """Whether the reader is told the name."""
        return self.kind is not PartyKind.ROLE

    def same(self, other: Party) -> bool:
        """Say whether the two can be one."""
        return bool(self.keys & other.keys)


def party_at(sentence: Sentence, token: Token) -> Party | None:
    """Return the party that the phrase headed by ``token`` names or describes; None for pronouns and groups."""
    place = place_key(token.text)
    if place is not None and token.pos in ("PROPN", "NOUN") and token.relation not in ("amod", "compound"):
        return Party(PartyKind.STATE, token.text, frozenset({place}))
    apposed = _apposed(sentence, token)
    entity = sentence.entity_at(token) or apposed
    if entity is not None and (apposed is not None or token.pos == "PROPN" or entity.label in ("PERSON", "ORG")):
        return _of_entity(entity)
    if token.pos == "PROPN":
        return Party(PartyKind.BODY, token.text, frozenset({key(token.text)}))
    return _in_role(sentence, token)


def _apposed(sentence: Sentence, token: Token) -> Entity | None:
    """Return the person whose name is set beside a noun ("the mayor, Jo Lind", "spokesman Ed Roe")."""
    for child in sentence.children(token, "appos", "flat", "compound", "nmod"):
        entity = sentence.entity_at(child)
        beside = child.relation != "nmod" or child.index == token.index + 1
        if entity is not None and entity.label == "PERSON" and token.pos == "NOUN" and beside:
            return entity
    return None


def _of_entity(entity: Entity) -> Party | None:
    """Return the party that a name names; None for dates and figures."""
    place = next((found for word in entity.text.split() if (found := place_key(word)) is not None), None)
    corporate = entity.text.split()[-1].lower() in words("accusing", "name_words")
    if entity.label == "PERSON" and place is None and not corporate:
        name = bare_name(entity.text)
        parts = name.split()
        return Party(PartyKind.PERSON, name, frozenset({key(parts[0]), key(parts[-1])})) if parts else None
    if entity.label == "PLACE" or (place is not None and len(entity.text.split()) == 1):
        return Party(PartyKind.STATE, entity.text, frozenset({place or key(entity.text)}))
    if entity.label in ("ORG", "MISC", "PERSON"):
        return Party(PartyKind.BODY, entity.text, _body_keys(entity.text))
    return None


def _body_keys(name: str) -> frozenset[str]:
    """Return the keys by which a body is named again: those of its first and last telling words, and its initials."""
    parts = [part for part in name.replace("’s", "").replace("'s", "").split() if part]
    telling = [key(part) for part in parts if part.lower() not in words("accusing", "name_words")]
    initials = "".join(part[0] for part in parts if part[0].isupper())
    return frozenset({*telling[:1], *telling[-1:], *([key(initials)] if len(initials) > 2 else [])})


def _in_role(sentence: Sentence, token: Token) -> Party | None:
    """Return the party that a singular noun for somebody in a role, or for a body, describes."""
    lemma = token.lemma.lower()
    if token.pos != "NOUN" or token.tag == "NNS":
        return None
    known = lemma in sentence.lists.bodies or lemma in sentence.lists.roles
    if lemma in words("accusing", "not_parties"):
        return None
    if known or (_TRADE.search(lemma) and lemma not in words("people", "civilians")):
        return Party(PartyKind.ROLE, token.text, frozenset({key(lemma)}))
    return None


def definite(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun's phrase points to somebody the reader has met: it begins with "the", "his" and the like."""
    index = token.index
    while index > 0 and sentence.tokens[index - 1].pos in ("NOUN", "PROPN", "ADJ"):
        index -= 1
    before = sentence.tokens[index - 1].text.lower() if index else ""
    return before in _DEFINITE or any(
        child.text.lower() in _DEFINITE for child in sentence.children(token, "det", "nmod:poss")
    )


def antecedent(paragraphs: Sequence[Paragraph], number: int, sentence: Sentence, pronoun: Token) -> Party | None:
    """Return whom a pronoun means: the subject last named before it that it fits, in its sentence or the two before.

    A possessive beside another noun's possessor means that one ("China's ties to Russia and its spreading of ...").
    """
    wanted = _PRONOUNS.get(pronoun.text.lower())
    if wanted is None:
        return None
    paired = _paired(sentence, pronoun)
    if paired is not None:
        return paired
    for before, limit in _before(paragraphs, number, sentence, pronoun):
        fitting = [
            (token.relation in _SUBJECTS, token.index, party)
            for token in before.tokens[:limit]
            if token.pos in ("PROPN", "NOUN")
            and (party := party_at(before, token)) is not None
            and _fits(party, wanted)
        ]
        if fitting:
            return max(fitting, key=lambda one: one[:2])[2]
    return None


def _paired(sentence: Sentence, pronoun: Token) -> Party | None:
    """Return the possessor of the noun that the pronoun's noun is joined to by "and"."""
    if pronoun.tag != "PRP$" or pronoun.index == 0 or sentence.tokens[pronoun.index - 1].text.lower() != "and":
        return None
    for token in reversed(sentence.tokens[: pronoun.index]):
        if token.tag == "POS" and token.index:
            return party_at(sentence, sentence.tokens[token.index - 1])
    return None


def _fits(party: Party, wanted: str) -> bool:
    """Say whether a party can be meant by a pronoun for a "person", a "body" or "any"."""
    if wanted == "person":
        return party.kind in (PartyKind.PERSON, PartyKind.ROLE)
    return wanted == "any" or party.kind is not PartyKind.PERSON


def _before(
    paragraphs: Sequence[Paragraph], number: int, sentence: Sentence, pronoun: Token
) -> Iterator[tuple[Sentence, int]]:
    """Yield the pronoun's sentence up to it, the two sentences before, and the last of the paragraph before."""
    yield sentence, pronoun.index
    own = paragraphs[number].sentences
    at = next((index for index, one in enumerate(own) if one is sentence), 0)
    for index in range(at - 1, max(at - 3, -1), -1):
        yield own[index], len(own[index].tokens)
    if at < 2 and number > 0 and paragraphs[number - 1].sentences:
        last = paragraphs[number - 1].sentences[-1]
        yield last, len(last.tokens)


def named_keys(sentence: Sentence, tokens: Iterable[Token]) -> frozenset[str]:
    """Return the keys by which parties are named among ``tokens``: names, places, roles and bodies."""
    roles = sentence.lists.roles | sentence.lists.bodies
    return frozenset(
        key(token.text if token.pos == "PROPN" else token.lemma)
        for token in tokens
        if token.pos == "PROPN" or sentence.entity_at(token) is not None or token.lemma.lower() in roles
    )


def source_keys(source: Source, lists: WordLists) -> frozenset[str]:
    """Return the keys of a source's name, of its title, and of whom its description says it speaks for.

    Offices and bodies are those of ``lists``.
    """
    text = f"{source.first.text} {source.name} {source.description}".replace("’s", "").replace("'s", "")
    parts = re.findall(r"[^\W_][\w-]*", text)
    roles = lists.roles | lists.bodies
    return frozenset(key(part) for part in parts if part[0].isupper() or part.lower() in roles)


def speaker_keys(graph: AttributionGraph, statement: Statement) -> frozenset[str]:
    """Return the keys of who makes a statement, and of whom they speak for."""
    sentence = graph.paragraphs[statement.paragraph].sentences[statement.attribution.sentence]
    keys = frozenset(
        one for part in statement.attribution.source for one in named_keys(sentence, sentence.tokens_in(part))
    )
    return keys if statement.source is None else keys | source_keys(graph.sources[statement.source], graph.lists)


def outlawed(party: Party) -> bool:
    """Say whether a party is a band of gunmen, whom nobody expects to answer."""
    parts = {re.sub(r"[’']s?$", "", part.lower()) for part in party.name.split()}
    return bool(parts & words("accusing", "unanswering"))
