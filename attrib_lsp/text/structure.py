"""Put a story together: which part is headline, deck, byline, dateline, body, and which is debris."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from attrib_lsp.text.debris import furniture, is_breadcrumb, is_caption, is_section
from attrib_lsp.text.headline import cut_of, ends_sentence, full_form, looks_like_headline, same_line
from attrib_lsp.text.part import Part
from attrib_lsp.text.prose import Field, Prose
from attrib_lsp.text.signature import dateline, is_byline, is_when
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BODY_KINDS, Block, BlockKind, Debris, DebrisKind, Story, TruncatedHeadline

#: A deck is not longer than this, a crosshead not longer than that, in code points.
LONGEST_DECK = 250
LONGEST_CROSSHEAD = 60
CROSSHEAD_WORDS = 7


@dataclass
class Assembly:
    """A story in the making: parts are taken from the front of ``parts`` into their roles."""

    parts: list[Part]
    marked_up: bool = False
    headline: Prose | None = None
    deck: Prose | None = None
    truncated: TruncatedHeadline | None = None
    byline: Prose | None = None
    body: list[Block] = field(default_factory=list)
    debris: list[Debris] = field(default_factory=list)

    def story(self, sources: Mapping[Field, SourceText], metadata: Mapping[str, Any]) -> Story:
        """Return the story."""
        self._sweep()
        self._take_headline()
        self._take_front()
        self._take_body()
        first = next((block for block in self.body if block.kind in BODY_KINDS), None)
        return Story(
            sources=MappingProxyType(dict(sources)),
            headline=_block(BlockKind.HEADLINE, self.headline),
            truncated_headline=self.truncated,
            deck=_block(BlockKind.DECK, self.deck),
            byline=_block(BlockKind.BYLINE, self.byline),
            dateline=dateline(first.prose.text) if first else None,
            body=tuple(self.body),
            debris=tuple(sorted(self.debris, key=lambda debris: debris.prose.span)),
            metadata=metadata,
        )

    def _drop(self, kind: DebrisKind, prose: Prose) -> None:
        """Count ``prose`` as debris."""
        self.debris.append(Debris(kind, prose))

    def _sign(self, prose: Prose) -> None:
        """Count ``prose`` as the byline; a second one, and a line of date and time, is no more than not read."""
        if self.byline is None and is_byline(prose.text):
            self.byline = prose
        else:
            self.body.append(Block(BlockKind.BYLINE, prose))

    def _sweep(self) -> None:
        """Take the furniture of the page out of the parts."""
        kept = []
        for part in self.parts:
            kind = furniture(part.text) if part.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) else None
            if kind is None:
                kept.append(part)
            else:
                self._drop(kind, part.prose)
        self.parts = kept

    def _take_headline(self) -> None:
        """Find the headline, unless it is given, and the truncated one above it."""
        if self.headline is None:
            heading = self._heading()
            if heading is not None:
                self.headline = self.parts.pop(heading).prose
            elif not any(part.level for part in self.parts):
                self._take_labels()
                if self._headed():
                    self.headline = self.parts.pop(0).prose
        if self.headline is None:
            return
        self._find_full_form()
        if self.parts and self.headline and same_line(self.parts[0].text, self.headline.text):
            self._drop(DebrisKind.DUPLICATE, self.parts.pop(0).prose)

    def _heading(self) -> int | None:
        """Return the number of the heading that is the headline."""
        for number, part in enumerate(self.parts):
            if part.level == 1 or (part.level and all(not _is_body(above) for above in self.parts[:number])):
                return number
        return None

    def _headed(self) -> bool:
        """Say whether the first part looks like the headline of the others."""
        return (
            bool(self.parts)
            and self.parts[0].kind is BlockKind.PARAGRAPH
            and looks_like_headline(self.parts, strict=self.marked_up)
        )

    def _take_labels(self) -> None:
        """Take away what may stand above a headline: byline, date, where on the site the page hangs."""
        while len(self.parts) > 1:
            text = self.parts[0].text
            if is_byline(text) or is_when(text):
                self._sign(self.parts.pop(0).prose)
            elif is_breadcrumb(text):
                self._drop(DebrisKind.BREADCRUMB, self.parts.pop(0).prose)
            elif is_section(text):
                self._drop(DebrisKind.SECTION_LABEL, self.parts.pop(0).prose)
            else:
                return

    def _find_full_form(self) -> None:
        """Put the full headline in the place of one that was cut short, and free it of a breadcrumb in front."""
        headline = self.headline
        if headline is None:
            return
        found = full_form(headline.text, [part.text for part in self.parts])
        start = found[1] if found else 0
        if start:
            self._drop(DebrisKind.BREADCRUMB, part_of(headline, Span(0, len(headline.text[:start].rstrip()))))
        shown = part_of(headline, Span(start, len(headline.text)))
        cut = cut_of(shown.text)
        if cut is not None:
            self.truncated = TruncatedHeadline(shown, cut)
        self.headline = self.parts.pop(found[0]).prose if found and cut is not None else shown

    def _take_front(self) -> None:
        """Take deck, byline and the lines of date and time from between headline and body."""
        while self.parts:
            text = self.parts[0].text
            if is_byline(text) or is_when(text):
                self._sign(self.parts.pop(0).prose)
            elif len(self.parts) > 1 and is_section(text):
                self._drop(DebrisKind.SECTION_LABEL, self.parts.pop(0).prose)
            elif self.headline is not None and self.deck is None and self._is_deck():
                self.deck = self.parts.pop(0).prose
            else:
                return

    def _is_deck(self) -> bool:
        """Say whether the first part is the deck: when in doubt it is body."""
        first, below = self.parts[0], self.parts[1:]
        if first.kind is not BlockKind.PARAGRAPH or len(first.text) > LONGEST_DECK or not below:
            return False
        if is_byline(below[0].text) or (dateline(below[0].text) and not dateline(first.text)):
            return self.byline is None
        unfinished = not ends_sentence(first.text) and first.text[-1].isalnum()
        return unfinished and len(first.text.split()) >= 4 and ends_sentence(below[0].text)

    def _take_body(self) -> None:
        """Take what is left as the body, without lines that stand there twice."""
        number = 0
        while number < len(self.parts):
            part = self.parts[number]
            same = number + 1
            while same < len(self.parts) and self.parts[same].text == part.text and part.kind in BODY_KINDS:
                same += 1
            if same > number + 1:
                kept = 1 if ends_sentence(part.text) else 0
                self.body += [Block(one.kind, one.prose) for one in self.parts[number : number + kept]]
                for one in self.parts[number + kept : same]:
                    self._drop(DebrisKind.DUPLICATE, one.prose)
            else:
                self.body.append(Block(self._body_kind(number), part.prose))
            number = same

    def _body_kind(self, number: int) -> BlockKind:
        """Return what the part of that number is in the body."""
        part = self.parts[number]
        if part.kind is not BlockKind.PARAGRAPH:
            return part.kind
        if is_caption(part.text):
            return BlockKind.CAPTION
        if is_byline(part.text) or is_when(part.text):
            return BlockKind.BYLINE
        if self._is_crosshead(number):
            return BlockKind.CROSSHEAD
        return BlockKind.PARAGRAPH

    def _is_crosshead(self, number: int) -> bool:
        """Say whether a part is a small heading: a few words alone on a line, with body above and below."""
        part = self.parts[number]
        text = part.text
        return (
            not self.marked_up
            and part.alone
            and 0 < number < len(self.parts) - 1
            and len(text) <= LONGEST_CROSSHEAD
            and len(text.split()) <= CROSSHEAD_WORDS
            and text[-1].isalnum()
            and text[0].isupper()
            and ends_sentence(self.parts[number - 1].text)
            and len(self.parts[number + 1].text) > len(text)
        )


def _block(kind: BlockKind, prose: Prose | None) -> Block | None:
    """Return a block of ``prose``, if there is any."""
    return None if prose is None else Block(kind, prose)


def _is_body(part: Part) -> bool:
    """Say whether a part reads like body rather than what may stand above a headline."""
    text = part.text
    return part.kind in BODY_KINDS and not (is_byline(text) or is_when(text) or is_section(text) or is_breadcrumb(text))


def part_of(prose: Prose, span: Span) -> Prose:
    """Return ``span`` of ``prose`` as prose of its own."""
    parts: list[tuple[str, int | None]] = []
    at = span.start
    for piece in prose.pieces:
        start, end = max(piece.prose, span.start), min(piece.prose + piece.length, span.end)
        if start >= end:
            continue
        if at < start:
            parts.append((prose.text[at:start], None))
        parts.append((prose.text[start:end], piece.file + start - piece.prose))
        at = end
    if at < span.end:
        parts.append((prose.text[at : span.end], None))
    return Prose.joined(parts, prose.field)
