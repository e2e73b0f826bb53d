"""Find where a story itself judges somebody, or what somebody said or did, and puts that in nobody's mouth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.claims import Evidence, Line
from attrib_lsp.attribution.disparagement import disparagements, disparaging
from attrib_lsp.attribution.forms import listed, listed_in, openings
from attrib_lsp.attribution.parties import party_at
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.standing import Standing, standing
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

_RELATIVE = frozenset({"that", "which", "who"})
#: Clauses that tell what somebody thinks or a noun holds ("attacks that she is vain"), and not what the story does.
_HELD = ("ccomp", "acl", "csubj")
#: Clauses that are the story's own whatever they are let into.
_ASIDE = ("acl:relcl", "appos", "parataxis")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A ``word`` of judgement of the story's own. ``of`` is whom it runs down; None where it judges words or deeds."""

    word: Token
    of: str | None


def judgements(evidence: Evidence, line: Line) -> Iterator[Judgement]:
    """Yield the judgements that a line makes in the story's own voice, on somebody in particular or what they did.

    Words that somebody in the story uses, too, are theirs; films and plays are there to be judged.
    """
    sentence = evidence.sentence(line)
    for found in (*_of_people(evidence, line), *_of_acts(sentence), *_by_name(sentence)):
        if listed_in(sentence, "claims", "genres.fiction"):
            return
        if not _held(sentence, found.word) and _own(evidence, line, found.word):
            yield found


def _of_people(evidence: Evidence, line: Line) -> Iterator[Judgement]:
    """Yield what a sentence calls somebody in one word: "the mayor is a liar"."""
    sentence = evidence.sentence(line)
    if not sentence.holds(disparaging()):
        return
    for one in disparagements(evidence.graph, line.paragraph, sentence, sentence.span):
        word = sentence.tokens_in(one.span)[-1]
        if word.relation != "amod":  # "the king is a shallow experience" is said of a film
            yield Judgement(word, one.party.name)


def _of_acts(sentence: Sentence) -> Iterator[Judgement]:
    """Yield what a sentence calls the words, deeds or manner of somebody: "his racist campaign"."""
    for word in sentence.spelled(words("judgements", "adjectives")):
        if word.pos != "ADJ":
            continue
        judged = sentence.head(word) if word.relation == "amod" else _subject(sentence, word)
        if judged is None:
            continue
        act = listed(sentence, judged, "judgements", "acts") and (
            word.relation != "amod" or _somebodys(sentence, judged)
        )
        people = word.relation != "amod" and listed(sentence, judged, "people", "roles")
        if act or people:
            yield Judgement(word, None)


def _by_name(sentence: Sentence) -> Iterator[Judgement]:
    """Yield the names that a sentence gives to what somebody said or did: "his rant", "the mayor's stunt"."""
    for word in sentence.spelled(openings("judgements", "names")):
        named = word.pos == "NOUN" and listed(sentence, word, "judgements", "names")
        if named and sentence.child(word, "nmod:poss") is not None:
            yield Judgement(word, None)


def _subject(sentence: Sentence, word: Token) -> Token | None:
    """Return what a word is said of by "be"; in a relative clause, what that hangs from."""
    if sentence.child(word, "cop") is None:
        return None
    subject = sentence.child(word, "nsubj")
    relative = subject is not None and subject.text.lower() in _RELATIVE and word.relation == "acl:relcl"
    return sentence.head(word) if relative else subject


def _somebodys(sentence: Sentence, act: Token) -> bool:
    """Say whether words or deeds are somebody's in particular: "his remarks", "the mayor issued a call"."""
    if sentence.child(act, "nmod:poss") is not None or any(
        child.pos == "PROPN" for child in sentence.children(act, "compound")
    ):
        return True
    verb = sentence.head(act)
    subject = subject_of(sentence, verb) if verb.pos == "VERB" else None
    return subject is not None and (subject.text.lower() in ("he", "she") or party_at(sentence, subject) is not None)


def _held(sentence: Sentence, word: Token) -> bool:
    """Say whether a word stands in a clause that tells what somebody holds."""
    for token in (word, *sentence.ancestors(word)):
        if token.relation in _HELD:
            return True
        if token.relation in _ASIDE:
            return False
    return False


def _own(evidence: Evidence, line: Line, word: Token) -> bool:
    """Say whether a word is the story's own: nobody carries it, and nobody in the story uses it."""
    paragraph = evidence.paragraph(line)
    if paragraph.quoted(word.span) or paragraph.attributed(word.span) or evidence.sourced(line, word.span):
        return False
    told = standing(paragraph, evidence.sentence(line), word) is Standing.TOLD
    return told and word.lemma.lower() not in _said(evidence)


@remembered
def _said(evidence: Evidence) -> frozenset[str]:
    """Return the lemmas of all words that somebody in the story says, thinks or is quoted with."""
    return frozenset(
        token.lemma.lower()
        for statement in evidence.graph.statements
        for sentence in evidence.graph.paragraphs[statement.paragraph].sentences
        for token in sentence.tokens
        if any(part.covers(token.span) for part in statement.attribution.content)
    )
