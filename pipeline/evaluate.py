"""Score a packaged pipeline on the dev sets.

usage: python -m pipeline.evaluate PIPELINE DATA

PIPELINE is a spaCy pipeline on disk, DATA the corpora (see ``pipeline.samples``). Prints JSON, shares in per cent:
trees, tags and lemmas over gold words and sentences; sentences and names in running text, names over gold words;
sources, cues and contents by exact span over the tokenizer's words.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import attrib_lsp.language.component  # noqa: F401  # makes the factory known
from attrib_lsp.language.decoding.lemmas import by_script
from attrib_lsp.language.decoding.sequences import runs
from attrib_lsp.language.values import ATTRIBUTIONS
from pipeline.conllu import Row, read_paragraphs
from pipeline.samples import Sample, news, treebank

Scores = dict[str, float]
Place = tuple[int, int, int, str]
NAMES = ("PERSON", "ORG", "PLACE")
ROLES = ("SOURCE", "CUE", "CONTENT")


def share(part: int, whole: int) -> float:
    """Return a share in per cent with one decimal."""
    return round(100 * part / max(whole, 1), 1)


def f_score(found: set[Place], gold: set[Place]) -> float:
    """Return F1 of two sets of spans in per cent."""
    return share(2 * len(found & gold), len(found) + len(gold))


def parsed(nlp: Language, samples: Sequence[Sample], *, sentences: bool) -> list[Doc]:
    """Return the samples' words read; with ``sentences``, in the sentences that they have."""
    docs = [
        Doc(
            nlp.vocab,
            words=sample.words,
            spaces=sample.spaces,
            sent_starts=[bool(one) for one in sample.opens] if sentences else None,
        )
        for sample in samples
    ]
    for _, component in nlp.pipeline:
        docs = list(component.pipe(docs))  # type: ignore[attr-defined]
    return docs


def syntax(docs: Sequence[Doc], samples: Sequence[Sample]) -> Scores:
    """Score tags, lemmas and trees word by word, all words counted."""
    right: Counter[str] = Counter()
    total = 0
    for doc, sample in zip(docs, samples, strict=True):
        for number, token in enumerate(doc):
            head = token.head.i == sample.heads[number]
            relation = token.dep_.lower() == sample.relations[number]
            script = sample.lemmas[number]
            right.update(
                tags=token.tag_ == sample.tags[number],
                pos=token.pos_ == sample.pos[number],
                lemmas=script is None or token.lemma_ == by_script(token.text, script),
                uas=head,
                las=head and relation,
            )
            total += 1
    return {name: share(count, total) for name, count in right.items()}


def labelled(number: int, labels: Iterable[str | None], wanted: Sequence[str]) -> Iterator[Place]:
    """Yield the spans of BIO labels."""
    for run in runs([label or "O" for label in labels]):
        if run.label in wanted:
            yield number, run.first, run.end, run.label


def spans(docs: Sequence[Doc], samples: Sequence[Sample], field: str, wanted: Sequence[str]) -> Scores:
    """Score names or roles by exact span and label; "all" is what is ``wanted`` together.

    A span found where the corpus says nothing of any of its words is not counted: GUM leaves many names out of its
    mentions.
    """
    gold = {place for n, sample in enumerate(samples) for place in labelled(n, getattr(sample, field), wanted)}
    found = {
        (n, one.start, one.end, one.label_)
        for n, doc in enumerate(docs)
        for one in (doc.ents if field == "names" else doc.spans[ATTRIBUTIONS])
        if one.label_ in wanted and any(label is not None for label in getattr(samples[n], field)[one.start : one.end])
    }
    by_label = {
        label.lower(): f_score({p for p in found if p[3] == label}, {p for p in gold if p[3] == label})
        for label in wanted
    }
    return {**by_label, "all": f_score(found, gold)}


def running(paragraph: Sequence[Sequence[Row]]) -> tuple[str, set[int]]:
    """Return a paragraph's text and where its sentences begin."""
    text, starts = "", set()
    for sentence in paragraph:
        starts.add(len(text))
        text += "".join(row.form + (" " if row.space_after else "") for row in sentence)
        text = text if text.endswith(" ") else text + " "
    return text.rstrip(), starts


def sentences(nlp: Language, paragraphs: Iterable[Sequence[Sequence[Row]]]) -> float:
    """Score sentence beginnings in running text, those of paragraphs included."""
    both = [running(paragraph) for paragraph in paragraphs]
    gold = {(n, start, 0, "") for n, (_, starts) in enumerate(both) for start in starts}
    docs = nlp.pipe([text for text, _ in both])
    found = {(n, sentence.start_char, 0, "") for n, doc in enumerate(docs) for sentence in doc.sents}
    return f_score(found, gold)


def evaluate(pipeline: Path, data: Path) -> dict[str, Scores]:
    """Return the scores by dev set."""
    nlp = spacy.load(pipeline)
    result: dict[str, Scores] = {}
    for name in ("ewt", "gum"):
        samples = list(treebank(data / "syntax" / f"{name}.dev.conllu", with_names=True, seed=None))
        result[name] = syntax(parsed(nlp, samples, sentences=True), samples)
        if name == "gum":
            result["gum names"] = spans(parsed(nlp, samples, sentences=False), samples, "names", NAMES)
    result["gum sentences"] = {
        genre or "all": sentences(nlp, read_paragraphs(data / "syntax" / "gum.dev.conllu", genre))
        for genre in ("news", "")
    }
    attribution = data / "attribution"
    stories = list(
        news(spacy.blank("en"), attribution / "polnear.dev.jsonl", attribution / "polnear.dev.corenlp.jsonl.gz")
    )
    result["polnear"] = spans(parsed(nlp, stories, sentences=False), stories, "roles", ROLES)
    return result


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(json.dumps(evaluate(Path(sys.argv[1]), Path(sys.argv[2])), indent=1))
