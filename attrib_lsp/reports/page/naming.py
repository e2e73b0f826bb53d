"""What pages are called in a folder: names that every system allows, each once, the same from run to run."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from attrib_lsp.reports.origin import Origin

#: The page that lists the others.
INDEX = "index.html"
#: Code points of the longest name before its ending: a file system may count four bytes for each.
LONGEST = 60

_UNSAFE = re.compile(r"[^\w]+")
#: What Windows keeps for devices, whatever the ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


class Names:
    """Gives every draft the name of its page; no two are equal, also where capitals do not count."""

    def __init__(self) -> None:
        """Begin with the name of the index taken."""
        self._taken = {INDEX.removesuffix(".html")}

    def of(self, origin: Origin, below: str = "") -> str:
        """Return the name of the page of the draft ``origin``, found ``below`` a folder."""
        base = stem(origin, below)
        number, name = 1, base
        ending = _UNSAFE.sub("-", PurePath(origin.path).suffix).strip("-")
        if name.casefold() in self._taken and ending:
            name = base = f"{base}-{ending}"
        while name.casefold() in self._taken:
            number += 1
            name = f"{base}-{number}"
        self._taken.add(name.casefold())
        return f"{name}.html"


def stem(origin: Origin, below: str = "") -> str:
    """Return a name for the page of a draft, from its path below a folder and its name in a file of several.

    >>> stem(Origin("drafts/2024/The harbour deal.md"), "drafts"), stem(Origin("wire.jsonl", "a/17")), stem(Origin("-"))
    ('2024-The-harbour-deal', 'wire-a-17', 'story')
    """
    path = PurePath(origin.path)
    if below and path.is_relative_to(below):
        path = path.relative_to(below)
    inside = origin.id if origin.id is not None else origin.item
    parts = [*(part for part in path.with_suffix("").parts if part not in ("..", path.anchor)), str(inside or "")]
    words = unicodedata.normalize("NFC", "-".join(parts))
    name = _UNSAFE.sub("-", words).strip("-_")[-LONGEST:].strip("-_") or "story"
    return f"{name}-story" if _DEVICES.match(name) else name
