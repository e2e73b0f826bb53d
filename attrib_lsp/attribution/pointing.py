"""Tell where the words that give a source only point at somebody whom the story identifies elsewhere."""

from __future__ import annotations

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.phrases import bare_name, strip_article
from attrib_lsp.attribution.values import Paragraph, Source, Statement
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Words that point back at somebody, alone or before what they are ("that official", "its spokesman").
_POINTING = ("the", "this", "that", "these", "those", "both")


def points_elsewhere(graph: AttributionGraph, statement: Statement) -> bool:
    """Say whether the words of a statement's source do not themselves say who it is: "he", "the official".

    False where the source is identified: by these words, by its name in them, or before them in their sentence; and
    for "who" and "I", whose bearers stand beside them.
    """
    attribution = statement.attribution
    if statement.source is None or not attribution.source or attribution.head is None:
        return False
    source, words_ = graph.sources[statement.source], attribution.source[0]
    if source.first.place.paragraph == statement.paragraph and source.first.place.span == words_:
        return False
    paragraph = graph.paragraphs[statement.paragraph]
    sentence = paragraph.sentences[attribution.sentence]
    head = sentence.tokens[attribution.head]
    if not _pronoun(head) and not _points_back(sentence, head, words_):
        return False
    return not _named(source, paragraph, Span(sentence.span.start, words_.end))


def _pronoun(head: Token) -> bool:
    """Say whether a word is a pronoun of the third person."""
    lists = (words("people", f"pronouns.{name}") for name in ("he", "she", "they", "it"))
    return head.pos == "PRON" and any(head.text.lower() in one for one in lists)


def _points_back(sentence: Sentence, head: Token, span: Span) -> bool:
    """Say whether a phrase describes somebody the reader met before ("the official", "her lawyer")."""
    tokens = sentence.tokens_in(span)
    if head.pos == "PROPN" or not tokens:
        return False
    return tokens[0].text.lower() in _POINTING or tokens[0].tag == "PRP$"


def _named(source: Source, paragraph: Paragraph, span: Span) -> bool:
    """Say whether ``span`` of ``paragraph`` names ``source``: has a word of its name; of one unnamed, all its words."""
    said = {word.strip("“”\"'‘’,.").removesuffix("’s").removesuffix("'s") for word in span.of(paragraph.text).split()}
    name = source.name if source.kind.unnamed else bare_name(source.name)
    parts = strip_article(name).split()
    if source.kind.unnamed or not any(part[:1].isupper() for part in parts):
        lower = {word.lower() for word in said}
        return all(part.lower() in lower for part in parts)
    return any(part in said for part in parts if part[:1].isupper())
