"""Read HTML, a whole page or a piece of one: the words that its reader sees of the article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from attrib_lsp.text.html.article import of_the_article
from attrib_lsp.text.html.elements import (
    BLOCKS,
    CLOSES,
    EMBEDS,
    GROUPS,
    HEADINGS,
    HIDDEN,
    KINDS,
    PRECEDENCE,
    VERBATIM,
    VOID,
)
from attrib_lsp.text.html.notes import begin_of, is_note, note, within
from attrib_lsp.text.html.run import Run
from attrib_lsp.text.html.tokens import Kind, Token, tokens
from attrib_lsp.text.part import Part
from attrib_lsp.text.pragma import Place, Pragma
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.reading import Reading
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

_CONTAINERS = (BlockKind.BLOCK_QUOTE, BlockKind.LIST_ITEM)
_MAY_BE_VERSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE})


def read_html(source: SourceText, first_line: int = 0) -> Reading:
    """Return what stands in an HTML text from zero-based ``first_line`` on."""
    begin = begin_of(source, first_line)
    reader = _Reader(source)
    for token in tokens(source.text, begin):
        reader.take(token)
    reader.finish()
    metadata = {"lang": reader.language} if reader.language else {}
    return Reading(of_the_article(reader.parts, reader.title), reader.pragmas, metadata, begin)


@dataclass
class _Element:
    """An element that is open.

    ``apart`` says that it does not begin on a line behind words; ``parts`` are how many there were before it;
    ``waiting`` the pragmas above it.
    """

    name: str
    start: int
    hidden: bool
    apart: bool
    parts: int
    waiting: list[Token] = field(default_factory=list)


class _Reader:
    """Takes in tokens; ``parts`` come with the number of the article that they are in, 0 outside of any."""

    def __init__(self, source: SourceText) -> None:
        """Begin outside of any element."""
        self.parts: list[tuple[Part, int]] = []
        self.pragmas: list[Pragma] = []
        self.language = ""
        self.title: Prose | None = None
        self._source = source
        self._text = source.text
        self._stack: list[_Element] = []
        self._open: Counter[str] = Counter()
        self._kinds: Counter[BlockKind] = Counter()
        self._hidden = self._verbatim = self._articles = 0
        self._waiting: list[Token] = []
        self._clear()

    def _clear(self) -> None:
        """Begin a new run of words."""
        self._run = Run(self._text)
        self._start: int | None = None
        self._trailing: list[Token] = []

    def take(self, token: Token) -> None:
        """Take in the next token."""
        if token.kind is Kind.COMMENT:
            self._comment(token)
        elif token.kind is Kind.TEXT:
            self._say(token)
        elif token.kind is Kind.START:
            self._begin(token)
        else:
            self._end(token)

    def finish(self) -> None:
        """Close what is open at the end of the text."""
        self._flush()
        while self._stack:
            self._pop(len(self._text.rstrip()))
        self.pragmas += [note(self._source, token, None) for token in self._waiting]

    def _comment(self, token: Token) -> None:
        """Keep a pragma until what it holds for is known."""
        if is_note(self._text, token) and not self._verbatim:
            (self._trailing if self._run.words.length else self._waiting).append(token)

    def _is_apart(self, token: Token) -> bool:
        """Say whether a token stands below the words so far, not behind them."""
        end = self._run.words.end
        return not end or self._source.line_of(end) < self._source.line_of(token.start)

    def _below(self) -> list[Token]:
        """Take away the pragmas below the words so far: they are meant for the element that begins behind them."""
        first = len(self._trailing)
        while first and self._is_apart(self._trailing[first - 1]):
            first -= 1
        below = self._trailing[first:]
        del self._trailing[first:]
        return below

    def _say(self, token: Token) -> None:
        """Take in words."""
        if self._hidden or self._verbatim:
            return
        self._run.say(token.start, token.end)

    def _begin(self, token: Token) -> None:
        """Begin an element."""
        name = token.name
        if self._hidden or (self._verbatim and name not in VERBATIM):
            if name in HIDDEN and name not in VOID:
                self._push(token, hidden=True)
            return
        apart = self._is_apart(token)
        if name in BLOCKS or name == "hr":
            below = self._below()
            self._flush()
            self._waiting += below
            self._imply_ends(name, token.start)
        if name == "html" and "lang" in token.values:
            self.language = token.values["lang"].of(self._text).strip()
        if name in VOID:
            self._put(token)
        elif name in HIDDEN or "hidden" in token.values or self._is_embed(token):
            self._push(token, hidden=True)
        elif name in BLOCKS:
            self._push(token, apart=apart)
            self._start = token.start if apart and name not in GROUPS else None
        else:
            self._run.inline(token, 1)

    def _is_embed(self, token: Token) -> bool:
        """Say whether a tag begins somebody's post from elsewhere."""
        given = token.values.get("class")
        return given is not None and any(name in EMBEDS for name in given.of(self._text).split())

    def _put(self, token: Token) -> None:
        """Take in an element that has no end."""
        if token.name == "br" and self._run.is_broken:
            self._flush()
        elif token.name == "br":
            self._run.break_line()
        elif token.name == "img" and "alt" in token.values:
            self._run.depict(token.values["alt"])

    def _end(self, token: Token) -> None:
        """End an element; an end tag of nothing that is open only ends a run of words."""
        name = token.name
        if self._open[name]:
            self._flush()
            while self._stack[-1].name != name:
                self._pop(token.start)
            self._pop(token.end)
        elif self._hidden or self._verbatim:
            return
        elif name in BLOCKS:
            self._flush()
        elif name == "br":
            self._put(token)
        else:
            self._run.inline(token, -1)

    def _imply_ends(self, name: str, at: int) -> None:
        """Close what cannot go on around the element ``name`` that begins at ``at``."""
        if self._open["p"] and self._stack[-1].name == "p":
            self._pop(at)
        ended, bounds = CLOSES.get(name, (frozenset(), frozenset()))
        if not any(self._open[one] for one in ended):
            return
        inner = len(self._stack)
        while inner and self._stack[inner - 1].name not in bounds:
            inner -= 1
            if self._stack[inner].name in ended:
                while len(self._stack) > inner:
                    self._pop(at)
                return

    def _push(self, token: Token, *, hidden: bool = False, apart: bool = True) -> None:
        """Open an element."""
        element = _Element(token.name, token.start, hidden, apart, len(self.parts))
        if token.name in GROUPS and not hidden:
            element.waiting, self._waiting = self._waiting, []
        self._stack.append(element)
        self._open[token.name] += 1
        self._hidden += hidden
        if token.name in KINDS:
            self._kinds[KINDS[token.name]] += 1
        self._verbatim += token.name in VERBATIM
        self._articles += token.name == "article" and self._open["article"] == 1

    def _pop(self, end: int) -> None:
        """Close the innermost element, which ends at ``end``."""
        element = self._stack.pop()
        self._open[element.name] -= 1
        self._hidden -= element.hidden
        if element.name in KINDS:
            self._kinds[KINDS[element.name]] -= 1
        self._verbatim -= element.name in VERBATIM
        if element.name in VERBATIM and not (self._hidden or self._verbatim):
            self._show(element, end)
        if len(self.parts) == element.parts:
            self._waiting += element.waiting
        else:
            whole = within(element.start, end)
            self.pragmas += [note(self._source, token, whole) for token in element.waiting]

    def _show(self, element: _Element, end: int) -> None:
        """Make a part of an element that is shown as it stands."""
        whole = within(element.start, end)
        prose = Prose.verbatim(self._text, Span(element.start, max(element.start, end)))
        self._add(Part(prose, KINDS[element.name], place=Place(whole) if element.apart else None))

    def _add(self, part: Part) -> None:
        """Add a part, and what stands above it for it."""
        self.parts.append((part, self._articles if self._open["article"] else 0))

    def _flush(self) -> None:
        """Make a part of the words so far."""
        prose = self._run.words.prose()
        if prose.text and self._open["title"]:
            self.title = self.title or prose
        elif prose.text:
            start = prose.span.start if self._start is None else self._start
            place = Place(within(start, prose.span.end))
            self.pragmas += [note(self._source, token, place.span) for token in self._waiting]
            self._waiting = []
            trailing = [note(self._source, token, place.span) for token in self._trailing]
            self._add(replace(self._part(prose), place=place, pragmas=tuple(trailing)))
        else:
            self._waiting += self._trailing
        for caption in self._run.captions:
            self._add(caption)
        self._clear()

    def _part(self, prose: Prose) -> Part:
        """Return a run of words as a part."""
        kind = next((one for one in PRECEDENCE if self._kinds[one]), BlockKind.PARAGRAPH)
        level = 0
        if kind is BlockKind.CROSSHEAD and not any(self._kinds[one] for one in _CONTAINERS):
            level = next(HEADINGS[one.name] for one in reversed(self._stack) if one.name in HEADINGS)
        elif kind in _MAY_BE_VERSE and self._run.is_verse(prose.text):
            kind = BlockKind.VERSE
        return Part(prose, kind, level, stress=self._run.stress)
