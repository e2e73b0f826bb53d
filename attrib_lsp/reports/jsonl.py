"""JSON Lines: one row a draft, in the order of the drafts, whether anything was found or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.reports import records
from attrib_lsp.reports.origin import AnalysedDraft, LintedDraft
from attrib_lsp.reports.terminal import Terminal


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one row for each linted draft; the screen and ``quiet`` change nothing."""
    return (records.encoded(records.linted(draft)) + "\n" for draft in drafts)


def sources(drafts: Iterable[AnalysedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one row for each analysed draft; the screen and ``quiet`` change nothing."""
    return (records.encoded(records.analysed(draft)) + "\n" for draft in drafts)


def claims(drafts: Iterable[AnalysedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one row for each analysed draft, its claims among it; the screen and ``quiet`` change nothing."""
    return (records.encoded(records.claimed(draft)) + "\n" for draft in drafts)
