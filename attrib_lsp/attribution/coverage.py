"""How much of the headline the story has at all: the ground for saying that it is about something else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from attrib_lsp.attribution.counted import Counted, told_in
from attrib_lsp.attribution.figures import Figure, Unit
from attrib_lsp.attribution.keys import is_content, key, stem
from attrib_lsp.attribution.reckoned import is_age
from attrib_lsp.attribution.strangers import place_names
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.attribution.vocabulary import Vocabulary, plain
from attrib_lsp.language.values import Token
from attrib_lsp.lexicons.common import common_words

_SHORTEST = 3
#: From here on a number that two texts share is hardly chance.
_TELLING = 10
#: How a match stands: "2-1".
_SCORE = re.compile(r"(?<![\w-])\d{1,3}[-–]\d{1,3}(?![\w-])")
_INITIALS = re.compile(r"[A-Z]{2,}")


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
        or any(story.holds(other) for other in place_names(token.text))
        or (_INITIALS.fullmatch(token.text) is not None and _spelled_out(token.text, story))
    )


def _spelled_out(initials: str, story: Vocabulary) -> bool:
    """Say whether ``story`` has a name with these capitals: "GSK" of "GlaxoSmithKline"."""
    return any(
        "".join(letter for letter in story.written(place) if letter.isupper()) == initials
        for place in story.names.values()
    )


def shares_figure(headline: Paragraph, story: Vocabulary) -> bool:
    """Say whether the ``story`` has a figure of ``headline`` that is hardly so by chance: a sum, a share, 42, 2-1."""
    scores = set(_SCORE.findall(headline.text))
    if scores and any(not scores.isdisjoint(_SCORE.findall(paragraph.text)) for _, paragraph in story.paragraphs):
        return True
    known = {_worth(one.figure) for _, paragraph in story.paragraphs for one in told_in(paragraph).counted}
    return any(_worth(one.figure) in known for one in told_in(headline).counted if _tells(one, headline.text))


def _worth(figure: Figure) -> tuple[float, Unit, str]:
    """Return what makes two figures the same."""
    return figure.value, figure.unit, figure.currency


def _tells(one: Counted, headline: str) -> bool:
    """Say whether a figure of the ``headline`` is one that few stories share: no small number, no age."""
    if one.figure.unit is Unit.COUNT:
        return one.figure.value >= _TELLING and not is_age(one, headline)
    return one.figure.unit in (Unit.MONEY, Unit.SHARE)


def _counts(token: Token) -> bool:
    """Say whether ``token`` is a content word of any weight."""
    return is_content(token) and len(plain(token.text)) >= _SHORTEST
