"""Take out of the reader's graph what one passage at a time does not need; every answer stays the same to the last bit.

usage: python -m pipeline.slimming MODEL.onnx

Passages are trained on in batches, and read one at a time: none is padded, so that the mask has nothing to hide. And
each layer works out anew by what its scores are scaled, from the shape of what it is given.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import onnx
from onnx import GraphProto, ModelProto

from pipeline.encoder import LAYERS

MASK = "mask"


def slim(model: ModelProto) -> None:
    """Take it out of ``model``.

    Raises:
        ValueError: it is not the graph that was thought of here.
    """
    graph = model.graph
    hidden = _hanging_on(graph, MASK)
    masked = [node for node in graph.node if node.op_type == "Add" and not hidden.isdisjoint(node.input)]
    scales = list(_scales(graph))
    if not len(masked) == len(scales) == LAYERS:
        raise ValueError(f"{LAYERS} layers, but {len(masked)} of them mask their scores and {len(scales)} scale them")
    for node in masked:
        (scores,) = set(node.input) - hidden
        _put(graph, node.output[0], scores)
    for scale in scales[1:]:
        _put(graph, scale, scales[0])
    _sweep(graph)
    onnx.checker.check_model(model)


def _hanging_on(graph: GraphProto, name: str) -> set[str]:
    """Return the values that follow from the input ``name`` and constants alone."""
    fixed = {one.name for one in graph.initializer} | {one.output[0] for one in graph.node if one.op_type == "Constant"}
    found = {name}
    for node in graph.node:  # sorted: what a node is given comes before it
        if found.intersection(node.input) and found.union(fixed).issuperset(node.input):
            found.update(node.output)
    return found


def _scales(graph: GraphProto) -> Iterator[str]:
    """Yield the values by which queries and keys are multiplied: roots of roots of how wide a head is."""
    multiplied = {name for node in graph.node if node.op_type == "Mul" for name in node.input}
    for node in graph.node:
        if node.op_type == "Sqrt" and node.output[0] in multiplied:
            yield node.output[0]


def _put(graph: GraphProto, old: str, new: str) -> None:
    """Put the value ``new`` wherever ``old`` is asked for."""
    for node in graph.node:
        for place, name in enumerate(node.input):
            if name == old:
                node.input[place] = new


def _sweep(graph: GraphProto) -> None:
    """Take out what nothing asks for any more."""
    while True:
        asked = {name for node in graph.node for name in node.input} | {one.name for one in graph.output}
        idle = [node for node in graph.node if asked.isdisjoint(node.output)]
        if not idle:
            break
        for node in idle:
            graph.node.remove(node)
    for values in (graph.input, graph.initializer):
        for value in [one for one in values if one.name not in asked]:
            values.remove(value)


def slim_file(path: Path) -> None:
    """Take it out of the graph in ``path``."""
    model = onnx.load(path)
    slim(model)
    onnx.save(model, path)


def main() -> None:
    """Do it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("model", type=Path)
    slim_file(parser.parse_args().model)


if __name__ == "__main__":
    main()
