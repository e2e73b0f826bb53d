"""The signs among the words of reStructuredText: emphasis, roles, links, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrib_lsp.text.entities import Written
from attrib_lsp.text.signs import Closers, Sign, seen

#: What stands between a sign that opens and the word before it, and right behind it.
_OPENS = r"(?<![^\s'\"(\[{</:“‘«—–-])"
_SIGN = re.compile(
    rf"""
      (?P<escape>\\(?:\s|.)?)
    | [ ]?(?P<note>\[(?:\d+|\#[\w.-]*|\*|[A-Za-z][\w.-]*)\]_(?!\w))
    | {_OPENS}(?P<literal>``)(?=\S)
    | {_OPENS}(?P<role>:[A-Za-z][\w.+:-]{{0,80}}:)?(?P<text>_?`)(?=[^\s`])
    | {_OPENS}(?P<strong>\*\*)(?=[^\s*])
    | {_OPENS}(?P<emphasis>\*)(?=[^\s*])
    | {_OPENS}(?P<substitution>\|)(?=[^\s|])
    | (?<=\w)(?P<reference>__?)(?!\w)
    """,
    re.VERBOSE | re.DOTALL,
)
#: What closes each kind of sign: it stands behind a word, and no word goes on behind it.
_CLOSES = {
    "literal": re.compile(r"(?<=\S)``(?![\w`])"),
    "text": re.compile(r"(?<=[^\s\\])`(?::[A-Za-z][\w.+:-]{0,80}:|__?)?(?!\w)"),
    "strong": re.compile(r"(?<=[^\s\\])\*\*(?!\w)"),
    "emphasis": re.compile(r"(?<=[^\s\\*])\*(?![\w*])"),
    "substitution": re.compile(r"(?<=[^\s\\])\|(?:__?)?(?!\w)"),
}
#: Roles whose words are no prose.
_HIDDEN = frozenset({"math", "raw", "cite", "footcite", "eq", "index", "file", "download"})


def words_seen(text: str, substitutions: Mapping[str, str]) -> Iterator[Written]:
    """Yield what is seen of a block's ``text``; ``substitutions`` are what stands for ``|names|``."""
    return seen(text, _SIGN, _Signs(text, substitutions).sign)


class _Signs:
    """The signs of one block."""

    def __init__(self, text: str, substitutions: Mapping[str, str]) -> None:
        """Prepare to read ``text``."""
        self._text = text
        self._substitutions = substitutions
        self._closers = {name: Closers(pattern, text) for name, pattern in _CLOSES.items()}

    def sign(self, found: re.Match[str]) -> Sign | None:
        """Return what ``found`` is."""
        if found["escape"]:
            return Sign(found.end(), found[0][1:].strip())
        if found["note"] or found["reference"]:
            return Sign(found.end())
        name = found.lastgroup or ""
        close = self._closers[name].after(found.end() + 1)
        if close is None:
            return None
        if name == "substitution":
            return self._substitution(found, close)
        self._closers[name].take(close)
        if name == "text":
            return self._interpreted(found, close)
        return Sign(found.end(), close=close, verbatim=name == "literal")

    def _substitution(self, found: re.Match[str], close: tuple[int, int]) -> Sign | None:
        """Return a name that stands for something, if it is known."""
        words = self._substitutions.get(self._text[found.end() : close[0]].lower())
        return None if words is None else Sign(close[1], words)

    def _interpreted(self, found: re.Match[str], close: tuple[int, int]) -> Sign:
        """Return text in backticks, without the address behind it; all of it, if its role is none of prose."""
        role = (found["role"] or self._text[slice(*close)][1:]).strip(":_").lower()
        if role in _HIDDEN:
            return Sign(close[1])
        start, end = found.end(), close[0]
        address = self._text.rfind("<", start, end) if self._text[end - 1] == ">" else -1
        while address > start and self._text[address - 1].isspace():
            address -= 1
        if address > start:
            return Sign(start, close=(address, close[1]))
        return Sign(start, close=close)
