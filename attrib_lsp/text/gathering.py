"""The parts that a reader of lines has found so far, with the pragmas among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrib_lsp.text.entities import Written
from attrib_lsp.text.line_notes import LineNote, line_pragmas, note_on
from attrib_lsp.text.lines import Content, Line
from attrib_lsp.text.part import Part, Stress
from attrib_lsp.text.pragma import Place
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.reading import Reading
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

#: Says what is seen of a block's text, and how the whole of it is set off.
Inline = Callable[[str], Iterable[Written]]


class Gathering:
    """Takes in blocks in the order of the file."""

    def __init__(self, source: SourceText, inline: Inline, strong: str = "", emphasis: str = "") -> None:
        """Read what is inside of blocks by ``inline``; ``strong`` and ``emphasis`` are the marks around such words."""
        self.source = source
        self.parts: list[Part] = []
        self.metadata: dict[str, str] = {}
        self._inline = inline
        self._marks = ((strong, Stress.STRONG), (emphasis, Stress.EMPHASIS))
        self._notes: list[LineNote] = []
        self._extents: list[Span] = []

    def words(
        self,
        spans: Sequence[Span],
        kind: BlockKind = BlockKind.PARAGRAPH,
        level: int = 0,
        start: int | None = None,
        *,
        placed: bool = True,
    ) -> bool:
        """Take in the block whose lines' words stand at ``spans``; say whether it holds any.

        ``start`` is where it begins, marker and all; ``placed`` says that a line can be put above it there.
        """
        if not spans:
            return False
        content = Content(self.source.text, spans)
        prose = content.prose(self._inline(content.text))
        if not prose.text:
            return False
        extent = Span(spans[0].start if start is None else start, spans[-1].end)
        self.add(prose, kind, extent, level=level, stress=self._stress(content.text), placed=placed)
        return True

    def shown(self, start: int, end: int, kind: BlockKind, *, placed: bool = True) -> None:
        """Take in what is shown as it stands at ``start`` to ``end``."""
        extent = Span(start, start + len(self.source.text[start:end].rstrip()))
        if len(extent):
            self.add(Prose.verbatim(self.source.text, extent), kind, extent, placed=placed)

    def add(
        self,
        prose: Prose,
        kind: BlockKind,
        extent: Span,
        *,
        level: int = 0,
        stress: Stress = Stress.NONE,
        placed: bool = True,
    ) -> None:
        """Take in a block that stands at ``extent``, marker and all."""
        self.parts.append(Part(prose, kind, level, stress=stress, place=Place(extent) if placed else None))
        self._extents.append(extent)

    def _stress(self, text: str) -> Stress:
        """Return how the whole of a block is set off."""
        for mark, stress in self._marks:
            inner = text[len(mark) : -len(mark)] if mark else ""
            if inner and text.startswith(mark) and text.endswith(mark) and mark not in inner:
                return stress
        return Stress.NONE

    def note(self, line: Line, column: int) -> bool:
        """Take in the pragma at ``column`` of ``line``; say whether there is one."""
        found = note_on(self.source, line, column)
        if found is not None:
            self.add_note(found)
        return found is not None

    def add_note(self, note: LineNote) -> None:
        """Take in a pragma."""
        self._notes.append(note)

    def reading(self) -> Reading:
        """Return what was taken in."""
        return Reading(self.parts, list(line_pragmas(self.source, self._notes, self._extents)), self.metadata)
