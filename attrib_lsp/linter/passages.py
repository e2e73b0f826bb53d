"""The sentence that a finding stands in: what stays the same of it while lines above it come and go."""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.text.prose import Field, Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

#: Hexadecimal digits of a digest: 64 bits, which no archive of findings comes near to filling.
DIGITS = 16

_TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class Passage:
    """One or several whole sentences: their ``words``, and the ``span`` of the file that they take up.

    The span is in code points of the text of the finding's field.
    """

    words: str
    span: Span

    @property
    def digest(self) -> str:
        """What tells the words from others, however they are wrapped, quoted or capitalised."""
        return hashlib.sha256(normalised(self.words).encode("utf-8", "replace")).hexdigest()[:DIGITS]

    @classmethod
    def of_lines(cls, source: SourceText, span: Span) -> Passage:
        """Return the whole lines that ``span`` touches, for a finding that stands in no sentence."""
        first = source.line_of(span.start)
        last = max(first, source.line_of(max(span.start, span.end - 1)))
        words = " ".join(source.line_text(line) for line in range(first, last + 1))
        return cls(words, Span(source.line_starts[first], source.line_starts[last] + len(source.line_text(last))))


def normalised(words: str) -> str:
    r"""Return ``words`` as two versions of one sentence share them.

    >>> normalised("“It’s\n  off,” she said — twice…")
    '"it\'s off," she said - twice...'
    """
    return " ".join(unicodedata.normalize("NFKC", words.translate(_TYPOGRAPHY)).casefold().split())


class Passages:
    """The sentences of a story, by where they stand in its file."""

    def __init__(self, sources: Mapping[Field, SourceText], read: Iterable[tuple[Prose, Paragraph]]) -> None:
        """Locate the sentences of prose that was ``read``, in the texts of its fields."""
        self._sources = sources
        self._by_field: dict[Field, list[Passage]] = {"text": [], "headline": []}
        for field, passage in _located(read):
            self._by_field[field].append(passage)
        for found in self._by_field.values():
            found.sort(key=lambda passage: passage.span)
        self._starts = {field: [one.span.start for one in found] for field, found in self._by_field.items()}

    @classmethod
    def of(cls, graph: AttributionGraph) -> Passages:
        """Return the sentences of ``graph``."""
        proses = (block.prose for block in read_blocks(graph.story))
        return cls(graph.story.sources, zip(proses, graph.paragraphs, strict=True))

    def around(self, finding: LocatedFinding) -> Passage:
        """Return the sentences that ``finding`` touches; the lines where it stands in none, beside the article say."""
        found = self._by_field[finding.field]
        number = max(0, bisect_right(self._starts[finding.field], finding.span.start) - 1)
        touched = []
        while number < len(found) and found[number].span.start < max(finding.span.end, finding.span.start + 1):
            if found[number].span.end >= finding.span.start:
                touched.append(found[number])
            number += 1
        if not touched or not touched[0].span.start <= finding.span.start:
            return Passage.of_lines(self._sources[finding.field], finding.span)
        return Passage(" ".join(one.words for one in touched), touched[0].span.joined(touched[-1].span))


def _located(read: Iterable[tuple[Prose, Paragraph]]) -> Iterator[tuple[Field, Passage]]:
    """Yield every sentence that was read, with the field that its span counts in."""
    for prose, paragraph in read:
        for sentence in paragraph.sentences:
            yield prose.field, Passage(sentence.span.of(paragraph.text), prose.locate(sentence.span))
