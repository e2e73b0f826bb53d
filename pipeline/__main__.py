"""Make the language pipeline from its corpora: convert, train, evaluate, package.

usage: python -m pipeline DATA WORK

DATA holds the corpora (see ``pipeline.convert``); WORK takes what lies in between, and the logs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.convert import main as convert
from pipeline.package import package
from pipeline.train import train

if len(sys.argv) != 3:
    sys.exit(__doc__)
data, work = map(Path, sys.argv[1:])
convert(data, work / "corpus")
train(work / "corpus", work / "models")
package(work / "models", work / "corpus")
