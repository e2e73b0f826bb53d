"""The page for people who decide: everything that is known of the drafts, in one file that a browser opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.terminal import Terminal


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one page on ``drafts``, each with its graph; the screen and ``quiet`` change nothing."""
    # Imported when a page is wanted: the other formats need not wait for the template engine.
    from attrib_lsp.reports.page.report import report as drawn

    return drawn(drafts, terminal, quiet)
