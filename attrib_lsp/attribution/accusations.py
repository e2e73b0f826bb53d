"""Find who is accused of what: wrongs told or attributed, and people accused, charged, blamed or sued."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from attrib_lsp.attribution.parties import Party, PartyKind, antecedent, definite, named_keys, party_at
from attrib_lsp.attribution.phrases import in_own_clause, noun_phrase, span_of
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.standing import Standing, carrier, negated, standing
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.attribution.wrongdoing import Wrong, charges_wrong, find_wrongs
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

_OF_WHAT = frozenset({"of", "for", "with", "over", "in"})
#: A year by which a sentence tells of history.
_HISTORIC = re.compile(r"\b1[0-9]{3}s?\b|\b(?:century|centuries|medieval|ancient|Nazis?|Stalin\w*|Hitler)\b")
_CHARGED = ("obl", "advcl", "xcomp", "nmod", "ccomp")
_PRONOUN_SUBJECTS = frozenset({"he", "she", "they", "it"})


class AccusationKind(Enum):
    """How somebody comes to be accused."""

    TOLD = "by the story itself"
    ATTRIBUTED = "by a source in the story"
    CHARGED = "by the words accused, charged, blamed, sued"


@dataclass(frozen=True, slots=True)
class Accusation:
    """A wrong laid to somebody's charge.

    ``at`` holds the words that mean the accused, ``wrong`` those of the wrong, both in the paragraph of ``place``,
    which is the sentence's. ``head`` is the number of the wrong's head word there. ``direct`` is set where the accused
    is named or described in the sentence itself, not by a pronoun. ``by`` holds the keys of who accuses. ``court`` is
    set for a charge in law, which is answered in court.
    """

    kind: AccusationKind
    party: Party
    place: Place
    at: Span
    wrong: Span
    head: int
    direct: bool = True
    by: frozenset[str] = frozenset()
    court: bool = False


def find_accusations(graph: AttributionGraph) -> tuple[Accusation, ...]:
    """Return the accusations of a story, headline and deck included, in the order of its paragraphs."""
    return tuple(
        one
        for number, paragraph in enumerate(graph.paragraphs)
        if not _HISTORIC.search(paragraph.text)
        for sentence in paragraph.sentences
        for one in (*_wrongs(graph, number, sentence), *_charges(graph, number, sentence))
    )


def _wrongs(graph: AttributionGraph, number: int, sentence: Sentence) -> Iterator[Accusation]:
    """Yield the wrongs that a sentence tells or attributes."""
    paragraph = graph.paragraphs[number]
    for wrong in find_wrongs(sentence):
        how = standing(paragraph, sentence, wrong.head)
        if how is Standing.TOLD:
            kind = AccusationKind.TOLD
        elif how in (Standing.ATTRIBUTED, Standing.QUOTED) and not _weakened(paragraph, sentence, wrong.head):
            kind = AccusationKind.ATTRIBUTED
        else:
            continue
        party = _accused(graph, number, sentence, wrong)
        if party is None:
            continue
        by = _accuser(paragraph, sentence, wrong.head)
        if kind is AccusationKind.ATTRIBUTED and (not by or by & party.keys):
            continue
        at = span_of(noun_phrase(sentence, wrong.actor))
        direct = wrong.actor.pos != "PRON"
        yield Accusation(kind, party, Place(number, sentence.span), at, wrong.span, wrong.head.index, direct, by)


def _weakened(paragraph: Paragraph, sentence: Sentence, head: Token) -> bool:
    """Say whether what a source says of a wrong is no accusation: denied, supposed, asked, not said."""
    one = carrier(paragraph, sentence, head)
    if one is not None and (one.negated or one.cue_lemma in words("accusing", "asking")):
        return True
    return negated(sentence, head) or any(
        child.text.lower() in ("would", "could", "might", "may", "should", "will", "can", "if", "whether")
        for above in (head, *sentence.ancestors(head))
        if above.relation in ("ccomp", "xcomp", "advcl", "conj", "root", "acl:relcl") or above is head
        for child in sentence.children(above, "aux", "mark")
    )


def _accused(graph: AttributionGraph, number: int, sentence: Sentence, wrong: Wrong) -> Party | None:
    """Return who did a wrong, if the reader can tell who that is."""
    actor = wrong.actor
    if actor.pos == "PRON" or actor.tag == "PRP$":
        return antecedent(graph.paragraphs, number, sentence, actor)
    party = party_at(sentence, actor)
    if party is None or (party.kind is PartyKind.ROLE and not definite(sentence, actor)):
        return None
    return party


def _accuser(paragraph: Paragraph, sentence: Sentence, head: Token) -> frozenset[str]:
    """Return the keys of who carries the accusation; a pronoun or a group has its own word."""
    one = carrier(paragraph, sentence, head)
    if one is None:
        return frozenset()
    tokens = paragraph.sentences[one.sentence].tokens_in(one.source[0])
    return named_keys(sentence, tokens) or frozenset(token.text.lower() for token in tokens[-1:])


def _charges(graph: AttributionGraph, number: int, sentence: Sentence) -> Iterator[Accusation]:
    """Yield whom a sentence says to be accused, charged, blamed or sued."""
    for verb in sentence.spelled(words("accusing", "accuse")):
        if verb.pos != "VERB" or verb.lemma.lower() not in words("accusing", "accuse"):
            continue
        target = sentence.child(verb, "nsubj:pass") or sentence.child(verb, "obj")
        charge = _charge(sentence, verb)
        if target is None or charge is None or negated(sentence, verb):
            continue
        party = _target(graph, number, sentence, target)
        if party is None:
            continue
        accuser = subject_of(sentence, verb)
        by = named_keys(sentence, sentence.subtree(accuser)) if accuser is not None else frozenset()
        if by & party.keys:
            continue
        aside = frozenset(token.index for token in sentence.tokens_in(charge[1]))
        at = span_of(noun_phrase(sentence, target, aside))
        direct = target.pos != "PRON"
        court = verb.lemma.lower() in words("accusing", "court")
        place = Place(number, sentence.span)
        yield Accusation(AccusationKind.CHARGED, party, place, at, charge[1], charge[0].index, direct, by, court)


def _target(graph: AttributionGraph, number: int, sentence: Sentence, target: Token) -> Party | None:
    """Return the party that an accusing verb's object names, describes or points to."""
    if target.pos == "PRON":
        return antecedent(graph.paragraphs, number, sentence, target)
    return party_at(sentence, target)


