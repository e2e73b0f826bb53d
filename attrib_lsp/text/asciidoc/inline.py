"""The signs among the words of AsciiDoc: emphasis, links, notes, attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from attrib_lsp.text.entities import Written
from attrib_lsp.text.signs import Closers, Sign, seen

#: What stands between a sign that opens and the word before it.
_OPENS = r"(?<![^\W_])(?<![;:}\\])"
_SIGN = re.compile(
    rf"""
      (?P<escape>\\(?=[*_`\#^~{{<\[+]|https?:))
    | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9A-Fa-f]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
    | (?P<quote>(?<![\w;:}}])(?:"`|'`))(?=[^\s,.;:!?)])
    | (?P<unquote>(?<=\S)`"(?!\w)|`')
    | (?P<break>[ ]\+(?=\n|$))
    | (?P<hidden>(?:footnote(?:ref)?|image|icon|indexterm2?|anchor|stem|latexmath|asciimath|pass):[^\s\[\]]{{0,300}}\[)
    | (?P<anchor>\[\[[^\[\]\n]{{1,200}}\]\])
    | (?P<link>(?:link:[^\s\[\]]{{1,2000}}|mailto:[^\s\[\]]{{1,300}}|xref:[^\s\[\]]{{1,300}}|https?://[^\s\[\]<>]{{1,2000}})\[)
    | (?P<reference><<(?:[^<>,\n]{{1,200}})(?P<comma>,\s*)?)
    | (?P<attribute>\{{(?P<name>[\w-]{{1,80}})\}})
    | (?P<role>\[[.\#%\w -]{{0,100}}\](?=[\#*_`]))
    | (?P<doubled>\*\*|__|\#\#|``|\+\+)(?=\S)
    | {_OPENS}(?P<single>[*_\#`+])(?=[^\s*_\#`+]|[*_`\#]\w)
    | (?P<raised>[\^~])(?=[^\s^~])
    | (?P<dash>(?<=\w)--(?=\w)|(?<=[ \n])--(?=[ \n]))
    """,
    re.VERBOSE,
)
_CLOSES = {
    **{sign: re.compile(rf"(?<=\S){re.escape(sign)}(?![^\W_])") for sign in "*_#`+"},
    **{sign: re.compile(rf"(?<=\S){re.escape(sign)}") for sign in ("**", "__", "##", "``", "++", "^", "~")},
    "[": re.compile(r"(?<!\\)\]"),
    "<<": re.compile(r">>"),
}
#: What may stand behind a link's words: how it is to be opened, say.
_NAMED_VALUES = re.compile(r",\s*\w+=")
_NAMED = {"nbsp": "\xa0", "apos": "'", "quot": '"', "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "amp": "&"}
_NAMED |= {"empty": "", "sp": " ", "lt": "<", "gt": ">", "plus": "+", "asterisk": "*", "backslash": "\\", "zwsp": ""}
_QUOTES = {'"`': "“", "'`": "‘", '`"': "”", "`'": "’"}


def words_seen(text: str, attributes: Mapping[str, str]) -> Iterator[Written]:
    """Yield what is seen of a block's ``text``; ``attributes`` are what stands for ``{names}``."""
    return seen(text, _SIGN, _Signs(text, attributes).sign)


class _Signs:
    """The signs of one block."""

    def __init__(self, text: str, attributes: Mapping[str, str]) -> None:
        """Prepare to read ``text``."""
        self._text = text
        self._attributes = attributes
        self._closers = {name: Closers(pattern, text) for name, pattern in _CLOSES.items()}

    def sign(self, found: re.Match[str]) -> Sign | None:
        """Return what ``found`` is."""
        kind = found.lastgroup or ""
        if kind == "escape":
            return Sign(found.end() + 1, self._text[found.end()])
        if kind == "entity":
            return Sign(found.end(), unescape(found[0]))
        if kind in ("quote", "unquote"):
            return Sign(found.end(), _QUOTES[found[0]])
        if kind == "dash":
            return Sign(found.end(), "—")
        if kind == "attribute" or found["name"]:
            words = self._attributes.get(found["name"].lower(), _NAMED.get(found["name"]))
            return None if words is None else Sign(found.end(), words)
        if kind in ("break", "anchor", "role"):
            return Sign(found.end())
        return self._enclosing(found, kind)

    def _enclosing(self, found: re.Match[str], kind: str) -> Sign | None:
        """Return a sign that something closes."""
        name = {"hidden": "[", "link": "[", "reference": "<<", "comma": "<<"}.get(kind, found[0])
        close = self._closers[name].after(found.end() + (name not in ("[", "<<")))
        if close is None:
            return None
        if kind == "hidden":
            return Sign(close[1])
        if kind == "reference" and not found["comma"]:
            return Sign(close[1])
        self._closers[name].take(close)
        if kind == "link":
            return self._link(found, close)
        return Sign(found.end(), close=close, verbatim=found[0] in ("``", "++", "+"))

    def _link(self, found: re.Match[str], close: tuple[int, int]) -> Sign:
        """Return a link: its text, or its address without one."""
        inner = self._text[found.end() : close[0]]
        named = _NAMED_VALUES.search(inner)
        words = inner[: named.start()] if named else inner.removesuffix("^")
        if words.strip():
            return Sign(found.end(), close=(found.end() + len(words), close[1]))
        address = re.sub(r"^(?:link|mailto|xref):", "", found[0][:-1])
        return Sign(close[1], address)
