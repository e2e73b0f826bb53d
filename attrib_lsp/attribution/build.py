"""Build the attribution graph of a story from its paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrib_lsp.attribution.alignment import align
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.pulse import nothing
from attrib_lsp.attribution.speakers import resolve
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.text.story import Block, Story


def read_blocks(story: Story) -> tuple[Block, ...]:
    """Return the blocks of ``story`` that are read for sources: headline, deck, then the body's own words."""
    return story.read


def build_graph(story: Story, paragraphs: Sequence[Paragraph], pulse: Callable[[], None] = nothing) -> AttributionGraph:
    """Return the graph of ``story``; ``paragraphs`` are its `read_blocks`, read, in the same order.

    ``pulse`` is called again and again meanwhile; what it raises ends the work.
    """
    headline = 0 if story.headline is not None else None
    deck = None if story.deck is None else (0 if headline is None else 1)
    front = [number for number in (headline, deck) if number is not None]
    body = range(len(front), len(paragraphs))
    resolved = resolve(paragraphs, [*body, *front], pulse)
    pulse()
    alignment = align(paragraphs, headline, body, resolved) if headline is not None else None
    return AttributionGraph(
        story, tuple(paragraphs), body, resolved.sources, resolved.statements, headline, deck, alignment
    )
