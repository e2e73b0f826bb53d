"""Ranks above all others in the headline of which the story knows nothing."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.attribution.vocabulary import Vocabulary
from attrib_lsp.lexicons import lexicon
from attrib_lsp.text.span import Span


def unheard_of(headline: Paragraph, story: Vocabulary) -> Iterator[Span]:
    """Yield where ``headline`` has a "record", an "-est ever" or the like, and ``story`` has no word of that kind."""
    listed: dict[str, list[str]] = lexicon("headline")["superlatives"]
    lower = headline.text.lower()
    for word, needed in listed.items():
        at = _word_at(lower, word)
        if at is not None and not any(story.holds(one) for one in needed):
            yield Span(at, at + len(word))


def _word_at(text: str, word: str) -> int | None:
    """Return where ``word`` stands in ``text`` as a word of its own."""
    at = text.find(word)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if not (before.isalnum() or before == "-" or behind.isalnum() or behind == "-"):
            return at
        at = text.find(word, at + 1)
    return None
