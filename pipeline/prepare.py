"""Turn the corpora into numbers to train on.

usage: python -m pipeline.prepare DATA CHECKPOINT WORK

DATA holds the corpora (see ``pipeline.samples``), CHECKPOINT the encoder's ``vocab.txt``. WORK takes ``rows.npz``,
``labels.json`` and ``lemmas.json``: all that training needs beside the checkpoint.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import spacy

from attrib_lsp.language.encoding.wordpiece import WordPieces
from pipeline.batches import encoded, write_table
from pipeline.headlines import headlines
from pipeline.labels import label_sets, mark_nationalities
from pipeline.lemmas import table
from pipeline.samples import Sample, news, treebank

SEED = 20


def corpus(data: Path) -> dict[str, list[Sample]]:
    """Return the samples by group.

    ``plain`` is the large treebank, ``named`` the one with names, ``headlines`` are made of both; ``cued`` and
    ``quiet`` are paragraphs of news with and without cues.
    """
    trees, attribution = data / "syntax", data / "attribution"
    nlp = spacy.blank("en")
    plain = list(treebank(trees / "ewt.train.conllu", with_names=False, seed=SEED))
    named = list(treebank(trees / "gum.train.conllu", with_names=True, seed=SEED))
    stories = list(news(nlp, attribution / "polnear.train.jsonl", attribution / "polnear.train.corenlp.jsonl.gz"))
    mark_nationalities(stories)
    return {
        "plain": plain,
        "named": named,
        "headlines": headlines([*plain, *named], SEED),
        "cued": [story for story in stories if story.links],
        "quiet": [story for story in stories if not story.links],
    }


def prepare(data: Path, checkpoint: Path, work: Path) -> None:
    """Write what training needs to ``work``."""
    work.mkdir(parents=True, exist_ok=True)
    groups = corpus(data)
    samples = [sample for name, group in groups.items() if name != "headlines" for sample in group]
    sets = label_sets(samples)
    (work / "labels.json").write_text(json.dumps(sets, indent=1) + "\n", encoding="utf-8")
    (work / "lemmas.json").write_text(json.dumps(table(samples), sort_keys=True), encoding="utf-8")
    numbers = {name: {label: number for number, label in enumerate(labels)} for name, labels in sets.items()}
    vocabulary = WordPieces(checkpoint / "vocab.txt")
    write_table(
        work / "rows.npz",
        {name: [encoded(sample, vocabulary, numbers) for sample in group] for name, group in groups.items()},
    )


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    prepare(*map(Path, sys.argv[1:]))
