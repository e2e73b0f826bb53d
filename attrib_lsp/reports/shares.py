"""How many sources a story has, and how much of it rests on which kind, in words."""

from __future__ import annotations

from collections import Counter

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Source, SourceKind
from attrib_lsp.reports.words import counted
from attrib_lsp.text.span import Span

#: What is said of a story without sources.
NOBODY = "Nobody speaks in this story"


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
