"""Reduce words to keys by which two texts are found to speak of the same thing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
#: Longest common beginning by which two long words count as one family ("invest", "investigation" do not: endings).
_ENDINGS = (
    "ational", "ization", "isation", "ations", "ation", "ments", "ment", "ingly", "ings", "ing", "ance", "ence", "ions",
    "ion", "ers", "er", "ors", "or", "ally", "al", "ly", "ies", "ied", "ed", "es", "s", "e", "y",
)  # fmt: skip
_SHORTEST_STEM = 4
#: Number words that look like other words with an ending ("billion" is no bill).
_SCALES = frozenset({"million", "billion", "trillion"})


@cache
def _clusters() -> dict[str, str]:
    """Return each listed word's cluster: its first member."""
    found: dict[str, str] = {}
    for cluster in (*lexicon("synonyms")["meanings"], *lexicon("places")["states"]):
        for word in cluster:
            found.setdefault(word.lower(), cluster[0].lower())
    return found


@cache
def _places() -> dict[str, str]:
    """Return each listed place word's cluster: the place's name."""
    return {word.lower(): cluster[0] for cluster in lexicon("places")["states"] for word in cluster}


@cache
def places() -> frozenset[str]:
    """Return the keys of all listed states."""
    return frozenset(_places().values())


def place_key(word: str) -> str | None:
    """Return the state that a word names, by its own name, its capital or its adjective; None for any other word.

    >>> place_key("Moscow"), place_key("Leeds")
    ('russia', None)
    """
    if not word[:1].isupper():
        return None
    return _places().get(word.lower())


@cache
def stem(word: str) -> str:
    """Return a word without its ending, so that "requests", "requested" and "request" agree.

    >>> stem("requested"), stem("funding"), stem("aid")
    ('request', 'fund', 'aid')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@cache
def key(lemma: str) -> str:
    """Return the key of a lemma: its cluster's, or its stem's cluster's, else its stem."""
    lower = lemma.lower()
    if lower in _SCALES:
        return lower
    clusters = _clusters()
    if lower in clusters:
        return clusters[lower]
    short = stem(lower)
    return clusters.get(short, short)


def is_content(token: Token) -> bool:
    """Say whether ``token`` is a content word that can show what a text speaks of."""
    return token.pos in _CONTENT and token.lemma.lower() not in words("synonyms", "empty")


def keys_among(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the keys of the content words among ``tokens``."""
    return frozenset([key(token.lemma) for token in tokens if is_content(token)])


@remembered
def keys_of(sentence: Sentence) -> frozenset[str]:
    """Return the keys of the content words of ``sentence``."""
    return keys_among(sentence.tokens)


def keys_inside(sentences: Iterable[Sentence], parts: Iterable[Span]) -> frozenset[str]:
    """Return the keys of the content words of ``sentences`` that stand in any of ``parts``."""
    within = list(parts)
    return frozenset(one for sentence in sentences for part in within for one in keys_among(sentence.tokens_in(part)))
