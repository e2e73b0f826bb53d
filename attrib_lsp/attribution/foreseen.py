"""What somebody in the story foresees and the headline tells with a "will" of its own, by the comparer's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lsp.attribution.compared import chance
from attrib_lsp.attribution.headline import Support
from attrib_lsp.attribution.headline_claim import attributes
from attrib_lsp.attribution.keys import key, keys_among, keys_inside, keys_of
from attrib_lsp.attribution.parties import speaker_keys
from attrib_lsp.attribution.repeated import support_of
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.standing import asks, negated
from attrib_lsp.attribution.values import CueKind, Statement
from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.language.values import Sentence, Token

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

#: From which probability on the comparer suspects the headline's "will".
SUSPECTED = 0.2
_FUTURE = frozenset({"will", "wo", "'ll", "’ll"})
_FORESEEN = _FUTURE | {"would", "'d", "’d"}
_TELLING = (CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO)


def foreseen(graph: AttributionGraph) -> Support | None:
    """Return the statement of the body by which alone somebody foresees what the headline says will be.

    The comparer must suspect the "will". Who foresees it must be another than the one that the headline speaks of, and
    the story must have the verb nowhere else.
    """
    if graph.headline is None:
        return None
    headline = graph.paragraphs[graph.headline]
    if asks(headline.text) or attributes(headline) or headline.quotations:
        return None
    for sentence in headline.sentences:
        for will in sentence.spelled(_FUTURE):
            verb = sentence.head(will)
            if will.relation != "aux" or chance(graph.comparison, will.span, Wrong.CERTAINTY) < SUSPECTED:
                continue
            found = _foreseen_by(graph, sentence, verb)
            if found is not None:
                return found
    return None


def _foreseen_by(graph: AttributionGraph, sentence: Sentence, verb: Token) -> Support | None:
    """Return the statement that foresees ``verb`` with its object, if the story has it nowhere else."""
    wanted = key(verb.lemma)
    tellings = [
        (number, told, one)
        for number, paragraph in graph.numbered
        for told in paragraph.sentences
        if wanted in keys_of(told)
        for one in told.tokens
        if one.pos == "VERB" and key(one.lemma) == wanted
    ]
    thing = sentence.child(verb, "obj", "obl")
    doer = subject_of(sentence, verb)
    if len(tellings) != 1 or thing is None or doer is None:
        return None
    number, told, one = tellings[0]
    aside = told.child(one, "obj", "obl")
    same = aside is not None and key(aside.lemma) == key(thing.lemma)
    future = any(child.text.lower() in _FORESEEN for child in told.children(one, "aux"))
    if not same or not future or negated(told, one) != negated(sentence, verb):
        return None
    for at, statement in enumerate(graph.statements):
        if statement.paragraph == number and _tells(graph, statement, told, one, keys_among(sentence.subtree(doer))):
            return support_of(graph, at, 0.5)
    return None


def _tells(graph: AttributionGraph, statement: Statement, told: Sentence, one: Token, whose: frozenset[str]) -> bool:
    """Say whether a statement holds the verb ``one``, by a source that is nobody of ``whose`` keys, nor its doer."""
    attribution = statement.attribution
    if statement.source is None or attribution.kind not in _TELLING or attribution.negated:
        return False
    if not any(part.covers(one.span) for part in attribution.content):
        return False
    doer = subject_of(told, one)
    source = speaker_keys(graph, statement) | keys_inside([told], attribution.source)
    return doer is not None and doer.pos != "PRON" and whose.isdisjoint(source) and key(doer.lemma) not in source
