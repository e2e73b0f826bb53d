"""Read the training corpora into spaCy documents: trees from CoNLL-U, names and attribution roles from JSON Lines.

Every reader yields finished ``Doc`` objects; what a corpus does not annotate is marked *missing* and not *absent*, so
that one training run can mix corpora that know different things.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pipeline.conllu import Row, curly, named_mentions, read_paragraphs
from pipeline.silver import silver_docs


def tree_doc(vocab: Vocab, paragraph: list[list[Row]], *, with_names: bool) -> Doc:
    """Build one document with tags, lemmas and trees (and names if the corpus has them) from a paragraph."""
    rows = [row for sentence in paragraph for row in sentence]
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sentence in paragraph:
        offset = len(heads)
        for index, row in enumerate(sentence):
            heads.append(offset + (row.head - 1 if row.head else index))
            starts.append(index == 0)
    doc = Doc(
        vocab,
        words=[row.form for row in rows],
        spaces=[row.space_after for row in rows],
        tags=[row.xpos for row in rows],
        pos=[row.upos for row in rows],
        lemmas=[row.lemma if row.lemma != "_" else row.form for row in rows],
        heads=heads,
        deps=["ROOT" if row.relation == "root" else row.relation for row in rows],
        sent_starts=starts,
    )
    if with_names:
        spans = [Span(doc, start, end, label) for start, end, label in named_mentions(rows)]
        inside = {index for span in spans for index in range(span.start, span.end)}
        unknown = [
            Span(doc, index, index + 1) for index, row in enumerate(rows) if row.upos == "NUM" and index not in inside
        ]
        doc.set_ents(spans, missing=unknown, default="outside")
    return doc


def tree_docs(vocab: Vocab, path: Path, *, with_names: bool, typographic: bool) -> Iterator[Doc]:
    """Yield one document a paragraph; with ``typographic``, a second copy in curly marks where that differs."""
    for paragraph in read_paragraphs(path):
        yield tree_doc(vocab, paragraph, with_names=with_names)
        if typographic:
            copy = [[curly(row) for row in sentence] for sentence in paragraph]
            if copy != paragraph:
                yield tree_doc(vocab, copy, with_names=with_names)


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a JSON Lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, words) of every line that holds anything."""
    position = 0
    for line in text.split("\n"):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            yield position + lead, line.strip()
        position += len(line) + 1


def marked_docs(nlp: Language, text: str, spans: Iterable[tuple[int, int, str]]) -> Iterator[Doc]:
    """Yield one document a paragraph of ``text`` with the character spans that lie in it as entities.

    Spans may overlap: the longest wins. A span that leaves its paragraph is cut to it.
    """
    ordered = sorted(spans, key=lambda span: (span[0] - span[1], span[0]))
    for offset, words in paragraphs(text):
        doc = nlp.make_doc(words)
        taken = [False] * len(doc)
        chosen = []
        for start, end, label in ordered:
            if start >= offset + len(words) or end <= offset:
                continue
            span = doc.char_span(
                max(start - offset, 0), min(end - offset, len(words)), label=label, alignment_mode="expand"
            )
            if span is None or any(taken[span.start : span.end]):
                continue
            for index in range(span.start, span.end):
                taken[index] = True
            chosen.append(span)
        doc.set_ents(sorted(chosen, key=lambda span: span.start), default="outside")
        yield doc


def news_docs(vocab: Vocab, texts: Path, silver: Path) -> Iterator[Doc]:
    """Yield paragraphs of news with silver tags, trees and names."""
    known = {row["id"]: row["text"] for row in read_jsonl(texts)}
    for row in read_jsonl(silver):
        if row["id"] in known:
            yield from silver_docs(vocab, known[row["id"]], row["tokens"], row["sentences"])


def role_docs(nlp: Language, gold: Path) -> Iterator[Doc]:
    """Yield paragraphs of news with gold SOURCE and CUE spans."""
    for row in read_jsonl(gold):
        spans = [
            (start, end, role.upper())
            for attribution in row["attributions"]
            for role in ("source", "cue")
            for start, end in attribution[role]
        ]
        yield from marked_docs(nlp, row["text"], set(spans))
