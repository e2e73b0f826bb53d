"""The story's attribution graph: who says what where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from attrib_lsp.attribution.accusations import Accusation, find_accusations
from attrib_lsp.attribution.contested import ContestedClaim, find_contested
from attrib_lsp.attribution.coreference import Coreference, corefer
from attrib_lsp.attribution.headline import Alignment
from attrib_lsp.attribution.identification import identified
from attrib_lsp.attribution.keys import keys_inside
from attrib_lsp.attribution.values import ContentType, CueKind, Paragraph, Place, Source, SourceKind, Statement
from attrib_lsp.attribution.vocabulary import Vocabulary
from attrib_lsp.language.comparing.values import Comparison
from attrib_lsp.lexicons.house import WordLists, standard
from attrib_lsp.text.story import Story

#: Cues by which somebody speaks, and does not only think, act or take a side.
SPOKEN = frozenset(
    {
        CueKind.SPEECH,
        CueKind.WRITING,
        CueKind.ACCORDING_TO,
        CueKind.DENIAL,
        CueKind.NO_COMMENT,
        CueKind.EVIDENCE,
        CueKind.BARE,
    }
)

#: Tags of verbs that make a clause.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, eq=False)
class AttributionGraph:
    """A story with its paragraphs read and its speakers known.

    ``paragraphs`` holds every block that was read: the headline and the deck where there are any (their numbers are
    in ``headline`` and ``deck``), then the body (``body`` has its numbers, in reading order). ``alignment`` says
    which body sentences bear on the headline, ``comparison`` what the trained comparer thinks of its words.
    """

    story: Story
    paragraphs: tuple[Paragraph, ...]
    body: range
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    headline: int | None = None
    deck: int | None = None
    alignment: Alignment | None = None
    comparison: Comparison | None = None

    @cached_property
    def _statements_by_paragraph(self) -> dict[int, tuple[Statement, ...]]:
        """Statements of each paragraph that has any."""
        found: dict[int, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(statement.paragraph, []).append(statement)
        return {number: tuple(statements) for number, statements in found.items()}

    def statements_in(self, paragraph: int) -> tuple[Statement, ...]:
        """Return the statements of ``paragraph`` in order of appearance."""
        return self._statements_by_paragraph.get(paragraph, ())

    def statements_of(self, source: int) -> Iterator[Statement]:
        """Yield what ``source`` says, in reading order."""
        return (statement for statement in self.statements if statement.source == source)

    def said_keys(self, statement: Statement) -> frozenset[str]:
        """Return the keys of the content words of what ``statement`` says."""
        return keys_inside(self.paragraphs[statement.paragraph].sentences, statement.attribution.content)

    @cached_property
    def speakers(self) -> tuple[int, ...]:
        """The sources that a reader would call one: who says, writes or shows something, or a person who takes a stand.

        A body that only acts (a government that "refuses" or "wants") is none, nor is who speaks only in the headline.
        """
        found: dict[int, None] = {}
        for statement in self.statements:
            if statement.source is None or statement.paragraph == self.headline:
                continue
            kind = self.sources[statement.source].kind
            spoken = statement.attribution.kind in SPOKEN
            if kind.unnamed or kind is SourceKind.NAMED_PERSON:
                speaks = spoken or statement.attribution.kind is CueKind.STANCE
            else:
                speaks = spoken and self._states(statement)
            if speaks:
                found[statement.source] = None
        return tuple(sorted(found))

    def _states(self, statement: Statement) -> bool:
        """Say whether what a statement carries is one: a clause, or words in quotation marks."""
        if statement.attribution.kind in (CueKind.NO_COMMENT, CueKind.DENIAL):
            return True
        paragraph = self.paragraphs[statement.paragraph]
        if statement.attribution.type is not ContentType.INDIRECT:
            return True
        sentence = paragraph.sentences[statement.attribution.sentence]
        return any(token.tag in FINITE for part in statement.attribution.content for token in sentence.tokens_in(part))

    @property
    def lists(self) -> WordLists:
        """The word lists by which it was read."""
        return next((one.lists for one in self.paragraphs if one.sentences), standard())

    @cached_property
    def words(self) -> int:
        """How many words the body has."""
        return sum(self.paragraphs[number].words for number in self.body)

    @cached_property
    def numbered(self) -> tuple[tuple[int, Paragraph], ...]:
        """The body's paragraphs, each with its number."""
        return tuple((number, self.paragraphs[number]) for number in self.body)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all that stands below the headline."""
        return Vocabulary.of((number, self.paragraphs[number]) for number in (*self._decks, *self.body))

    @property
    def _front(self) -> tuple[int, ...]:
        """The numbers of the headline and the deck, of those that there are."""
        return tuple(number for number in (self.headline, self.deck) if number is not None)

    @property
    def _decks(self) -> tuple[int, ...]:
        """The number of the deck, if there is one."""
        return () if self.deck is None else (self.deck,)

    @cached_property
    def coreference(self) -> Coreference:
        """Whom the story's words mean, also where nobody speaks."""
        return corefer(self.paragraphs, [*self.body, *self._front], self.sources, self.statements)

    def identification(self, source: int) -> Place:
        """Return where ``source`` is first told in full, whether it speaks there or not."""
        return identified(self.sources[source], self.coreference.mentions[source], frozenset(self._front))

    @cached_property
    def accusations(self) -> tuple[Accusation, ...]:
        """Who is accused of what, in the order of the paragraphs."""
        return find_accusations(self)

    @cached_property
    def contested(self) -> tuple[ContestedClaim, ...]:
        """The claims that the story does not settle."""
        return find_contested(self)
