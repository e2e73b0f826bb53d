"""Headlines with another name, of the story or of another one, or with a misspelt one."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.language.values import EntityLabel, Token
from pipeline.comparing.mutations.values import Change, Edit, Mutation, Passage, Stock, everywhere, replaced

#: How often the other name is one of the story's own, where it has one.
_OWN = 0.65
#: Shorter names are not told from words by their capital alone, nor misspelt.
_SHORTEST, _SPELLED = 4, 5
#: Letters that a slip puts in the place of another.
_SLIPS = "aeioulnrst"
_WORD = re.compile(r"\w+")


class Name(NamedTuple):
    """A name in a passage."""

    tokens: tuple[Token, ...]
    text: str

    @property
    def words(self) -> frozenset[str]:
        """Its words in lower case."""
        return frozenset(_WORD.findall(self.text.lower()))


def names(passage: Passage, label: EntityLabel) -> list[Name]:
    """Return the names of a kind."""
    return [
        Name(sentence.tokens[one.first : one.end], one.text)
        for sentence in passage.parse.sentences
        for one in sentence.entities
        if one.label == label
    ]


def renamed(label: EntityLabel) -> Mutation:
    """Return the mutation that puts another name of a kind in the place of one."""

    def mutate(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
        return _renamed(label, headline, story, stock, chance)

    return mutate


person, place, organisation = renamed("PERSON"), renamed("PLACE"), renamed("ORG")


def _renamed(
    label: EntityLabel, headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random
) -> Change | None:
    """Put another name in the place of one of ``label``."""
    known = [name for passage in story for name in names(passage, label)]
    found = names(headline, label) or _unmarked(headline, known)
    if not found:
        return None
    old = chance.choice(found)
    others = list(dict.fromkeys(name.text for name in known if len(name.text) > 2 and not name.words & old.words))
    own = bool(others) and chance.random() < _OWN
    if not own and not stock.names[label]:
        return None
    new = chance.choice(others if own else stock.names[label])
    if not own and any(word in passage.text for passage in story for word in new.split()):
        return None
    if label == "PERSON":
        if len(old.tokens) == 1:
            new = new.split()[-1]
        elif not own and " " not in new:
            return None
    last, surname = old.tokens[-1].text.lower(), new.split()[-1]

    def turned(passage: Passage) -> list[Edit]:
        return [replaced(token, surname) for _, token in passage.words() if token.text.lower() == last]

    answered = label == "PERSON" and any(last in name.words for name in known)
    edit = Edit(
        old.tokens[0].span.start,
        old.tokens[-1].span.end,
        new.upper() if old.text.isupper() else new,
        Wrong.NAME,
    )
    return Change("other name" if own else "absent name", (edit,), everywhere(story, turned) if answered else ())


def _unmarked(headline: Passage, known: Sequence[Name]) -> list[Name]:
    """Return the words of a headline that end names of its story and are written as such."""
    lasts = {name.tokens[-1].text.lower() for name in known}
    return [
        Name((token,), token.text)
        for _, token in headline.words()
        if token.text.lower() in lasts and token.text[:1].isupper() and len(token.text) >= _SHORTEST
    ]


def misspelt(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Spell a name otherwise than the story does."""
    spelled = {token.text for passage in story for _, token in passage.words()}
    found = [
        token
        for _, token in headline.words()
        if token.pos == "PROPN" and len(token.text) >= _SPELLED and token.text.isalpha() and token.text in spelled
    ]
    if not found:
        return None
    token = chance.choice(found)
    new = slip(token.text, chance)
    return Change("misspelt", (replaced(token, new, Wrong.NAME),)) if new != token.text else None


def slip(word: str, chance: random.Random) -> str:
    """Return ``word`` with a letter behind the first left out, swapped with the next, doubled or put for another."""
    at, kind = chance.randrange(1, len(word) - 1), chance.random()
    before, letter, behind = word[:at], word[at], word[at + 1 :]
    if kind < 0.3:
        return before + behind
    if kind < 0.6:
        return before + behind[0] + letter + behind[1:]
    return before + (letter * 2 if kind < 0.8 else chance.choice(_SLIPS)) + behind
