"""Train the parts of the pipeline with ``spacy train``, side by side.

usage: python -m pipeline.train CORPUS OUT

CORPUS is what ``pipeline.convert`` wrote. The best state of each part by its dev set is ``OUT/<part>/model-best``, its
log ``OUT/<part>.log``. Two cores take about an hour and a half.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PARTS = ("reader", "roles")


def command(part: str, corpus: Path, out: Path) -> list[str]:
    """Return the command that trains ``part``."""
    return [
        sys.executable, "-m", "spacy", "train", str(HERE / "configs" / f"{part}.cfg"),
        "--code", str(HERE / "numpy_blas.py"),
        "--output", str(out / part),
        "--paths.train", str(corpus / f"{part}.train.spacy"),
        "--paths.dev", str(corpus / f"{part}.dev.spacy"),
    ]  # fmt: skip


def train(corpus: Path, out: Path) -> None:
    """Train all parts at once, one core each.

    Raises:
        subprocess.CalledProcessError: a training run failed; its log says why.
    """
    out.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    runs = []
    for part in PARTS:
        with (out / f"{part}.log").open("w", encoding="utf-8") as log:
            runs.append(
                subprocess.Popen(command(part, corpus, out), stdout=log, stderr=subprocess.STDOUT, env=environment)
            )
    for run in runs:
        if run.wait():
            raise subprocess.CalledProcessError(run.returncode, run.args)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    train(Path(sys.argv[1]), Path(sys.argv[2]))
