"""What it is that a story contradicts in its headline, and which of its sentences are about the same."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from attrib_lsp.attribution.keys import keys_of
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.language.values import Sentence
from attrib_lsp.text.span import Span

#: Content words of the headline that a sentence must share with it to be about the same.
SHARED = 2


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Words at ``span`` of the headline that the story contradicts at ``place`` by ``word``, its own.

    ``word`` is empty where the story tells it without a "not". ``loose`` is set where the comparer doubts the words and
    the story has a contrary one near by, or does not have the verb that is denied: it may be of something else.
    """

    span: Span
    place: Place
    word: str
    loose: bool = False


def about(others: Set[str], body: Sequence[tuple[int, Paragraph]]) -> list[tuple[int, Sentence]]:
    """Return the sentences that share most with the headline: all but one of as many words as the best does."""
    found = [(len(keys_of(told) & others), number, told) for number, told in sentences_of(body)]
    best = max((shared for shared, _, _ in found), default=0)
    least = max(min(SHARED, (len(others) + 1) // 2), best - 1, 1)
    found.sort(key=lambda one: -one[0])
    return [(number, told) for shared, number, told in found if shared >= least]


def lede_about(others: Set[str], body: Sequence[tuple[int, Paragraph]]) -> tuple[int, Sentence] | None:
    """Return the first sentence of the body, if it shares enough with the headline to be its own telling."""
    number, paragraph = body[0] if body else (0, None)
    if paragraph is None or not paragraph.sentences:
        return None
    shared = len(keys_of(paragraph.sentences[0]) & others)
    return (number, paragraph.sentences[0]) if shared >= min(SHARED, len(others)) else None
