"""Where a draft comes from, and what a report is told about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.text.prose import Field
from attrib_lsp.text.source_text import SourceText


@dataclass(frozen=True, slots=True)
class Origin:
    """A file, or the row of a JSON Lines file that carries ``id``.

    >>> Origin("draft.md").label(), Origin("wire.jsonl", "a17").label("headline")
    ('draft.md', 'wire.jsonl[a17]:headline')
    """

    path: str
    id: str | int | None = None

    @property
    def key(self) -> dict[str, str | int]:
        """What names the draft in machine-readable output: its "path", or its "id" for a row."""
        return {"path": self.path} if self.id is None else {"id": self.id}

    def label(self, field: Field = "text") -> str:
        """Return what names ``field`` of the draft to people; a line and column may follow behind a colon."""
        if self.id is None:
            return self.path
        row = f"{self.path}[{self.id}]"
        return row if field == "text" else f"{row}:{field}"


@dataclass(frozen=True, slots=True)
class LintedDraft:
    """A draft and what was found in it, in reading order; findings count in the ``sources`` text of their field."""

    origin: Origin
    sources: Mapping[Field, SourceText]
    findings: tuple[LocatedFinding, ...]


@dataclass(frozen=True, slots=True)
class AnalysedDraft:
    """A draft and who says what in it."""

    origin: Origin
    graph: AttributionGraph
