"""Say what the headline's claim relies on in the body: others' words, nobody's, or the story's own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrib_lsp.attribution.headline import Alignment, Manner, Support
from attrib_lsp.attribution.headline_claim import holds_back
from attrib_lsp.attribution.keys import key
from attrib_lsp.attribution.repeated import repeated
from attrib_lsp.attribution.values import CueKind, Place, SourceKind, Statement
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import words

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

#: Score from which a sentence tells the headline's claim in its own words.
RETOLD = 0.6
#: Share of the claim that must stand in one clause there.
CLOSE = 0.5
#: Score from which it tells it almost word for word: then other sentences that only resemble it count for nothing.
VERBATIM = 0.85
_OWN_VOICE = (Manner.ASSERTED, Manner.PUBLIC_ACT)
_PASSED_ON = (Manner.NAMED, Manner.UNNAMED)


def only_passed_on(graph: AttributionGraph) -> tuple[Support, ...]:
    """Return the sentences that pass the headline's claim on, if the body never vouches for it; else none.

    The body vouches where it tells the claim in its own voice, has it from whoever does it, or from a service that
    reports what it attends to.
    """
    alignment = graph.alignment
    if alignment is None or graph.headline is None:
        return ()
    sentence = graph.paragraphs[graph.headline].sentences[0]
    if holds_back(sentence) or done_in_public(sentence, alignment):
        return ()
    if any(one.manner in _OWN_VOICE or one.own or _vouched_for(graph, one) for one in alignment.supports):
        return ()
    passing = tuple(
        one for one in alignment.supports if one.manner in _PASSED_ON and one.score >= RETOLD and one.close >= CLOSE
    )
    best = max((one.score for one in passing), default=0.0)
    if alignment.echoes and best < VERBATIM:
        return ()
    return passing


def word_for_word(graph: AttributionGraph) -> tuple[Support, ...]:
    """Return the statements that the headline repeats word for word, if the body does not tell the same itself."""
    said = tuple(repeated(graph))
    if not said or graph.alignment is None:
        return ()
    happened = bool(graph.alignment.event.predicates & _happenings())
    if any((happened and _attending(graph, one)) or _reported_elsewhere(graph, one) for one in said):
        return ()
    places = [one.place for one in said]
    told = (one for one in graph.alignment.supports if one.manner in _OWN_VOICE and one.score >= RETOLD)
    if any(not any(_within(one.place, place) for place in places) for one in told):
        return ()
    return said


def _within(place: Place, other: Place) -> bool:
    """Say whether two places overlap."""
    return place.paragraph == other.paragraph and place.span.overlaps(other.span)


def done_in_public(sentence: Sentence, alignment: Alignment) -> bool:
    """Say whether a headline tells, as done, of an act that is then on record ("Parliament passes budget")."""
    verb = next(token for token in sentence.tokens if token.span == alignment.predicate)
    planned = any(child.text.lower() in ("to", "will") for child in sentence.children(verb, "mark", "aux"))
    return not planned and verb.lemma.lower() in words("acts", "public")


def only_presupposed(alignment: Alignment) -> bool:
    """Say whether the body only takes the headline's claim for granted and never tells it."""
    return bool(alignment.supports) and all(
        one.manner is Manner.PRESUPPOSED and one.doer and one.close >= CLOSE for one in alignment.supports
    )


def confirmed(graph: AttributionGraph) -> bool:
    """Say whether the body has the headline's claim on record: done in public, confirmed, or found by a court."""
    alignment = graph.alignment
    return alignment is not None and any(
        one.manner is Manner.PUBLIC_ACT or _confirms(graph, one) for one in alignment.supports
    )


def _confirms(graph: AttributionGraph, support: Support) -> bool:
    """Say whether a named source confirms or rules, or the doer says so itself."""
    if support.manner is not Manner.NAMED or support.statement is None:
        return False
    statement = graph.statements[support.statement]
    cue = statement.attribution.cue_lemma
    if support.own or cue in words("accusing", "confirming"):
        return True
    return cue in words("accusing", "finding") and not words("accusing", "finders").isdisjoint(
        _described(graph, statement)
    )


def _attending(graph: AttributionGraph, support: Support) -> bool:
    """Say whether the claim comes from a service that reports what it attends to: police, a hospital, a court."""
    if support.statement is None:
        return False
    statement = graph.statements[support.statement]
    if statement.attribution.kind is CueKind.STANCE:
        return False
    described = _described(graph, statement)
    if not words("accusing", "attending").isdisjoint(described) or _reveals(statement):
        return True
    happened = graph.alignment is not None and bool(graph.alignment.event.predicates & _happenings())
    return happened and not words("accusing", "officials").isdisjoint(described)


def _vouched_for(graph: AttributionGraph, support: Support) -> bool:
    """Say whether the claim comes from a service that attends to such things, or is another newsroom's plain report."""
    return _attending(graph, support) or _reported_elsewhere(graph, support)


def _reported_elsewhere(graph: AttributionGraph, support: Support) -> bool:
    """Say whether the claim is credited to an outlet: what that is worth is a question of credit, not of headlines."""
    statement = graph.statements[support.statement] if support.statement is not None else None
    source = graph.sources[statement.source] if statement is not None and statement.source is not None else None
    return source is not None and source.kind is SourceKind.MEDIA_OUTLET and not source.via


def _reveals(statement: Statement) -> bool:
    """Say whether a source makes something known that is its own to make known."""
    return statement.attribution.cue_lemma in words("accusing", "announcing")


@cache
def _happenings() -> frozenset[str]:
    """Return the keys of what happens and is counted: deaths, crashes, storms."""
    return frozenset(map(key, words("acts", "happenings")))


def _described(graph: AttributionGraph, statement: Statement) -> frozenset[str]:
    """Return the words by which a statement's source is named and described."""
    text = " ".join(part.of(graph.paragraphs[statement.paragraph].text) for part in statement.attribution.source)
    if statement.source is not None:
        source = graph.sources[statement.source]
        text = f"{text} {source.name} {source.description}"
    return frozenset(text.lower().replace(",", " ").split())
