"""The trained pipeline that ships as package data, behind the only door to spaCy."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import cached_property
from itertools import pairwise
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

    from attrib_lsp.language.arrays import Vectors
    from attrib_lsp.language.comparing.comparer import Comparer
    from attrib_lsp.language.comparing.values import Comparison

#: Where the trained pipeline lies.
PACKAGE_DATA = Path(__file__).parent / "data"

#: Code points at most in one document given to spaCy; a longer paragraph is read in pieces cut between words.
LONGEST = 20_000
#: A run without white space is cut after so many: the tokenizer goes over all of it again for each mark at its end.
LONGEST_RUN = 500
#: Strings that the vocabulary keeps; from there on, it forgets every word again that it has not kept so far.
KEPT = 200_000


class Piece(NamedTuple):
    """A part of the texts that are read: ``words`` stand at ``offset`` of text number ``text``."""

    text: int
    offset: int
    words: str


class Row(NamedTuple):
    """A token of a document: ``head`` is a number there; ``opens``: a sentence begins with it."""

    text: str
    lemma: str
    pos: str
    tag: str
    head: int
    relation: str
    opens: bool
    start: int


class Pipeline:
    """Reads prose into sentences and attributions. One thread at a time may use it.

    Loading takes about a second, most of it importing spaCy.
    """

    def __init__(self, data: Path = PACKAGE_DATA) -> None:
        """Load the pipeline from the folder ``data``.

        Raises:
            OSError: the folder holds no pipeline.
        """
        self._data = data
        import spacy
        from spacy.vocab import Vocab

        import attrib_lsp.language.component  # noqa: F401  # makes the factory known

        # spaCy's own language brings the same tokenizer: to read its rules again would take longer than all the rest.
        # A bare vocabulary spares it to work out of every new word its shape, its norm and what nobody asks for.
        self._nlp = spacy.load(data, exclude=["tokenizer"], vocab=Vocab())

    def compare(self, headline: Parse, story: Sequence[Parse]) -> Comparison | None:
        """Return how a headline agrees with the paragraphs of its story; None where either has no words."""
        return self._comparer.compare(headline, story)

    @cached_property
    def _comparer(self) -> Comparer:
        """The comparer, loaded by the first headline."""
        from attrib_lsp.language.comparing.comparer import Comparer

        return Comparer(self._data / "attrib_lsp_comparer" / "model.onnx")

    def read(self, texts: Sequence[str]) -> list[Parse]:
        """Return what stands in each of ``texts``; spans count in that text."""
        pieces = [piece for number, text in enumerate(texts) for piece in cut(number, text)]
        found: list[list[Parse]] = [[] for _ in texts]
        with self._nlp.memory_zone() if len(self._nlp.vocab.strings) > KEPT else nullcontext():
            docs = self._nlp.pipe([piece.words for piece in pieces])
            for piece, doc in zip(pieces, docs, strict=True):
                found[piece.text].append(
                    Parse(
                        tuple(sentences(doc, piece.words, piece.offset)),
                        attributions(doc, piece.offset),
                        vectors(doc),
                    )
                )
        return [_joined(parts) for parts in found]


def _joined(parts: Sequence[Parse]) -> Parse:
    """Return the parts of one text as one."""
    if len(parts) == 1:
        return parts[0]
    import numpy as np  # spaCy has loaded it by now; whoever only asks for help need not wait for it

    return Parse(
        tuple(sentence for part in parts for sentence in part.sentences),
        tuple(attribution for part in parts for attribution in part.attributions),
        np.concatenate([part.vectors for part in parts if part.vectors is not None]),
    )


def cut(number: int, text: str, longest: int = LONGEST, run: int = LONGEST_RUN) -> Iterator[Piece]:
    """Yield text ``number`` in pieces of at most ``longest`` code points, cut between words where there are any.

    >>> [piece.words for piece in cut(0, "one two three ((((((((", 8, 6)]
    ['one two ', 'three ', '((((((', '((']
    """
    start = 0
    for stop in (*(found.end() for found in re.finditer(rf"\S{{{run}}}", text)), len(text)):
        while stop - start > longest:
            end = text.rfind(" ", start + 1, start + longest) + 1 or start + longest
            yield Piece(number, start, text[start:end])
            start = end
        if start < stop or not text:
            yield Piece(number, start, text[start:stop])
        start = stop


def sentences(doc: Doc, text: str, offset: int) -> Iterator[Sentence]:
    """Copy the sentences out of a parsed document of ``text``, which stands at ``offset``; white space is no token."""
    rows = _rows(doc)
    starts = [number for number, row in enumerate(rows) if row.opens or not number]
    names = by_sentence(starts, doc.ents)
    for first, end in pairwise([*starts, len(rows)]):
        words = (number for number in range(first, end) if not rows[number].text.isspace())
        kept = {number: index for index, number in enumerate(words)}
        if not kept:
            continue
        tokens = _tokens(rows, kept, offset)
        span = tokens[0].span.joined(tokens[-1].span)
        yield Sentence(
            span,
            text[span.start - offset : span.end - offset],
            tokens,
            tuple(_entity(one, text, tokens, place, offset) for one, place in placed(names.get(first, ()), kept)),
        )


def _rows(doc: Doc) -> list[Row]:
    """Copy what is needed of a document's tokens, all at once: to go through spaCy's own objects takes far longer."""
    strings = doc.vocab.strings
    columns = doc.to_array(["ORTH", "LEMMA", "POS", "TAG", "DEP", "SENT_START", "IDX", "HEAD"])
    away = columns[:, -1].astype("int64").tolist()
    return [
        Row(strings[orth], strings[lemma], strings[pos], strings[tag], number + up, strings[dep], opens == 1, start)
        for number, ((orth, lemma, pos, tag, dep, opens, start, _), up) in enumerate(
            zip(columns.tolist(), away, strict=True)
        )
    ]


def vectors(doc: Doc) -> Vectors:
    """Copy the states of a document's words, those of white space left out."""
    strings = doc.vocab.strings
    return cast("Vectors", doc.tensor)[[not strings[orth].isspace() for orth in doc.to_array("ORTH").tolist()]]


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


