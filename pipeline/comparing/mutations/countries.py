"""Headlines with another country."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from functools import cache

from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.language.values import Token
from attrib_lsp.lexicons import lexicon
from pipeline.comparing.mutations.values import Change, Edit, Passage, Stock, everywhere, replaced

#: How often the other country is one of the story's own, where it has one; the first so many listed are the others.
_OWN, _COMMON = 0.7, 60
_ADJECTIVES = ("an", "ish", "ese", "i", "ch")


@cache
def _states() -> Mapping[str, tuple[str, ...]]:
    """Return the names of each country by each of them, by the word list."""
    return {name: tuple(names) for names in lexicon("places")["states"] for name in names}


def country(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Put another country, or its adjective, in the place of one."""
    found = [token for _, token in headline.words() if _is_country(token)]
    if not found:
        return None
    token = chance.choice(found)
    names = _states()[token.text.lower()]
    words = [word for passage in story for _, word in passage.words()]
    own = [
        word.text
        for word in words
        if _is_country(word) and _states()[word.text.lower()] != names and (word.pos == "ADJ") is (token.pos == "ADJ")
    ]
    if own and chance.random() < _OWN:
        name, new = "other country", chance.choice(own)
    else:
        other = tuple(chance.choice(lexicon("places")["states"][:_COMMON]))
        if other == names or any(word.text.lower() in other for word in words):
            return None
        name, new = "absent country", _called(other, adjective=token.pos == "ADJ")

    def turned(passage: Passage) -> list[Edit]:
        return [replaced(one, new) for _, one in passage.words() if one.text.lower() == token.text.lower()]

    return Change(name, (replaced(token, new, Wrong.NAME),), everywhere(story, turned))


def _is_country(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.lower() in _states()


def _called(names: Sequence[str], *, adjective: bool) -> str:
    """Return the first name of a country, or the first that looks like its adjective."""
    fitting = (name for name in names if adjective and name.endswith(_ADJECTIVES))
    return next(fitting, names[0]).title()
