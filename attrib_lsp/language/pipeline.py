"""The trained pipeline that ships as package data, behind the only door to spaCy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from attrib_lsp.language.values import Entity, EntityLabel, Role, RoleMark, Sentence, Token
from attrib_lsp.text.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

#: Where the trained parts lie: "reader" (tags, lemmas, trees, names) and "roles" (sources and cues).
PACKAGE_DATA = Path(__file__).parent / "data"

#: Words at most in one document given to spaCy: longer paragraphs are cut into documents at a line's or sentence's end.
LONGEST = 100_000


class Pipeline:
    """Reads prose into sentences. One thread at a time may use it.

    Loading takes about a second, most of it importing spaCy.
    """

    def __init__(self, data: Path = PACKAGE_DATA) -> None:
        """Load the trained parts from the folder ``data``.

        Raises:
            OSError: the folder holds no pipeline.
        """
        import spacy

        self._reader = spacy.load(data / "reader")
        self._roles = spacy.load(data / "roles", vocab=self._reader.vocab)

    def read(self, texts: Sequence[str]) -> list[tuple[Sentence, ...]]:
        """Return the sentences of each of ``texts``; spans count in that text."""
        with self._reader.memory_zone():
            docs = list(self._reader.pipe(texts))
            marked = self._mark(docs)
            return [_sentences(doc, roles) for doc, roles in zip(docs, marked, strict=True)]

    def _mark(self, docs: Sequence[Doc]) -> list[Doc]:
        """Return a copy of each document with sources and cues as its entities."""
        from spacy.tokens import Doc

        copies = [
            Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
            for doc in docs
        ]
        return list(self._roles.pipe(copies))


def _sentences(doc: Doc, roles: Doc) -> tuple[Sentence, ...]:
    """Copy the sentences out of a parsed document; whitespace tokens are left out."""
    # All three are put together anew whenever they are asked for, and a sentence's own by looking at all.
    text, entities, marks = doc.text, doc.ents, roles.ents
    return tuple(
        found
        for part in doc.sents
        if (found := _sentence(part, text, _within(part, entities), _within(part, marks))) is not None
    )


def _within(part: DocSpan, found: Sequence[DocSpan]) -> list[DocSpan]:
    """Return what of ``found`` lies within ``part``."""
    return [one for one in found if part.start <= one.start and one.end <= part.end]


def _sentence(part: DocSpan, whole: str, names: Sequence[DocSpan], roles: Sequence[DocSpan]) -> Sentence | None:
    """Copy one sentence out of the ``whole`` text; None if it holds nothing but whitespace."""
    kept = [token for token in part if not token.is_space]
    if not kept:
        return None
    number = {token.i: index for index, token in enumerate(kept)}
    tokens = []
    root = next((number[token.i] for token in kept if token.head.i == token.i), 0)
    for index, token in enumerate(kept):
        head = number.get(token.head.i, root)
        relation = "root" if index == root else token.dep_
        tokens.append(
            Token(
                index,
                Span(token.idx, token.idx + len(token)),
                token.text,
                token.lemma_,
                token.pos_,
                token.tag_,
                index if index == root else head,
                relation if head != index or index == root else "dep",
            )
        )
    start, end = tokens[0].span.start, tokens[-1].span.end
    offset = start
    text = whole[start:end]
    entities = []
    for entity in names:
        inside = [number[token.i] for token in entity if token.i in number]
        if inside:
            span = Span(tokens[inside[0]].span.start, tokens[inside[-1]].span.end)
            label = cast("EntityLabel", entity.label_)
            words = text[span.start - offset : span.end - offset]
            entities.append(Entity(span, inside[0], inside[-1] + 1, label, words))
    marks = []
    for mark in roles:
        inside = [number[token.i] for token in mark if token.i in number]
        if inside:
            span = Span(tokens[inside[0]].span.start, tokens[inside[-1]].span.end)
            marks.append(RoleMark(span, inside[0], inside[-1] + 1, Role(mark.label_.lower())))
    return Sentence(Span(start, end), text, tuple(tokens), tuple(entities), tuple(marks))
