"""The words of a story's text below its headline, against which the headline's own are checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import ClassVar
from unicodedata import combining, normalize

from attrib_lsp.attribution.keys import keys_of, stem
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.language.remembered import remembered
from attrib_lsp.text.span import Span

_WORD = re.compile(r"[^\W_]+(?:[.’'][^\W_]+)*\.?")
_GENITIVE = re.compile(r"[’'](?:s|S)?$")


@lru_cache(maxsize=1 << 15)
def plain(word: str) -> str:
    """Return ``word`` in lower case without a genitive's ending, dots, accents or curled apostrophes.

    >>> plain("Lindqvist’"), plain("U.S."), plain("O’Neill's"), plain("Ličen")
    ('lindqvist', 'us', "o'neill", 'licen')
    """
    bare = _GENITIVE.sub("", word.lower().replace("’", "'").rstrip(".")).replace(".", "")
    return bare if bare.isascii() else unaccented(bare)


@lru_cache(maxsize=1 << 13)
def unaccented(word: str) -> str:
    """Return ``word`` without the marks on its letters."""
    return "".join(letter for letter in normalize("NFKD", word) if not combining(letter))


def words_in(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the words of ``text`` in their plain form with their places; what hyphens join comes one by one."""
    for match in _WORD.finditer(text):
        yield plain(match.group()), Span(match.start(), match.end())


@remembered
def placed(paragraph: Paragraph) -> tuple[tuple[str, Span], ...]:
    """Return the plain words of ``paragraph`` with their places, in order of appearance."""
    return tuple(words_in(paragraph.text))


@remembered
def plain_words(paragraph: Paragraph) -> tuple[str, ...]:
    """Return the plain words of ``paragraph`` in order."""
    return tuple(map(plain, _WORD.findall(paragraph.text)))


@remembered
def words_of(paragraph: Paragraph) -> frozenset[str]:
    """Return the plain words of ``paragraph``."""
    return frozenset(plain_words(paragraph))


@remembered
def keys_in(paragraph: Paragraph) -> frozenset[str]:
    """Return the keys of the content words of ``paragraph``."""
    return frozenset(key for sentence in paragraph.sentences for key in keys_of(sentence))


@remembered
def capitalised(paragraph: Paragraph) -> tuple[tuple[str, Span], ...]:
    """Return the words that ``paragraph`` writes with a capital: plain form and place, in order of appearance."""
    matches = (match for match in _WORD.finditer(paragraph.text) if match.group()[0].isupper())
    return tuple((plain(match.group()), Span(*match.span())) for match in matches)


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What words stand in some ``paragraphs`` of a story, given by number."""

    paragraphs: tuple[tuple[int, Paragraph], ...]

    #: Letters by which long words are taken for one family.
    BEGINNING: ClassVar[int] = 5

    @classmethod
    def of(cls, paragraphs: Iterable[tuple[int, Paragraph]]) -> Vocabulary:
        """Return the vocabulary of ``paragraphs``."""
        return cls(tuple(paragraphs))

    @cached_property
    def words(self) -> frozenset[str]:
        """The plain words."""
        return frozenset().union(*(words_of(paragraph) for _, paragraph in self.paragraphs))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the content words."""
        return frozenset().union(*(keys_in(paragraph) for _, paragraph in self.paragraphs))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words without their endings."""
        return frozenset(map(stem, self.words))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first letters of the long words."""
        return frozenset(word[: self.BEGINNING] for word in self.words if len(word) >= self.BEGINNING)

    @cached_property
    def text(self) -> str:
        """The plain words in order, one blank between two, one at either end."""
        words = chain.from_iterable(plain_words(paragraph) for _, paragraph in self.paragraphs)
        return f" {' '.join(words)} "

    @cached_property
    def names(self) -> dict[str, Place]:
        """The words written with a capital, each with its first place."""
        found: dict[str, Place] = {}
        for number, paragraph in self.paragraphs:
            for word, span in capitalised(paragraph):
                found.setdefault(word, Place(number, span))
        return found

    def written(self, place: Place) -> str:
        """Return the words at ``place`` as they are written there.

        Raises:
            KeyError: it is in none of the paragraphs.
        """
        return place.span.of(dict(self.paragraphs)[place.paragraph].text)

    def holds(self, phrase: str) -> bool:
        """Say whether the words of ``phrase`` stand together somewhere, in whatever letter case."""
        wanted = " ".join(word for word, _ in words_in(phrase))
        return bool(wanted) and (wanted in self.words if " " not in wanted else f" {wanted} " in self.text)
