"""What somebody says in the story and its headline tells as fact, by the comparer's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lsp.attribution.compared import drops_source
from attrib_lsp.attribution.headline import Manner, Support
from attrib_lsp.attribution.headline_claim import attributes, predicate_of
from attrib_lsp.attribution.keys import keys_of
from attrib_lsp.attribution.repeated import support_of
from attrib_lsp.attribution.standing import asks
from attrib_lsp.attribution.values import CueKind, Paragraph, Statement

if TYPE_CHECKING:
    from attrib_lsp.attribution.graph import AttributionGraph

#: Content words of the headline that a statement must share with it, at least, and which share of them.
SHARED, SHARE = 2, 0.4
_STATING = ("VBZ", "VBP", "VBD", "VBN", "VB", "MD")
_VOUCHED = (Manner.ASSERTED, Manner.PUBLIC_ACT)
_TELLING = (CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO, CueKind.EVIDENCE, CueKind.COGNITION)


def dropped(graph: AttributionGraph) -> Support | None:
    """Return the statement of the body that the headline tells most of, if the comparer holds it to drop its source.

    Headlines that ask, quote their claim or say who makes it drop none, nor do those that the body bears out in its own
    voice. Quotation marks around some words of a claim show that these are somebody's, and not whose the claim is.
    """
    if graph.headline is None or not drops_source(graph.comparison):
        return None
    headline = graph.paragraphs[graph.headline]
    if not _states(headline) or asks(headline.text) or attributes(headline) or _quotes_claim(headline):
        return None
    if graph.alignment is not None and any(one.own or one.manner in _VOUCHED for one in graph.alignment.supports):
        return None
    wanted = {one for sentence in headline.sentences for one in keys_of(sentence)}
    found = [
        (len(wanted & graph.said_keys(statement)), -number)
        for number, statement in enumerate(graph.statements)
        if statement.paragraph in graph.body and statement.source is not None and _tells(statement)
    ]
    shared, place = max(found, default=(0, 0))
    if shared < max(SHARED, SHARE * len(wanted)):
        return None
    return support_of(graph, -place, shared / len(wanted))


def _states(headline: Paragraph) -> bool:
    """Say whether a headline has a verb that can state something: more than "Debating the budget"."""
    return any(token.tag in _STATING for sentence in headline.sentences for token in sentence.tokens)


def _quotes_claim(headline: Paragraph) -> bool:
    """Say whether a headline has its main verb, or most of its words, in quotation marks."""
    main = next((predicate_of(sentence) for sentence in headline.sentences[:1]), None)
    quoted = sum(len(one.inner) for one in headline.quotations)
    return (main is not None and headline.quoted(main.span)) or 2 * quoted > len(headline.text)


def _tells(statement: Statement) -> bool:
    """Say whether a statement is one by which somebody tells something."""
    return statement.attribution.kind in _TELLING and not statement.attribution.negated
