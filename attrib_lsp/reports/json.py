"""JSON: one array that holds the rows of the JSON Lines report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.reports import jsonl
from attrib_lsp.reports.origin import AnalysedDraft, LintedDraft
from attrib_lsp.reports.terminal import Terminal


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield the array of linted drafts, row by row."""
    return _array(jsonl.report(drafts, terminal, quiet))


def sources(drafts: Iterable[AnalysedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield the array of analysed drafts, row by row."""
    return _array(jsonl.sources(drafts, terminal, quiet))


def claims(drafts: Iterable[AnalysedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield the array of analysed drafts, their claims among them, row by row."""
    return _array(jsonl.claims(drafts, terminal, quiet))


def _array(rows: Iterable[str]) -> Iterator[str]:
    """Yield ``rows`` as the members of an array."""
    opening = "[\n"
    for row in rows:
        yield opening + row.rstrip("\n")
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"
