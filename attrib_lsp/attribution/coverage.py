"""How much of the headline the story has at all: the ground for saying that it is about something else."""

from __future__ import annotations

from dataclasses import dataclass

from attrib_lsp.attribution.keys import is_content, key, stem
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.attribution.vocabulary import Vocabulary, plain
from attrib_lsp.language.values import Token
from attrib_lsp.lexicons.common import common_words

_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many content words a headline has (``words``), and names among them, and how many of each the story has."""

    words: int
    held: int
    names: int
    names_held: int

    @property
    def share(self) -> float:
        """The share of the words that the story has, 0 to 1; 1 without words."""
        return self.held / self.words if self.words else 1.0


def coverage(headline: Paragraph, story: Vocabulary) -> Coverage:
    """Return how much of ``headline`` the ``story`` has, in whatever form and by whatever listed synonym."""
    content = [token for sentence in headline.sentences for token in sentence.tokens if _counts(token)]
    names = [token for token in content if token.text[:1].isupper() and plain(token.text) not in common_words()]
    held = {token for token in content if has(token, story)}
    return Coverage(len(content), len(held), len(names), sum(token in held for token in names))


def has(token: Token, story: Vocabulary) -> bool:
    """Say whether ``story`` has the word ``token``, another form of it, or a synonym."""
    word = plain(token.text)
    return (
        word in story.words
        or not {key(token.lemma), key(word)}.isdisjoint(story.keys)
        or stem(word) in story.stems
        or (len(word) > story.BEGINNING and word[: story.BEGINNING] in story.beginnings)
    )


def _counts(token: Token) -> bool:
    """Say whether ``token`` is a content word of any weight."""
    return is_content(token) and len(plain(token.text)) >= _SHORTEST
