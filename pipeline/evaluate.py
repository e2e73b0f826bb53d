"""Score trained parts on the dev sets.

usage: python -m pipeline.evaluate MODELS CORPUS

MODELS holds the trained parts ``reader`` and ``roles``, CORPUS what ``pipeline.convert`` wrote. Prints JSON: shares in
per cent, over gold tokens and, for trees, predicted sentences.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

Scores = dict[str, dict[str, float]]

#: What each dev set can judge, by spaCy's names for the scores.
READER_SETS = {
    "ewt": ("tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f"),
    "gum": ("tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f"),
    "news": ("tag_acc", "dep_uas", "dep_las", "sents_f", "ents_p", "ents_r", "ents_f"),
}


def scored(model: Path, dev: Path) -> dict[str, Any]:
    """Return spaCy's scores of ``model`` over the documents in ``dev``."""
    nlp = spacy.load(model, exclude=["tokenizer"])
    gold = list(DocBin().from_disk(dev).get_docs(nlp.vocab))
    found = [bare(doc) for doc in gold]
    for _, component in nlp.pipeline:
        found = list(component.pipe(found))  # type: ignore[attr-defined]
    examples = [Example(*pair) for pair in zip(found, gold, strict=True)]
    return {**Scorer(nlp).score(examples), **arcs(examples)}


def arcs(examples: Iterable[Example]) -> dict[str, float]:
    """Return the shares of words with the right head, and with the right head and relation, in read ``examples``.

    Punctuation is left out, and so are words whose gold arc is missing: spaCy's own scorer counts those as wrong.
    """
    pairs = [
        (gold, found)
        for example in examples
        for gold, found in zip(example.reference, example.predicted, strict=True)
        if gold.dep_ not in ("", "punct")
    ]
    attached = [(gold, found) for gold, found in pairs if gold.head.i == found.head.i]
    labelled = sum(gold.dep_ == found.dep_ for gold, found in attached)
    total = max(len(pairs), 1)
    return {"dep_uas": len(attached) / total, "dep_las": labelled / total}


def bare(doc: Doc) -> Doc:
    """Return a copy of ``doc`` with its words and spaces alone."""
    spaces = [bool(token.whitespace_) for token in doc]
    return Doc(doc.vocab, words=[token.text for token in doc], spaces=spaces)


def per_cent(share: float | None) -> float:
    """Return a share, 0 to 1, in per cent with one decimal."""
    return round(100 * (share or 0.0), 1)


def evaluate(models: Path, corpus: Path) -> Scores:
    """Return the scores of both parts by dev set."""
    result: Scores = {}
    for name, wanted in READER_SETS.items():
        scores = scored(models / "reader", corpus / f"{name}.dev.spacy")
        result[name] = {key: per_cent(scores[key]) for key in wanted}
    roles = scored(models / "roles", corpus / "roles.dev.spacy")["ents_per_type"]
    for label, values in sorted(roles.items()):
        result[f"roles {label.lower()}"] = {key: per_cent(values[key]) for key in ("p", "r", "f")}
    return result


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(json.dumps(evaluate(Path(sys.argv[1]), Path(sys.argv[2])), indent=1))
