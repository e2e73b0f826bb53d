"""Ranks above all others in the headline of which the story knows nothing."""

from __future__ import annotations

import re
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
        at = re.search(rf"(?<![^\W_])(?<!-){re.escape(word)}(?![^\W_]|-)", lower)
        if at is not None and not any(story.holds(one) for one in needed):
            yield Span(*at.span())
