"""A run of words in HTML: what stands between the beginnings and ends of blocks."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from attrib_lsp.text.composition import Composition
from attrib_lsp.text.entities import entities
from attrib_lsp.text.html.elements import EMPHASIS, STRONG
from attrib_lsp.text.html.tokens import Token
from attrib_lsp.text.layout import is_stanza
from attrib_lsp.text.part import Part, Stress
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

#: Lines broken on purpose in a paragraph from which it may be a stanza.
FEWEST_BREAKS = 2


class Run:
    """The ``words`` of a run, and the ``captions`` of the pictures in it."""

    def __init__(self, text: str) -> None:
        """Begin a run somewhere in ``text``."""
        self.words = Composition(text)
        self.captions: list[Part] = []
        self._text = text
        self._breaks: list[int] = []
        self._set: Counter[Stress] = Counter()
        self._stresses: set[Stress] = set()

    def say(self, start: int, end: int) -> None:
        """Take in the words at ``start`` to ``end``."""
        before = self.words.length
        self._compose(self.words, Span(start, end))
        if self.words.length > before:
            kinds = (kind for kind in (Stress.STRONG, Stress.EMPHASIS) if self._set[kind])
            self._stresses.add(next(kinds, Stress.NONE))

    def _compose(self, words: Composition, span: Span) -> None:
        """Take the words at ``span`` into ``words``."""
        for start, end, written in entities(self._text, span.start, span.end):
            if written is None:
                words.take(start, end)
            else:
                words.put(written, start, end)

    def inline(self, token: Token, by: int) -> None:
        """Begin (``by`` is 1) or end (-1) an element among the words."""
        if token.name == "q":
            self.words.put("“" if by > 0 else "”", token.start, token.end)
        for names, stress in ((EMPHASIS, Stress.EMPHASIS), (STRONG, Stress.STRONG)):
            if token.name in names:
                self._set[stress] = max(0, self._set[stress] + by)

    def depict(self, description: Span) -> None:
        """Take in the description of a picture."""
        described = Composition(self._text)
        self._compose(described, description)
        prose = described.prose()
        if prose.text:
            self.captions.append(Part(prose, BlockKind.CAPTION))

    @property
    def is_broken(self) -> bool:
        """Whether a line was broken on purpose, and nothing was said since."""
        return self._breaks[-1:] == [self.words.length]

    def break_line(self) -> None:
        """Break a line on purpose."""
        self.words.space()
        self._breaks.append(self.words.length)

    def is_verse(self, text: str) -> bool:
        """Say whether the run, whose words are ``text``, is set as verse is, in lines that are broken on purpose."""
        lines = [text[start:end].strip() for start, end in pairwise([0, *self._breaks, len(text)])]
        return len(self._breaks) >= FEWEST_BREAKS and is_stanza([line for line in lines if line])

    @property
    def stress(self) -> Stress:
        """How the run is set off as a whole."""
        return next(iter(self._stresses)) if len(self._stresses) == 1 else Stress.NONE
