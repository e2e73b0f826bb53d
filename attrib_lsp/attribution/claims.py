"""Who carries what the body says: somebody quoted, a source, a record, a neighbour's source, a public act, or nobody.

What more than one rule asks about a sentence's sourcing is answered here. The answers lean towards a source: where a
sentence may rest on one, it is taken to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache

from attrib_lsp.attribution.forms import listed_in
from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.attribution.grounds import common, on_record, points_back, public_act, reports, scheduled, witnessed
from attrib_lsp.attribution.keys import keys_of
from attrib_lsp.attribution.reach import aside, governors, hangs
from attrib_lsp.attribution.values import Attribution, CueKind, Paragraph, SourceKind, Statement
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Sentences before and after one within whose reach a source still carries it, in its own paragraph.
BEFORE, AFTER = 2, 1
#: Content words that two sentences of different paragraphs share when one goes on from the other.
LINKS = 2
#: Share of a sentence's content words that a sourced sentence elsewhere repeats when it told the same thing.
RETOLD = 0.5


class Carrier(Enum):
    """What a statement rests on."""

    QUOTED = "somebody's words in quotation marks, or set out by themselves"
    ATTRIBUTED = "a source in the sentence"
    DOCUMENT = "a document or figures named in the sentence"
    INHERITED = "a source in a sentence beside it"
    RETOLD = "a source that told it elsewhere in the story"
    PUBLIC_ACT = "the act itself, done in public"
    SCHEDULED = "the diary"
    WITNESSED = "the reporter's own eyes"
    COMMON = "common knowledge"
    OWN_VOICE = "nobody: the story's own voice"


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """A body sentence: sentence ``number`` of the graph's paragraph ``paragraph``."""

    paragraph: int
    number: int


