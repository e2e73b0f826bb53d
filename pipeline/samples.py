"""Read the corpora into training samples: a paragraph's words with all that its corpus says of them.

What a corpus does not annotate, or cannot say of a word, is ``None``: nothing is learned from it. Words are the
tokenizer's own in news and the treebank's own in treebanks; word numbers count from zero within the sample.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from pipeline.conllu import Row, named_mentions, read_paragraphs
from pipeline.corpora import paragraphs, read_jsonl
from pipeline.scripts import script
from pipeline.silver import Word, converted, names, read_words

#: Sentences of a treebank's paragraph are kept together up to this many words.
LONGEST = 130
#: Tags of CoreNLP's words whose lemmas the treebanks give alike.
SAME_LEMMAS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS")


@dataclass(frozen=True, slots=True)
class Link:
    """A cue's first word, its source's first word (None: no source here), its content fragments' first words."""

    cue: int
    source: int | None
    contents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A paragraph's words and their labels, each list as long as ``words``.

    ``heads`` are word numbers, a root's its own. ``names`` and ``roles`` are BIO labels; ``opens`` says where
    sentences begin. ``gold`` is false where trees and names come from another parser.
    """

    words: list[str]
    spaces: list[bool]
    tags: list[str | None]
    pos: list[str | None]
    lemmas: list[str | None]
    heads: list[int | None]
    relations: list[str | None]
    opens: list[bool | None]
    names: list[str | None]
    roles: list[str | None]
    links: tuple[Link, ...] = ()
    gold: bool = True


def treebank(path: Path, *, with_names: bool, seed: int | None) -> Iterator[Sample]:
    """Yield the samples of a CoNLL-U file: paragraphs, in parts of at most `LONGEST` words.

    With a ``seed`` parts end early now and then, so that single sentences are seen as well.
    """
    chance = random.Random(seed)
    for paragraph in read_paragraphs(path):
        part: list[list[Row]] = []
        limit = LONGEST
        for sentence in paragraph:
            if part and sum(map(len, part)) + len(sentence) > limit:
                yield tree_sample(part, with_names=with_names)
                part = []
                limit = LONGEST if seed is None or chance.random() < 0.7 else chance.randrange(LONGEST)
            part.append(sentence)
        if part:
            yield tree_sample(part, with_names=with_names)


def tree_sample(sentences: list[list[Row]], *, with_names: bool) -> Sample:
    """Build the sample of some sentences of a treebank."""
    rows = [row for sentence in sentences for row in sentence]
    heads: list[int | None] = []
    for sentence in sentences:
        first = len(heads)
        heads.extend(first + (row.head - 1 if row.head else index) for index, row in enumerate(sentence))
    return Sample(
        words=[row.form for row in rows],
        spaces=[row.space_after for row in rows],
        tags=[row.xpos or None for row in rows],
        pos=[row.upos for row in rows],
        lemmas=[script(row.form, row.lemma) if row.lemma != "_" else None for row in rows],
        heads=heads,
        relations=[row.relation for row in rows],
        opens=[index == 0 for sentence in sentences for index, _ in enumerate(sentence)],
        names=treebank_names(rows) if with_names else [None] * len(rows),
        roles=[None] * len(rows),
    )


def treebank_names(rows: list[Row]) -> list[str | None]:
    """Return BIO labels of GUM's names; unknown where it marks no names of a kind: numbers, nationalities, works."""
    labels: list[str | None] = ["O"] * len(rows)
    for number, row in enumerate(rows):
        if row.upos in ("NUM", "SYM") or row.upos == "PROPN" or (row.upos == "ADJ" and row.form[:1].isupper()):
            labels[number] = None
    for first, end, label in named_mentions(rows):
        labels[first:end] = bio(end - first, label)
    return labels


def bio(length: int, label: str) -> list[str | None]:
    """Return the labels of a span.

    >>> bio(2, "ORG")
    ['B-ORG', 'I-ORG']
    """
    return [f"B-{label}", *[f"I-{label}"] * (length - 1)]


