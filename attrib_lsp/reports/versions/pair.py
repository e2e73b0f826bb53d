"""Two versions of a story with where they come from, ready for any report."""

from __future__ import annotations

from dataclasses import dataclass

from attrib_lsp.linter.versions import Compared, LocatedPlace
from attrib_lsp.reports.origin import Origin
from attrib_lsp.text.prose import Field
from attrib_lsp.text.source_text import SourceText


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions, where each comes from, and what happened between them."""

    old: Origin
    new: Origin
    compared: Compared

    def old_text(self, field: Field) -> SourceText:
        """Return the old version's text of a field."""
        return self.compared.old.story.sources[field]

    def new_text(self, field: Field) -> SourceText:
        """Return the new version's text of a field."""
        return self.compared.new.story.sources[field]


def position(origin: Origin, text: SourceText, place: LocatedPlace) -> str:
    """Return ``path:line:column`` of a place, or ``path:¶paragraph:character``."""
    line, column = text.line_column(place.span.start)
    return f"{origin.label(place.field)}:{'¶' if origin.by_paragraph else ''}{line}:{column}"