@dataclass(frozen=True)
class Evidence:
    """What the sentences of a story's body rest on."""

    graph: AttributionGraph

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The body's sentences in reading order."""
        return tuple(
            Line(paragraph, number)
            for paragraph in self.graph.body
            for number in range(len(self.graph.paragraphs[paragraph].sentences))
        )

    @cached_property
    def _place(self) -> dict[Line, int]:
        """Where each sentence stands among the body's."""
        return {line: index for index, line in enumerate(self.lines)}

    @cached_property
    def transcript(self) -> bool:
        """Whether the body is an interview, question by question."""
        return genre_of(self.graph).transcript

    @cached_property
    def spoken(self) -> frozenset[Line]:
        """The sentences in which a source speaks, writes or shows something, or whose words are a source's."""
        found: set[Line] = set()
        for statement in self.graph.statements:
            if statement.paragraph in self.graph.body and speaks(statement):
                found.update(self._reach(statement))
        found.update(line for line in self.lines if reports(self.paragraph(line), self.sentence(line)))
        return frozenset(found)

    def _reach(self, statement: Statement) -> Iterator[Line]:
        """Yield the sentences that a statement stands in or runs on over."""
        yield Line(statement.paragraph, statement.attribution.sentence)
        sentences = self.graph.paragraphs[statement.paragraph].sentences
        for number, sentence in enumerate(sentences):
            if any(part.overlaps(sentence.span) for part in statement.attribution.content):
                yield Line(statement.paragraph, number)

    def led_in(self, line: Line) -> bool:
        """Say whether the paragraph above ends in a colon: what follows it is what somebody wrote, set out."""
        above = line.paragraph - 1
        return above in self.graph.body and self.graph.paragraphs[above].text.endswith(":")

    def paragraph(self, line: Line) -> Paragraph:
        """Return the paragraph that a line stands in."""
        return self.graph.paragraphs[line.paragraph]

    def sentence(self, line: Line) -> Sentence:
        """Return the sentence that a line means."""
        return self.paragraph(line).sentences[line.number]

    def before(self, line: Line, count: int) -> tuple[Line, ...]:
        """Return up to ``count`` lines before ``line``, nearest first."""
        at = self._place[line]
        return tuple(reversed(self.lines[max(at - count, 0) : at]))

    def after(self, line: Line, count: int) -> tuple[Line, ...]:
        """Return up to ``count`` lines after ``line``, nearest first."""
        at = self._place[line]
        return self.lines[at + 1 : at + 1 + count]

    def attributions(self, line: Line) -> tuple[Attribution, ...]:
        """Return the attributions whose cue stands in ``line`` or whose content reaches into it."""
        span = self.sentence(line).span
        return tuple(
            one
            for one in self.paragraph(line).attributions
            if one.sentence == line.number or any(part.overlaps(span) for part in one.content)
        )

    def sourced(self, line: Line, span: Span) -> bool:
        """Say whether somebody in ``line`` carries ``span``: holds the words in a content, or speaks (see `told`)."""
        held = any(
            part.overlaps(span)
            for one in self.attributions(line)
            if one.source and carries(one) and not any(cue.overlaps(span) for cue in one.cue)
            for part in one.content
        )
        return held or self.told(line, span)

    def told(self, line: Line, span: Span) -> bool:
        """Say whether somebody speaks in ``line``, and not only beside or below the words ``span``.

        What does not count: a cue that ``span`` belongs to, one whose source it is in ("60 per cent of workers said"),
        one that hangs from it ("is thought to have said"), one in a clause beside it ("when the union asked for it").
        """
        sentence = self.sentence(line)
        inside = frozenset(token.index for token in sentence.tokens_in(span))
        below = frozenset(token.index for token in sentence.tokens if hangs(sentence, token, inside))
        for one in self.attributions(line):
            own = any(part.overlaps(span) for part in one.source)
            if one.source and not own and one.kind in SPOKEN and not aside(sentence, one):
                cue = [token.index for part in one.cue for token in sentence.tokens_in(part)]
                if one.kind is CueKind.ACCORDING_TO or not cue or not below.issuperset(cue):
                    return True
        return reports(self.paragraph(line), sentence, without=below | governors(sentence, inside))

    def attributed(self, line: Line, verb: Token) -> bool:
        """Say whether somebody says, thinks or shows something in ``line``, or seems to, other than by ``verb``."""
        for one in self.attributions(line):
            own = any(part.overlaps(verb.span) for part in one.cue)
            if not own and ((one.source and carries(one)) or one.kind is CueKind.BARE):
                return True
        own_words = (verb, *self.sentence(line).children(verb, "xcomp"))  # "failed to warn" reports nothing
        return reports(self.paragraph(line), self.sentence(line), without=frozenset(token.index for token in own_words))

    def carrier(
        self,
        line: Line,
        span: Span,
        about: frozenset[str] | None = None,
        without: frozenset[int] = frozenset(),
    ) -> Carrier:
        """Return what the words ``span`` of ``line`` rest on; see `inherited` for ``about``.

        Words numbered in ``without`` (what is done to a report, say) are not taken for a document.
        """
        sentence = self.sentence(line)
        if self.paragraph(line).quoted(span) or self.led_in(line):
            return Carrier.QUOTED
        if self.sourced(line, span):
            return Carrier.ATTRIBUTED
        if on_record(sentence, without=without):
            return Carrier.DOCUMENT
        if self.inherited(line, about):
            return Carrier.INHERITED
        if self.retold(line):
            return Carrier.RETOLD
        if public_act(sentence):
            return Carrier.PUBLIC_ACT
        if scheduled(sentence):
            return Carrier.SCHEDULED
        if witnessed(sentence):
            return Carrier.WITNESSED
        return Carrier.COMMON if common(sentence) else Carrier.OWN_VOICE

    def inherited(self, line: Line, about: frozenset[str] | None = None) -> bool:
        """Say whether a source beside ``line`` carries it: in its paragraph, or in a neighbour's that it is linked to.

        Where ``about`` is given (keys of content words), a source in the next sentence counts only if it goes on from
        this one, and a source in another paragraph only if it speaks of one of them; with none in it, none does.
        """
        for other in self.beside(line):
            if other in self.spoken and (about is None or other < line or self.taken_up(line, other)):
                return True
        return any(other in self.spoken and self.linked(line, other, about) for other in self.next_door(line))

    def beside(self, line: Line) -> tuple[Line, ...]:
        """Return the lines of the same paragraph within whose reach ``line`` is."""
        near = (*self.before(line, BEFORE), *self.after(line, AFTER))
        return tuple(other for other in near if other.paragraph == line.paragraph)

    def next_door(self, line: Line) -> tuple[Line, ...]:
        """Return the last two lines of the paragraph before and the first two of the one after."""
        last = len(self.graph.paragraphs[line.paragraph].sentences) - 1 - line.number
        before = self.before(line, line.number + BEFORE)[line.number :]
        after = self.after(line, last + BEFORE)[last:]
        return tuple(other for other in (*before, *after) if abs(other.paragraph - line.paragraph) == 1)

    def taken_up(self, line: Line, later: Line) -> bool:
        """Say whether ``later`` goes on from ``line``: it points back or shares a content word."""
        return points_back(self.sentence(later)) or bool(self.shared(line, later))

    def linked(self, line: Line, other: Line, about: frozenset[str] | None = None) -> bool:
        """Say whether one of two lines goes on from the other: it points back to it, or they share content words.

        Where ``about`` is given, one shared word suffices, but it must be one of those.
        """
        shared = self.shared(line, other)
        if about is not None:
            return bool(shared & about)
        later = self.sentence(max(line, other))
        return (points_back(later) and abs(self._place[line] - self._place[other]) == 1) or len(shared) >= LINKS

    def shared(self, line: Line, other: Line) -> frozenset[str]:
        """Return the keys of the content words that two lines have in common."""
        return keys_of(self.sentence(line)) & keys_of(self.sentence(other))

    def retold(self, line: Line) -> bool:
        """Say whether a sourced sentence elsewhere in the body tells most of what ``line`` does."""
        own = keys_of(self.sentence(line))
        return bool(own) and any(
            len(own & keys) >= RETOLD * len(own) for other, keys in self._spoken_keys if other != line
        )

    @cached_property
    def _spoken_keys(self) -> tuple[tuple[Line, frozenset[str]], ...]:
        """The sentences in which somebody speaks, each with the keys of its content words."""
        return tuple((line, keys_of(self.sentence(line))) for line in self.spoken)

    def named(self, line: Line) -> tuple[Statement, ...]:
        """Return the statements of ``line`` in which a named person or body, or a document, speaks."""
        kinds = (SourceKind.NAMED_PERSON, SourceKind.NAMED_ORGANISATION, SourceKind.DOCUMENT, SourceKind.MEDIA_OUTLET)
        return tuple(
            statement
            for statement in self.graph.statements_in(line.paragraph)
            if statement.source is not None
            and speaks(statement)
            and line in self._reach(statement)
            and self.graph.sources[statement.source].kind in kinds
        )

    @cached_property
    def bare(self) -> bool:
        """Whether the body rests on nobody and nothing: nobody speaks or is spoken to, no document is named."""
        sentences = [self.sentence(line) for line in self.lines]
        return not self.spoken and not any(
            on_record(one) or listed_in(one, "claims", "records.met") for one in sentences
        )

    @cached_property
    def opinion(self) -> bool:
        """Whether the story is the writer's own view."""
        return genre_of(self.graph).opinion

    @cached_property
    def personal(self) -> bool:
        """Whether the story's own voice says "I" often."""
        return genre_of(self.graph).personal


@lru_cache(maxsize=2)
def evidence_of(graph: AttributionGraph) -> Evidence:
    """Return the evidence of a graph; all rules that look at one story share it."""
    return Evidence(graph)


def carries(attribution: Attribution) -> bool:
    """Say whether an attribution is one by a verb that is known to carry a content."""
    return attribution.kind is not CueKind.STANCE or attribution.cue_lemma in words("cues", "stance")


def speaks(statement: Statement) -> bool:
    """Say whether a statement is one that can carry what stands beside it."""
    attribution = statement.attribution
    return attribution.kind in SPOKEN and (bool(attribution.source) or statement.source is not None)
