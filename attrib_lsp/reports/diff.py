"""What fixes would change, as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

from attrib_lsp.reports.location import portable
from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.terminal import Terminal

_STYLES = {"+": "green", "-": "red", "@": "cyan"}
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def unified(path: str, before: str, after: str, screen: Terminal | None = None) -> Iterator[str]:
    """Yield the lines of a diff, which ``patch`` and ``git apply`` take as they are.

    A ``screen`` gets them without what could steer it, and in colours if it shows any.
    """
    name = portable(path)
    lines = unified_diff(_LINE.findall(before), _LINE.findall(after), name, name)
    for line in lines:
        ended = line.endswith("\n")
        yield _shown(line.rstrip("\n"), screen) + "\n" if screen is not None else line if ended else f"{line}\n"
        if not ended:
            yield "\\ No newline at end of file\n"


def _shown(line: str, screen: Terminal) -> str:
    """Return one line for a screen."""
    head = line.startswith(("+++", "---"))
    return screen.paint(printable(line), "bold" if head else _STYLES.get(line[:1], ""))
