"""Convert the corpora under DATA into spaCy's binary form under OUT.

usage: python -m pipeline.convert DATA OUT

DATA holds ``syntax/{ewt,gum}.{train,dev}.conllu`` and ``attribution/polnear.{train,dev}.jsonl`` with
``attribution/polnear.{train,dev}.corenlp.jsonl.gz``.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from pipeline.corpora import news_docs, role_docs, tree_docs

SEED = 20


def store(docs: Iterable[Doc], path: Path) -> None:
    """Write ``docs`` to ``path`` and say how many there are."""
    bin_ = DocBin(docs=docs, store_user_data=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    bin_.to_disk(path)
    print(f"{path.name}: {len(bin_)} documents")


def main(data: Path, out: Path) -> None:
    """Write ``reader.{train,dev}.spacy``, the per-corpus dev sets and ``roles.{train,dev}.spacy``."""
    nlp = spacy.blank("en")
    syntax, news = data / "syntax", data / "attribution"
    trees = list(
        chain(
            tree_docs(nlp.vocab, syntax / "ewt.train.conllu", with_names=False, typographic=True),
            tree_docs(nlp.vocab, syntax / "gum.train.conllu", with_names=True, typographic=True),
        )
    )
    silver = news_docs(nlp.vocab, news / "polnear.train.jsonl", news / "polnear.train.corenlp.jsonl.gz")
    mixed = [*trees, *silver]
    random.Random(SEED).shuffle(mixed)
    store(mixed, out / "reader.train.spacy")

    dev = {
        "ewt": list(tree_docs(nlp.vocab, syntax / "ewt.dev.conllu", with_names=False, typographic=False)),
        "gum": list(tree_docs(nlp.vocab, syntax / "gum.dev.conllu", with_names=True, typographic=False)),
        "news": list(news_docs(nlp.vocab, news / "polnear.dev.jsonl", news / "polnear.dev.corenlp.jsonl.gz")),
    }
    for name, docs in dev.items():
        store(docs, out / f"{name}.dev.spacy")
    store(dev["ewt"][:400] + dev["gum"][:150] + dev["news"][:300], out / "reader.dev.spacy")

    for split in ("train", "dev"):
        docs = list(role_docs(nlp, news / f"polnear.{split}.jsonl"))
        random.Random(SEED).shuffle(docs)
        store(docs, out / f"roles.{split}.spacy")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
