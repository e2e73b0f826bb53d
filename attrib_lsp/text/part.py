"""What a markup's reader hands on: runs of prose whose role in the story is still to be found."""

from __future__ import annotations

from dataclasses import dataclass

from attrib_lsp.text.prose import Prose
from attrib_lsp.text.story import BlockKind


@dataclass(frozen=True, slots=True)
class Part:
    """A run of prose in reading order.

    ``kind`` is what the markup alone says of it. ``level`` is that of a heading, 1 to 6; 0 is no heading. ``alone`` is
    set where nothing touches it: blank lines, or the end of the text, above and below.
    """

    prose: Prose
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    alone: bool = True

    @property
    def text(self) -> str:
        """The words."""
        return self.prose.text
