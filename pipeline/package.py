"""Put the trained reader together as a spaCy pipeline on disk, as the package ships it.

usage: python -m pipeline.package TRAINED VOCABULARY OUT

TRAINED holds ``reader.pt``, ``labels.json`` and ``lemmas.json`` (see ``pipeline.train``), VOCABULARY is the
checkpoint's ``vocab.txt``.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import spacy
import torch

from attrib_lsp.language.component import FACTORY
from pipeline.encoder import Encoder
from pipeline.export import export
from pipeline.heads import Reader

#: What the pipeline is told about itself, for whoever loads it by other means.
META = {
    "name": "attrib_lsp_reader",
    "version": "2",
    "license": "CC BY-SA 4.0",
    "description": "Trees, names, sources, cues and contents of English news copy.",
}


def restore(trained: Path) -> Reader:
    """Return the trained reader."""
    labels = json.loads((trained / "labels.json").read_text(encoding="utf-8"))
    state = torch.load(trained / "reader.pt")
    encoder = Encoder(len(state["encoder.pieces.weight"]), len(state["encoder.layers.0.widen.bias"]))
    reader = Reader(encoder, {name: len(one) for name, one in labels.items()})
    reader.load_state_dict(state)
    return reader.eval()


def package(trained: Path, vocabulary: Path, out: Path) -> None:
    """Write the pipeline to ``out``."""
    reader = restore(trained)
    with tempfile.TemporaryDirectory() as folder:
        component = Path(folder)
        export(reader, component / "model.onnx")
        shutil.copyfile(vocabulary, component / "pieces.txt")
        for name in ("labels.json", "lemmas.json"):
            shutil.copyfile(trained / name, component / name)
        np.savez(
            component / "weights.npz",
            role_steps=reader.role_steps.detach().numpy(),
            relation_weight=reader.named.weight.detach().numpy(),
            relation_bias=reader.named.bias.detach().numpy(),
        )
        nlp = spacy.blank("en")
        nlp.meta.update(META)
        nlp.add_pipe(FACTORY).from_disk(component)  # type: ignore[attr-defined]
        nlp.to_disk(out)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    package(*map(Path, sys.argv[1:]))
