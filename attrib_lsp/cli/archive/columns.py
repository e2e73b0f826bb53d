"""Which column of an archive holds what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass

from attrib_lsp.cli.errors import RunError

#: The usual names of each column, the most usual first; a file's first that it has is taken.
USUAL: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "text": ("text", "body", "content", "article"),
    "headline": ("headline", "title"),
    "publisher": ("publisher", "outlet", "publication"),
    "date": ("date", "published", "date_published", "publication_date"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each part of a story in one file; None: the file has none."""

    text: str
    id: str | None = None
    headline: str | None = None
    publisher: str | None = None
    date: str | None = None

    @property
    def names(self) -> list[str]:
        """The columns that are read, each once."""
        return list(dict.fromkeys(name for name in asdict(self).values() if name is not None))

    def __str__(self) -> str:
        """Say in words what is read from where."""
        named = {part: name for part, name in asdict(self).items() if name is not None}
        found = ", ".join(f"the {part} from “{name}”" for part, name in named.items())
        missing = [part for part in USUAL if part not in named]
        return found + (f"; there is no column for {' or '.join(missing)}" if missing else "")


def columns_of(file: str, present: Collection[str], asked: Mapping[str, str]) -> Columns:
    """Return the columns of a file that has those ``present``; ``asked`` holds names that the user gave.

    Nothing present at all (no row could be read so far): the usual names are taken on trust.

    Raises:
        RunError: the file lacks a column that was asked for, or any that could hold the text.
    """
    chosen = {part: asked.get(part) or _usual(part, present) for part in USUAL}
    for part, name in asked.items():
        if present and name not in present:
            raise RunError(f"{file}: there is no column “{name}” for the {part}; there is {_listed(present)}")
    text = chosen.pop("text")
    if text is None:
        usual = ", ".join(f"“{name}”" for name in USUAL["text"])
        raise RunError(f"{file}: no column {usual} holds the text; say with --text which does: {_listed(present)}")
    return Columns(text, **chosen)


def _usual(part: str, present: Collection[str]) -> str | None:
    """Return the first usual name that is there."""
    return next((name for name in USUAL[part] if not present or name in present), None)


def _listed(present: Collection[str]) -> str:
    """Return the names of columns as words."""
    return ", ".join(f"“{name}”" for name in present)
