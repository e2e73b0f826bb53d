"""Where the headline gives somebody's words, or agreement, to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attrib_lsp.attribution.keys import key, keys_among, keys_inside, keys_of
from attrib_lsp.attribution.parties import speaker_keys
from attrib_lsp.attribution.values import CueKind, Place, SourceKind, Statement, sentences_of
from attrib_lsp.text.span import Span

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

#: Content words of what the headline has somebody say that a statement must share with it, and which share of them.
SHARED, SHARE = 3, 0.6
#: The same where it has them say so much, word for word, and how much that is.
FEW, MUCH = 2, 4
#: Content words that two statements of one source must share to be of the same.
ALIKE = 2
#: What somebody who denied a thing does when the story has moved on.
_OWNING_UP = frozenset({"admit", "acknowledge", "concede", "confess"})
_REFUSING = (CueKind.DENIAL, CueKind.NO_COMMENT)


@dataclass(frozen=True, slots=True)
class Misattribution:
    """A source at ``span`` of the headline; ``source`` says it in the story, at ``place``.

    ``refused`` is set where the one that the headline gives denies it there or will not speak of it.
    """

    span: Span
    place: Place
    source: str
    refused: bool = False


def misattributions(graph: AttributionGraph) -> Iterator[Misattribution]:
    """Yield the sources of the headline that the story does not have say it.

    A quotation is another's where the story has its very words from other people alone, and the one that the headline
    gives speaks there too, or is named there apart from who says it; a claim is where the story has them only deny it
    or decline to comment.
    """
    if graph.headline is None:
        return
    for statement in graph.statements_in(graph.headline):
        attribution = statement.attribution
        if statement.source is None or not attribution.source or attribution.kind in _REFUSING or attribution.negated:
            continue
        wanted = graph.said_keys(statement)
        if len(wanted) < (FEW if _quotes_much(graph, statement) else SHARED) or attribution.cue_lemma in _OWNING_UP:
            continue
        of_own = [one for one in graph.statements_of(statement.source) if one.paragraph in graph.body]
        alike = [one for one in _body(graph) if _like(wanted, graph.said_keys(one))]
        if any(one.source == statement.source and one.attribution.kind not in _REFUSING for one in alike):
            continue
        refusing = next((one for one in of_own if one.attribution.kind in _REFUSING), None)
        if refusing is not None and all(one.attribution.kind in _REFUSING for one in of_own):
            yield Misattribution(attribution.source[0], _place(refusing), "", refused=True)
        elif alike and all(_another(graph, statement, one) for one in alike):
            if not of_own and not _silent(graph, statement, alike):
                continue
            if any(2 * len(wanted & graph.said_keys(one)) >= len(wanted) for one in of_own):
                continue  # both speak of it
            yield Misattribution(attribution.source[0], _place(alike[0]), graph.sources[alike[0].source or 0].name)


def says_so(graph: AttributionGraph, span: Span) -> bool:
    """Say whether the one whom the headline gives as its source at ``span`` says something of the kind in the body."""
    if graph.headline is None:
        return False
    return any(
        len(graph.said_keys(said) & graph.said_keys(other)) >= ALIKE
        for said in graph.statements_in(graph.headline)
        if said.source is not None and any(part.overlaps(span) for part in said.attribution.source)
        for other in graph.statements_of(said.source)
        if other.paragraph in graph.body
    )


def _body(graph: AttributionGraph) -> list[Statement]:
    """Return the statements of the body that somebody makes."""
    return [one for one in graph.statements if one.paragraph in graph.body and one.source is not None]


def _another(graph: AttributionGraph, statement: Statement, other: Statement) -> bool:
    """Say whether what the headline quotes are the very words of a person whom it does not name.

    Whoever speaks for the one that it names is no other.
    """
    if not _person(graph, other) or not _verbatim(graph, statement, other):
        return False
    return _named(graph, statement).isdisjoint(speaker_keys(graph, other))


def _quotes_much(graph: AttributionGraph, statement: Statement) -> bool:
    """Say whether the headline quotes a sentence's worth of words."""
    headline = graph.paragraphs[statement.paragraph]
    return any(len(one.inner.of(headline.text).split()) >= MUCH for one in headline.quotations)


