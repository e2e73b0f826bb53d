"""What the comparer hands upwards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from attrib_lsp.text.span import Span

#: Words of a story that are looked at: news has what its headline says near its top.
STORY = 400
#: Words of a headline that are looked at.
HEADLINE = 40


class Wrong(Enum):
    """In what way a word of a headline can be wrong; the value is its place among the network's answers."""

    FIGURE = 1
    NAME = 2
    POLARITY = 3
    CERTAINTY = 4
    RANK = 5


@dataclass(frozen=True, eq=False)
class Comparison:
    """What the network says of a headline above its story, in probabilities.

    ``words`` holds each word's place and how probably it is wrong, by `Wrong`. ``unattributed`` is how probably the
    headline tells as fact what the story has somebody say, ``unrelated`` that it belongs to another story.
    """

    words: tuple[tuple[Span, dict[Wrong, float]], ...]
    unattributed: float
    unrelated: float
