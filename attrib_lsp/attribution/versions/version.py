"""One version of a story as it is laid beside another: its sentences, their words, what is said in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from attrib_lsp.attribution.claims import Line
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.keys import key
from attrib_lsp.attribution.values import Paragraph, Place, Source, Statement
from attrib_lsp.attribution.vocabulary import words_in
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons.common import is_function_word
from attrib_lsp.text.span import Span


@dataclass(frozen=True, eq=False)
class Version:
    """A version of a story."""

    graph: AttributionGraph

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The body's sentences, with the deck's before them, in reading order."""
        deck = () if self.graph.deck is None else (self.graph.deck,)
        return tuple(self._lines((*deck, *self.graph.body)))

    @cached_property
    def headline(self) -> tuple[Line, ...]:
        """The headline's sentences."""
        return tuple(self._lines(() if self.graph.headline is None else (self.graph.headline,)))

    def _lines(self, numbers: Iterable[int]) -> Iterator[Line]:
        """Yield the sentences of paragraphs."""
        for paragraph in numbers:
            for number in range(len(self.graph.paragraphs[paragraph].sentences)):
                yield Line(paragraph, number)

    def paragraph(self, line: Line) -> Paragraph:
        """Return the paragraph that a line stands in."""
        return self.graph.paragraphs[line.paragraph]

    def sentence(self, line: Line) -> Sentence:
        """Return the sentence that a line means."""
        return self.paragraph(line).sentences[line.number]

    def place(self, line: Line) -> Place:
        """Return where a line stands."""
        return Place(line.paragraph, self.sentence(line).span)

    def keys(self, lines: Iterable[Line]) -> frozenset[str]:
        """Return the keys of the content words of some lines."""
        return frozenset().union(*(word_keys(self.sentence(line)) for line in lines))

    def written(self, place: Place) -> str:
        """Return the words at a place."""
        return place.span.of(self.graph.paragraphs[place.paragraph].text)

    def source_of(self, statement: Statement) -> Source | None:
        """Return who makes a statement, if the reader is told."""
        return None if statement.source is None else self.graph.sources[statement.source]

    @cached_property
    def _by_line(self) -> dict[Line, tuple[Statement, ...]]:
        """The statements of each sentence that has the cue of one, or words of its content."""
        found: dict[Line, list[Statement]] = {}
        for statement in self.graph.statements:
            for line in self._reach(statement):
                found.setdefault(line, []).append(statement)
        return {line: tuple(statements) for line, statements in found.items()}

    def _reach(self, statement: Statement) -> Iterator[Line]:
        """Yield the sentences that a statement stands in or runs on over."""
        parts = statement.attribution.content
        for number, sentence in enumerate(self.graph.paragraphs[statement.paragraph].sentences):
            if number == statement.attribution.sentence or any(part.overlaps(sentence.span) for part in parts):
                yield Line(statement.paragraph, number)

    def statements(self, lines: Iterable[Line]) -> tuple[Statement, ...]:
        """Return the statements of some lines, each once, in reading order."""
        found = {id(one): one for line in lines for one in self._by_line.get(line, ())}
        return tuple(sorted(found.values(), key=lambda one: (one.paragraph, one.attribution.extent.start)))

    def said(self, statement: Statement, lines: Iterable[Line] | None = None) -> frozenset[str]:
        """Return the keys of the content words of what a statement says; only of that in ``lines`` if any are given."""
        text = self.graph.paragraphs[statement.paragraph].text
        parts = statement.attribution.content
        if lines is not None:
            spans = [self.sentence(line).span for line in lines if line.paragraph == statement.paragraph]
            parts = tuple(part.common(span) for part in parts for span in spans if part.overlaps(span))
        return frozenset(one for part in parts for one in content_keys(part.of(text)))

    def source_words(self, statement: Statement) -> str:
        """Return the words by which a statement gives its source; empty where it gives none."""
        return self._joined(statement, statement.attribution.source)

    def cue_words(self, statement: Statement) -> str:
        """Return the words of a statement's cue; empty where it has none."""
        return self._joined(statement, statement.attribution.cue)

    def said_words(self, statement: Statement) -> str:
        """Return the words of what a statement says."""
        return self._joined(statement, statement.attribution.content)

    def _joined(self, statement: Statement, parts: Iterable[Span]) -> str:
        """Return the words of some parts of a statement, blanks between two."""
        text = self.graph.paragraphs[statement.paragraph].text
        return " ".join(part.of(text) for part in parts)

    @cached_property
    def text(self) -> str:
        """The words of the deck and the body in their plain form, one blank between two and at either end."""
        words = (word for line in self.body for word, _ in words_in(self.sentence(line).text))
        return f" {' '.join(words)} "


def content_keys(text: str) -> frozenset[str]:
    """Return the keys of the words of ``text`` that are no function words, whatever part of speech they are."""
    return frozenset(key(word) for word, _ in words_in(text) if not is_function_word(word))


@remembered
def word_keys(sentence: Sentence) -> frozenset[str]:
    """Return the keys of the words of ``sentence`` that are no function words."""
    return content_keys(sentence.text)
