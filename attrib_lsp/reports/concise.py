"""One line a finding, for a quick look and for tools that read compilers' output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.reports.text import code, position


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one line for each finding; there is nothing that ``quiet`` could leave out."""
    for draft in drafts:
        for finding in draft.findings:
            head = f"{position(draft, finding, terminal)} {code(finding, terminal)}"
            yield f"{head} {printable(finding.name)}: {printable(finding.message)}\n"
        yield ""
