"""List what a story's body asserts: what each assertion rests on, how sure it is, how much it asks for a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.certainty import certainty
from attrib_lsp.attribution.checkworthiness import assertions
from attrib_lsp.attribution.claims import Carrier, Evidence, Line, carries, evidence_of, speaks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import ContentType, Paragraph, Statement
from attrib_lsp.attribution.worth import top, worth
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.text.span import Span

#: Words of a sentence from which it is taken to assert something.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Claim:
    """What a body asserts in the words ``spans`` of paragraph ``paragraph``.

    ``source`` is the number of the graph's source that carries it, None where nobody does. ``certainty`` runs from 0
    (denied) to 5 (told flatly), ``score``, how much the claim asks for a source, from 0 to 1.
    """

    paragraph: int
    spans: tuple[Span, ...]
    carrier: Carrier
    source: int | None
    certainty: int
    score: float


@remembered
def claims_of(graph: AttributionGraph) -> tuple[Claim, ...]:
    """Return what the body of a story asserts, in reading order (worked out once)."""
    evidence = evidence_of(graph)
    found = [claim for line in evidence.lines for claim in (*_told(evidence, line), *_own(evidence, line))]
    return tuple(sorted(found, key=lambda one: (one.paragraph, one.spans[0].start)))


def _statements(evidence: Evidence, paragraph: int) -> Iterator[tuple[Statement, Sentence, Token]]:
    """Yield the statements of a paragraph that say something, each with the sentence and the word that heads it.

    Who "opposes the plan" says nothing of the plan: that they do is the story's claim.
    """
    for one in evidence.graph.statements_in(paragraph):
        attribution = one.attribution
        if not attribution.content or not carries(attribution) or not (attribution.source or one.source is not None):
            continue
        sentence = _sentence_at(evidence.graph.paragraphs[paragraph], attribution.content[0])
        if sentence is None:
            continue
        head = top(sentence, attribution.content[0])
        if attribution.type is ContentType.DIRECT or _clause(sentence, head):
            yield one, sentence, head


def _told(evidence: Evidence, line: Line) -> Iterator[Claim]:
    """Yield what sources say in a line."""
    for statement, sentence, head in _statements(evidence, line.paragraph):
        attribution = statement.attribution
        if attribution.sentence != line.number:
            continue
        sure = 0 if attribution.negated else certainty(sentence, head)
        carrier = Carrier.QUOTED if attribution.type is ContentType.DIRECT else Carrier.ATTRIBUTED
        score = round(worth(sentence, attribution.content[0]), 2)
        yield Claim(line.paragraph, attribution.content, carrier, statement.source, sure, score)


def _sentence_at(paragraph: Paragraph, span: Span) -> Sentence | None:
    """Return the first sentence of a paragraph with words of ``span``."""
    return next((one for one in paragraph.sentences if one.tokens_in(span)), None)


def _clause(sentence: Sentence, head: Token) -> bool:
    """Say whether a content's head heads a clause."""
    return head.pos in ("VERB", "AUX") or sentence.child(head, "cop", "nsubj", "nsubj:pass", "csubj") is not None


def _own(evidence: Evidence, line: Line) -> Iterator[Claim]:
    """Yield what a line asserts itself: nothing where its main clause only says who says what."""
    sentence, root = evidence.sentence(line), evidence.sentence(line).root
    held = [
        part
        for one, _, _ in _statements(evidence, line.paragraph)
        for part in (*one.attribution.cue, *one.attribution.content)
    ]
    if len(sentence.tokens) < _SHORTEST or any(part.overlaps(root.span) for part in held):
        return
    charged = max((one.score for one in assertions(evidence.paragraph(line), sentence)), default=0.0)
    carrier = evidence.carrier(line, root.span)
    reach = {Carrier.ATTRIBUTED: (line,), Carrier.INHERITED: (*evidence.beside(line), *evidence.next_door(line))}
    source = _speaking(evidence, reach.get(carrier, ()))
    score = round(max(charged, worth(sentence)), 2)
    yield Claim(line.paragraph, (sentence.span,), carrier, source, certainty(sentence, root), score)


def _speaking(evidence: Evidence, lines: Iterable[Line]) -> int | None:
    """Return the number of the first source that speaks in ``lines``."""
    for line in lines:
        for statement in evidence.graph.statements_in(line.paragraph):
            if statement.attribution.sentence == line.number and statement.source is not None and speaks(statement):
                return statement.source
    return None
