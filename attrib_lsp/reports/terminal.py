"""What the reports know of the screen: its width, whether it shows colours, and what must never reach it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rich.color import ColorSystem
from rich.style import Style

from attrib_lsp.rules.finding import Severity

#: Columns where the output is no terminal.
DEFAULT_WIDTH = 100

SEVERITY_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold blue",
    Severity.HINT: "bold cyan",
}

#: Marks that turn the direction of writing, as a class of a regular expression has them.
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSAFE = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{BIDI}\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Terminal:
    """The place where a report will be read: ``width`` in cells, and whether it shows ``color``."""

    width: int = DEFAULT_WIDTH
    color: bool = False

    def paint(self, text: str, style: str) -> str:
        """Return ``text`` in ``style`` (in rich's words) where colours are shown."""
        if not self.color or not text:
            return text
        return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


def printable(text: str) -> str:
    r"""Return ``text`` on one line and without the power to steer a terminal.

    Control characters become their pictures, line ends and tabs become spaces, marks that turn the direction of
    writing are dropped, halves of surrogate pairs become U+FFFD.

    >>> printable("a\x1b[31mb\tc")
    'a␛[31mb c'
    """
    return _UNSAFE.sub(_substitute, text)


def _substitute(found: re.Match[str]) -> str:
    """Return what stands in for one unsafe character."""
    code = ord(found.group())
    if found.group() in "\t\n\r\u2028\u2029\x85":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return "\ufffd" if code < 0xA0 or code >= 0xD800 else ""
