"""Replacements as snippets: an editor moves from blank to blank, and the writer fills in what only the writer knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from attrib_lsp.rules.finding import blanks

_SPECIAL = re.compile(r"[\\$}]")


def escaped(words: str) -> str:
    r"""Return ``words`` so that a snippet means just them.

    >>> escaped("$5m {sic}")
    '\\$5m {sic\\}'
    """
    return _SPECIAL.sub(r"\\\g<0>", words)


def snippets(replacements: Sequence[str]) -> tuple[str | None, ...]:
    """Return replacements that go together, in the order of the text, as snippets; None for one without a blank.

    Every blank is a tab stop that holds its words. They are numbered through all replacements, and behind the last
    one with a blank the writer's cursor comes to rest.

    >>> snippets((", <source> said.", "", "on <day>"))
    (', ${1:source} said.', None, 'on ${2:day}$0')
    """
    numbers = count(1)
    found = [_snippet(replacement, numbers) if blanks(replacement) else None for replacement in replacements]
    last = max((at for at, one in enumerate(found) if one is not None), default=None)
    return tuple(one if at != last or one is None else f"{one}$0" for at, one in enumerate(found))


def _snippet(replacement: str, numbers: Iterator[int]) -> str:
    """Return one replacement as a snippet, its blanks numbered from ``numbers``."""
    parts, at = [], 0
    for blank in blanks(replacement):
        words = escaped(blank.of(replacement)[1:-1])
        parts += [escaped(replacement[at : blank.start]), f"${{{next(numbers)}:{words}}}"]
        at = blank.end
    return "".join([*parts, escaped(replacement[at:])])
