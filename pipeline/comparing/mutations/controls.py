"""Changes of a headline after which it is as right as before: the network has to be silent about them."""

from __future__ import annotations

import random
from collections.abc import Sequence

from attrib_lsp.language.comparing.words import NUMBERS
from attrib_lsp.language.values import Token
from pipeline.comparing.mutations.forms import capitalised
from pipeline.comparing.mutations.names import names
from pipeline.comparing.mutations.values import Change, Edit, Passage, Stock, replaced

_BY_DIGITS = {digits: word for word, digits in NUMBERS.items() if int(digits) <= 20}
_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "``", "''"})
_CURRENCIES = frozenset("$£€")
_SMALL = frozenset({
    "a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "at", "by", "with", "as", "from",
})  # fmt: skip
#: A headline with more of its words than this in capitals has them throughout.
_CAPITALS = 0.6


def respelled_number(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Write a number in digits as a word, or the other way round."""
    for _, token in headline.words():
        if token.text in _BY_DIGITS and _stands_alone(headline.text, token):
            word = _BY_DIGITS[token.text]
            return Change("digits to word", (replaced(token, word if token.span.start else capitalised(word)),))
        word = token.text.lower()
        if token.pos == "NUM" and word in NUMBERS and word != "one":
            return Change("word to digits", (replaced(token, NUMBERS[word]),))
    return None


def _stands_alone(text: str, token: Token) -> bool:
    """Say whether no sign, letter or hyphen stands beside a number."""
    return not (text[: token.span.start][-1:] in _CURRENCIES or text[token.span.end :][:1].strip(" ,.:;?!"))


def shortened_name(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Leave a person's given name out where the story has the surname, or take it from the story."""
    known = [name for passage in story for name in names(passage, "PERSON")]
    words = {token.text for passage in story for _, token in passage.words()}
    for name in names(headline, "PERSON"):
        first, last = name.tokens[0], name.tokens[-1]
        if len(name.tokens) == 2 and last.text in words:
            return Change("surname", (Edit(first.span.start, last.span.start, ""),))
        full = [one.text for one in known if len(one.tokens) == 2 and one.tokens[-1].text == last.text]
        if len(name.tokens) == 1 and full and not headline.text[: first.span.start].endswith(f"{full[0].split()[0]} "):
            return Change("full name", (replaced(first, full[0]),))
    return None


def unquoted(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Take the quotation marks away."""
    marks = tuple(replaced(token, "") for _, token in headline.words() if token.text in _QUOTES)
    return Change("unquoted", marks) if len(marks) >= 2 else None


def recased(headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random) -> Change | None:
    """Write a headline without capitals throughout, or with them."""
    words = [token for _, token in headline.words()]
    if sum(token.text[:1].isupper() for token in words) > _CAPITALS * len(words):
        edits = [replaced(one, one.text.lower()) for one in words[1:] if one.text.istitle() and one.pos != "PROPN"]
    else:
        large = (one for one in words if one.text.islower() and one.text.isalpha() and one.text not in _SMALL)
        edits = [replaced(one, capitalised(one.text)) for one in large]
    return Change("recased", tuple(edits)) if edits else None
