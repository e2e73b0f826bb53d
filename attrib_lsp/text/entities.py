"""Characters that are written by a name or a number: ``&amp;``, ``&#8217;``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

#: Where words that are written otherwise stand, and the words; None for those that stand there as they are.
Written = tuple[int, int, "str | None"]

_ENTITY = re.compile(r"&(?:#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6});?|(?P<name>[A-Za-z][A-Za-z0-9]{1,31};?))")


def entities(text: str, start: int, end: int) -> Iterator[Written]:
    """Yield the stretches of ``text`` from ``start`` to ``end``: between entities, and each of them.

    >>> list(entities("a &amp; b &c", 0, 12))
    [(0, 2, None), (2, 7, '&'), (7, 12, None)]
    """
    at = start
    for found in _ENTITY.finditer(text, start, end):
        if found["name"] is not None and found["name"] not in html5:
            continue
        if found.start() > at:
            yield at, found.start(), None
        yield found.start(), found.end(), unescape(found[0])
        at = found.end()
    if at < end:
        yield at, end, None
