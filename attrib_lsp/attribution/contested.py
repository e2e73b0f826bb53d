"""The story's contested claims: what somebody denies, and a headline that rests on nobody the reader can weigh."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attrib_lsp.attribution.denials import denies, points_to_claim, unknowing
from attrib_lsp.attribution.events import Event, event_of
from attrib_lsp.attribution.headline import Alignment, Manner
from attrib_lsp.attribution.parties import named_keys, speaker_keys
from attrib_lsp.attribution.presupposing import takes_up
from attrib_lsp.attribution.values import Attribution, CueKind, Place
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

#: Statements before a denial among which the claim that it points to is looked for.
BACK = 4
_UNWEIGHED = frozenset({Manner.UNNAMED, Manner.IMPERSONAL, Manner.PRESUPPOSED})
_TELLING = (CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO, CueKind.EVIDENCE, CueKind.STANCE)


@dataclass(frozen=True, slots=True)
class ContestedClaim:
    """A claim that the story does not settle. ``told`` is where it is told, ``denied`` where it is denied, if it is."""

    event: Event
    told: Place
    denied: Place | None = None


def rests_on_unweighed(alignment: Alignment) -> bool:
    """Say whether unnamed sources carry the headline, and nothing else the body says of it bears it out."""
    supports = alignment.supports
    return any(one.manner is Manner.UNNAMED and not one.own for one in supports) and all(
        one.manner in _UNWEIGHED for one in supports
    )


def find_contested(graph: AttributionGraph) -> tuple[ContestedClaim, ...]:
    """Return the contested claims of a story: the headline's first, then those that somebody denies."""
    return (*_headline(graph), *_denied(graph))


def _headline(graph: AttributionGraph) -> Iterator[ContestedClaim]:
    """Yield the headline's claim where somebody denies it or nobody the reader can weigh supports it."""
    alignment = graph.alignment
    if alignment is None or graph.headline is None:
        return
    on_record = any(one.manner is Manner.PUBLIC_ACT or one.own for one in alignment.supports)
    if on_record or not (alignment.denials or rests_on_unweighed(alignment)):
        return
    denied = alignment.denials[0].place if alignment.denials else None
    yield ContestedClaim(alignment.event, Place(graph.headline, alignment.claim), denied)


def _denied(graph: AttributionGraph) -> Iterator[ContestedClaim]:
    """Yield the claims of sources in the body that whom they concern denies."""
    for number, statement in enumerate(graph.statements):
        paragraph = graph.paragraphs[statement.paragraph]
        one = statement.attribution
        if statement.paragraph not in graph.body or not one.cue:
            continue
        if not denies(paragraph, one) and not unknowing(paragraph, one):
            continue
        sentence = paragraph.sentences[one.sentence]
        if points_to_claim(sentence, one):
            told = _pointed_to(graph, number)
            if told is not None:
                yield ContestedClaim(told[0], told[1], Place(statement.paragraph, one.cue[0]))


def _pointed_to(graph: AttributionGraph, number: int) -> tuple[Event, Place] | None:
    """Return the claim that a denial points to: the last one before it, by somebody else, of whom denies.

    A pronoun that nobody was met for may mean whoever the claim names.
    """
    denial = graph.statements[number]
    speaker = speaker_keys(graph, denial)
    for earlier in reversed(graph.statements[max(number - BACK, 0) : number]):
        one = earlier.attribution
        if one.kind not in _TELLING or earlier.paragraph not in graph.body or speaker_keys(graph, earlier) & speaker:
            continue
        paragraph = graph.paragraphs[earlier.paragraph]
        sentence = paragraph.sentences[one.sentence]
        same = (earlier.paragraph, one.sentence) == (denial.paragraph, denial.attribution.sentence)
        if same or takes_up(paragraph, one):
            continue
        tokens = _told(sentence, one)
        predicate = _predicate(sentence, tokens)
        named = named_keys(sentence, tokens)
        if predicate is not None and (speaker & named if speaker else named):
            return event_of(sentence, predicate, tokens), Place(earlier.paragraph, sentence.span)
    return None


def _told(sentence: Sentence, one: Attribution) -> list[Token]:
    """Return the words of what is told; all that follows the cue where the content seems cut short before its verb."""
    tokens = [token for part in one.content for token in sentence.tokens_in(part)]
    if any(token.pos == "VERB" for token in tokens) or not one.cue or one.content[0].start < one.cue[-1].end:
        return tokens
    return [token for token in sentence.tokens if token.span.start >= one.cue[-1].end]


def _predicate(sentence: Sentence, tokens: list[Token]) -> Token | None:
    """Return the main verb of a content, if it is one that tells an event."""
    verbs = [token for token in tokens if token.pos == "VERB"]
    main = min(verbs, key=lambda token: sum(1 for _ in sentence.ancestors(token)), default=None)
    return None if main is None or main.lemma.lower() in words("cues", "cognition") else main
