"""Tell whether a story introduces the people who speak in it: by full name, and by who they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.names import same_person
from attrib_lsp.attribution.phrases import bare_name, core_span, names_person, noun_phrase, top_of
from attrib_lsp.attribution.vocabulary import unaccented
from attrib_lsp.language.values import Entity, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Relations by which words beside a name say who bears it.
_SAYING_WHO = ("appos", "acl:relcl", "acl", "nmod", "nmod:poss", "amod", "nummod", "dep", "parataxis", "compound")
_OPENING = (",", "(", "-", "–", "—", "of", "from", "at", "for", "with", "in", "on", "who", "whose", "'s", "’s", "/")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")
_SUBJECTS = ("nsubj", "nsubj:pass")


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a story names a person: ``paragraph`` of the graph, ``sentence`` of it, and the name there."""

    paragraph: int
    sentence: int
    entity: Entity


def namings(graph: AttributionGraph, name: str) -> Iterator[Naming]:
    """Yield where the story names the person called ``name``, by any part of the name, in the graph's order."""
    last = plain(name).split()[-1:]
    for number, paragraph in enumerate(graph.paragraphs):
        for index, sentence in enumerate(paragraph.sentences):
            for entity in sentence.entities:
                if last[0] in plain(entity.text).split() and same_person(plain(name), plain(entity.text)):
                    yield Naming(number, index, entity)


@lru_cache(maxsize=1 << 13)
def plain(name: str) -> str:
    """Return a name in lower case without titles, accents and a possessive.

    >>> plain("Mr Brudziński’s")
    'brudzinski'
    """
    return unaccented(bare_name(name).lower()).replace("-", " ")


def full_name_given(graph: AttributionGraph, name: str) -> bool:
    """Say whether the story, headline included, gives the person called ``name`` by more than one word.

    A courtesy title is no name; a word in capitals before the last name that the reader took for something else is one.
    """
    last = plain(name).split()[-1]
    for paragraph in graph.paragraphs:
        for sentence in paragraph.sentences:
            for token in sentence.tokens:
                if plain(token.text) == last and _more_before(sentence, token):
                    return True
    return len(plain(name).split()) > 1


def _more_before(sentence: Sentence, token: Token) -> bool:
    """Say whether a word that may be a first name stands right before ``token``."""
    before = sentence.tokens[token.index - 1] if token.index else None
    if before is None or not before.text[:1].isupper() or before.text.lower() in _mere_courtesy():
        return False
    return before.pos == "PROPN" or (before.index > 0 and before.pos not in ("PUNCT", "PRON", "ADP", "DET"))


def _mere_courtesy() -> frozenset[str]:
    """Return the titles that everybody has."""
    return words("introducing", "courtesy")


def described(sentence: Sentence, entity: Entity) -> bool:
    """Say whether words beside a name tell who bears it: an office, an age, a kin, a place, or what they are or do."""
    tokens = sentence.tokens[entity.first : entity.end]
    top = top_of(tokens)
    title = entity.text.split()[0].lower()
    offices = words("people", "titles") | sentence.lists.roles
    if title in offices - _mere_courtesy() or top.relation == "appos":
        return True
    if _described_before(sentence, entity) or _described_behind(sentence, entity, top):
        return True
    verb = sentence.head(top)
    return top.relation in _SUBJECTS and tells_who(sentence, verb)


def _described_before(sentence: Sentence, entity: Entity) -> bool:
    """Say whether a word right before a name describes its bearer ("foreman Joe Hart"), other than a date."""
    if entity.first == 0:
        return False
    before = sentence.tokens[entity.first - 1]
    dated = (other := sentence.entity_at(before)) is not None and other.label == "DATE"
    courtesy = before.text.lower() in _mere_courtesy()
    return (
        before.pos in _NOMINAL and not dated and not courtesy and before.text.lower() not in words("people", "pointing")
    )


def _described_behind(sentence: Sentence, entity: Entity, top: Token) -> bool:
    """Say whether words behind a name describe its bearer."""
    following = sentence.tokens[entity.end].text.lower() if entity.end < len(sentence.tokens) else ""
    beside = (child for child in sentence.children(top, *_SAYING_WHO) if child.text.lower() not in _mere_courtesy())
    return following in _OPENING or any(not entity.first <= child.index < entity.end for child in beside)


def tells_who(sentence: Sentence, verb: Token) -> bool:
    """Say whether a predicate tells who its subject is: "is the head of ...", "runs the clinic"."""
    if verb.pos == "NOUN" and sentence.child(verb, "cop") is not None:
        return True
    return verb.lemma.lower() in words("introducing", "verbs")


def introduced_near(graph: AttributionGraph, naming: Naming) -> bool:
    """Say whether the sentence of a name, or one beside it in its paragraph, speaks of an office, a trade or a kin."""
    sentences = graph.paragraphs[naming.paragraph].sentences
    near = sentences[max(naming.sentence - 1, 0) : naming.sentence + 2]
    return any(_people_noun(sentence, token) for sentence in near for token in sentence.tokens)


def _people_noun(sentence: Sentence, token: Token) -> bool:
    """Say whether a word names somebody by office, trade, kin or standing."""
    if token.pos not in ("NOUN", "PROPN"):
        return False
    lemma = token.lemma.lower()
    known = lemma in sentence.lists.roles or any(
        lemma in words("people", name) for name in ("civilians", "spokespeople", "titles", "bare")
    )
    entity = sentence.entity_at(token)
    return (
        known and lemma not in _mere_courtesy() and (entity is None or not names_person(entity) or token.pos == "NOUN")
    )


def vague_affiliation(sentence: Sentence, entity: Entity) -> Span | None:
    """Return the words for a body without a name ("a Beijing think tank") that a person is said to belong to."""
    top = top_of(sentence.tokens[entity.first : entity.end])
    beside = [*sentence.children(top, "appos"), *([sentence.head(top)] if top.relation == "appos" else ())]
    for office in (top, *beside):
        for body in sentence.children(office, "nmod", "obl"):
            article = sentence.child(body, "det")
            if body.lemma.lower() not in words("introducing", "bodies") or article is None:
                continue
            phrase = noun_phrase(sentence, body)
            if article.text.lower() in ("a", "an") and not _names_body(sentence, body, phrase):
                return core_span(sentence, body)
    return None


def _names_body(sentence: Sentence, body: Token, phrase: list[Token]) -> bool:
    """Say whether a body's phrase, or what hangs from it, names it."""
    named = (sentence.entity_at(token) for token in (*phrase, *sentence.subtree(body)))
    return any(one is not None and one.label in ("ORG", "PERSON", "MISC") for one in named)
