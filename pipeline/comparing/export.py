"""Write the comparing network as an ONNX graph with weights of eight bits, for one headline above its story.

usage: python -m pipeline.comparing.export CHECKPOINT OUT

CHECKPOINT is what `pipeline.comparing.train` wrote, OUT the graph that `attrib_lsp.language.comparing.comparer` loads.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from attrib_lsp.language.comparing.meetings import MEETINGS
from attrib_lsp.language.model import WIDTH
from pipeline.comparing.network import Inputs, Network
from pipeline.export import OPSET

OUTPUTS = ("by_word", "whole")
#: The inputs, with their lengths: A words above, B words below.
INPUTS = {
    "words": "A", "kinds": "A", "names": "A", "met": "A",
    "story": "B", "story_kinds": "B", "story_names": "B", "story_sentences": "B",
    "codes": "AB",
}  # fmt: skip
#: What parts of the network are called in checkpoints that were written before the network had its present names.
FORMER = {
    "p": "narrow", "pos": "kinds", "ent": "names", "sent": "sentences", "mx": "met", "nh": "above", "nb": "below",
    "tok": "by_word", "pool": "whole",
    "q": "own", "o": "own_out", "cq": "asking", "ck": "asked", "co": "found", "cmp": "compared", "bias": "drawn",
    "sink": "nothing", "f": "fed", "n1": "after_own", "n2": "after_story", "n3": "after_fed",
}  # fmt: skip


class Exported(nn.Module):
    """The network as the graph holds it: no batch, probabilities for scores."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, *given: Tensor) -> tuple[Tensor, Tensor]:
        """Return `OUTPUTS` for `INPUTS`."""
        above, below = given[:4], given[4:8]
        there, story_there = (torch.ones_like(kinds, dtype=torch.bool) for kinds in (above[1], below[1]))
        words, kinds, names, met, codes, there = (one[None, None] for one in (*above, given[8], there))
        story, story_kinds, story_names, story_sentences, story_there = (one[None] for one in (*below, story_there))
        inputs = Inputs(
            words, kinds, names, met, story, story_kinds, story_names, story_sentences, codes, there, story_there
        )
        answers = self.network(inputs)
        return answers.by_word[0, 0].softmax(-1), answers.whole[0, 0].sigmoid()


def restore(checkpoint: Path) -> Network:
    """Return a trained network; its sizes are those of its weights."""
    state = renamed(torch.load(checkpoint, weights_only=True)["state"])
    inner, width = state["layers.0.fed.0.weight"].shape
    network = Network(width, inner, len({name.split(".")[1] for name in state if name.startswith("layers.")}))
    network.load_state_dict(state)
    return network.eval()


def renamed(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return weights under their present names.

    >>> list(renamed({"layers.0.f.3.bias": torch.zeros(1), "mx.weight": torch.zeros(1)}))
    ['layers.0.fed.3.bias', 'met.weight']
    """
    parts = {name: name.split(".") for name in state}
    return {
        ".".join([*(FORMER.get(part, part) for part in parts[name][:-1]), parts[name][-1]]): state[name]
        for name in parts
    }


def example(above: int = 9, below: int = 30) -> tuple[Tensor, ...]:
    """Return `INPUTS` of some headline above some story."""
    return (
        torch.randn(above, WIDTH), torch.randint(0, 19, (above,)), torch.randint(0, 10, (above,)),
        torch.rand(above, MEETINGS + 1),
        torch.randn(below, WIDTH), torch.randint(0, 19, (below,)), torch.randint(0, 10, (below,)),
        torch.arange(below) // 12,
        torch.randint(0, 1 << MEETINGS, (above, below), dtype=torch.int32),
    )  # fmt: skip


def write(network: Network, path: Path) -> None:
    """Write ``network`` to ``path`` as it is, in single precision."""
    names = {"A": "above", "B": "below"}
    torch.onnx.export(
        Exported(network).eval(), example(), str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
        opset_version=OPSET, dynamo=False,
        dynamic_axes={
            **{name: {axis: names[one] for axis, one in enumerate(lengths)} for name, lengths in INPUTS.items()},
            "by_word": {0: "above"},
        },
    )  # fmt: skip


def export(network: Network, path: Path) -> None:
    """Write ``network`` to ``path`` with weights of eight bits a channel; activations are quantised as they come."""
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared = Path(folder, "plain.onnx"), Path(folder, "prepared.onnx")
        write(network, plain)
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared), str(path), weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm"],
        )  # fmt: skip


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    export(restore(Path(sys.argv[1])), Path(sys.argv[2]))
