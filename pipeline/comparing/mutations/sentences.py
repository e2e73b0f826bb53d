"""Sentences of a story as headlines: news headlines hedge and negate seldom, its sentences often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from attrib_lsp.language.values import Parse, Sentence
from attrib_lsp.text.span import Span
from pipeline.comparing.mutations.values import Edit, Passage

#: Paragraphs that sentences are taken from, and words of those that are.
_PARAGRAPHS, _WORDS = 8, range(6, 25)
_QUOTES = frozenset('"“”')
_ARTICLES = frozenset({"the", "a", "an"})


def alone(story: Sequence[Passage]) -> Iterator[Passage]:
    """Yield short sentences near the top of a story as passages of their own, without their full stop."""
    for passage in story[:_PARAGRAPHS]:
        for sentence in passage.parse.sentences:
            if len(sentence.tokens) in _WORDS and _QUOTES.isdisjoint(sentence.text):
                yield _passage(sentence)


def _passage(sentence: Sentence) -> Passage:
    """Return a sentence as a passage without its full stop."""
    tokens = sentence.tokens[:-1] if sentence.tokens[-1].text == "." else sentence.tokens
    start, last = sentence.span.start, len(tokens) - 1
    shifted = tuple(replace(token, span=_moved(token.span, start), head=min(token.head, last)) for token in tokens)
    entities = tuple(replace(one, span=_moved(one.span, start)) for one in sentence.entities if one.end <= len(tokens))
    end = shifted[-1].span.end
    text = sentence.text[:end]
    return Passage(text, Parse((Sentence(Span(0, end), text, shifted, entities),)))


def _moved(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)


def without_articles(passage: Passage) -> list[Edit]:
    """Return the edits that leave the articles out, as headlines do."""
    return [
        Edit(token.span.start, sentence.tokens[token.index + 1].span.start, "")
        for sentence, token in passage.words()
        if token.tag == "DT" and token.text.lower() in _ARTICLES and token.index + 1 < len(sentence.tokens)
    ]
