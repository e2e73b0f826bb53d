"""Score trained parts on the dev sets.

usage: python -m pipeline.evaluate MODELS CORPUS

MODELS holds the trained parts ``reader`` and ``roles``, CORPUS what ``pipeline.convert`` wrote. Prints JSON: shares in
per cent, over gold tokens and, for trees, predicted sentences.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import spacy
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
    nlp = spacy.load(model)
    gold = DocBin().from_disk(dev).get_docs(nlp.vocab)
    return dict(nlp.evaluate([Example(bare(doc), doc) for doc in gold]))


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
