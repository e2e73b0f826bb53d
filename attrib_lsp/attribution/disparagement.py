"""Find words that run a person or a body down, whom they mean, and who says such without a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from attrib_lsp.attribution.anonymity import UnnamedKind, UnnamedPhrase
from attrib_lsp.attribution.parties import Party, PartyKind, antecedent, definite, party_at
from attrib_lsp.attribution.phrases import in_own_clause, noun_phrase, span_of
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.standing import negated
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import pattern, words
from attrib_lsp.text.span import Span

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "he's", "she's"})
_FIRST = frozenset({"i", "we"})
_UNSURE = frozenset(
    {"would", "could", "might", "may", "should", "must", "will", "if", "whether", "unless", "'d", "’d", "'ll", "’ll"}
)
_SINGULAR = frozenset({"a", "an", "another", "one"})
_NOT_ONE = frozenset({"no", "not", "n't", "n’t", "never", "hardly", "neither"})


@dataclass(frozen=True, slots=True)
class Disparagement:
    """A word or phrase (``span``, in its paragraph) that runs ``party`` down."""

    span: Span
    party: Party


def unnamed_fellow(sentence: Sentence, head: Token) -> UnnamedPhrase | None:
    """Return the unnamed source that a phrase means by party or team only ("a senior Tory", "one former player").

    Whoever means to weigh what such sources know need not ask for them; for what they say of others a name is owed.
    """
    before = {token.text.lower() for token in sentence.children(head, "det", "nummod")}
    named = any(
        (entity := sentence.entity_at(child)) is not None and entity.label == "PERSON"
        for child in sentence.children(head, "appos", "flat")
    )
    known = head.lemma.lower() in words("disparaging", "fellows.heads") and head.tag in ("NN", "NNP")
    if not known or named or not before & _SINGULAR:
        return None
    return UnnamedPhrase(head, span_of(noun_phrase(sentence, head)), UnnamedKind.INSIDER, single=True, counted=True)


def disparagements(graph: AttributionGraph, number: int, sentence: Sentence, within: Span) -> Iterator[Disparagement]:
    """Yield what runs somebody identifiable down among the words ``within`` of a sentence of paragraph ``number``."""
    for span, subject, least in (*_words(sentence, within), *_phrases(sentence, within)):
        party = _meant(graph, number, sentence, subject)
        if party is not None and (party.kind is PartyKind.PERSON or least is PartyKind.BODY):
            yield Disparagement(span, party)


def _words(sentence: Sentence, within: Span) -> Iterator[tuple[Span, Token, PartyKind]]:
    """Yield each disparaging word with whom it is said of, and the kind of party that it runs down at the least."""
    for token in sentence.spelled(disparaging()):
        if not within.covers(token.span) or negated(sentence, token):
            continue
        fault = token.pos == "NOUN" and token.lemma.lower() in words("disparaging", "person.faults")
        subject = sentence.child(token, "nmod:poss") if fault else _said_of(sentence, token)
        if subject is None or not (fault or _disparages(sentence, token)):
            continue
        yield token.span, subject, PartyKind.BODY if _of_body(token) else PartyKind.PERSON


@cache
def disparaging() -> frozenset[str]:
    """Return every word that can disparage; turns of phrase are not among them."""
    lists = ("person.adjectives", "person.nouns", "person.faults", "body.adjectives", "body.nouns")
    return frozenset({"worst"}).union(*(words("disparaging", name) for name in lists))


def _disparages(sentence: Sentence, token: Token) -> bool:
    """Say whether a word runs somebody down as it is used: it is on the lists, or makes the worst of bosses."""
    if token.index and sentence.tokens[token.index - 1].text == "-":
        return False  # "non-toxic"
    if token.text.lower() == "worst":
        return sentence.head(token).lemma.lower() in words("disparaging", "person.worst")
    if token.pos in ("ADJ", "VERB"):
        return token.text.lower() in words("disparaging", "person.adjectives") or _of_body(token)
    return token.pos == "NOUN" and (token.lemma.lower() in words("disparaging", "person.nouns") or _of_body(token))


def _of_body(token: Token) -> bool:
    """Say whether a word runs a body down too."""
    adjective = token.text.lower() in words("disparaging", "body.adjectives")
    return adjective or token.lemma.lower() in words("disparaging", "body.nouns")


def _said_of(sentence: Sentence, token: Token) -> Token | None:
    """Return what a word is said of: "he" in "he is lazy and vain", "called him a bully"; None where it is not sure."""
    predicate = token
    while predicate.relation in ("amod", "conj", "compound") and predicate.index != predicate.head:
        above = sentence.head(predicate)
        if predicate.relation == "conj" and sentence.child(predicate, "nsubj", "cop") is not None:
            break
        predicate = above
    if predicate is not token and predicate.pos == "VERB" and token.relation != "conj":
        return None
    if _doubtful(sentence, predicate):
        return None
    if sentence.child(predicate, "cop") is not None:
        return sentence.child(predicate, "nsubj", "nsubj:outer")
    verb = sentence.head(predicate)
    if predicate.relation not in ("xcomp", "obj", "obl", "acomp", "ccomp", "advcl") or _doubtful(sentence, verb):
        return None
    if verb.lemma.lower() in words("disparaging", "judging.verbs") and not _others_view(sentence, verb):
        found = sentence.child(verb, "obj", "nsubj:pass")
        return found if found is not predicate else None
    if verb.lemma.lower() in words("disparaging", "judging.linking") and predicate.relation in ("xcomp", "acomp"):
        return sentence.child(verb, "nsubj")
    return None


def _doubtful(sentence: Sentence, predicate: Token) -> bool:
    """Say whether something is said only perhaps, or not."""
    below = sentence.children(predicate, "aux", "mark", "det", "advmod", "cop")
    return any(token.text.lower() in _UNSURE | _NOT_ONE for token in below)


def _others_view(sentence: Sentence, verb: Token) -> bool:
    """Say whether a judgement inside somebody's words is that of a third person, who is the subject of its verb."""
    subject = subject_of(sentence, verb)
    return verb.relation == "ccomp" and subject is not None and subject.text.lower() not in _FIRST


