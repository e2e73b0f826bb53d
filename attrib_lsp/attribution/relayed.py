"""Find what a source only passes on: "a neighbour said the co-pilot had told her"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.phrases import noun_phrase, span_of
from attrib_lsp.attribution.standing import TELLING
from attrib_lsp.attribution.unnamed_speakers import cue_verb, tells
from attrib_lsp.attribution.values import Attribution, CueKind, Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_LISTENERS = frozenset({"him", "her", "them"})
_RELAYERS = frozenset({"he", "she", "they"})


@dataclass(frozen=True, slots=True)
class Relayed:
    """What the source of ``attribution`` has from ``teller`` (its head word; None where nobody is given for it).

    ``span`` runs from the source over its cue to the words for the telling, what was told left out.
    """

    attribution: Attribution
    teller: Token | None
    span: Span


def relayed(paragraph: Paragraph) -> Iterator[Relayed]:
    """Yield what a source says that somebody else told it of a third: its own part in it left out.

    Whoever is told that they are sacked knows it first-hand, and so does who is told what to do; that the manager took
    money they only heard. Plans and guesses of the teller are left out too.
    """
    for one in paragraph.attributions:
        if one.kind is not CueKind.SPEECH or not tells(paragraph, one):
            continue
        sentence = paragraph.sentences[one.sentence]
        said = cue_verb(sentence, one)
        for verb in sentence.children(said, "ccomp"):
            if verb.tag not in TELLING or paragraph.quoted(verb.span):
                continue
            telling = _telling(sentence, verb)
            if telling is not None and _of_a_third(sentence, said, verb, one):
                first = min(one.source[0].start, one.cue[0].start)
                behind = max(one.source[0].end, one.cue[-1].end, telling[1].end)
                yield Relayed(one, telling[0], Span(first, behind))


def _telling(sentence: Sentence, verb: Token) -> tuple[Token | None, Span] | None:
    """Return who told the source, and the words for it up to the listener or the teller; None if nobody did."""
    subject = sentence.child(verb, *_SUBJECTS)
    if subject is None:
        return None
    lemma = verb.lemma.lower()
    if lemma == "tell" and subject.pos in ("NOUN", "PROPN") and subject.relation == "nsubj":
        listener = sentence.tokens[verb.index + 1 : verb.index + 2]
        if listener and listener[0].text.lower() in _LISTENERS:
            return subject, verb.span.joined(listener[0].span)
    if subject.text.lower() not in _RELAYERS:
        return None
    agent = sentence.child(verb, "obl:agent")
    if lemma == "tell" and agent is not None and agent.pos in ("NOUN", "PROPN"):
        return agent, verb.span.joined(span_of(noun_phrase(sentence, agent)))
    if lemma == "hear" and sentence.child(verb, "obj") is None:
        whom = next((one for one in sentence.children(verb, "obl") if _case(sentence, one) == "from"), None)
        return (None, verb.span) if whom is None else (whom, verb.span.joined(span_of(noun_phrase(sentence, whom))))
    return None


def _case(sentence: Sentence, noun: Token) -> str:
    """Return the preposition before a noun, or ""."""
    case = sentence.child(noun, "case")
    return case.text.lower() if case is not None else ""


def _of_a_third(sentence: Sentence, said: Token, verb: Token, one: Attribution) -> bool:
    """Say whether what was told is a fact about somebody or something else than who told it and who heard it."""
    clauses = [child for child in sentence.children(verb, "ccomp", "conj", "parataxis") if child.index > verb.index]
    if clauses:
        return any(_fact(sentence, clause) for clause in clauses)
    before = [part for part in one.content if part.end <= one.source[0].start]
    return bool(before) and verb.lemma.lower() == "tell" and _fact(sentence, sentence.head(said))


def _fact(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause tells as settled of somebody or something named in it."""
    subject = next(reversed(sentence.children(clause, *_SUBJECTS)), None)
    if subject is None or subject.pos not in ("NOUN", "PROPN") or sentence.child(subject, "nmod:poss") is not None:
        return False
    helpers = {token.text.lower() for token in sentence.children(clause, "aux", "mark")}
    return not helpers & (words("relaying", "unsettled"))
