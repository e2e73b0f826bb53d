"""The network that compares a headline with its story, word by word.

The words of the headline look at one another and then at those of the story (Vaswani et al., 2017). Each attention to
the story is drawn by the ways in which two words meet (see `attrib_lsp.language.comparing.meetings`), and may go to
nothing at all; what a word has found is held against the word itself by product and difference, as Chen et al. (2017)
compare sentences for inference.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from attrib_lsp.language.comparing.meetings import MEETINGS
from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.language.comparing.words import KINDS, NAMES
from attrib_lsp.language.model import WIDTH
from pipeline.comparing.lookup import look

#: The network's own width, that inside its feed-forward steps, its attentions side by side, its layers.
NARROW, INNER, HEADS, LAYERS = 160, 320, 4, 2
#: A story's sentences from this one on count as one place.
SENTENCES = 18
#: Answers for a word: right, or one of `Wrong`; for the headline: told as fact, of another story.
ANSWERS, WHOLE = len(Wrong) + 1, 2
#: Room for numbers of kinds and of names; the last of each is spare.
_KINDS, _NAMES = len(KINDS) + 2, len(NAMES) + 3
#: What is added to scores that shall not count.
_NEVER = -1e4


class Inputs(NamedTuple):
    """Stories (S) of so many words (B), each with headlines (H) of so many words (A).

    ``words`` (S, H, A, WIDTH), ``kinds``, ``names``, ``there`` (S, H, A) and ``met`` (S, H, A, MEETINGS + 1) are those
    of the headlines; ``story`` (S, B, WIDTH) and its fellows (S, B) those of the stories; ``codes`` (S, H, A, B) say
    how two words meet. ``there`` and ``story_there`` are false where a row is only filled up.
    """

    words: Tensor
    kinds: Tensor
    names: Tensor
    met: Tensor
    story: Tensor
    story_kinds: Tensor
    story_names: Tensor
    story_sentences: Tensor
    codes: Tensor
    there: Tensor
    story_there: Tensor


class Answers(NamedTuple):
    """Logits: ``by_word`` (S, H, A, ANSWERS), of which one is right; ``whole`` (S, H, WHOLE), each by itself."""

    by_word: Tensor
    whole: Tensor


class Layer(nn.Module):
    """A step of the headline's words: at one another, at the story, within themselves."""

    def __init__(self, width: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.own, self.own_out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.asking, self.asked = nn.Linear(width, width), nn.Linear(width, 2 * width)
        self.found, self.compared = nn.Linear(width, width), nn.Linear(3 * width, width)
        self.drawn = nn.Linear(MEETINGS, heads, bias=False)
        self.nothing = nn.Linear(width, heads)
        self.fed = nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(dropout), nn.Linear(inner, width))
        self.after_own, self.after_story, self.after_fed = (nn.LayerNorm(width) for _ in range(3))
        self.drop = nn.Dropout(dropout)
        nn.init.constant_(self.drawn.weight[:, 0], 1.0)

    def forward(self, states: Tensor, story: Tensor, given: Inputs) -> Tensor:
        """Return the next states of the headlines' words (S, H, A, width)."""
        states = self.after_own(states + self.drop(self.own_out(self._among(states, given.there))))
        seen = self.found(self._in_story(states, story, given))
        held = torch.cat([seen, states * seen, (states - seen).abs()], -1)
        states = self.after_story(states + self.drop(self.compared(held)))
        after: Tensor = self.after_fed(states + self.drop(self.fed(states)))
        return after

    def _among(self, states: Tensor, there: Tensor) -> Tensor:
        """Return what each word takes from its own headline."""
        stories, headlines, above, width = states.shape
        parts = self.own(states).reshape(stories * headlines, above, 3, self.heads, width // self.heads)
        asking, keys, values = parts.permute(2, 0, 3, 1, 4)
        scores = asking @ keys.transpose(-1, -2) / math.sqrt(width // self.heads)
        scores = scores.masked_fill(~there.reshape(stories * headlines, 1, 1, above), _NEVER)
        return (scores.softmax(-1) @ values).transpose(1, 2).reshape(stories, headlines, above, width)

    def _in_story(self, states: Tensor, story: Tensor, given: Inputs) -> Tensor:
        """Return what each word takes from the story: less of it, the more it looks at nothing."""
        stories, headlines, above, width = states.shape
        below, each = story.shape[1], width // self.heads
        asking = self.asking(states).reshape(stories, headlines * above, self.heads, each).transpose(1, 2)
        keys, values = self.asked(story).reshape(stories, below, 2, self.heads, each).permute(2, 0, 3, 1, 4)
        scores = asking / math.sqrt(each) @ keys.transpose(-1, -2)
        scores = scores + self._draw(given.codes).reshape(stories, self.heads, headlines * above, below)
        scores = scores + torch.where(given.story_there, 0.0, _NEVER)[:, None, None]
        nothing = self.nothing(states).reshape(stories, headlines * above, self.heads).transpose(1, 2)
        shares = torch.cat([nothing.unsqueeze(-1), scores], -1).softmax(-1)[..., 1:]
        return (shares @ values).transpose(1, 2).reshape(stories, headlines, above, width)

    def _draw(self, codes: Tensor) -> Tensor:
        """Return how much each meeting draws each attention (S, heads, H, A, B)."""
        every = torch.arange(1 << MEETINGS, device=codes.device)
        ways = (every[:, None] >> torch.arange(MEETINGS, device=codes.device)) & 1
        table = self.drawn(ways.float())
        if self.training:
            return look(table, codes)
        return functional.embedding(codes, table).permute(0, 4, 1, 2, 3)


class Network(nn.Module):
    """The comparing network."""

    def __init__(self, width: int = NARROW, inner: int = INNER, layers: int = LAYERS, dropout: float = 0.1) -> None:
        super().__init__()
        self.narrow = nn.Linear(WIDTH, width)
        self.kinds, self.names = nn.Embedding(_KINDS, width), nn.Embedding(_NAMES, width)
        self.sentences = nn.Embedding(SENTENCES, width)
        self.met = nn.Linear(MEETINGS + 1, width)
        self.above, self.below = nn.LayerNorm(width), nn.LayerNorm(width)
        self.layers = nn.ModuleList(Layer(width, inner, HEADS, dropout) for _ in range(layers))
        self.by_word = nn.Linear(width, ANSWERS)
        self.whole = nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.Linear(width, WHOLE))
        self.drop = nn.Dropout(dropout)

    def forward(self, given: Inputs) -> Answers:
        """Return what is wrong with the headlines of a batch."""
        states = self.narrow(given.words) + self.kinds(given.kinds) + self.names(given.names)
        states = self.drop(self.above(states + self.met(given.met)))
        story = self.narrow(given.story) + self.kinds(given.story_kinds) + self.names(given.story_names)
        story = self.below(story + self.sentences(given.story_sentences.clamp(max=SENTENCES - 1)))
        for layer in self.layers:
            states = layer(states, story, given)
        return Answers(self.by_word(states), self.whole(pooled(states, given.there.unsqueeze(-1))))


def pooled(states: Tensor, there: Tensor) -> Tensor:
    """Return the mean and the greatest of the states of a headline's words."""
    mean = (states * there).sum(2) / there.sum(2).clamp(min=1)
    return torch.cat([mean, states.masked_fill(~there, _NEVER).amax(2)], -1)
