"""What files of formats made for machines are called."""

from __future__ import annotations

from pathlib import PurePath

SUFFIXES = (".json", ".xml", ".nitf", ".docx")


def is_wrapped(name: str | PurePath) -> bool:
    """Say whether a file's name promises a format made for machines.

    >>> is_wrapped("feed/Story.XML"), is_wrapped("story.txt")
    (True, False)
    """
    return PurePath(name).suffix.lower() in SUFFIXES
