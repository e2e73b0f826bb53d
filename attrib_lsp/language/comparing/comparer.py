"""What a headline says that its story does not: a small network that reads the encoder's states of both.

Every word of the headline looks at every word of the story's beginning, with a word for it where the two are the same
word, stand beside or hang from the same word, and says how likely it is wrong, and in what way. `pipeline.comparing`
trains it on published headlines and on copies of them in which one thing was changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain
from pathlib import Path

from attrib_lsp.language.comparing.meetings import meetings, met
from attrib_lsp.language.comparing.words import words
from attrib_lsp.language.model import session
from attrib_lsp.language.values import Parse
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


class Comparer:
    """The network. One thread at a time may use it."""

    def __init__(self, graph: Path) -> None:
        """Load ``graph`` (ONNX).

        Raises:
            OSError: the file is missing.
        """
        self._session = session(graph)

    def compare(self, headline: Parse, story: Sequence[Parse]) -> Comparison | None:
        """Return how ``headline`` agrees with the paragraphs of ``story``; None where either has no words."""
        above, below = words([headline], HEADLINE), words(story, STORY)
        if not above.keys or not below.keys:
            return None
        codes = meetings(above, below)
        given = {
            "words": above.vectors,
            "kinds": above.kinds,
            "names": above.names,
            "met": met(codes, below.sentences),
            "story": below.vectors,
            "story_kinds": below.kinds,
            "story_names": below.names,
            "story_sentences": below.sentences,
            "codes": codes,
        }
        by_word, whole = self._session.run(["by_word", "whole"], given)
        tokens = list(chain.from_iterable(sentence.tokens for sentence in headline.sentences))[:HEADLINE]
        return Comparison(
            tuple(
                (token.span, {way: float(row[way.value]) for way in Wrong})
                for token, row in zip(tokens, by_word, strict=True)
            ),
            float(whole[0]),
            float(whole[1]),
        )
