"""Recognise the media: outlets and platforms that stand between a source and the story."""

from __future__ import annotations

import re
from functools import cache

from attrib_lsp.attribution.cues import Cue
from attrib_lsp.attribution.phrases import top_of
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span


@cache
def _outlet_pattern() -> re.Pattern[str]:
    """Match the name of a known outlet, or a name built like one ("the Evening Post"; "the Post" for short)."""
    names = "|".join(re.escape(name) for name in sorted(words("outlets", "names"), key=len, reverse=True))
    tails = "|".join(sorted(words("outlets", "name_endings")))
    short = rf"(?:The|the) (?:{tails})\b(?! [A-Z])"
    station = r"[KW][A-Z]{2,3}-(?:TV|FM|AM)|[A-Z][A-Za-z]{2,}\.com"
    return re.compile(
        rf"\b(?:{short}|(?:{station})\b|(?:(?:The|the) )?(?:(?:{names})\b|(?:[A-Z][\w’'-]+ ){{1,3}}(?:{tails})\b))"
    )


def outlet_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of outlets named in ``text``."""
    return tuple(Span(found.start(), found.end()) for found in _outlet_pattern().finditer(text))


def is_outlet(name: str) -> bool:
    """Say whether ``name``, with or without its article, is that of an outlet; "the Post" is one for short.

    >>> is_outlet("the Financial Times"), is_outlet("The Post"), is_outlet("a post")
    (True, True, False)
    """
    bare = re.sub(r"^(?:the|The) ", "", name.strip())
    return bare in words("outlets", "name_endings") or _outlet_pattern().fullmatch(bare) is not None


def is_agency(name: str) -> bool:
    """Say whether ``name`` is that of a news agency, whose reports newsrooms subscribe to.

    >>> is_agency("the Associated Press"), is_agency("the Boston Globe")
    (True, False)
    """
    return re.sub(r"^(?:the|The) ", "", name.strip()) in words("outlets", "agencies")


def outlets_between(
    sentence: Sentence, cue: Cue, source: tuple[Span, Token] | None, content: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Return the outlets through which the source spoke ("told CNN", "in a column published in Le Monde").

    They are named beside the cue or the source, outside the content, and hang from a verb of telling or from a piece
    that an outlet prints or sends. The outlet that somebody works for ("a producer at CNN") is none.
    """
    heads = [cue.head] if source is None else [cue.head, source[1]]
    aside = {token.index for head in heads for token in sentence.subtree(head)}
    found = []
    for span in outlet_spans(sentence.text):
        here = span.shifted(sentence.span.start)
        if (source is not None and here.covers(source[0])) or any(part.overlaps(here) for part in content):
            continue
        carrier = _carrier(sentence, here)
        if carrier is not None and carrier.index in aside:
            found.append(here)
    return tuple(found)


def _carrier(sentence: Sentence, outlet: Span) -> Token | None:
    """Return the verb of telling, or the interview or article, by which words reach ``outlet``; None if none does."""
    top = top_of(sentence.tokens_in(outlet))
    if top.relation in ("nsubj", "nsubj:pass", "nmod:poss", "compound", "root"):
        return None
    for above in sentence.ancestors(top):
        if above.pos in ("VERB", "AUX"):
            return above if above.lemma.lower() in words("outlets", "telling") else None
        if above.pos == "NOUN":
            printed = above.lemma.lower() in words("outlets", "pieces") and sentence.child(top, "case") is not None
            return above if printed else None
    return None
