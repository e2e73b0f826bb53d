"""What kind of piece a story is: opinion, the writer's own account, an interview question by question.

Front matter has the last word (``kind: opinion``, or ``kind: news`` for what only looks like another kind); without it
the piece shows it: a section's name above it, a label in its headline, who its guest writer is in a note below it, its
many first persons, its labelled speakers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.remembered import remembered
from attrib_lsp.lexicons import words
from attrib_lsp.text.kind import is_called
from attrib_lsp.text.story import DebrisKind

#: First persons singular in a hundred words of a story's own voice from which it is the writer's own account.
PERSONAL = 1.0
#: Paragraphs at the end of a piece among which one says who wrote it, and how many words it has at most.
NOTE, LONGEST_NOTE = 2, 45
#: A speaker before a colon at a paragraph's head: "Q:", "The Herald:", "((WN))".
_LABEL = re.compile(r"(?:Q|A|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}) ?:\s|\(\([A-Z]")


@dataclass(frozen=True)
class Genre:
    """What kind of piece a story is."""

    graph: AttributionGraph

    def called(self, group: str) -> bool:
        """Say whether the story's front matter calls it a kind of that group."""
        return is_called(self.graph.story.metadata, group)

    @cached_property
    def opinion(self) -> bool:
        """Whether the writer's own view is the point."""
        return self.called("opinion") or self.labelled or self.personal or self.contributed

    @cached_property
    def labelled(self) -> bool:
        """Whether the page itself calls the piece opinion: its section, or its headline."""
        if self.called("news"):
            return False
        story = self.graph.story
        sections = (one.prose.text for one in story.debris if one.kind is DebrisKind.SECTION_LABEL)
        if any(text.strip(" .:").lower() in words("kinds", "labels") for text in sections):
            return True
        return story.headline is not None and _label().match(story.headline.prose.text) is not None

    @cached_property
    def contributed(self) -> bool:
        """Whether the piece closes with who its guest writer is: "Ada Voss is a fellow of Mill College"."""
        if self.called("news"):
            return False
        return any(self._introduces_writer(number) for number in self.graph.body[-NOTE:])

    def _introduces_writer(self, number: int) -> bool:
        """Say whether a paragraph begins with what somebody who is named nowhere else does outside the newsroom."""
        paragraph = self.graph.paragraphs[number]
        if not paragraph.sentences or len(paragraph.text.split()) > LONGEST_NOTE:
            return False
        sentence = paragraph.sentences[0]
        office, cop = sentence.root, sentence.child(sentence.root, "cop")
        if cop is None or cop.index == 0 or cop.tag != "VBZ" or not sentence.tokens[0].tag.startswith("NNP"):
            return False
        writer = sentence.entity_at(sentence.tokens[cop.index - 1])
        if writer is None or writer.label != "PERSON" or writer.first > 1:
            return False
        if office.lemma.lower() in words("kinds", "newsroom"):
            return False
        bodies = (sentence.entity_at(token) for token in sentence.subtree(office) if token.index > cop.index)
        if not any(one is not None and one.label == "ORG" for one in bodies):
            return False
        surname = sentence.tokens[writer.end - 1].text
        return not any(surname in self.graph.paragraphs[other].text for other in self.graph.body if other < number)

    @cached_property
    def personal(self) -> bool:
        """Whether the story's own voice says "I" often."""
        if self.called("news"):
            return False
        counts = [_first_persons(self.graph.paragraphs[number]) for number in self.graph.body]
        own, total = sum(first for first, _ in counts), sum(words_ for _, words_ in counts)
        return own > 1 and own * 100 >= PERSONAL * total

    @cached_property
    def voiced(self) -> bool:
        """Whether the story's own voice says "I" at all: it may be that of whom the headline names before a colon."""
        return any(_first_persons(self.graph.paragraphs[number])[0] for number in self.graph.body)

    @cached_property
    def transcript(self) -> bool:
        """Whether the body is an interview, question by question: its paragraphs begin with who speaks."""
        if self.called("news"):
            return False
        labelled = sum(_LABEL.match(self.graph.paragraphs[number].text) is not None for number in self.graph.body)
        return self.called("interview") or (labelled > 1 and labelled * 4 >= len(self.graph.body))

    @cached_property
    def loose(self) -> bool:
        """Whether the piece quotes more freely than news does."""
        return self.called("loose") or self.labelled


@lru_cache(maxsize=2)
def genre_of(graph: AttributionGraph) -> Genre:
    """Return the genre of a story; all rules that look at one story share it."""
    return Genre(graph)


@cache
def _label() -> re.Pattern[str]:
    """Match the label at the head of a piece of opinion: "Opinion: ", "Comment | "."""
    return re.compile(rf"(?:{'|'.join(sorted(words('kinds', 'labels')))})\s*(?::|\||–|—)\s", re.IGNORECASE)


@remembered
def _first_persons(paragraph: Paragraph) -> tuple[int, int]:
    """Return how many first persons singular and how many words a paragraph has outside quotation marks."""
    singular, first, total = words("people", "pronouns.first"), 0, 0
    for sentence in paragraph.sentences:
        quoted = {token.index for one in paragraph.quotations for token in sentence.tokens_in(one.inner)}
        total += len(sentence.tokens) - len(quoted)
        found = sentence.spelled(singular)
        first += sum(token.text.lower() in singular and token.index not in quoted for token in found)
    return first, total