def by_sentence(starts: Sequence[int], spans: Sequence[DocSpan]) -> Mapping[int, list[DocSpan]]:
    """Return ``spans`` by the first token of the sentence that each begins in; ``starts`` are all such tokens."""
    found: dict[int, list[DocSpan]] = {}
    for span in spans:
        found.setdefault(starts[bisect_right(starts, span.start) - 1], []).append(span)
    return found


def placed(spans: Sequence[DocSpan], kept: Mapping[int, int]) -> Iterator[tuple[DocSpan, tuple[int, int]]]:
    """Yield each span with its tokens ``(first, end)``, cut to its sentence, those of white space left out."""
    for span in spans:
        inside = [kept[index] for index in range(span.start, span.end) if index in kept]
        if inside:
            yield span, (inside[0], inside[-1] + 1)


def _tokens(rows: Sequence[Row], kept: Mapping[int, int], offset: int) -> tuple[Token, ...]:
    """Copy a sentence's tokens; one whose head was left out hangs from the root."""
    root = next((index for number, index in kept.items() if rows[number].head == number), 0)
    tokens = []
    for number, index in kept.items():
        row = rows[number]
        head, relation = kept.get(row.head, root), row.relation
        if index == root:
            head, relation = index, "root"
        elif head == index:
            head, relation = root, "dep"
        start = row.start + offset
        span = Span(start, start + len(row.text))
        tokens.append(Token(index, span, row.text, row.lemma, row.pos, row.tag, head, relation))
    return tuple(tokens)


def _entity(span: DocSpan, text: str, tokens: Sequence[Token], place: tuple[int, int], offset: int) -> Entity:
    """Copy a name."""
    here = tokens[place[0]].span.joined(tokens[place[1] - 1].span)
    words = text[here.start - offset : here.end - offset]
    return Entity(here, *place, cast("EntityLabel", span.label_), words)
