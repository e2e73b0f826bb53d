"""Find who in a story is owed an answer: the accused, and whom a headline speaks of that somebody else denies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attrib_lsp.attribution.accusations import AccusationKind
from attrib_lsp.attribution.blamings import find_blamings
from attrib_lsp.attribution.parties import Party, PartyKind, named_keys, outlawed, party_at
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.values import Place
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph


@dataclass(frozen=True, slots=True)
class Target:
    """A named party that is owed an answer, and the words that name it first where it is accused."""

    party: Party
    place: Place


def targets(graph: AttributionGraph) -> tuple[Target, ...]:
    """Return the parties that are owed an answer, each once, in reading order."""
    found: list[Target] = []
    for target in (*_of_headline(graph), *_of_accusations(graph), *_of_blamings(graph)):
        if not any(target.party.same(other.party) for other in found) and _can_answer(graph, target.party):
            found.append(target)
    return tuple(sorted(found, key=lambda one: (one.place.paragraph, one.place.span.start)))


def _of_headline(graph: AttributionGraph) -> Iterator[Target]:
    """Yield the doer of a contested headline."""
    alignment = graph.alignment
    if alignment is None or graph.headline is None:
        return
    if not alignment.denials:
        return
    sentence = graph.paragraphs[graph.headline].sentences[0]
    verb = next(token for token in sentence.tokens if token.span == alignment.predicate)
    subject = subject_of(sentence, verb)
    party = party_at(sentence, subject) if subject is not None else None
    if party is not None and party.named and subject is not None and _known(graph, party):
        yield Target(party, Place(graph.headline, _name_span(sentence, subject.index)))


def _of_accusations(graph: AttributionGraph) -> Iterator[Target]:
    """Yield the named parties that somebody accuses."""
    for one in graph.accusations:
        if one.kind is AccusationKind.TOLD and one.place.paragraph == graph.headline:
            continue
        if not one.party.named or not one.direct or one.court or not _known(graph, one.party):
            continue
        if one.party.kind is PartyKind.PERSON and any(other.court for other in graph.accusations):
            continue
        sentence = graph.paragraphs[one.place.paragraph].sentence_at(one.place.span.start)
        tokens = sentence.tokens_in(one.at)
        named = next((token for token in tokens if named_keys(sentence, (token,)) & one.party.keys), tokens[-1])
        yield Target(one.party, Place(one.place.paragraph, _name_span(sentence, named.index)))


def _of_blamings(graph: AttributionGraph) -> Iterator[Target]:
    """Yield the bodies and states that somebody accuses of, or blames for, whatever it is; not in stories of a case.

    Politicians and their parties accuse one another of anything, and a capital may mean all who have power there.
    """
    if any(one.court for one in graph.accusations):
        return
    capitals, parties = words("accusing", "capitals"), words("accusing", "political")
    for one in find_blamings(graph):
        named = one.at.text.lower()
        answers = one.party.kind in (PartyKind.BODY, PartyKind.STATE) and named not in capitals | parties
        if answers and one.party.named and _known(graph, one.party):
            yield Target(one.party, Place(one.paragraph, _name_span(one.sentence, one.at.index)))


def _known(graph: AttributionGraph, party: Party) -> bool:
    """Say whether the body names a party as a name, not only as a word that the headline begins with a capital."""
    return any(
        party.keys & named_keys(sentence, (token,))
        for number in graph.body
        for sentence in graph.paragraphs[number].sentences
        for token in sentence.tokens
        if token.pos == "PROPN" and sentence.entity_at(token) is not None
    )


def _name_span(sentence: Sentence, index: int) -> Span:
    """Return the span of the name that the token numbered ``index`` is part of, without a title, or of that token."""
    token = sentence.tokens[index]
    entity = sentence.entity_at(token)
    if entity is None:
        return token.span
    inside = [one for one in sentence.tokens[entity.first : entity.end] if one.tag != "POS"]
    while len(inside) > 1 and not inside[-1].text[:1].isupper():
        inside.pop()
    while len(inside) > 1 and inside[0].text.lower() in words("people", "titles") | {"the"}:
        inside.pop(0)
    return inside[0].span.joined(inside[-1].span)


def _can_answer(graph: AttributionGraph, party: Party) -> bool:
    """Say whether a party can be asked: alive, and no band of gunmen."""
    if outlawed(party) or {part.lower() for part in party.name.split()} & words("accusing", "blocs"):
        return False
    return party.kind is PartyKind.STATE or not any(
        died(sentence, party) for number in graph.body for sentence in graph.paragraphs[number].sentences
    )


def died(sentence: Sentence, party: Party) -> bool:
    """Say whether a sentence reports a person's death."""
    for token in sentence.tokens:
        if token.lemma.lower() not in words("accusing", "dying"):
            continue
        near = sentence.children(token, "nsubj", "nsubj:pass", "amod", "nmod", "compound")
        around = [one for child in near for one in sentence.subtree(child)]
        if party.keys & named_keys(sentence, around):
            return True
    return False
