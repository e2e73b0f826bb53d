"""What the trained reader has read, copied into frozen values.

spaCy's own document could carry all of it, and does for who opens the pipeline with spaCy alone; but to write it in
there and to read it out again takes as long as to decode it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

import numpy as np

from attrib_lsp.language.component import Passage, Read
from attrib_lsp.language.decoding.analysis import Analysis
from attrib_lsp.language.decoding.sequences import Run
from attrib_lsp.language.model import WIDTH
from attrib_lsp.language.values import Entity, EntityLabel, MarkedAttribution, Parse, Sentence, Token
from attrib_lsp.text.span import Span


def parse_of(passages: Sequence[Read], text: str, offset: int) -> Parse:
    """Return what was read in the ``passages`` of a document of ``text``, which stands at ``offset``."""
    return Parse(
        tuple(sentence for one in passages for sentence in _sentences(one.passage, one.analysis, text, offset)),
        tuple(marked for one in passages for marked in _attributions(one.passage, one.analysis, offset)),
        np.concatenate([np.zeros((0, WIDTH), np.float16), *(one.vectors.astype(np.float16) for one in passages)]),
    )


def joined(parts: Sequence[Parse]) -> Parse:
    """Return the parts of one text as one."""
    if len(parts) == 1:
        return parts[0]
    return Parse(
        tuple(sentence for part in parts for sentence in part.sentences),
        tuple(attribution for part in parts for attribution in part.attributions),
        np.concatenate([part.vectors for part in parts if part.vectors is not None]),
    )


def _sentences(passage: Passage, analysis: Analysis, text: str, offset: int) -> Iterator[Sentence]:
    """Yield the sentences of a passage; white space is no token."""
    for first, end in pairwise([*analysis.starts, len(passage.words)]):
        tokens = tuple([_token(passage, analysis, number, first, offset) for number in range(first, end)])
        span = tokens[0].span.joined(tokens[-1].span)
        names = [name for name in analysis.names if first <= name.first < end]
        yield Sentence(
            span,
            text[span.start - offset : span.end - offset],
            tokens,
            tuple(_entity(name, tokens, first, text, offset) for name in names),
        )


def _token(passage: Passage, analysis: Analysis, number: int, first: int, offset: int) -> Token:
    """Return word ``number`` of a passage as a token of the sentence that begins with word ``first``."""
    word, start = passage.words[number], passage.places[number] + offset
    return Token(
        number - first,
        Span(start, start + len(word)),
        word,
        analysis.lemmas[number],
        analysis.pos[number],
        analysis.tags[number],
        analysis.heads[number] - first,
        analysis.relations[number],
    )


def _entity(name: Run, tokens: Sequence[Token], first: int, text: str, offset: int) -> Entity:
    """Return a name in the sentence that begins with word ``first``, cut to it."""
    start, end = name.first - first, min(name.end - first, len(tokens))
    span = tokens[start].span.joined(tokens[end - 1].span)
    return Entity(span, start, end, cast("EntityLabel", name.label), text[span.start - offset : span.end - offset])


def _attributions(passage: Passage, analysis: Analysis, offset: int) -> Iterator[MarkedAttribution]:
    """Yield the attributions of a passage."""
    for one in analysis.attributions:
        yield MarkedAttribution(
            None if one.source is None else _span(passage, one.source, offset),
            None if one.cue is None else _span(passage, one.cue, offset),
            tuple(_span(passage, content, offset) for content in one.contents),
        )


def _span(passage: Passage, run: Run, offset: int) -> Span:
    """Return where a run of a passage's words stands."""
    last = run.end - 1
    return Span(offset + passage.places[run.first], offset + passage.places[last] + len(passage.words[last]))
