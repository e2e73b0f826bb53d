"""Read the training corpora into spaCy documents: trees from CoNLL-U, names and attribution roles from JSON Lines.

Every reader yields finished ``Doc`` objects; what a corpus does not annotate is marked *missing* and not *absent*, so
that one training run can mix corpora that know different things.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

#: Dependency subtypes that say something about who speaks; every other subtype is cut to its base relation.
KEPT_SUBTYPES = frozenset(
    {
        "nsubj:pass",
        "obl:agent",
        "nmod:poss",
        "acl:relcl",
        "aux:pass",
        "csubj:pass",
        "nsubj:outer",
        "compound:prt",
        "obl:unmarked",
    }
)

#: CoreNLP's name classes on the left, ours on the right.
SILVER_LABELS = {
    "PERSON": "PERSON",
    "ORGANIZATION": "ORG",
    "LOCATION": "PLACE",
    "MISC": "MISC",
    "DATE": "DATE",
    "TIME": "DATE",
    "DURATION": "DATE",
    "SET": "DATE",
    "NUMBER": "NUMBER",
    "PERCENT": "PERCENT",
    "MONEY": "MONEY",
}

GUM_LABELS = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "time": "DATE"}


@dataclass(frozen=True, slots=True)
class Row:
    """One CoNLL-U word."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str
    space_after: bool
    entity: str


def relation(label: str) -> str:
    """Return ``label`` with its subtype only where that subtype is one of `KEPT_SUBTYPES`."""
    return label if label in KEPT_SUBTYPES else label.split(":")[0]


def read_paragraphs(path: Path) -> Iterator[list[list[Row]]]:
    """Yield the paragraphs of a CoNLL-U file, each a list of sentences."""
    paragraph: list[list[Row]] = []
    sentence: list[Row] = []
    inside_until, range_space = 0, True
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith(("# newpar", "# newdoc")) and "newpar_block" not in line:
            if paragraph:
                yield paragraph
            paragraph = []
        elif not line:
            if sentence:
                paragraph.append(sentence)
            sentence, inside_until = [], 0
        elif not line.startswith("#"):
            columns = line.split("\t")
            space = "SpaceAfter=No" not in columns[9]
            if "-" in columns[0]:
                inside_until, range_space = int(columns[0].split("-")[1]), space
                continue
            if not columns[0].isdigit():
                continue
            number = int(columns[0])
            if number < inside_until:
                space = False
            elif number == inside_until:
                space = range_space
            found = re.search(r"Entity=([^|]*)", columns[9])
            sentence.append(
                Row(
                    columns[1],
                    columns[2],
                    columns[3],
                    columns[4],
                    int(columns[6]),
                    relation(columns[7]),
                    space,
                    found[1] if found else "",
                )
            )
    if sentence:
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


def curly(row: Row) -> Row:
    """Return the row with typographic quotation marks, as newsrooms write them."""
    form = row.form
    if form == '"':
        form = "“" if row.xpos == "``" else "”"
    elif form == "'" and row.xpos in ("``", "''"):
        form = "‘" if row.xpos == "``" else "’"
    else:
        form = form.replace("'", "’")
    return Row(form, row.lemma, row.upos, row.xpos, row.head, row.relation, row.space_after, row.entity)


def named_mentions(rows: list[Row]) -> list[tuple[int, int, str]]:
    """Return GUM's mentions that are names, as (first, end, label) over ``rows``; the outermost of nested ones wins.

    GUM marks every referring phrase; a name here is a mention of a person, body, place or time that, stripped of
    its article, begins and ends in a proper noun (a time: holds a proper noun or a numeral).
    """
    open_mentions: dict[str, list[tuple[int, str]]] = {}
    spans: list[tuple[int, int, str]] = []
    for index, row in enumerate(rows):
        for mark in re.finditer(r"\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)", row.entity):
            number, kind, closed, closing = mark.groups()
            if closing:
                started = open_mentions.get(closing)
                if started:
                    start, label = started.pop()
                    spans.append((start, index + 1, label))
            elif closed:
                spans.append((index, index + 1, kind))
            else:
                open_mentions.setdefault(number, []).append((index, kind))
    names = []
    for start, end, kind in spans:
        label = GUM_LABELS.get(kind)
        if label is None:
            continue
        while start < end and rows[start].upos in ("DET", "ADP", "PUNCT"):
            start += 1
        while end > start and rows[end - 1].upos == "PUNCT":
            end -= 1
        words = rows[start:end]
        if not words or len(words) > 8:
            continue
        if label == "DATE":
            fits = any(word.upos in ("PROPN", "NUM") for word in words)
        else:
            fits = (
                words[0].upos == "PROPN"
                and words[-1].upos == "PROPN"
                and all(word.upos in ("PROPN", "ADP", "DET", "CCONJ", "ADJ", "NUM") for word in words)
            )
        if fits:
            names.append((start, end, label))
    names.sort(key=lambda span: (span[0], -span[1]))
    chosen: list[tuple[int, int, str]] = []
    for span in names:
        if not chosen or span[0] >= chosen[-1][1]:
            chosen.append(span)
    return chosen


def tree_doc(vocab: Vocab, paragraph: list[list[Row]], *, with_names: bool) -> Doc:
    """Build one document with tags, lemmas and trees (and names if the corpus has them) from a paragraph."""
    rows = [row for sentence in paragraph for row in sentence]
    heads, starts = [], []
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


def silver_names(tokens: list[list[Any]], text: str) -> list[tuple[int, int, str]]:
    """Join CoreNLP's token labels into name spans (code points): equal neighbours with nothing but space between."""
    spans: list[tuple[int, int, str]] = []
    for start, end, _lemma, _tag, label, *_ in tokens:
        name = SILVER_LABELS.get(label)
        if name is None:
            continue
        if (
            spans
            and spans[-1][2] == name
            and text[spans[-1][1] : start].strip() == ""
            and "\n" not in text[spans[-1][1] : start]
        ):
            spans[-1] = (spans[-1][0], end, name)
        else:
            spans.append((start, end, name))
    return spans


def name_docs(nlp: Language, gold: Path, silver: Path) -> Iterator[Doc]:
    """Yield paragraphs of news with silver names."""
    texts = {row["id"]: row["text"] for row in read_jsonl(gold)}
    for row in read_jsonl(silver):
        text = texts.get(row["id"])
        if text is not None:
            yield from marked_docs(nlp, text, silver_names(row["tokens"], text))


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
