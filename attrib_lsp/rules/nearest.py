"""What was probably meant by a name that there is not."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Return the one of ``known`` most like ``given``, in whatever case; None if none is much like it.

    >>> nearest("MinStatements", ["max-share", "min-statements"])
    'min-statements'
    """
    names = {name.lower(): name for name in known}
    found = get_close_matches(given.lower(), names, 1, 0.6)
    return names[found[0]] if found else None
