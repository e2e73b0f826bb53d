"""The trained pipeline that ships as package data, behind the only door to spaCy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from attrib_lsp.language.values import (
    ATTRIBUTIONS,
    Entity,
    EntityLabel,
    MarkedAttribution,
    Parse,
    Sentence,
    Token,
)
from attrib_lsp.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

#: Where the trained pipeline lies.
PACKAGE_DATA = Path(__file__).parent / "data"

#: Code points at most in one document given to spaCy; a longer paragraph is read in pieces cut between words.
LONGEST = 20_000
#: Strings that the vocabulary keeps; from there on, it forgets every word again that it has not kept so far.
KEPT = 200_000


class Piece(NamedTuple):
    """A part of the texts that are read: ``words`` stand at ``offset`` of text number ``text``."""

    text: int
    offset: int
    words: str


class Pipeline:
    """Reads prose into sentences and attributions. One thread at a time may use it.

    Loading takes about a second, most of it importing spaCy.
    """

    def __init__(self, data: Path = PACKAGE_DATA) -> None:
        """Load the pipeline from the folder ``data``.

        Raises:
            OSError: the folder holds no pipeline.
        """
        import spacy

        import attrib_lsp.language.component  # noqa: F401  # makes the factory known

        # spaCy's own language brings the same tokenizer: to read its rules again would take longer than all the rest.
        self._nlp = spacy.load(data, exclude=["tokenizer"])

    def read(self, texts: Sequence[str]) -> list[Parse]:
        """Return what stands in each of ``texts``; spans count in that text."""
        pieces = [piece for number, text in enumerate(texts) for piece in cut(number, text)]
        found: list[list[Parse]] = [[] for _ in texts]
        with self._nlp.memory_zone() if len(self._nlp.vocab.strings) > KEPT else nullcontext():
            docs = self._nlp.pipe([piece.words for piece in pieces])
            for piece, doc in zip(pieces, docs, strict=True):
                found[piece.text].append(Parse(tuple(sentences(doc, piece.offset)), attributions(doc, piece.offset)))
        return [_joined(parts) for parts in found]


def _joined(parts: Sequence[Parse]) -> Parse:
    """Return the parts of one text as one."""
    if len(parts) == 1:
        return parts[0]
    return Parse(
        tuple(sentence for part in parts for sentence in part.sentences),
        tuple(attribution for part in parts for attribution in part.attributions),
    )


def cut(number: int, text: str, longest: int = LONGEST) -> Iterator[Piece]:
    """Yield text ``number`` in pieces of at most ``longest`` code points, cut between words where there are any.

    >>> [piece.words for piece in cut(0, "one two three", 8)]
    ['one two ', 'three']
    """
    start = 0
    while len(text) - start > longest:
        end = text.rfind(" ", start + 1, start + longest) + 1 or start + longest
        yield Piece(number, start, text[start:end])
        start = end
    yield Piece(number, start, text[start:])


def sentences(doc: Doc, offset: int) -> Iterator[Sentence]:
    """Copy the sentences out of a parsed document whose text stands at ``offset``; white space is no token."""
    text = doc.text
    names = by_sentence(doc, doc.ents)
    for part in doc.sents:
        kept = {token.i: index for index, token in enumerate(one for one in part if not one.is_space)}
        if not kept:
            continue
        tokens = _tokens(part, kept, offset)
        span = tokens[0].span.joined(tokens[-1].span)
        yield Sentence(
            span,
            text[span.start - offset : span.end - offset],
            tokens,
            tuple(_entity(one, text, tokens, place, offset) for one, place in placed(names.get(part.start, ()), kept)),
        )


def attributions(doc: Doc, offset: int) -> tuple[MarkedAttribution, ...]:
    """Copy the attributions out of a document, in the order of their numbers."""
    parts: dict[int, dict[str, list[Span]]] = {}
    for one in doc.spans[ATTRIBUTIONS]:
        roles = parts.setdefault(one.id, {})
        roles.setdefault(one.label_, []).append(Span(offset + one.start_char, offset + one.end_char))
    return tuple(
        MarkedAttribution(
            next(iter(roles.get("SOURCE", ())), None),
            next(iter(roles.get("CUE", ())), None),
            tuple(roles.get("CONTENT", ())),
        )
        for roles in parts.values()
    )


def by_sentence(doc: Doc, spans: Sequence[DocSpan]) -> Mapping[int, list[DocSpan]]:
    """Return ``spans`` by the first token of the sentence that each begins in; both run in order."""
    found: dict[int, list[DocSpan]] = {}
    starts = iter(sorted(part.start for part in doc.sents))
    start, following = 0, next(starts, 0)
    for span in spans:
        while following is not None and following <= span.start:
            start, following = following, next(starts, len(doc) + 1)
        found.setdefault(start, []).append(span)
    return found


def placed(spans: Sequence[DocSpan], kept: Mapping[int, int]) -> Iterator[tuple[DocSpan, tuple[int, int]]]:
    """Yield each span with its tokens ``(first, end)``, cut to its sentence, those of white space left out."""
    for span in spans:
        inside = [kept[index] for index in range(span.start, span.end) if index in kept]
        if inside:
            yield span, (inside[0], inside[-1] + 1)


def _tokens(part: DocSpan, kept: Mapping[int, int], offset: int) -> tuple[Token, ...]:
    """Copy a sentence's tokens; one whose head was left out hangs from the root."""
    words = [token for token in part if token.i in kept]
    root = next((kept[token.i] for token in words if token.head.i == token.i), 0)
    tokens = []
    for index, token in enumerate(words):
        head = index if index == root else kept.get(token.head.i, root)
        if index == root:
            relation = "root"
        else:
            relation = token.dep_ if head != index else "dep"
            head = head if head != index else root
        start = token.idx + offset
        tokens.append(
            Token(
                index, Span(start, start + len(token)), token.text, token.lemma_, token.pos_, token.tag_, head, relation
            )
        )
    return tuple(tokens)


def _entity(span: DocSpan, text: str, tokens: Sequence[Token], place: tuple[int, int], offset: int) -> Entity:
    """Copy a name."""
    here = tokens[place[0]].span.joined(tokens[place[1] - 1].span)
    words = text[here.start - offset : here.end - offset]
    return Entity(here, *place, cast("EntityLabel", span.label_), words)
