"""Read LaTeX, a whole document or a piece of one: the words that its reader sees, each with its place in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from attrib_lsp.text.composition import Composition
from attrib_lsp.text.gathering import Gathering
from attrib_lsp.text.latex.commands import (
    ARGUED,
    CAPTIONS,
    CHARACTERS,
    CODE,
    FIRST_SKIPPED,
    HEADINGS,
    HIDDEN,
    KINDS,
    QUOTED,
    STRESSES,
    TABLES,
    accented,
    is_skipped,
)
from attrib_lsp.text.latex.tokens import (
    ARGUMENT,
    DOCUMENT,
    LETTER_ACCENT,
    NAME,
    OPTION,
    PLAIN_MATHS,
    TOKEN,
    braces,
    maths_end,
)
from attrib_lsp.text.line_notes import LineNote
from attrib_lsp.text.part import Stress
from attrib_lsp.text.pragma import MARK
from attrib_lsp.text.reading import Reading
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

_NOTE = re.compile(rf"%\s*{MARK}")
_SIGNS = {"``": "“", "''": "”", "`": "‘", "'": "’", "---": "—", "--": "–", "~": " ", "&": " "}
_SYMBOLS = {**{sign: sign for sign in "&%$#_{}"}, **dict.fromkeys("-/@!)", ""), "]": ""}
_ORDER = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.VERSE)


def read_latex(source: SourceText, first_line: int = 0) -> Reading:
    """Return what stands in a LaTeX text from zero-based ``first_line`` on."""
    starts = source.line_starts
    start = starts[first_line] if first_line < len(starts) else len(source.text)
    reader = _Reader(source, start or len(source.text) - len(source.text.removeprefix("\ufeff")))
    reader.read()
    return reader.gathered.reading()


@dataclass(frozen=True, slots=True)
class _Frame:
    """What an environment (``name`` is set) or a pair of braces does to the words in it.

    ``level`` is that of a heading, and ``ends`` says that a block of its own ends with it; ``closing`` are the words
    that its end stands for; ``closed`` whether it has one.
    """

    kind: BlockKind
    start: int
    name: str = ""
    hidden: bool = False
    level: int = 0
    ends: bool = False
    stress: Stress = Stress.NONE
    closing: str = ""
    closed: bool = True


class _Reader:
    """Goes through the text once; ``frames`` are those it is in, the outermost first."""

    def __init__(self, source: SourceText, start: int) -> None:
        """Begin at ``start``; what is above a document's beginning is not read."""
        self.gathered = Gathering(source, lambda text: ())
        self._source, self._text = source, source.text
        self._at = start
        self._braces = braces(source.text)
        preamble = DOCUMENT.search(source.text, start) is not None
        self._frames = [_Frame(BlockKind.PARAGRAPH, start, hidden=preamble)]
        self._over = False
        self._clear()

    def _clear(self) -> None:
        """Begin a new block."""
        self._words = Composition(self._text)
        self._start: int | None = None
        self._note_end = 0
        self._stresses: set[Stress] = set()

    def read(self) -> None:
        """Read all of it."""
        while not self._over and (found := TOKEN.match(self._text, self._at)):
            self._at = found.end()
            self._take(found)
        self._flush()

    def _take(self, found: re.Match[str]) -> None:
        """Take in what begins here."""
        if found["comment"]:
            self._comment(found)
        elif found["blank"]:
            self._flush()
            while len(self._frames) > 1 and not (self._frames[-1].closed or self._frames[-1].name):
                self._frames.pop()
        elif found["command"]:
            self._command(found["command"], found)
        elif found["accent"]:
            self._put(accented(found["accent"], found["braced"] or found["letter"]), found.start(), found.end())
        elif found["symbol"]:
            self._symbol(found["symbol"], found.start())
        elif found["sign"]:
            self._sign(found["sign"], found.start())
        else:
            self._say(found.start(), found.end())

    def _say(self, start: int, end: int) -> None:
        """Take in words as they stand."""
        if not self._frames[-1].hidden:
            before = self._words.length
            self._words.take(start, end)
            if self._words.length > before:
                self._stresses.add(self._frames[-1].stress)

    def _put(self, words: str, start: int, end: int) -> None:
        """Take in words that are written otherwise."""
        if not self._frames[-1].hidden:
            self._words.put(words, start, end)
            if words.strip():
                self._stresses.add(self._frames[-1].stress)

    def _comment(self, found: re.Match[str]) -> None:
        """Take in the pragma that a comment may be: behind words it is about those, else about what follows."""
        start, end = found.span("comment")
        note = _NOTE.match(self._text, start, end)
        if note is None:
            return
        left = start
        while left and self._text[left - 1] in " \t":
            left -= 1
        number = self._source.line_of(start)
        begins = left == self._source.line_starts[number]
        following = self._source.line_starts[number + 1 : number + 2]
        stop = following[0] if begins and following else end
        if not begins and self._words.end and self._source.line_of(self._words.end) == number:
            self._note_end = end
        last = start + len(self._text[start:end].rstrip())
        self.gathered.add_note(LineNote(Span(start, last), Span(note.end(), max(note.end(), last)), Span(left, stop)))

    def _symbol(self, symbol: str, start: int) -> None:
        """Take in a backslash with a sign behind it."""
        if symbol in ("(", "["):
            self._maths(start, start + 2, "\\)" if symbol == "(" else "\\]")
        else:
            self._put(_SYMBOLS.get(symbol, " "), start, start + 2)

    def _sign(self, sign: str, start: int) -> None:
        """Take in a sign that means something by itself."""
        if sign == "{":
            self._frames.append(self._braces_at(start))
        elif sign == "}":
            if len(self._frames) > 1 and not self._frames[-1].name:
                self._close(start)
        elif sign[0] == "$":
            self._maths(start, start + len(sign), sign)
        else:
            self._put(_SIGNS[sign], start, start + len(sign))

    def _maths(self, start: int, inner: int, close: str) -> None:
        """Pass over mathematics, if they are closed; a plain number or letter is words."""
        end = maths_end(self._text, inner, close)
        if end is None:
            self._say(start, inner)
            return
        if close == "$" and PLAIN_MATHS.fullmatch(self._text, inner, end[0]):
            self._say(inner, end[0])
        self._at = end[1]

    def _braces_at(self, at: int, start: int | None = None) -> _Frame:
        """Return the frame of a pair of braces that is opened at ``at``, for a command at ``start``."""
        begins = at if start is None else start
        return replace(self._frames[-1], start=begins, name="", ends=False, closing="", closed=at in self._braces)

    def _close(self, at: int) -> None:
        """End the innermost frame."""
        frame = self._frames[-1]
        if frame.ends:
            self._flush()
        elif frame.closing:
            self._put(frame.closing, at, at + 1)
        self._frames.pop()

    def _command(self, name: str, found: re.Match[str]) -> None:
        """Do what a command says."""
        start = found.start()
        if name in ("begin", "end"):
            self._environment(name, start)
        elif name in CHARACTERS:
            self._character(name, start)
        elif len(name) == 1 and (letter := LETTER_ACCENT.match(self._text, self._at)) and name in "cvuHrkd":
            self._at = letter.end()
            self._put(accented(name, letter[1] or letter[2]), start, letter.end())
        elif name in ("verb", "lstinline"):
            self._verbatim()
        elif is_skipped(name):
            self._skip_all()
        elif name in HEADINGS or name in CAPTIONS or name == "author":
            self._block_command(name, start)
        elif name in ("item", "par"):
            self._flush()
            self._options()
            self._start = start if name == "item" and not self._frames[-1].hidden else None
        elif name == "def":
            body = self._text.find("{", self._at, self._line_end())
            self._at = self._line_end() if body < 0 else body
            self._skip_all()
        else:
            self._transparent(name, start)

    def _transparent(self, name: str, start: int) -> None:
        """Read the argument of a command as words, with what the command makes of them."""
        self._options()
        if name in FIRST_SKIPPED:
            self._skip_one()
        found = ARGUMENT.match(self._text, self._at)
        if found is None or not (name in QUOTED or name in STRESSES):
            return
        self._at = found.end() + 1
        if name in QUOTED:
            inner = sum(frame.closing != "" for frame in self._frames[-8:]) % 2
            self._put("‘" if inner else "“", start, self._at)
            self._frames.append(replace(self._braces_at(found.end()), closing="’" if inner else "”"))
        else:
            self._frames.append(replace(self._braces_at(found.end()), stress=STRESSES[name]))

    def _block_command(self, name: str, start: int) -> None:
        """Begin a heading, a caption or a byline."""
        self._options()
        if name in FIRST_SKIPPED:
            self._skip_one()
        found = ARGUMENT.match(self._text, self._at)
        if found is None:
            return
        self._flush()
        self._at = found.end() + 1
        hidden = self._frames[-1].hidden and name not in ("title", "author") and name not in CAPTIONS
        kind = BlockKind.CAPTION if name in CAPTIONS else BlockKind.BYLINE if name == "author" else BlockKind.CROSSHEAD
        frame = self._braces_at(found.end(), start)
        self._frames.append(replace(frame, kind=kind, level=HEADINGS.get(name, 0), ends=True, hidden=hidden))
        self._start = start

    def _character(self, name: str, start: int) -> None:
        """Take in a command that stands for a character."""
        end = self._at
        if self._text.startswith("{}", end):
            self._at = end = end + 2
        else:
            while self._text.startswith((" ", "\t"), self._at):
                self._at += 1
        self._put(CHARACTERS[name], start, end)

    def _verbatim(self) -> None:
        """Take in words between two signs of the writer's choice, on one line."""
        self._options()
        sign = self._text[self._at : self._at + 1]
        end = self._text.find("}" if sign == "{" else sign, self._at + 1, self._line_end()) if sign.strip() else -1
        if end >= 0:
            self._say(self._at + 1, end)
            self._at = end + 1

    def _line_end(self) -> int:
        """Return where the line ends."""
        number = self._source.line_of(self._at) + 1
        return self._source.line_starts[number] - 1 if number < len(self._source.line_starts) else len(self._text)

    def _options(self) -> None:
        """Pass over arguments in square brackets."""
        while found := OPTION.match(self._text, self._at):
            self._at = found.end()

    def _skip_one(self) -> bool:
        """Pass over an argument in braces; of one that is not closed, over its line."""
        found = ARGUMENT.match(self._text, self._at)
        if found is None:
            return False
        close = self._braces.get(found.end())
        self._at = self._line_end() if close is None else close + 1
        return close is not None

    def _skip_all(self) -> None:
        """Pass over all arguments; no space stays in front of a mark."""
        self._options()
        while self._skip_one():
            self._options()
        if self._text.startswith((".", ",", ";", ":", "!", "?", ")"), self._at):
            self._words.close_up()

    def _environment(self, which: str, start: int) -> None:
        """Begin or end an environment."""
        found = NAME.match(self._text, self._at)
        if found is None:
            return
        self._at = found.end()
        name = found[1]
        if which == "begin":
            self._begin(name, start)
        else:
            self._end(name, start)

    def _begin(self, name: str, start: int) -> None:
        """Begin an environment."""
        above = self._frames[-1]
        if name != "math":
            self._flush()
        if name in CODE or name == "comment":
            end = self._text.find(f"\\end{{{name}}}", self._at)
            self._at = len(self._text) if end < 0 else end + len(f"\\end{{{name}}}")
            if name in CODE and not above.hidden:
                self._show(start, BlockKind.CODE)
            return
        self._options()
        if name in ARGUED or name in TABLES:
            while self._skip_one():
                self._options()
        kind = max(above.kind, KINDS.get(name, BlockKind.PARAGRAPH), key=_rank)
        hidden = (above.hidden and name != "document") or name.rstrip("*") in HIDDEN or name in TABLES
        self._frames.append(_Frame(kind, start, name, hidden))

    def _end(self, name: str, start: int) -> None:
        """End an environment, and what was begun in it; one that was not begun ends nothing but a block."""
        self._flush()
        if name == "document":
            self._over = True
            return
        inner = len(self._frames) - 1
        while inner and not self._frames[inner].name:
            inner -= 1
        if not inner or self._frames[inner].name != name:
            deepest = max(0, len(self._frames) - _DEEPEST)
            inner = next((at for at in range(inner, deepest, -1) if self._frames[at].name == name), 0)
        if inner:
            frame = self._frames[inner]
            del self._frames[inner:]
            if name in TABLES and not self._in_table():
                self._show(frame.start, BlockKind.TABLE)

    def _in_table(self) -> bool:
        """Say whether what was just ended stands in a table."""
        return any(frame.name in TABLES for frame in self._frames[-_DEEPEST:])

    def _show(self, start: int, kind: BlockKind) -> None:
        """Take in what stands from ``start`` to here as it is."""
        self.gathered.shown(start, self._at, kind, placed=self._is_first(start))

    def _is_first(self, at: int) -> bool:
        """Say whether ``at`` is where a line's words begin."""
        while at and self._text[at - 1] in " \t":
            at -= 1
        return at == self._source.line_starts[self._source.line_of(at)]

    def _flush(self) -> None:
        """End a block."""
        prose = self._words.prose()
        if prose.text:
            frame = self._frames[-1]
            start = prose.span.start if self._start is None else self._start
            stress = next(iter(self._stresses)) if len(self._stresses) == 1 else Stress.NONE
            extent = Span(start, max(prose.span.end, self._note_end))
            self.gathered.add(prose, frame.kind, extent, level=frame.level, stress=stress, placed=self._is_first(start))
        self._clear()


#: Environments in one another among which the one that ends is looked for.
_DEEPEST = 50


def _rank(kind: BlockKind) -> int:
    """Return which of two kinds, one around the other, counts: the higher one."""
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
