"""The trained encoder with its heads: paragraphs' words in, scores out, by ONNX Runtime on the processor."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from attrib_lsp.language.arrays import Floats, Integers
from attrib_lsp.language.encoding.shapes import shapes
from attrib_lsp.language.encoding.wordpiece import WordPieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

#: Numbers in the encoder's state of a word.
WIDTH = 384
#: Threads at most for one run.
THREADS = 4
#: ONNX Runtime's kernel for sums with their normalisation takes several times as long as the two steps do.
SLOWER_FUSED = ["SkipLayerNormFusion"]


class Scores(NamedTuple):
    """What the heads say of one passage; the word in place 0 of every field is the passage itself.

    ``tags``, ``pos`` and ``lemmas`` are label numbers, the others scores: ``arcs[d, h]`` of word h as head of word d,
    ``sources[c, s]`` of the source that begins at s (0: none) as that of the cue that begins at c, ``contents[f, c]``
    of that cue (0: none here) as that of the content that begins at f. ``vectors`` (words + 1, `WIDTH`) are the
    encoder's states.
    """

    tags: Integers
    pos: Integers
    lemmas: Integers
    opens: Floats
    names: Floats
    roles: Floats
    arcs: Floats
    dependents: Floats
    governors: Floats
    sources: Floats
    contents: Floats
    vectors: Floats


@dataclass(frozen=True, slots=True)
class Passage:
    """Words given to the encoder at once, as numbers; ``firsts`` are the places of the words' first pieces."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]


class Model:
    """The graph and its vocabulary. One thread at a time may use it."""

    def __init__(self, graph: Path, vocabulary: Path) -> None:
        """Load ``graph`` (ONNX) and ``vocabulary`` (one piece a line).

        Raises:
            OSError: a file is missing.
        """
        self._pieces = WordPieces(vocabulary)
        self._session = session(graph)

    def passage(self, words: Sequence[str], spaces: Sequence[bool]) -> Passage:
        """Return ``words`` in numbers; ``spaces`` says of each whether a space follows it."""
        pieces, kinds, firsts = [self._pieces.opening], [0], [0]
        for word, shape in zip(words, shapes(words, spaces), strict=True):
            found = self._pieces.of(word)
            firsts.append(len(pieces))
            pieces.extend(found)
            kinds.extend([shape] * len(found))
        return Passage([*pieces, self._pieces.closing], [*kinds, 0], firsts)

    def length(self, word: str) -> int:
        """Return how many pieces ``word`` has."""
        return len(self._pieces.of(word))

    def run(self, passage: Passage) -> Scores:
        """Score ``passage``.

        Passages are run one at a time: activations are quantised by their range over all that is run together, so that
        in a batch what one paragraph is read as would hang on the others.
        """
        given = {
            "pieces": np.array([passage.pieces], np.int64),
            "shapes": np.array([passage.shapes], np.int64),
            "firsts": np.array([passage.firsts], np.int64),
        }
        return Scores(*(output[0] for output in self._session.run(list(Scores._fields), given)))


def threads() -> int:
    """Return how many threads one graph may use: OMP_NUM_THREADS at most, by which other libraries go, too."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    asked = os.environ.get("OMP_NUM_THREADS", "")
    return max(1, min(THREADS, processors, int(asked) if asked.isdecimal() else THREADS))


def session(graph: Path) -> InferenceSession:
    """Open a graph. Its threads do not spin: an editor's language server waits most of the time."""
    # From 1.32 on it tells Microsoft about the machine and each run, on Linux, too: nothing is to leave the machine.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(graph), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER_FUSED
    )
