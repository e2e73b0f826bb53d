"""What reads the encoder's states: one linear head a label set, biaffine heads for trees and links.

The arcs are scored as by Dozat and Manning (2017), their relations as by Kiperwasser and Goldberg (2016: of the chosen
arcs only, which costs little when the trees are read), the label sequences by a linear-chain conditional random field
(Lafferty et al., 2001).
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from pipeline.encoder import WIDTH, Encoder

ARC, RELATION, LINK = 256, 256, 128


class Scores(NamedTuple):
    """What the heads say of a batch of rows of words; word 0 of each row is the paragraph itself.

    ``arcs[b, d, h]``: word h as head of word d; ``sources[b, c, s]``: the source that begins at s (0: none) as that of
    the cue at c; ``contents[b, f, c]``: the cue that begins at c (0: none here) as that of the content at f.
    """

    tags: Tensor
    pos: Tensor
    lemmas: Tensor
    opens: Tensor
    names: Tensor
    roles: Tensor
    arcs: Tensor
    dependents: Tensor
    governors: Tensor
    sources: Tensor
    contents: Tensor


class Biaffine(nn.Module):
    """Scores every word against every word."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.left, self.right = _projection(width, dropout), _projection(width, dropout)
        self.weight = nn.Parameter(torch.zeros(width + 1, width))

    def forward(self, states: Tensor) -> Tensor:
        """Return scores (rows, words, words): of each word on the left, those on the right."""
        left, right = self.left(states), self.right(states)
        left = torch.cat([left, torch.ones_like(left[..., :1])], -1)
        return torch.matmul(torch.matmul(left, self.weight), right.transpose(1, 2))


def _projection(width: int, dropout: float) -> nn.Sequential:
    """Return a narrow view of the states."""
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(dropout))


class Reader(nn.Module):
    """The encoder with its heads."""

    def __init__(self, encoder: Encoder, sizes: dict[str, int], dropout: float = 0.2) -> None:
        """Build the heads; ``sizes`` are the numbers of labels by label set."""
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(dropout)
        flat = ("tags", "pos", "lemmas", "opens", "names", "roles")
        self.flat = nn.ModuleDict({name: nn.Linear(WIDTH, sizes[name]) for name in flat})
        self.arcs = Biaffine(ARC, dropout)
        self.dependents, self.governors = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.named = nn.Linear(RELATION, sizes["relations"])
        self.sources, self.contents = Biaffine(LINK, dropout), Biaffine(LINK, dropout)
        self.role_steps = nn.Parameter(torch.zeros(sizes["roles"] + 2, sizes["roles"]))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, firsts: Tensor) -> Scores:
        """Score a batch; ``firsts`` are the places of the words' first pieces, 0 for the paragraph itself."""
        states = self.encoder(pieces, shapes, mask)
        words = self.drop(states.gather(1, firsts.unsqueeze(-1).expand(-1, -1, WIDTH)))
        flat = {name: head(words) for name, head in self.flat.items()}
        return Scores(
            **flat,
            arcs=self.arcs(words),
            dependents=self.dependents(words),
            governors=self.governors(words),
            sources=self.sources(words),
            contents=self.contents(words),
        )

    def label_arcs(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Score the relations of chosen arcs: (arcs, RELATION) twice in, (arcs, relations) out."""
        scores: Tensor = self.named(self.drop(torch.relu(dependents + governors)))
        return scores


def sequence_loss(scores: Tensor, labels: Tensor, steps: Tensor) -> Tensor:
    """Return minus the log-likelihood of label sequences under a linear-chain CRF, divided by their words.

    ``scores`` (rows, words, labels); ``labels`` (rows, words), -100 behind a row's last word. ``steps`` (labels + 2,
    labels): from each label to each, then from the start, then to the end.
    """
    between, first, last = steps[:-2], steps[-2], steps[-1]
    there = labels >= 0
    known = labels.clamp(min=0)
    gold = scores.gather(2, known.unsqueeze(-1)).squeeze(-1) * there
    moves = between[known[:, :-1], known[:, 1:]] * there[:, 1:]
    ends = known.gather(1, (there.sum(1) - 1).clamp(min=0).unsqueeze(-1)).squeeze(-1)
    right = gold.sum(1) + moves.sum(1) + first[known[:, 0]] + last[ends]
    sums = first + scores[:, 0]
    for word in range(1, scores.shape[1]):
        following = torch.logsumexp(sums.unsqueeze(2) + between, 1) + scores[:, word]
        sums = torch.where(there[:, word, None], following, sums)
    return (torch.logsumexp(sums + last, 1) - right).sum() / there.sum()
