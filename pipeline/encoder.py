"""MiniLM's encoder, written so that it trains on a processor and exports to a small graph.

The architecture is BERT's (Devlin et al., 2019) with MiniLM's sizes (Wang et al., 2020): 6 layers, 384 wide, 12 heads.
The words' shapes (``attrib_lsp.language.encoding.shapes``) take the place of BERT's segments.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from attrib_lsp.language.encoding.shapes import SHAPES

WIDTH, HEADS, INNER, LAYERS, POSITIONS = 384, 12, 1536, 6, 512


class RowDropout(nn.Module):
    """Drops the same features of all states of a row (Gal and Ghahramani, 2016): far fewer random numbers."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """Return ``states`` (rows, length, width) with a share of the features at zero, while training."""
        if not self.training or not self.share:
            return states
        kept = torch.rand(states.shape[0], 1, states.shape[2], device=states.device) >= self.share
        return states * (kept / (1 - self.share))


class Layer(nn.Module):
    """Self-attention and a feed-forward step, each added to its input and normalised."""

    def __init__(self, inner: int, dropout: float) -> None:
        super().__init__()
        self.attend, self.mix = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.widen, self.narrow = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.attended, self.fed = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = RowDropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return the next states; ``mask`` is added to the attention scores."""
        rows, length, _ = states.shape
        query, key, value = self.attend(states).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(rows, length, WIDTH)
        states = self.attended(states + self.drop(self.mix(seen)))
        return self.fed(states + self.drop(self.narrow(functional.gelu(self.widen(states)))))


class Encoder(nn.Module):
    """Word pieces and shapes in, one state a piece out."""

    def __init__(self, vocabulary: int, inner: int = INNER, dropout: float = 0.1) -> None:
        """Build it empty; ``inner`` is how wide the feed-forward steps are."""
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.embedded = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = RowDropout(dropout)
        self.layers = nn.ModuleList(Layer(inner, dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Return states (rows, length, WIDTH); ``mask`` is 1 where a piece stands and 0 where none does."""
        places = self.positions.weight[: pieces.shape[1]]
        states = self.drop(self.embedded(self.pieces(pieces) + places + self.shapes(shapes)))
        hidden = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers:
            states = layer(states, hidden)
        return states


def pretrained(folder: Path) -> Encoder:
    """Return the encoder with the weights of a BERT checkpoint; every shape begins as BERT's first segment.

    Raises:
        OSError: there is no checkpoint in ``folder``.
    """
    weights = load_file(folder / "model.safetensors")
    words = weights["embeddings.word_embeddings.weight"]
    encoder = Encoder(len(words))
    state = {
        "pieces.weight": words,
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "shapes.weight": weights["embeddings.token_type_embeddings.weight"][:1].repeat(SHAPES, 1),
    }
    named = {"embedded": "embeddings.LayerNorm"}
    for number in range(LAYERS):
        theirs = f"encoder.layer.{number}"
        for part in ("weight", "bias"):
            state[f"layers.{number}.attend.{part}"] = torch.cat(
                [weights[f"{theirs}.attention.self.{one}.{part}"] for one in ("query", "key", "value")]
            )
        named |= {
            f"layers.{number}.mix": f"{theirs}.attention.output.dense",
            f"layers.{number}.attended": f"{theirs}.attention.output.LayerNorm",
            f"layers.{number}.widen": f"{theirs}.intermediate.dense",
            f"layers.{number}.narrow": f"{theirs}.output.dense",
            f"layers.{number}.fed": f"{theirs}.output.LayerNorm",
        }
    for ours, theirs in named.items():
        for part in ("weight", "bias"):
            state[f"{ours}.{part}"] = weights[f"{theirs}.{part}"]
    encoder.load_state_dict(state)
    return encoder


def narrowed(encoder: Encoder, inner: int) -> Encoder:
    """Return ``encoder`` with feed-forward steps of ``inner`` features: those with the greatest weights."""
    slim = Encoder(len(encoder.pieces.weight), inner)
    state = encoder.state_dict()
    for number in range(LAYERS):
        widen, narrow = f"layers.{number}.widen", f"layers.{number}.narrow"
        importance = state[f"{widen}.weight"].norm(dim=1) * state[f"{narrow}.weight"].norm(dim=0)
        kept = importance.topk(inner).indices.sort().values
        state[f"{widen}.weight"], state[f"{widen}.bias"] = state[f"{widen}.weight"][kept], state[f"{widen}.bias"][kept]
        state[f"{narrow}.weight"] = state[f"{narrow}.weight"][:, kept]
    slim.load_state_dict(state)
    return slim
