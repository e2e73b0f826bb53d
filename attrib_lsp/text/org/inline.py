"""The signs among the words of Org: emphasis, links, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lsp.text.entities import Written
from attrib_lsp.text.signs import Closers, Sign, seen

_SIGN = re.compile(
    r"""
      (?P<break>\\\\[ \t]*(?=\n|$))
    | (?P<note>\[fn:[^\[\]\s:]{0,80}\]|\[cite[^\[\]\n]{0,300}\])
    | (?P<inline>\[fn:[^\[\]\s:]{0,80}:)
    | (?P<link>\[\[(?P<target>[^\[\]\n]{1,2000})\](?P<end>\])?(?:\[)?)
    | (?P<anchor><<<?[^<>\n]{1,200}>>>?)
    | (?P<snippet>@@[^@\n]{0,300}@@|\{\{\{[^{}\n]{0,300}\}\}\}|src_[a-z]{1,20}\{[^{}\n]{0,300}\})
    | (?<![-<|+])(?P<dash>---?)(?![->|+])
    | (?<![^\s\-–—({'"“‘\[*/_+])(?P<mark>[*/_=~+])(?=\S)
    """,
    re.VERBOSE,
)
_CLOSES = {sign: re.compile(rf"(?<=\S){re.escape(sign)}(?![^\s\-–—.,;:!?'\")}}\[\]”’*/_+])") for sign in "*/_=~+"}
_CLOSES["["] = re.compile(r"\]\]")
_CLOSES["fn"] = re.compile(r"\]")


def words_seen(text: str) -> Iterator[Written]:
    """Yield what is seen of a block's ``text``."""
    return seen(text, _SIGN, _Signs(text).sign)


class _Signs:
    """The signs of one block."""

    def __init__(self, text: str) -> None:
        """Prepare to read ``text``."""
        self._text = text
        self._closers = {name: Closers(pattern, text) for name, pattern in _CLOSES.items()}

    def sign(self, found: re.Match[str]) -> Sign | None:
        """Return what ``found`` is."""
        if found["dash"]:
            return Sign(found.end(), "—" if found["dash"] == "---" else "–")
        if found["link"]:
            return self._link(found)
        if found["inline"]:
            close = self._closers["fn"].after(found.end())
            return None if close is None else Sign(close[1])
        if not found["mark"]:
            return Sign(found.end())
        closers = self._closers[found["mark"]]
        close = closers.after(found.end() + 1)
        if close is None:
            return None
        return Sign(found.end(), close=closers.take(close), verbatim=found["mark"] in "=~")

    def _link(self, found: re.Match[str]) -> Sign | None:
        """Return a link: its words, or its address without any; nothing for a picture."""
        target = found["target"]
        if found["end"]:
            picture = target.startswith(("file:", "./")) and target.lower().endswith(_PICTURES)
            return Sign(found.end("end"), "" if picture else target.removeprefix("file:"))
        close = self._closers["["].after(found.end()) if found[0].endswith("[") else None
        return None if close is None else Sign(found.end(), close=self._closers["["].take(close))


_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
