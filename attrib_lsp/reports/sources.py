"""Who speaks in a story, as a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.table import Table
from rich.text import Text

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.reports.origin import AnalysedDraft
from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.rendering import rendered
from attrib_lsp.reports.shares import shares
from attrib_lsp.reports.source_facts import source_facts
from attrib_lsp.reports.terminal import Terminal

#: Fewest cells the table is given, however narrow the screen.
NARROWEST = 80


def report(drafts: Iterable[AnalysedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield each draft's table with a line on how much of it rests on unnamed sources; ``quiet`` drops that line."""
    for draft in drafts:
        yield terminal.paint(printable(draft.origin.label()), "bold") + "\n"
        if draft.graph.speakers:
            yield rendered(_table(draft.graph), terminal, NARROWEST)
        if not quiet:
            yield shares(draft.graph) + "\n"
        yield "\n"


def _table(graph: AttributionGraph) -> Table:
    """Return the table of a story's sources, in the order in which they first speak."""
    known = source_facts(graph)
    through_others = any(facts.via for facts in known)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("Source", min_width=16, overflow="fold")
    table.add_column("Kind", no_wrap=True)
    table.add_column("Described as", min_width=12, overflow="fold")
    table.add_column("Statements", justify="right", no_wrap=True)
    table.add_column("Quotes", justify="right", no_wrap=True)
    if through_others:
        table.add_column("Via", min_width=8, overflow="fold")
    for facts in known:
        source = facts.source
        row = [
            Text(printable(source.name), style="yellow" if source.kind.unnamed else "green"),
            Text(facts.kind),
            Text(printable(source.description)),
            Text(str(facts.statements)),
            Text(str(facts.quotes or "")),
        ]
        table.add_row(*row, *([Text(printable(facts.via))] if through_others else []))
    return table
