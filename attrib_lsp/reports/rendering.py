"""What rich draws, as text for a terminal."""

from __future__ import annotations

import io

from rich.console import Console, RenderableType

from attrib_lsp.reports.terminal import Terminal


def rendered(drawing: RenderableType, terminal: Terminal, narrowest: int = 1) -> str:
    """Return ``drawing`` as it looks on ``terminal``, without blank lines around it and blanks at the ends of lines.

    However narrow the screen, it gets ``narrowest`` cells.
    """
    console = Console(
        file=io.StringIO(),
        width=max(narrowest, terminal.width),
        force_terminal=terminal.color,
        color_system="standard" if terminal.color else None,
        no_color=not terminal.color,
        legacy_windows=False,
        highlight=False,
    )
    with console.capture() as capture:
        console.print(drawing)
    return "\n".join(line.rstrip() for line in capture.get().strip("\n").splitlines()) + "\n"
