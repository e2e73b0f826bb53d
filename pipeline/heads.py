"""What reads the encoder's states: one linear head a label set, biaffine heads for trees and links.

The arcs are scored as by Dozat and Manning (2017), their relations as by Kiperwasser and Goldberg (2016: of the chosen
arcs only, which costs little when the trees are read), the label sequences by a linear-chain conditional random field
(Lafferty et al., 2001).
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.encoder import WIDTH, Encoder

ARC, RELATION, LINK = 256, 256, 128


class Scores(NamedTuple):
    """What the heads say of a batch of rows of words; word 0 of each row is the paragraph itself.

    ``arcs[b, d, h]``: word h as head of word d; ``sources[b, c, s]``: the source that begins at s (0: none) as that of
    the cue at c; ``contents[b, f, c]``: the cue that begins at c (0: none here) as that of the content at f.
    ``vectors`` are the encoder's states.
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
    vectors: Tensor


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
        self.sizes = sizes
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
            vectors=words,
        )

    def label_arcs(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Score the relations of chosen arcs: (arcs, RELATION) twice in, (arcs, relations) out."""
        scores: Tensor = self.named(self.drop(torch.relu(dependents + governors)))
        return scores


class Chain(NamedTuple):
    """A linear-chain conditional random field over rows of words, or what is expected of one.

    ``words`` (rows, words, labels) scores each label of each word, ``moves`` (rows, words - 1, labels, labels) each
    label after each. Of an expectation they are probabilities, zero behind a row's last word.
    """

    words: Tensor
    moves: Tensor


def chain(scores: Tensor, steps: Tensor, there: Tensor) -> Chain:
    """Return the field of ``scores`` (rows, words, labels), of whose words those ``there`` stand, one at least.

    ``steps`` (labels + 2, labels): from each label to each, then from the start, then to the end.
    """
    between, first, last = steps[:-2], steps[-2], steps[-1]
    ends = there & ~functional.pad(there[:, 1:], (0, 1))
    starts = torch.zeros_like(there)
    starts[:, 0] = True
    words = scores.float() + starts[..., None] * first + ends[..., None] * last
    return Chain(words, between.expand(*scores.shape[:1], scores.shape[1] - 1, -1, -1))


def partition(field: Chain, there: Tensor) -> Tensor:
    """Return the logarithm of the summed weights of all label sequences, by row.

    Neighbouring words are joined two by two, so that a row takes as many steps as its length has binary digits.
    """
    labels = field.words.shape[2]
    nothing = torch.full((labels, labels), -1e4, device=there.device)
    nothing.fill_diagonal_(0.0)
    joined = torch.where(there[:, 1:, None, None], field.moves + field.words[:, 1:, None, :], nothing)
    while joined.shape[1] > 1:
        if joined.shape[1] % 2:
            joined = torch.cat([joined, nothing.expand(len(joined), 1, -1, -1)], 1)
        joined = torch.logsumexp(joined[:, 0::2, :, :, None] + joined[:, 1::2, None, :, :], 3)
    sums = field.words[:, 0]
    if joined.shape[1]:
        sums = torch.logsumexp(sums[:, :, None] + joined[:, 0], 1)
    return torch.logsumexp(sums, 1)


def known(labels: Tensor, sizes: int) -> Chain:
    """Return what is expected where the labels are known; ``labels`` (rows, words), -100 behind a row's last word."""
    words = functional.one_hot(labels.clamp(min=0), sizes) * (labels >= 0)[..., None]
    return Chain(words.float(), words[:, :-1, :, None].float() * words[:, 1:, None, :])


def expected(scores: Tensor, steps: Tensor, there: Tensor) -> Chain:
    """Return how probable each label and each step is under a field: the gradient of its partition."""
    with torch.enable_grad():
        field = Chain(*(part.detach().clone().requires_grad_() for part in chain(scores, steps, there)))
        return Chain(*torch.autograd.grad(partition(field, there).sum(), list(field), materialize_grads=True))


def sequence_loss(field: Chain, wanted: Chain, there: Tensor) -> Tensor:
    """Return the cross entropy of a field to what is ``wanted`` of it, divided by the words."""
    right = (field.words * wanted.words).sum() + (field.moves * wanted.moves).sum()
    return (partition(field, there).sum() - right) / there.sum()
