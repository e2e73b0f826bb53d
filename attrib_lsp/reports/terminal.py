"""What the reports know of the screen: its width, and whether it shows colours."""

from __future__ import annotations

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
