"""What a markup's reader hands on: runs of prose whose role in the story is still to be found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from attrib_lsp.text.pragma import Place, Pragma
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.story import BlockKind


class Stress(Enum):
    """How the markup sets a whole run of prose off."""

    NONE = "none"
    EMPHASIS = "emphasis"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Part:
    """A run of prose in reading order.

    ``kind`` is what the markup alone says of it. ``level`` is that of a heading, 1 to 6; 0 is no heading. ``alone`` is
    set where nothing touches it: blank lines, or the end of the text, above and below. ``place`` are its lines, None
    where no pragma could be put to it; ``pragmas`` those that stand in it.
    """

    prose: Prose
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    alone: bool = True
    stress: Stress = Stress.NONE
    place: Place | None = None
    pragmas: tuple[Pragma, ...] = ()

    @property
    def text(self) -> str:
        """The words."""
        return self.prose.text
