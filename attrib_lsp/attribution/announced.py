"""Tell whether a story announces somebody by office or trade alone, as news does before it gives names."""

from __future__ import annotations

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.introductions import Naming
from attrib_lsp.attribution.phrases import names_person
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.text.span import Span

_SUBJECTS = ("nsubj", "nsubj:outer", "nsubj:pass")
#: Sentences at the head of a story within which a name follows that its first sentence holds back.
SOON = 4


def announced(graph: AttributionGraph, naming: Naming) -> bool:
    """Say whether the story announces whoever is named by office or trade alone, as news does before it gives names.

    The headline does by its subject ("Candidates bet on the final"), so does the sentence above the paragraph that the
    name begins ("The sports minister will not apologise"); the sentence that the story begins with by whom it
    has speak or speaks of as somebody's ("Kell may miss the cup, says his agent"), for names in its first sentences.
    """
    if graph.headline is not None:
        headline = graph.paragraphs[graph.headline].sentences
        if any(_unnamed_office(one, token) for one in headline for token in one.tokens):
            return True
    above = _above(graph, naming)
    if above is not None and any(_unnamed_office(above, token) for token in above.tokens):
        return True
    if not graph.body or not graph.paragraphs[graph.body[0]].sentences:
        return False
    before = sum(len(graph.paragraphs[number].sentences) for number in graph.body if number < naming.paragraph)
    if before + naming.sentence > SOON:
        return False
    first = graph.paragraphs[graph.body[0]]
    begins = first.sentences[0]
    return any(
        one.sentence == 0 and one.source and _office_alone(begins, one.source[0]) for one in first.attributions
    ) or any(
        token.lemma.lower() in begins.lists.roles and begins.child(token, "nmod:poss") is not None
        for token in begins.tokens
        if token.pos == "NOUN"
    )


def _above(graph: AttributionGraph, naming: Naming) -> Sentence | None:
    """Return the last sentence of the body paragraph above, where a name stands in its paragraph's first."""
    above = naming.paragraph - 1
    if naming.sentence > 0 or above not in graph.body or not graph.paragraphs[above].sentences:
        return None
    return graph.paragraphs[above].sentences[-1]


def _office_alone(sentence: Sentence, span: Span) -> bool:
    """Say whether ``span`` means somebody by office or trade, and holds no name of a person."""
    tokens = sentence.tokens_in(span)
    entities = (sentence.entity_at(token) for token in tokens)
    return any(token.lemma.lower() in sentence.lists.roles for token in tokens) and not any(
        one is not None and names_person(one) for one in entities
    )


def _unnamed_office(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is a subject by office or trade, with no name by it."""
    if token.relation not in _SUBJECTS or token.lemma.lower() not in sentence.lists.roles:
        return False
    beside = (below for below in sentence.children(token) if below.relation not in ("nmod", "nmod:poss"))
    named = (sentence.entity_at(below) for below in (token, *beside))
    return not any(one is not None and names_person(one) for one in named)
