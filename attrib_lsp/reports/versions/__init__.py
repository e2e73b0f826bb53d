"""Two versions of a story compared, written down: for people, for programs, as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.reports.versions.pair import Pair

#: Writes pairs for a screen; the last argument says whether only losses are shown.
Report = Callable[[Iterable[Pair], Terminal, bool], Iterator[str]]
#: The formats that pairs are written in.
FORMATS = ("text", "json", "html")


def report_in(name: str) -> Report:
    """Return what writes the format ``name``, one of `FORMATS`; only a page waits for what makes pages."""
    report: Report = import_module(f"attrib_lsp.reports.versions.{name}").report
    return report
