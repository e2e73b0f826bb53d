"""Arrays of JSON that are written while their members are still being found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.reports.records import Record, encoded


def members(groups: Iterable[Iterable[Record]]) -> Iterator[str]:
    r"""Yield the members of an array, commas between them: one piece, maybe an empty one, for each of ``groups``.

    >>> list(members([[{"a": 1}], [], [{"b": 2}]]))
    ['\n{"a": 1}', '', ',\n{"b": 2}']
    """
    comma = "\n"
    for group in groups:
        piece = ""
        for record in group:
            piece += comma + encoded(record)
            comma = ",\n"
        yield piece
