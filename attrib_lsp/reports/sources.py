"""Who speaks in a story, as a table for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich import box
from rich.table import Table
from rich.text import Text

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import ContentType, Source, SourceKind
from attrib_lsp.reports.origin import AnalysedDraft
from attrib_lsp.reports.rendering import rendered
from attrib_lsp.reports.terminal import Terminal, printable
from attrib_lsp.reports.words import counted
from attrib_lsp.text.span import Span

#: Fewest cells the table is given, however narrow the screen.
NARROWEST = 80
#: What is said of a story without sources.
NOBODY = "Nobody speaks in this story"


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
    ordered = in_order(graph)
    through_others = any(graph.sources[number].via for number in ordered)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("Source", min_width=16, overflow="fold")
    table.add_column("Kind", no_wrap=True)
    table.add_column("Described as", min_width=12, overflow="fold")
    table.add_column("Statements", justify="right", no_wrap=True)
    table.add_column("Quotes", justify="right", no_wrap=True)
    if through_others:
        table.add_column("Via", min_width=8, overflow="fold")
    for number in ordered:
        source = graph.sources[number]
        types = [statement.attribution.type for statement in graph.statements_of(number)]
        quotes = sum(kind is not ContentType.INDIRECT for kind in types)
        row = [
            Text(printable(source.name), style="yellow" if source.kind.unnamed else "green"),
            Text(source.kind.value.replace("-", " ")),
            Text(printable(source.description)),
            Text(str(len(types))),
            Text(str(quotes or "")),
        ]
        table.add_row(*row, *([Text(printable(", ".join(source.via)))] if through_others else []))
    return table


def in_order(graph: AttributionGraph) -> list[int]:
    """Return the numbers of those who speak in a story, in the order in which it first mentions them."""
    return sorted(graph.speakers, key=lambda number: _first(graph.sources[number]))


def _first(source: Source) -> tuple[int, Span]:
    """Return where ``source`` is first mentioned, in reading order."""
    place = source.first.place
    return place.paragraph, place.span


def tally(graph: AttributionGraph) -> str:
    """Return how many sources a story has, by what they are: "9 sources: 5 named, 3 unnamed, 1 document"."""
    speaking = [graph.sources[number] for number in graph.speakers]
    if not speaking:
        return NOBODY
    return f"{counted(len(speaking), 'source')}: {_kinds(speaking)}"


def shares(graph: AttributionGraph) -> str:
    """Return one line on how many sources a story has, and how much of it rests on those without a name."""
    speaking = [graph.sources[number] for number in graph.speakers]
    if not speaking:
        return f"{NOBODY}."
    statements = {number: sum(1 for _ in graph.statements_of(number)) for number in graph.speakers}
    total = sum(statements.values())
    bare = sum(count for number, count in statements.items() if graph.sources[number].kind.unnamed)
    return (
        f"{tally(graph)}. "
        f"{bare} of {counted(total, 'statement')} ({_percent(bare, total)}) "
        f"{'comes' if bare == 1 else 'come'} from unnamed sources."
    )


def _kinds(speaking: list[Source]) -> str:
    """Return how many sources are named and unnamed, and how many are documents or outlets."""
    counts = Counter(source.kind for source in speaking)
    parts = [
        f"{counts[SourceKind.NAMED_PERSON] + counts[SourceKind.NAMED_ORGANISATION]} named",
        f"{counts[SourceKind.UNNAMED_PERSON] + counts[SourceKind.UNNAMED_GROUP]} unnamed",
    ]
    others = (("document", counts[SourceKind.DOCUMENT]), ("outlet", counts[SourceKind.MEDIA_OUTLET]))
    return ", ".join([*parts, *(counted(number, noun) for noun, number in others if number)])


def _percent(part: int, whole: int) -> str:
    """Return a share in whole per cent."""
    return f"{round(100 * part / whole)}%"
