"""Write the trained reader as an ONNX graph with weights of eight bits.

Weights are quantised per channel (per tensor costs one to two points of F1), activations as they come. What is taken
one label a word leaves the graph as the label's number, what is decoded under constraints as scores.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from pipeline.heads import Reader
from pipeline.slimming import slim_file

INPUTS = ("pieces", "shapes", "mask", "firsts")
OUTPUTS = (
    "tags", "pos", "lemmas", "opens", "names", "roles", "arcs", "dependents", "governors", "sources", "contents",
    "vectors",
)  # fmt: skip
OPSET = 17


class Exported(nn.Module):
    """The reader as the graph holds it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Return `OUTPUTS`: numbers of tags, parts of speech and lemma scripts, then scores."""
        scores = self.reader(pieces, shapes, mask, firsts)
        return (
            scores.tags.argmax(-1),
            scores.pos.argmax(-1),
            scores.lemmas.argmax(-1),
            *scores[3:],
        )


def export(reader: Reader, path: Path) -> None:
    """Write ``reader`` to ``path``."""
    graph = Exported(reader).eval()
    pieces = torch.randint(1000, 20000, (2, 40))
    firsts = torch.arange(30).repeat(2, 1)
    example = (pieces, torch.ones_like(pieces), torch.ones_like(pieces), firsts)
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared = Path(folder, "plain.onnx"), Path(folder, "prepared.onnx")
        torch.onnx.export(
            graph, example, str(plain), input_names=list(INPUTS), output_names=list(OUTPUTS), opset_version=OPSET,
            dynamo=False,
            dynamic_axes={
                **{name: {0: "rows", 1: "pieces"} for name in INPUTS[:3]},
                "firsts": {0: "rows", 1: "words"},
                **{name: {0: "rows", 1: "words"} for name in OUTPUTS},
                **{name: {0: "rows", 1: "words", 2: "others"} for name in ("arcs", "sources", "contents")},
            },
        )  # fmt: skip
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(path),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        )
    slim_file(path)
