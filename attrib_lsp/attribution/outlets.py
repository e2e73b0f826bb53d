"""Recognise the media: outlets and platforms that stand between a source and the story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lsp.attribution.cues import Cue
from attrib_lsp.attribution.phrases import top_of
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.lexicons.house import WordLists
from attrib_lsp.text.span import Span

_ARTICLE = re.compile(r"^(?:the|The) ")


def outlet_spans(text: str, lists: WordLists) -> tuple[Span, ...]:
    """Return the spans of outlets named in ``text``, by the outlets of ``lists``."""
    found = lists.outlet.finditer(text)
    if lists.removed_outlets:
        found = (one for one in found if _ARTICLE.sub("", one.group()) not in lists.removed_outlets)
    return tuple(Span(one.start(), one.end()) for one in found)


@gathered
def outlets_in(sentence: Sentence) -> Iterator[Span]:
    """Yield the spans of outlets named in ``sentence``, in the offsets of its paragraph."""
    return (span.shifted(sentence.span.start) for span in outlet_spans(sentence.text, sentence.lists))


def is_outlet(name: str, lists: WordLists) -> bool:
    """Say whether ``name``, with or without its article, is that of an outlet; "the Post" is one for short.

    >>> from attrib_lsp.lexicons.house import standard
    >>> [is_outlet(name, standard()) for name in ("the Financial Times", "The Post", "a post")]
    [True, True, False]
    """
    bare = _ARTICLE.sub("", name.strip())
    if bare in lists.removed_outlets:
        return False
    return bare in words("outlets", "name_endings") or lists.outlet.fullmatch(bare) is not None


def is_agency(name: str, lists: WordLists) -> bool:
    """Say whether ``name`` is that of a news agency, whose reports newsrooms subscribe to.

    >>> from attrib_lsp.lexicons.house import standard
    >>> [is_agency(name, standard()) for name in ("the Associated Press", "the Boston Globe")]
    [True, False]
    """
    return _ARTICLE.sub("", name.strip()) in lists.agencies


def outlets_between(
    sentence: Sentence, cue: Cue, source: tuple[Span, Token] | None, content: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Return the outlets through which the source spoke ("told CNN", "in a column published in Le Monde").

    They are named beside the cue or the source, outside the content, and hang from a verb of telling or from a piece
    that an outlet prints or sends. The outlet that somebody works for ("a producer at CNN") is none.
    """
    named = outlets_in(sentence)
    if not named:
        return ()
    heads = [cue.head] if source is None else [cue.head, source[1]]
    aside = {token.index for head in heads for token in sentence.subtree(head)}
    found = []
    for here in named:
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
