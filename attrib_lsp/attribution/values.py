"""The attribution graph's values: attributions, mentions, sources, statements.

Spans are code points of their paragraph's prose. A paragraph that has not changed keeps its values, whatever moved
around it; only the graph knows which paragraph stands where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from attrib_lsp.language.values import Quotation, Sentence
from attrib_lsp.lexicons.house import WordLists, standard
from attrib_lsp.text.span import Span


class ContentType(Enum):
    """How a content is given: in quotation marks, partly, or not."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class CueKind(Enum):
    """What kind of thing the cue says its source did."""

    SPEECH = "speech"
    WRITING = "writing"
    ACCORDING_TO = "according to"
    COGNITION = "cognition"
    EVIDENCE = "evidence"  # a document, study or figure shows
    DENIAL = "denial"
    NO_COMMENT = "no comment"
    IMPERSONAL = "impersonal"  # is thought to, it emerged that: nobody carries it
    ADVERB = "adverb"  # reportedly, allegedly
    STANCE = "stance"  # criticise, praise, accuse: the content is what it is about
    BARE = "bare"  # a colon, or a quotation standing alone


class SourceKind(Enum):
    """What a source is."""

    NAMED_PERSON = "named-person"
    NAMED_ORGANISATION = "named-organisation"
    UNNAMED_PERSON = "unnamed-person"
    UNNAMED_GROUP = "unnamed-group"
    DOCUMENT = "document"
    MEDIA_OUTLET = "media-outlet"

    @property
    def unnamed(self) -> bool:
        """Whether the reader is not told who it is."""
        return self in (SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what, by which words, in one paragraph.

    ``source`` is empty where nobody is given (an impersonal cue, a quotation standing alone). ``head`` is the number
    of the source's head word in sentence ``sentence`` of the paragraph (None without source). ``cue_lemma`` is the
    cue's main word ("say", "according to"). ``via`` holds the outlets that stand between ("told CNN"). ``negated``
    is set by "did not say".
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    type: ContentType
    kind: CueKind
    cue_lemma: str
    sentence: int
    head: int | None = None
    via: tuple[Span, ...] = ()
    negated: bool = False

    @property
    def extent(self) -> Span:
        """The smallest span that covers all parts."""
        parts = (*self.source, *self.cue, *self.content)
        return Span(min(part.start for part in parts), max(part.end for part in parts))


@dataclass(frozen=True, eq=False)
class Paragraph:
    """One block of prose, read: its sentences, quotations and attributions, in order of appearance."""

    text: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]

    @property
    def lists(self) -> WordLists:
        """The word lists by which it was read."""
        return self.sentences[0].lists if self.sentences else standard()

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds ``offset``, else the last one that begins before it.

        Raises:
            ValueError: the paragraph has no sentence.
        """
        for sentence in reversed(self.sentences):
            if sentence.span.start <= offset:
                return sentence
        raise ValueError("a paragraph without sentences")

    def quoted(self, span: Span) -> bool:
        """Say whether ``span`` touches words in quotation marks."""
        return any(quotation.inner.overlaps(span) for quotation in self.quotations)

    def attributed(self, span: Span) -> bool:
        """Say whether ``span`` lies inside some attribution's content that has a source."""
        return any(
            part.covers(span) for attribution in self.attributions if attribution.source for part in attribution.content
        )

    @cached_property
    def words(self) -> int:
        """How many words it has, marks left out."""
        return sum(token.pos != "PUNCT" for sentence in self.sentences for token in sentence.tokens)


def sentences_of(body: Iterable[tuple[int, Paragraph]]) -> list[tuple[int, Sentence]]:
    """Return the sentences of paragraphs that are given with their numbers, each with that number."""
    return [(number, sentence) for number, paragraph in body for sentence in paragraph.sentences]


@dataclass(frozen=True, slots=True)
class Place:
    """A span in one of the graph's paragraphs (``paragraph`` is its number there)."""

    paragraph: int
    span: Span


def first_match(pattern: re.Pattern[str], body: Iterable[tuple[int, Paragraph]]) -> Place | None:
    """Return the first place in paragraphs, given with their numbers, that a pattern matches."""
    for number, paragraph in body:
        found = pattern.search(paragraph.text)
        if found is not None:
            return Place(number, Span(*found.span()))
    return None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to a source. ``head`` is the lemma of its head word; ``sentence`` counts in its paragraph."""

    place: Place
    text: str
    head: str
    sentence: int


@dataclass(frozen=True)
class Source:
    """Somebody or something that speaks in the story, over all its mentions.

    ``name`` is the fullest form by which the reader knows it ("Jake Sullivan"; "several US officials").
    ``description`` is how it is described at that mention (role, affiliation), empty where it is not.
    ``specificity``, 0 to 5, says how well an unnamed source is described: one point each for an institution, a rank
    or function, a basis of knowledge, an exact number, and a stated reason or stance; 5 for a named source.
    ``reason`` is where the story says why the name is withheld. ``via`` names the outlets it spoke through.
    """

    name: str
    kind: SourceKind
    mentions: tuple[Mention, ...]
    description: str = ""
    specificity: int = 5
    reason: Place | None = None
    via: tuple[str, ...] = ()

    @property
    def first(self) -> Mention:
        """Where it is first mentioned."""
        return self.mentions[0]


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution in its place, with its speaker.

    ``source`` is a number in the graph's ``sources``, None where the reader is not told who speaks. ``inherited``
    marks a speaker taken over from an earlier paragraph or sentence (a quotation that goes on).
    """

    paragraph: int
    attribution: Attribution
    source: int | None
    inherited: bool = False
