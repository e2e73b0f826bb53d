"""Where a draft comes from, and what a report is told about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.linter.passages import Passage
from attrib_lsp.text.prose import Field
from attrib_lsp.text.source_text import SourceText


@dataclass(frozen=True, slots=True)
class Origin:
    """A file, or the row of a JSON Lines file that carries ``id`` and stands on ``line`` of it, from one.

    ``item`` is what a story calls itself in a file that holds several. ``by_paragraph``: the file is no text, and the
    lines of what was taken out of it are its paragraphs.

    >>> Origin("draft.md").label(), Origin("wire.jsonl", "a17").label("headline")
    ('draft.md', 'wire.jsonl[a17]:headline')
    """

    path: str
    id: str | int | None = None
    line: int | None = None
    item: str | None = None
    by_paragraph: bool = False

    @property
    def key(self) -> dict[str, str | int]:
        """What names the draft in machine-readable output: its "path", with its "item", or its "id" for a row."""
        if self.id is not None:
            return {"id": self.id}
        return {"path": self.path} if self.item is None else {"path": self.path, "item": self.item}

    def label(self, field: Field = "text") -> str:
        """Return what names ``field`` of the draft to people; a line and column may follow behind a colon."""
        if self.id is None:
            return self.path
        row = f"{self.path}[{self.id}]"
        return row if field == "text" else f"{row}:{field}"


@dataclass(frozen=True, slots=True)
class LintedDraft:
    """A draft and what was found in it, in reading order; findings count in the ``sources`` text of their field.

    ``passages`` are the sentences that the findings stand in, in the same order; without any, see `passage`. ``graph``
    is what was read in it, None where nobody asked for that.
    """

    origin: Origin
    sources: Mapping[Field, SourceText]
    findings: tuple[LocatedFinding, ...]
    passages: tuple[Passage, ...] = ()
    graph: AttributionGraph | None = None

    def passage(self, number: int) -> Passage:
        """Return the sentence that the finding of that number stands in; its lines where sentences are not known."""
        if self.passages:
            return self.passages[number]
        finding = self.findings[number]
        return Passage.of_lines(self.sources[finding.field], finding.span)


@dataclass(frozen=True, slots=True)
class AnalysedDraft:
    """A draft and who says what in it."""

    origin: Origin
    graph: AttributionGraph
