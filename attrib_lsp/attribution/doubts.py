"""Find where a story doubts a claim, or calls the report of it false."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib_lsp.attribution.events import Event
from attrib_lsp.attribution.keys import keys_of
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.language.values import Sentence
from attrib_lsp.lexicons import pattern
from attrib_lsp.text.span import Span

#: Share of a claim's words that the doubting sentence needs, or else one beside it.
OWN, BESIDE = 0.5, 0.6
#: Sentences to either side of a doubt among which the claim may stand.
NEAR = 1


def doubted(event: Event, paragraphs: Sequence[Paragraph], body: range) -> Iterator[Place]:
    """Yield the words by which the body doubts the claim of ``event``, in reading order."""
    lines = [(number, sentence) for number in body for sentence in paragraphs[number].sentences]
    for index, (number, sentence) in enumerate(lines):
        near = [line for _, line in lines[max(index - NEAR, 0) : index + NEAR + 1] if line is not sentence]
        if not _told(event, sentence, OWN) and not any(_told(event, line, BESIDE) for line in near):
            continue
        found = pattern("headline", "doubts").search(sentence.text)
        if found is not None:
            start = sentence.span.start
            yield Place(number, Span(start + found.start(), start + found.end()))


def _told(event: Event, sentence: Sentence, share: float) -> bool:
    """Say whether a sentence holds at least two of a claim's words, and that share of them."""
    held = event.participants & keys_of(sentence)
    return len(held) > 1 and len(held) >= share * len(event.participants)
