"""Headlines that put something first of its kind."""

from __future__ import annotations

import random
from collections.abc import Sequence

from attrib_lsp.language.comparing.values import Wrong
from pipeline.comparing.mutations.forms import like
from pipeline.comparing.mutations.values import Change, Edit, Passage, Stock

_RANKS = (
    "biggest", "worst-ever", "record", "unprecedented", "largest-ever", "historic", "first-ever", "deadliest", "most",
    "highest-ever", "greatest", "longest", "smallest",
)  # fmt: skip
#: Shorter nouns are mostly abbreviations.
_SHORTEST = 4


def ranked(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Put a superlative before a noun."""
    nouns = [token for _, token in headline.words() if token.pos == "NOUN" and len(token.text) >= _SHORTEST]
    if not nouns:
        return None
    noun = chance.choice(nouns)
    start, word = noun.span.start, like(chance.choice(_RANKS), noun.text)
    return Change("ranked", (Edit(start, start, word + " ", Wrong.RANK),))
