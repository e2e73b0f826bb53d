"""A story: what is headline, deck, byline, dateline, body and debris in a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import Any

from attrib_lsp.text.pragma import Place, Pragma
from attrib_lsp.text.prose import Field, Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span


class BlockKind(Enum):
    """What a block is to its reader."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    BLOCK_QUOTE = "block quote"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    CODE = "code"
    TABLE = "table"
    VERSE = "verse"


#: Kinds whose words are the story's own and are read for sources.
BODY_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})


@dataclass(frozen=True, slots=True)
class Block:
    """A run of prose of one kind."""

    kind: BlockKind
    prose: Prose


class DebrisKind(Enum):
    """Kinds of text that are on the page but not of the article."""

    BREADCRUMB = "breadcrumb"
    DUPLICATE = "duplicated line"
    RELATED_LINK = "related link"
    COMMENT_PROMPT = "comment prompt"
    SHARE_PROMPT = "share prompt"
    COOKIE_NOTICE = "cookie notice"
    SECTION_LABEL = "section label"
    ADVERTISEMENT = "advertisement"


@dataclass(frozen=True, slots=True)
class Debris:
    """Text that is not of the article. It counts in nothing."""

    kind: DebrisKind
    prose: Prose


@dataclass(frozen=True, slots=True)
class TruncatedHeadline:
    """A headline that the page cut short. ``cut`` is its last word with the ellipsis, in code points of ``prose``."""

    prose: Prose
    cut: Span


@dataclass(frozen=True)
class Story:
    """A draft taken apart. Every block's prose leads back to the text of its field.

    ``headline`` is the one that counts: the full one where a truncated one stands above it. ``dateline`` is the part
    of the first body block's prose that gives place and agency ("ROME (Agency) -"), in code points of that prose.
    ``body`` is in reading order. ``metadata`` is the draft's front matter. A draft that is not English has neither
    headline nor body: ``foreign`` is its first line. ``pragmas`` are in the order of the file; ``places`` are those of
    its blocks, whatever their role, and the text proper begins at ``begin``: there a pragma can be put.
    """

    sources: Mapping[Field, SourceText]
    headline: Block | None = None
    truncated_headline: TruncatedHeadline | None = None
    deck: Block | None = None
    byline: Block | None = None
    dateline: Span | None = None
    body: tuple[Block, ...] = ()
    debris: tuple[Debris, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    foreign: Prose | None = None
    pragmas: tuple[Pragma, ...] = ()
    places: tuple[Place, ...] = ()
    begin: int = 0

    @cached_property
    def read(self) -> tuple[Block, ...]:
        """The blocks that are read for sources: headline, deck, then the body's own words."""
        front = tuple(block for block in (self.headline, self.deck) if block is not None)
        return front + tuple(block for block in self.body if block.kind in BODY_KINDS)
