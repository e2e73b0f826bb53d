"""What a headline says that its story does not: a small network that reads the encoder's states of both.

Every word of the headline looks at every word of the story's beginning, with a word for it where the two are the same
word, stand beside or hang from the same word, and says how likely it is wrong, and in what way. `pipeline.comparing`
trains it on published headlines and on copies of them in which one thing was changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from attrib_lsp.language.comparing.meetings import meetings, met
from attrib_lsp.language.comparing.values import HEADLINE, STORY, Comparison, Wrong
from attrib_lsp.language.comparing.words import words
from attrib_lsp.language.model import session
from attrib_lsp.language.values import Parse

#: Where in its answer the network says how likely a word is wrong in a way.
_PLACES = {way: way.value for way in Wrong}


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
                (token.span, {way: row[place] for way, place in _PLACES.items()})
                for token, row in zip(tokens, by_word.tolist(), strict=True)
            ),
            float(whole[0]),
            float(whole[1]),
        )
