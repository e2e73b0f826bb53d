"""Find the people between whom a pronoun leaves the reader to choose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.antecedents import Appearance, appearances, pronoun_class
from attrib_lsp.attribution.claims import Evidence, Line
from attrib_lsp.attribution.genders import Gender, gender_of_word
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.names import StoryNames, same_person
from attrib_lsp.attribution.values import Place, SourceKind
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_MAIN = ("root", "conj", "parataxis")


@remembered
def _names(graph: AttributionGraph) -> StoryNames:
    """Return the names of a story."""
    return StoryNames(graph.paragraphs)


@dataclass(frozen=True, slots=True)
class Rival:
    """Somebody whom a pronoun may mean: the name, and the words that it takes up."""

    name: str
    place: Place


def rivals(evidence: Evidence, line: Line, pronoun: Token, within: int) -> tuple[Rival, ...]:
    """Return the people of whom ``pronoun``, the subject in ``line``, may mean each as well as the others.

    They are the subjects of the last sentence before that speaks of anybody, not more than ``within`` sentences back.
    Nobody is returned where it has one subject, or where somebody is being spoken of as "he" or "she" already.
    """
    for other in evidence.before(line, within):
        named = tuple(_subjects(evidence, other))
        if any(pronoun_class(one.token.text) == pronoun_class(pronoun.text) for one in named):
            return ()
        people = [one for one in named if one.referent is not None and one.referent.kind is SourceKind.NAMED_PERSON]
        if not people:
            if _speaks_of_people(evidence, other):
                return ()
            continue
        return _fitting(evidence, other, people, gender_of_word(pronoun.text))
    return ()


def _subjects(evidence: Evidence, line: Line) -> Iterator[Appearance]:
    """Yield the subjects of a line's main clauses, and who is joined to them, outside quotation marks."""
    sentence = evidence.sentence(line)
    for one in appearances(evidence.paragraph(line)):
        if one.sentence == line.number and not one.quoted and _main_subject(sentence, one.token):
            yield one


def _main_subject(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is a subject of a main clause, or joined to one."""
    if token.relation == "conj":
        token = sentence.head(token)
    verb = sentence.head(token)
    return token.relation in _SUBJECTS and verb.relation in _MAIN


def _speaks_of_people(evidence: Evidence, line: Line) -> bool:
    """Say whether a line speaks of anybody, in any place."""
    sentence = evidence.sentence(line)
    persons = any(entity.label == "PERSON" for entity in sentence.entities)
    return persons or any(pronoun_class(token.text) in ("he", "she") for token in sentence.tokens)


def _fitting(evidence: Evidence, line: Line, people: list[Appearance], gender: Gender) -> tuple[Rival, ...]:
    """Return the different people among ``people`` who may be of that gender."""
    names = _names(evidence.graph)
    found: list[Rival] = []
    offices = evidence.sentence(line).lists.roles | words("people", "titles")
    for one in people:
        if one.referent is None or one.referent.name.lower() in offices:
            continue
        at = (line.paragraph, one.token.span.start)
        own = one.referent.gender if one.referent.gender is not Gender.UNKNOWN else names.gender(one.referent.name, at)
        if not own.fits(gender):
            continue
        if not any(same_person(one.referent.name, other.name) for other in found):
            entity = evidence.sentence(line).entity_at(one.token)
            span = one.token.span if entity is None else entity.span
            found.append(Rival(one.referent.name, Place(line.paragraph, span)))
    return tuple(found)