def _charge(sentence: Sentence, verb: Token) -> tuple[Token, Span] | None:
    """Return the wrong that somebody is accused of: its head word and its words; None where it is none."""
    target = sentence.child(verb, "nsubj:pass", "obj")
    beside = (*(sentence.children(target, "nmod", "acl") if target else ()), *sentence.children(verb, *_CHARGED))
    for child in beside:
        led = [one for one in sentence.children(child, "case", "mark") if one.text.lower() in _OF_WHAT]
        if child.index < verb.index or not led:
            continue
        clauses = frozenset(one.index for one in sentence.children(child, "punct", "acl:relcl", "parataxis"))
        below = [one for one in sentence.subtree(child, without=clauses) if one.index > led[0].index]
        if charges_wrong(below):
            return child, span_of(below)
    return None


def established(graph: AttributionGraph, party: Party) -> bool:
    """Say whether the story reports a verdict on, or an admission by, ``party``: then the wrong is on record."""
    return any(
        _verdict_on(sentence, party)
        for number in range(len(graph.paragraphs))
        for sentence in graph.paragraphs[number].sentences
    )


def _verdict_on(sentence: Sentence, party: Party) -> bool:
    """Say whether a sentence tells of a verdict on ``party`` or of its admission."""
    for token in sentence.spelled(_verdicts()):
        told = _concerned(sentence, token)
        if not told or negated(sentence, token):
            continue
        if party.keys & named_keys(sentence, told):
            return True
        pronoun = any(one.text.lower() in _PRONOUN_SUBJECTS for one in told)
        if pronoun and party.kind in (PartyKind.PERSON, PartyKind.ROLE):
            return True
    return _finding(sentence) and bool(party.keys & named_keys(sentence, sentence.tokens))


@cache
def _verdicts() -> frozenset[str]:
    """Return all words of verdicts and admissions."""
    lists = ("verdicts", "admissions", "verdict_words")
    return frozenset(word for name in lists for word in words("accusing", name))


def _concerned(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """Return the words for whom a verdict is on or whose admission it is; none for any other word than such."""
    lemma = token.lemma.lower()
    if lemma not in _verdicts():
        return ()
    owner = (sentence.head(token),) if token.relation in ("acl", "acl:relcl") else _named_before(sentence, token)
    if token.pos == "VERB" and lemma in words("accusing", "verdicts"):
        beside = (*sentence.children(token, "nsubj:pass", "obj"), *owner)
    elif token.pos == "VERB" and lemma in words("accusing", "admissions"):
        beside = (*sentence.children(token, "nsubj"), *owner)
    elif lemma in words("accusing", "verdict_words"):
        clause = in_own_clause(sentence, token)
        owners = sentence.children(token, "nmod", "nmod:poss", "nsubj")
        beside = (*sentence.children(clause, "nsubj", "nsubj:pass", "obj"), *owners)
    else:
        return ()
    return tuple(below for one in beside for below in sentence.subtree(one))


def _named_before(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """Return the name before a participle behind a comma ("Leo Ravel, jailed for nine years")."""
    if token.tag != "VBN" or token.index < 2 or sentence.tokens[token.index - 1].text != ",":
        return ()
    before = sentence.tokens[token.index - 2]
    return (before,) if before.pos == "PROPN" else ()


def _finding(sentence: Sentence) -> bool:
    """Say whether a court, an inquiry or an auditor finds something in a sentence."""
    for token in sentence.spelled(words("accusing", "finding")):
        if token.pos == "VERB" and token.lemma.lower() in words("accusing", "finding"):
            subject = subject_of(sentence, token)
            if subject is not None and subject.lemma.lower() in words("accusing", "finders"):
                return True
    return False
