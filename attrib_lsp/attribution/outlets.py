"""Recognise the media: outlets and platforms that stand between a source and the story."""

from __future__ import annotations

import re
from functools import cache

from attrib_lsp.attribution.cues import Cue
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span


@cache
def _outlet_pattern() -> re.Pattern[str]:
    """Match the name of a known outlet, or a name built like one ("the Evening Post")."""
    names = "|".join(re.escape(name) for name in sorted(words("outlets", "names"), key=len, reverse=True))
    tails = "|".join(sorted(words("outlets", "name_endings")))
    return re.compile(rf"\b(?:(?:The|the) )?(?:(?:{names})\b|(?:[A-Z][\w’'-]+ ){{1,3}}(?:{tails})\b)")


def outlet_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of outlets named in ``text``."""
    return tuple(Span(found.start(), found.end()) for found in _outlet_pattern().finditer(text))


def is_outlet(name: str) -> bool:
    """Say whether ``name``, with or without its article, is that of an outlet."""
    bare = re.sub(r"^(?:the|The) ", "", name.strip())
    return _outlet_pattern().fullmatch(bare) is not None


def outlets_between(
    sentence: Sentence, cue: Cue, source: tuple[Span, Token] | None, content: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Return the outlets through which the source spoke: those named in the cue's own clause, outside the content."""
    aside = set()
    heads = [cue.head] if source is None else [cue.head, source[1]]
    for head in heads:
        aside |= {token.index for token in sentence.subtree(head)}
    found = []
    for span in outlet_spans(sentence.text):
        here = span.shifted(sentence.span.start)
        if source is not None and here.covers(source[0]):
            continue
        if any(part.overlaps(here) for part in content):
            continue
        if any(token.index in aside for token in sentence.tokens_in(here)):
            found.append(here)
    return tuple(found)
