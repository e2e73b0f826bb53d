"""Find where somebody who is accused answers: says something, denies, or is reported not to comment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from attrib_lsp.attribution.denials import denies, points_to_claim, response_span, unknowing
from attrib_lsp.attribution.keys import key
from attrib_lsp.attribution.parties import Party, PartyKind, named_keys, source_keys
from attrib_lsp.attribution.values import Attribution, CueKind, Place, Statement
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import lexicon, words

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

#: Words before those of a denial or of no comment among which the party must be named.
NEAR = 5
_ANSWERS = (CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO, CueKind.DENIAL, CueKind.NO_COMMENT)
_POSSESSIVES = frozenset({"his", "her", "their", "its"})


@dataclass(frozen=True, slots=True)
class Response:
    """Where a party answers.

    ``to_claim`` is set where it answers a claim (denies it, professes not to know, does not comment) and does not just
    say something. ``statement`` is a number in the graph's ``statements``, None where only the wording shows it.
    """

    place: Place
    to_claim: bool
    statement: int | None = None


@cache
def _answered() -> re.Pattern[str]:
    """Match lines by which somebody denies or does not comment."""
    patterns = lexicon("sourcing")
    return re.compile(f"{patterns['no_comment']}|{patterns['denial']}", re.IGNORECASE)


def responses(graph: AttributionGraph, party: Party) -> tuple[Response, ...]:
    """Return where ``party``, or somebody who speaks for it, answers in the story, in reading order."""
    found = [*_spoken(graph, party), *_worded(graph, party)]
    return tuple(sorted(found, key=lambda one: (one.place.paragraph, one.place.span.start)))


def _spoken(graph: AttributionGraph, party: Party) -> Iterator[Response]:
    """Yield the statements of the party and of its representatives."""
    for number, statement in enumerate(graph.statements):
        if not _answering(statement.attribution) or not _speaks_for(graph, statement, party):
            continue
        paragraph = graph.paragraphs[statement.paragraph]
        one = statement.attribution
        sentence = paragraph.sentences[one.sentence]
        answers = (
            denies(paragraph, one)
            or unknowing(paragraph, one)
            or one.kind is CueKind.NO_COMMENT
            or (one.kind is CueKind.DENIAL and points_to_claim(sentence, one))
        )
        yield Response(Place(statement.paragraph, response_span(one, sentence)), answers, number)


def _answering(attribution: Attribution) -> bool:
    """Say whether an attribution is speech, and no request or act."""
    return attribution.kind in _ANSWERS and attribution.cue_lemma not in words("accusing", "asking")


def _speaks_for(graph: AttributionGraph, statement: Statement, party: Party) -> bool:
    """Say whether a statement is the party's own or that of somebody who speaks for it."""
    keys: frozenset[str] = frozenset()
    sentence = graph.paragraphs[statement.paragraph].sentences[statement.attribution.sentence]
    for part in statement.attribution.source:
        tokens = sentence.tokens_in(part)
        keys |= named_keys(sentence, tokens)
        if _of_the_accused(sentence, part.of(graph.paragraphs[statement.paragraph].text), party):
            return True
    if statement.source is not None:
        keys |= source_keys(graph.sources[statement.source], graph.lists)
    return bool(keys & party.keys)


def _of_the_accused(sentence: Sentence, source: str, party: Party) -> bool:
    """Say whether a source is named by its tie to somebody met before: "his lawyer", "the company"."""
    parts = source.lower().split()
    if len(parts) > 1 and parts[0] in _POSSESSIVES and parts[1].strip(",") in words("accusing", "representatives"):
        return True
    if party.kind is not PartyKind.BODY or len(parts) != 2 or parts[0] != "the":
        return False
    return parts[1] in words("accusing", "bodies") or parts[1] in party.name.lower().split()


def _worded(graph: AttributionGraph, party: Party) -> Iterator[Response]:
    """Yield the sentences that name the party just before the words of a denial or of no comment."""
    for number in graph.body:
        for sentence in graph.paragraphs[number].sentences:
            found = _answered().search(sentence.text)
            if found is None:
                continue
            start = sentence.span.start
            before = [token for token in sentence.tokens if token.span.end <= start + found.start()][-NEAR:]
            if party.keys & (named_keys(sentence, before) | {key(token.text) for token in before}):
                yield Response(Place(number, type(sentence.span)(start + found.start(), start + found.end())), True)
