"""Where things in LaTeX begin and end. Each code point is looked at a few times at most, however broken the text."""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"""
      (?P<blank>[ \t]*(?:\r\n|[\r\n])[ \t]*(?:(?:\r\n|[\r\n])[ \t]*)+)
    | (?P<comment>%[^\r\n]*)(?:(?:\r\n|[\r\n])[ \t]*(?![\r\n]))?
    | \\(?P<command>[A-Za-z@]+)\*?
    | \\(?P<accent>['"^`~=.])[ ]?(?:\{(?P<braced>\\[ij]|[A-Za-z])\}|(?P<letter>\\[ij](?![A-Za-z])|[A-Za-z]))
    | \\(?P<symbol>[^A-Za-z@])
    | (?P<sign>\{|\}|\$\$?|~|``|''|`|'|---?|&)
    | (?P<text>[^\\%{}$~`'&\r\n-]+|[\r\n]|.)
    """,
    re.VERBOSE | re.DOTALL,
)
#: An accent that is a letter takes a letter in braces or behind a space.
LETTER_ACCENT = re.compile(r"\{(\\[ij]|[A-Za-z])\}|[ ]+([A-Za-z])(?![A-Za-z])")
#: White space between a command and its argument: less than a blank line.
_GAP = r"[ \t]{0,40}(?:(?:\r\n|[\r\n])[ \t]{0,40})?"
OPTION = re.compile(rf"{_GAP}\[(?:[^\]%\r\n]|(?:\r\n|[\r\n])(?![ \t]*[\r\n])){{0,500}}\]")
ARGUMENT = re.compile(rf"{_GAP}(?=\{{)")
NAME = re.compile(r"[ \t]{0,40}\{([A-Za-z]{1,40}\*?)\}")
DOCUMENT = re.compile(r"^[^%\r\n]*?\\begin\{document\}", re.MULTILINE)
#: What shows as it is when it is set as mathematics.
PLAIN_MATHS = re.compile(r"[\w.,+ -]*")
_BRACE = re.compile(r"\\begin\{(?P<verbatim>verbatim\*?|Verbatim|lstlisting|minted)\}|\\.|%[^\r\n]*|[{}]", re.DOTALL)
_MATHS_END = re.compile(r"\\[\])(\[]|\\.|\$\$?|(?:\r\n|[\r\n])[ \t]*(?:\r\n|[\r\n])", re.DOTALL)


def braces(text: str) -> dict[int, int]:
    """Return where each brace that opens is closed; one that never is, is left out."""
    found: dict[int, int] = {}
    opened: list[int] = []
    at = 0
    while brace := _BRACE.search(text, at):
        at = brace.end()
        if brace["verbatim"]:
            end = text.find(f"\\end{{{brace['verbatim']}}}", at)
            at = len(text) if end < 0 else end
        elif brace[0] == "{":
            opened.append(brace.start())
        elif brace[0] == "}" and opened:
            found[opened.pop()] = brace.start()
    return found


def maths_end(text: str, start: int, close: str) -> tuple[int, int] | None:
    """Return where ``close`` stands behind ``start``; None if the paragraph ends, or other mathematics begin, first."""
    for found in _MATHS_END.finditer(text, start):
        if found[0] == close:
            return found.span()
        if found[0][0] in "\r\n" or found[0] in ("\\[", "\\(", "$$", "$"):
            return None
    return None
