"""What the language layer hands upwards: frozen sentences, tokens, entities, attributions and quotations.

All spans are code points of the prose that was read (one paragraph). Token numbers count within their sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from attrib_lsp.lexicons.house import WordLists, standard
from attrib_lsp.text.span import Span

if TYPE_CHECKING:
    from attrib_lsp.language.arrays import Vectors

#: The span group of a spaCy document that holds its attributions: spans labelled SOURCE, CUE and CONTENT, those of one
#: attribution under one number.
ATTRIBUTIONS = "attributions"

EntityLabel = Literal["PERSON", "ORG", "PLACE", "NORP", "MISC", "DATE", "NUMBER", "PERCENT", "MONEY"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark.

    ``tag`` is a Penn Treebank tag, ``pos`` and ``relation`` are Universal Dependencies' (relation "root" for the
    head of the sentence, whose ``head`` is its own ``index``).
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A name, date or quantity: tokens ``[first, end)`` of its sentence."""

    span: Span
    first: int
    end: int
    label: EntityLabel
    text: str


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence with its tree and its entities, in order of appearance.

    ``lists`` are the word lists by which it is read: those that ship, unless a desk has changed some.
    """

    span: Span
    text: str
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...] = ()
    lists: WordLists = field(default_factory=standard, repr=False)

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        """What hangs from each token, by its number."""
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token)
        return tuple(map(tuple, below))

    @cached_property
    def _entity_numbers(self) -> dict[int, Entity]:
        """The entity that each token is part of, by the token's number."""
        return {index: entity for entity in reversed(self.entities) for index in range(entity.first, entity.end)}

    @cached_property
    def _spellings(self) -> dict[str, tuple[int, ...]]:
        """Token numbers by spelling and by lemma, in lower case."""
        found: dict[str, tuple[int, ...]] = {}
        for token in self.tokens:
            text, lemma = token.text.lower(), token.lemma.lower()
            found[text] = (*found.get(text, ()), token.index)
            if lemma != text:
                found[lemma] = (*found.get(lemma, ()), token.index)
        return found

    @cached_property
    def spellings(self) -> frozenset[str]:
        """The spellings and the lemmas of all tokens, in lower case."""
        return frozenset(self._spellings)

    def holds(self, listed: frozenset[str]) -> bool:
        """Say whether the spelling or the lemma of any token is ``listed``: most sentences hold no word of a list."""
        return not self.spellings.isdisjoint(listed)

    def spelled(self, listed: frozenset[str]) -> tuple[Token, ...]:
        """Return the tokens whose spelling or lemma is ``listed``, in order."""
        found = self.spellings & listed
        if not found:
            return ()
        return tuple(self.tokens[index] for index in sorted({at for word in found for at in self._spellings[word]}))

    @cached_property
    def root(self) -> Token:
        """The head of the sentence."""
        return next(token for token in self.tokens if token.head == token.index)

    def children(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """Return what hangs from ``token``, in order; only by ``relations`` if any are given."""
        below = self._children[token.index]
        if not below or not relations:
            return below
        return tuple([child for child in below if child.relation in relations])

    def child(self, token: Token, *relations: str) -> Token | None:
        """Return the first of ``token``'s children by one of ``relations``; the first of all if none are given."""
        for child in self._children[token.index]:
            if not relations or child.relation in relations:
                return child
        return None

    def head(self, token: Token) -> Token:
        """Return what ``token`` hangs from: itself for the root."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the tokens above ``token``, nearest first."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token, *, without: frozenset[int] = frozenset()) -> tuple[Token, ...]:
        """Return ``token`` and all below it in order, leaving out the subtrees of the token numbers ``without``."""
        if not self._children[token.index]:
            return (token,)
        found, open_ = [], [token]
        while open_:
            above = open_.pop()
            found.append(above.index)
            below = self._children[above.index]
            open_.extend([child for child in below if child.index not in without] if without else below)
        return tuple([self.tokens[index] for index in sorted(found)])

    def entity_at(self, token: Token) -> Entity | None:
        """Return the entity that ``token`` is part of."""
        return self._entity_numbers.get(token.index)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that overlap ``span``."""
        first = bisect_right(self.tokens, span.start, key=_end)
        return self.tokens[first : bisect_left(self.tokens, span.end, first, key=_start)]


def _start(token: Token) -> int:
    """Return where a token begins."""
    return token.span.start


def _end(token: Token) -> int:
    """Return where a token ends."""
    return token.span.end


@dataclass(frozen=True, slots=True)
class MarkedAttribution:
    """An attribution as the trained reader marks it.

    ``cue`` is None where a content's cue stands in another paragraph, ``source`` where nobody is given.
    """

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]


@dataclass(frozen=True, eq=False)
class Parse:
    """What the trained reader makes of a paragraph: its sentences and its attributions, in order of appearance.

    ``vectors`` are the encoder's states of the sentences' tokens, one row each; None where no encoder read them.
    """

    sentences: tuple[Sentence, ...]
    attributions: tuple[MarkedAttribution, ...] = ()
    vectors: Vectors | None = None

    def by(self, lists: WordLists) -> Parse:
        """Return this parse with its sentences to be read by ``lists``."""
        if all(sentence.lists is lists for sentence in self.sentences):
            return self
        return replace(self, sentences=tuple(replace(sentence, lists=lists) for sentence in self.sentences))


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    ``span`` includes the marks that are there, ``inner`` does not. ``opened`` is false where the paragraph begins
    inside the quotation; ``closed`` is false where it ends inside it (a quotation that runs on, or a missing mark).
    """

    span: Span
    inner: Span
    opened: bool = True
    closed: bool = True
