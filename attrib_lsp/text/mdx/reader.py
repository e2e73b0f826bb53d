"""Read MDX: as Markdown, once what is code in it is out of sight. Every character keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from attrib_lsp.text.markdown import read_markdown
from attrib_lsp.text.pragma import MARK
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.reading import Reading
from attrib_lsp.text.source_text import SourceText

#: Tags may be so long, in code points, and expressions stand so deep inside one another.
LONGEST_CODE, DEEPEST = 2_000, 20
#: Longer lines are never tags and expressions alone, in code points.
LONGEST_LINE = 500

#: What is not looked into: fenced code, code among words, escapes; and where code may begin.
_LANDMARK = re.compile(
    r"(?P<fence>^[ \t]*(?P<mark>`{3,}|~{3,})[^\r\n]*(?:\r\n|[\r\n]|\Z))"
    r"|(?P<code>(?P<ticks>`+)(?!`))|(?P<escape>\\[\s\S])"
    r"|(?P<module>^(?:import|export)[ \t{*][^\r\n]*(?:(?:\r\n|[\r\n])[^\r\n]*\S[^\r\n]*)*)"
    r"|(?P<admonition>^[ \t]*:{3,}[^\r\n]*)"
    r"|(?P<tag></?(?:[A-Za-z][\w.:-]*(?=[\s/>])|(?=>)))|(?P<brace>\{)",
    re.MULTILINE,
)
_LINE_END = re.compile(r"[\r\n]")
_NOT_LINE_END = re.compile(r"[^\r\n]")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'|`[^`]*`|/\*.*?\*/", re.DOTALL)
#: Code that stands among other words ends with its paragraph at the latest.
_PARAGRAPH_END = re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n=#>*+~|_:-]|\d+[.)]|`{3}|\Z)")
_SIGN = re.compile(r"[\"'`{}>]|/\*")
_NOTE = re.compile(rf"\{{/\*[ \t]{MARK}[^\r\n]*?\*/\}}")
#: The shortest tag that Markdown knows.
_SHORTEST = len("<a>")


def read_mdx(source: SourceText, first_line: int = 0) -> Reading:
    """Return what stands in an MDX text from zero-based ``first_line`` on."""
    starts = source.line_starts
    start = starts[first_line] if first_line < len(starts) else len(source.text)
    parts, at = [], 0
    for begin, end in _code(source.text, start):
        parts += [source.text[at:begin], _hidden(source.text, begin, end)]
        at = end
    found, pragmas = read_markdown(SourceText("".join([*parts, source.text[at:]])), first_line)
    return Reading([replace(part, prose=_shown(part.prose, source.text)) for part in found], pragmas)


def _shown(prose: Prose, text: str) -> Prose:
    """Return prose as it stands in ``text``: what is shown as it is, a table say, holds its code."""
    words = list(prose.text)
    for piece in prose.pieces:
        words[piece.prose : piece.prose + piece.length] = text[piece.file : piece.end]
    return replace(prose, text="".join(words))


def _code(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where imports and exports, tags and expressions stand, and the lines around admonitions (``:::note``)."""
    at = start
    while found := _LANDMARK.search(text, at):
        at = found.end()
        if found["fence"]:
            close = re.compile(rf"^[ \t]*{found['mark']}+[ \t]*$", re.MULTILINE).search(text, at)
            at = len(text) if close is None else close.end()
        elif found["code"]:
            close = re.compile(rf"(?<!`){found['ticks']}(?!`)").search(text, at, _paragraph_end(text, at))
            at = at if close is None else close.end()
        elif found["module"] or found["admonition"]:
            yield found.span()
        elif found["tag"] or found["brace"]:
            within = _LINE_END.split(text[max(start, found.start() - LONGEST_LINE) : found.start()])[-1].strip()
            until = _paragraph_end(text, at) if within else min(len(text), at + LONGEST_CODE)
            end = _end(text, at, ">" if found["tag"] else "}", until)
            if end is not None:
                yield found.start(), end
                at = end


def _paragraph_end(text: str, at: int) -> int:
    """Return where the paragraph around ``at`` ends, or how far is looked for that."""
    until = min(len(text), at + LONGEST_CODE)
    end = _PARAGRAPH_END.search(text, at, until)
    return until if end is None else end.start()


def _end(text: str, at: int, close: str, until: int) -> int | None:
    """Return where the code that goes on at ``at`` has its ``close``; None where that is not before ``until``."""
    depth = 0
    if text.find(close, at, until) < 0:  # soon said of half-typed text, where it is said again and again
        return None
    while found := _SIGN.search(text, at, until):
        at = found.end()
        if found[0] == close and not depth:
            return at
        if found[0] == "{":
            depth += 1
            if depth > DEEPEST:
                return None
        elif found[0] == "}":
            depth -= depth > 0
        elif found[0] != ">":
            string = _STRING.match(text, found.start(), until)
            at = at if string is None else string.end()
    return None


def _hidden(text: str, start: int, end: int) -> str:
    """Return what stands for code: as long, and nothing to see for a reader of Markdown."""
    code = text[start:end]
    if _NOTE.fullmatch(code):
        return f"<!--{code[len('{/* ') : -len('*/}')]}-->"
    if _is_alone(text, start, end) or len(code) < _SHORTEST:
        return _NOT_LINE_END.sub(" ", code) if _is_alone(text, start, end) else code
    return f"<{_NOT_LINE_END.sub('a', code[1:-1])}>"


def _is_alone(text: str, start: int, end: int) -> bool:
    """Say whether nothing else stands on the lines of some code but tags and expressions."""
    before = _LINE_END.split(text[max(0, start - LONGEST_CODE) : start])[-1]
    behind = _LINE_END.split(text[end : end + LONGEST_CODE], maxsplit=1)[0]
    rest = before + behind
    return len(rest) < LONGEST_LINE and not re.sub(r"<[^<>]*>|\{[^{}]*\}|\s", "", rest)