def _phrases(sentence: Sentence, within: Span) -> Iterator[tuple[Span, Token, PartyKind]]:
    """Yield each disparaging turn of phrase with the subject of its clause."""
    for match in pattern("disparaging", "person.phrases").finditer(sentence.text):
        span = Span(*match.span()).shifted(sentence.span.start)
        inside = sentence.tokens_in(span)
        if not within.covers(span) or not inside:
            continue
        clause = in_own_clause(sentence, inside[-1])
        subject = sentence.child(clause, "nsubj", "nsubj:pass")
        if subject is not None and subject.index < inside[-1].index:
            yield span, subject, PartyKind.PERSON


def _meant(graph: AttributionGraph, number: int, sentence: Sentence, subject: Token) -> Party | None:
    """Return the named person or body that a subject means; None where the reader cannot tell who that is."""
    if subject.text.lower() in _PERSONAL:
        party = antecedent(graph.paragraphs, number, sentence, subject)
        if party is None or party.kind is not PartyKind.PERSON:
            party = _person_near(graph, number, sentence)
        return party
    party = party_at(sentence, subject)
    if party is None or subject.pos == "PRON":
        return None
    if party.kind is PartyKind.ROLE:
        return _holder(graph, subject) if definite(sentence, subject) else None
    entity = sentence.entity_at(subject)
    named = party.kind is PartyKind.PERSON or (party.kind is PartyKind.BODY and entity is not None)
    return party if named and (entity is None or entity.label in ("PERSON", "ORG")) else None


def _person_near(graph: AttributionGraph, number: int, sentence: Sentence) -> Party | None:
    """Return the person named in a sentence, or last before it in its paragraph or the one before."""
    paragraph = graph.paragraphs[number]
    at = next(index for index, one in enumerate(paragraph.sentences) if one is sentence)
    before = graph.paragraphs[number - 1].sentences if number - 1 in graph.body else ()
    for one in (sentence, *reversed(paragraph.sentences[:at]), *reversed(before)):
        for entity in reversed(one.entities):
            party = party_at(one, one.tokens[entity.end - 1])
            if entity.label == "PERSON" and party is not None and party.kind is PartyKind.PERSON:
                return party
    return None


def _holder(graph: AttributionGraph, role: Token) -> Party | None:
    """Return the person whom the story names beside an office ("Mayor Orr", "the mayor, Ann Orr")."""
    lemma = role.lemma.lower()
    for number in graph.body:
        for sentence in graph.paragraphs[number].sentences:
            for token in sentence.spelled(frozenset({lemma})):
                for entity in sentence.entities:
                    if entity.label == "PERSON" and -1 <= entity.first - token.index - 1 <= 1:
                        return party_at(sentence, sentence.tokens[entity.end - 1])
    return None
