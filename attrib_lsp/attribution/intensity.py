"""Ladders of words for one thing, from the mildest to the strongest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.cues import lemma_of
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon


@dataclass(frozen=True)
class Ladder:
    """Words for one thing by step; ``gap`` is how many steps up count as saying more."""

    about: str
    gap: int
    steps: dict[str, int]

    def step(self, sentence: Sentence, token: Token) -> int | None:
        """Return the step that a word stands on, None if it is not on the ladder."""
        if token.pos not in ("NOUN", "VERB", "ADJ"):
            return None
        lemma = lemma_of(sentence, token) if token.pos == "VERB" else token.lemma.lower()
        return self.steps.get(lemma, self.steps.get(token.lemma.lower()))


@cache
def ladders() -> tuple[Ladder, ...]:
    """Return all ladders."""
    return tuple(
        Ladder(
            entry["about"],
            entry["gap"],
            {word: step for step, group in enumerate(entry["steps"]) for word in group},
        )
        for entry in lexicon("intensity")["ladders"]
    )