def _silent(graph: AttributionGraph, statement: Statement, alike: list[Statement]) -> bool:
    """Say whether the story names the person whom the headline gives, and apart from those who say the like by name.

    Whoever is named beside them may be who is meant ("her brother Ivo Brandt"), and a pronoun may be anybody.
    """
    names = frozenset(
        key(sentence.tokens[entity.end - 1].lemma)
        for sentence in graph.paragraphs[statement.paragraph].sentences
        for entity in sentence.entities
        if entity.label == "PERSON" and any(part.covers(entity.span) for part in statement.attribution.source)
    )
    if not names:
        return False
    met = next(
        (
            (number, sentence.span.start)
            for number, sentence in sentences_of(graph.numbered)
            for entity in sentence.entities
            if entity.label == "PERSON" and key(sentence.tokens[entity.end - 1].lemma) in names
        ),
        None,
    )
    return met is not None and all(_by_another(graph, one, names, met) for one in alike)


def _by_another(graph: AttributionGraph, one: Statement, names: frozenset[str], met: tuple[int, int]) -> bool:
    """Say whether a statement names who makes it, and nobody of ``names``, or comes before those are ``met`` at all."""
    sentence = graph.paragraphs[one.paragraph].sentences[one.attribution.sentence]
    if names & keys_of(sentence):
        return False
    named = any(
        entity.label == "PERSON" and any(part.covers(entity.span) for part in one.attribution.source)
        for entity in sentence.entities
    )
    return named or (one.paragraph, sentence.span.start) < met or _of_one_person(graph, one, names)


def _of_one_person(graph: AttributionGraph, one: Statement, names: frozenset[str]) -> bool:
    """Say whether the paragraph of a statement names one person alone, and nobody of ``names``."""
    met = {
        key(sentence.tokens[entity.end - 1].lemma)
        for sentence in graph.paragraphs[one.paragraph].sentences
        for entity in sentence.entities
        if entity.label == "PERSON"
    }
    return len(met) == 1 and not met & names


def _named(graph: AttributionGraph, statement: Statement) -> frozenset[str]:
    """Return the keys of the people whom the headline names, and of whom it gives as the source."""
    headline = graph.paragraphs[statement.paragraph]
    return frozenset(
        one
        for sentence in headline.sentences
        for token in sentence.tokens
        if (entity := sentence.entity_at(token)) is not None and entity.label == "PERSON"
        for one in keys_among([token])
    ) | keys_inside(headline.sentences, statement.attribution.source)


def _person(graph: AttributionGraph, statement: Statement) -> bool:
    """Say whether a person who is named says it, one that the body names."""
    source = graph.sources[statement.source] if statement.source is not None else None
    if source is None or source.kind is not SourceKind.NAMED_PERSON:
        return False
    return any(mention.place.paragraph in graph.body for mention in source.mentions)


def _verbatim(graph: AttributionGraph, statement: Statement, other: Statement) -> bool:
    """Say whether the headline quotes what another says, word for word."""
    headline = graph.paragraphs[statement.paragraph]
    quoted = [one.inner.of(headline.text).casefold() for one in headline.quotations]
    said = " ".join(part.of(graph.paragraphs[other.paragraph].text) for part in other.attribution.content).casefold()
    return bool(quoted) and all(words.strip(" ,.") in said for words in quoted)


def _like(wanted: frozenset[str], said: frozenset[str]) -> bool:
    """Say whether what is said holds most of what is wanted."""
    return len(wanted & said) >= max(min(SHARED, len(wanted)), SHARE * len(wanted))


def _place(statement: Statement) -> Place:
    """Return where a statement stands."""
    return Place(statement.paragraph, statement.attribution.extent)
