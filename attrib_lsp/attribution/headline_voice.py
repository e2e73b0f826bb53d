"""Whose "I" a headline speaks with: somebody's in the story, where it names nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.headline import Support
from attrib_lsp.attribution.headline_claim import names_speaker
from attrib_lsp.attribution.keys import keys_among
from attrib_lsp.attribution.repeated import support_of
from attrib_lsp.attribution.values import ContentType, CueKind, Paragraph
from attrib_lsp.lexicons import words

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

#: Content words of the headline that a statement must share with it to be what the headline takes its words from.
SHARED = 2
_SPEAKING = ("nsubj", "nsubj:pass", "nmod:poss", "obj", "obl")


def borrowed(graph: AttributionGraph) -> Support | None:
    """Return the statement of the body from which a headline without a speaker has its "I"; None where it has none.

    Opinion, the writer's own account and interviews may speak with an "I" of their own, and words in quotation marks
    show that they are somebody's.
    """
    if graph.headline is None:
        return None
    headline = graph.paragraphs[graph.headline]
    genre = genre_of(graph)
    if not _speaks(headline) or names_speaker(headline.text) or _told_by(headline):
        return None
    if genre.opinion or genre.transcript or genre.loose:
        return None
    wanted = keys_among(token for sentence in headline.sentences for token in sentence.tokens)
    shared, place = max(_likeness(graph, wanted), default=(0, 0))
    return support_of(graph, -place, shared / len(wanted)) if shared >= SHARED else None


def _told_by(headline: Paragraph) -> bool:
    """Say whether a headline tells who says its "I": before a verb of saying, or before a colon, however long."""
    first = min(
        (token.span.start for one in headline.sentences for token in one.spelled(words("people", "pronouns.first"))),
        default=0,
    )
    if ": " in headline.text[:first]:
        return True
    return any(
        one.kind is CueKind.SPEECH and one.source and any(part.start <= first < part.end for part in one.content)
        for one in headline.attributions
    )


def _speaks(headline: Paragraph) -> bool:
    """Say whether a headline has a first person outside of its quotation marks."""
    return any(
        token.pos == "PRON" and token.relation in _SPEAKING and not headline.quoted(token.span)
        for sentence in headline.sentences
        for token in sentence.spelled(words("people", "pronouns.first"))
    )


def _likeness(graph: AttributionGraph, wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield how many of the ``wanted`` words somebody says in their own words, and less the statement's number."""
    for number, statement in enumerate(graph.statements):
        own_words = statement.attribution.type is not ContentType.INDIRECT
        if statement.paragraph in graph.body and statement.source is not None and own_words:
            yield len(wanted & graph.said_keys(statement)), -number
