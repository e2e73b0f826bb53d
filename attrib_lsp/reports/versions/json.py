"""The comparison of versions for programs. Offsets are code points, half-open, in each version's own text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.attribution.versions.change import Effect
from attrib_lsp.linter.versions import LocatedChange, LocatedPlace
from attrib_lsp.reports.arrays import members
from attrib_lsp.reports.records import Record
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.reports.versions.messages import message
from attrib_lsp.reports.versions.pair import Pair
from attrib_lsp.text.source_text import SourceText


def report(pairs: Iterable[Pair], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield an array with an object for each pair; the screen and ``quiet`` change nothing."""
    yield "["
    yield from members([record(pair)] for pair in pairs)
    yield "\n]\n"


def record(pair: Pair) -> Record:
    """Return the record of a pair: what names both versions, how many changes of each effect, the changes."""
    found = pair.compared
    return {
        "old": pair.old.key,
        "new": pair.new.key,
        "losses": len(found.losses),
        "gains": len(found.of(Effect.GAIN)),
        "changes": [_change(pair, one) for one in found.changes],
    }


def _change(pair: Pair, located: LocatedChange) -> Record:
    """Return the record of a change; ``old`` and ``new`` are null where a version does not have it."""
    one = located.change
    return {
        "kind": one.kind.value,
        "effect": one.kind.effect.value,
        "message": message(located),
        "source": one.source or None,
        "before": one.before or None,
        "after": one.after or None,
        "old": None if located.old is None else _place(located.old, pair.old_text(located.old.field)),
        "new": None if located.new is None else _place(located.new, pair.new_text(located.new.field)),
    }


def _place(place: LocatedPlace, text: SourceText) -> Record:
    """Return the record of a place; lines, columns and paragraphs count from one."""
    line, column = text.line_column(place.span.start)
    end_line, end_column = text.line_column(place.span.end)
    return {
        "field": place.field,
        "start": place.span.start,
        "end": place.span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "paragraph": place.paragraph,
        "text": place.words,
    }