def news(nlp: Language, texts: Path, silver: Path) -> Iterator[Sample]:
    """Yield a sample of each paragraph of news: hand-made roles and links, silver tags, trees and names."""
    analyses = {row["id"]: row for row in read_jsonl(silver)}
    for row in read_jsonl(texts):
        analysis = analyses.get(row["id"], {"tokens": [], "sentences": []})
        starts = [token[0] for token in analysis["tokens"]]
        for offset, text in paragraphs(row["text"]):
            first, end = bisect_right(starts, offset - 1), bisect_right(starts, offset + len(text) - 1)
            words = converted(read_words(analysis["tokens"], analysis["sentences"], first, end))
            yield news_sample(nlp, text, offset, words, row["attributions"])


def news_sample(
    nlp: Language, text: str, offset: int, analysed: list[Word], attributions: Sequence[dict[str, list[list[int]]]]
) -> Sample:
    """Build the sample of a paragraph that stands at ``offset``: the tokenizer's words, the analysis where it fits."""
    doc = [token for token in nlp.make_doc(text) if not token.is_space]
    starts = [offset + token.idx for token in doc]
    by_place = {(word.start, word.end): number for number, word in enumerate(analysed)}
    fitting = [by_place.get((start, start + len(token))) for start, token in zip(starts, doc, strict=True)]
    ours = {theirs: number for number, theirs in enumerate(fitting) if theirs is not None}
    words = [analysed[theirs] if theirs is not None else None for theirs in fitting]
    roles, links = role_labels(starts, offset, offset + len(text), attributions)
    tree = [
        (None, None) if word is None or word.head is None or word.head not in ours else (ours[word.head], word.relation)
        for word in words
    ]
    return Sample(
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[word.tag or None if word else None for word in words],
        pos=[None] * len(doc),
        lemmas=[script(word_.text, word.lemma) if word and word.tag in SAME_LEMMAS else None
                for word_, word in zip(doc, words, strict=True)],
        heads=[head for head, _ in tree],
        relations=[relation for _, relation in tree],
        opens=[word.opens_sentence if word else None for word in words],
        names=news_names(starts, analysed) if analysed else [None] * len(doc),
        roles=roles,
        links=links,
        gold=False,
    )  # fmt: skip


def news_names(starts: Sequence[int], analysed: list[Word]) -> list[str | None]:
    """Return BIO labels of the analysis' names over our words."""
    labels: list[str | None] = ["O"] * len(starts)
    for first, end, label in names(analysed):
        numbers = covered(starts, analysed[first].start, analysed[end - 1].end)
        if nationality(analysed[first:end]):
            label = "NORP"
        labels[numbers.start : numbers.stop] = bio(len(numbers), label)
    return labels


def nationality(words: list[Word]) -> bool:
    """Say whether a name of no other class is that of a people or a party: an adjective, or a plural."""
    return (
        len(words) == 1
        and words[0].label == "MISC"
        and (words[0].tag.startswith("JJ") or words[0].tag in ("NNPS", "NNS"))
    )


def covered(starts: Sequence[int], start: int, end: int) -> range:
    """Return the numbers of the words that stand in ``[start, end)``, the one that ``start`` falls into included."""
    first = max(bisect_right(starts, start) - 1, 0)
    return range(first, max(bisect_right(starts, end - 1), first + 1))


def role_labels(
    starts: Sequence[int], offset: int, end: int, attributions: Sequence[dict[str, list[list[int]]]]
) -> tuple[list[str | None], tuple[Link, ...]]:
    """Return BIO labels of sources, cues and contents in ``[offset, end)``, and the links of the cues there."""
    labels: list[str | None] = ["O"] * len(starts)
    links = []
    for attribution in attributions:
        firsts: dict[str, list[int]] = {"source": [], "cue": [], "content": []}
        for role, found in firsts.items():
            for start, stop in attribution[role]:
                if start < end and stop > offset:
                    numbers = covered(starts, max(start, offset), min(stop, end))
                    labels[numbers.start : numbers.stop] = bio(len(numbers), role.upper())
                    found.append(numbers.start)
        if firsts["cue"]:
            source = firsts["source"][0] if firsts["source"] else None
            links.append(Link(firsts["cue"][0], source, tuple(firsts["content"])))
    return labels, tuple(links)
