"""Put a story together: which part is headline, deck, byline, dateline, body, and which is debris."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from attrib_lsp.lexicons import words
from attrib_lsp.text.debris import furniture, is_breadcrumb, is_caption, is_section
from attrib_lsp.text.headline import ends_sentence, is_terse, looks_like_headline
from attrib_lsp.text.kind import is_called
from attrib_lsp.text.part import Part, Stress
from attrib_lsp.text.pieces import part_of, stretches
from attrib_lsp.text.prose import Field, Prose
from attrib_lsp.text.signature import dateline, signs
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BODY_KINDS, Block, BlockKind, Debris, DebrisKind, Story, TruncatedHeadline
from attrib_lsp.text.tongue import declared, is_foreign
from attrib_lsp.text.truncation import cut_of, full_form, same_line

#: A paragraph is read in stretches of so many code points at most: what is looked for in it takes a time that grows
#: faster than it does, and nobody writes longer ones but machines that put a whole text on one line.
LONGEST_PARAGRAPH = 4_000
#: A deck is not longer than this, in code points ...
LONGEST_DECK = 250
#: ... and not shorter, in words.
SHORTEST_DECK = 4
#: A crosshead is not longer than this, in code points and in words.
LONGEST_CROSSHEAD = 60
CROSSHEAD_WORDS = 7
#: Shorter lines may well stand twice in a row.
SHORTEST_DUPLICATE = 3

#: What a draft's language does not show in.
_NO_PROSE = frozenset({BlockKind.CODE, BlockKind.TABLE, BlockKind.VERSE})

_SENTENCES = re.compile(r"[a-z]{3}[.!?][\"'”’)]* +[\"'“‘]?[A-Z]")


@dataclass
class Assembly:
    """A story in the making: parts are taken from the front of ``parts`` into their roles.

    ``headline`` and ``deck`` are set from the outset where the draft gives them apart from its text. ``marked_up``
    says that headings are marked as such.
    """

    parts: list[Part]
    marked_up: bool = False
    headline: Prose | None = None
    deck: Prose | None = None
    truncated: TruncatedHeadline | None = None
    byline: Prose | None = None
    body: list[Block] = field(default_factory=list)
    debris: list[Debris] = field(default_factory=list)

    def story(self, sources: Mapping[Field, SourceText], metadata: Mapping[str, Any]) -> Story:
        """Return the story; of a draft in another language than English only where it begins."""
        foreign = self._foreign(metadata)
        if foreign is not None:
            return Story(MappingProxyType(dict(sources)), metadata=metadata, foreign=foreign)
        self._sweep()
        self._take_headline()
        self._take_front()
        self._take_body()
        if is_called(metadata, "verse"):
            self.body = [Block(_as_verse(block.kind), block.prose) for block in self.body]
        self.headline, self.deck = _bounded(self.headline), _bounded(self.deck)
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

    def _foreign(self, metadata: Mapping[str, Any]) -> Prose | None:
        """Return the first line of a draft that is not English; None if it is, by its front matter or its words."""
        front = () if self.headline is None else (self.headline,)
        lines: list[Prose] = [*front, *(part.prose for part in self.parts if part.kind not in _NO_PROSE)]
        english = declared(metadata)
        if not lines or english is True or (english is None and not is_foreign(line.text for line in lines)):
            return None
        return lines[0]

    def _drop(self, kind: DebrisKind, prose: Prose) -> None:
        """Count ``prose`` as debris."""
        self.debris.append(Debris(kind, prose))

    def _sign(self, part: Part) -> None:
        """Count ``part`` as the byline; a second one, and a line of date and time, is merely not read."""
        if self.byline is None and (part.kind is BlockKind.BYLINE or signs(part.text) == "byline"):
            self.byline = part.prose
        else:
            self.body.append(Block(BlockKind.BYLINE, part.prose))

    def _sweep(self) -> None:
        """Take the furniture of the page, and lines that hold no words, out of the parts."""
        kept = []
        for part in self.parts:
            if not any(map(str.isalnum, part.text)):
                continue
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
                while len(self.parts) > 1 and self._take_label():
                    pass
                if self._headed():
                    self.headline = self.parts.pop(0).prose
        if self.headline is not None:
            self.headline = self._full(self.headline)
            if self.parts and same_line(self.parts[0].text, self.headline.text):
                self._drop(DebrisKind.DUPLICATE, self.parts.pop(0).prose)

    def _heading(self) -> int | None:
        """Return the number of the heading that is the headline."""
        for number, part in enumerate(self.parts):
            if part.level == 1 or (part.level and not any(map(_is_body, self.parts[:number]))):
                return number
        return None

    def _headed(self) -> bool:
        """Say whether the first part looks like the headline of the others."""
        if not self.parts or self.parts[0].kind is not BlockKind.PARAGRAPH:
            return False
        return looks_like_headline(self.parts, strict=self.marked_up)

    def _full(self, headline: Prose) -> Prose:
        """Return ``headline``, or its full form further down, without the breadcrumb glued to it."""
        found = full_form(headline.text, [part.text for part in self.parts])
        start = found[1] if found else 0
        if start:
            self._drop(DebrisKind.BREADCRUMB, part_of(headline, Span(0, len(headline.text[:start].rstrip()))))
        shown = part_of(headline, Span(start, len(headline.text)))
        cut = cut_of(shown.text)
        if cut is None:
            return shown
        self.truncated = TruncatedHeadline(shown, cut)
        return self.parts.pop(found[0]).prose if found else shown

    def _take_label(self) -> bool:
        """Take away one line that may stand around a headline: byline, date, where on the site the page hangs."""
        text = self.parts[0].text
        if self.parts[0].kind is BlockKind.BYLINE or signs(text):
            self._sign(self.parts.pop(0))
        elif is_breadcrumb(text):
            self._drop(DebrisKind.BREADCRUMB, self.parts.pop(0).prose)
        elif is_section(text) and len(self.parts) > 1:
            self._drop(DebrisKind.SECTION_LABEL, self.parts.pop(0).prose)
        else:
            return False
        return True

    def _take_front(self) -> None:
        """Take deck, byline, captions and labels from between headline and body."""
        while self.parts:
            first = self.parts[0]
            if is_caption(first.text):
                self.body.append(Block(BlockKind.CAPTION, self.parts.pop(0).prose))
            elif self.headline is not None and self.deck is None and self._is_deck():
                self.deck = self.parts.pop(0).prose
            elif not self._take_label():
                return

    def _is_deck(self) -> bool:
        """Say whether the first part is the deck: when in doubt it is body."""
        if len(self.parts) < 2:
            return False
        first, below = self.parts[0], self.parts[1].text
        if len(first.text) > LONGEST_DECK or signs(first.text) or is_section(first.text) or is_breadcrumb(first.text):
            return False
        if len(first.text.split()) < SHORTEST_DECK or dateline(first.text):
            return False
        if first.level:
            return ends_sentence(below)
        if first.kind is not BlockKind.PARAGRAPH:
            return False
        if first.stress is Stress.EMPHASIS:
            return self.parts[1].stress is Stress.NONE
        if signs(below) or dateline(below):
            return self.byline is None
        return _is_finished_line(first.text) and ends_sentence(below)

    def _take_body(self) -> None:
        """Take what is left as the body, without lines that stand there twice."""
        number = 0
        while number < len(self.parts):
            part = self.parts[number]
            end = number + 1
            while end < len(self.parts) and _repeats(self.parts[end], part):
                end += 1
            # A sentence was pasted twice; anything else is a link that the page shows twice.
            kept = number if end > number + 1 and not ends_sentence(part.text) else number + 1
            if kept > number:
                kind = self._body_kind(number)
                held = stretches(part.prose, LONGEST_PARAGRAPH) if kind in BODY_KINDS else [part.prose]
                self.body.extend(Block(kind, prose) for prose in held)
            for repeated in self.parts[kept:end]:
                self._drop(DebrisKind.DUPLICATE, repeated.prose)
            number = end

    def _body_kind(self, number: int) -> BlockKind:
        """Return what the part of that number is in the body."""
        part = self.parts[number]
        if part.kind is not BlockKind.PARAGRAPH:
            return part.kind
        if is_caption(part.text):
            return BlockKind.CAPTION
        if signs(part.text):
            return BlockKind.BYLINE
        return BlockKind.CROSSHEAD if self._is_crosshead(number) else BlockKind.PARAGRAPH

    def _is_crosshead(self, number: int) -> bool:
        """Say whether a part is a small heading: a few words on a line of their own, with body above and below."""
        text = self.parts[number].text
        if len(text) > LONGEST_CROSSHEAD or len(text.split()) > CROSSHEAD_WORDS or not text[-1].isalnum():
            return False
        if self.marked_up:
            return self.parts[number].stress is Stress.STRONG
        return (
            0 < number < len(self.parts) - 1
            and self.parts[number].alone
            and text[0].isupper()
            and is_terse(text)
            and ends_sentence(self.parts[number - 1].text)
            and len(self.parts[number + 1].text) > len(text)
        )


def _bounded(line: Prose | None) -> Prose | None:
    """Return a headline, or deck, no longer than a paragraph."""
    return None if line is None else next(iter(stretches(line, LONGEST_PARAGRAPH)), line)


def _block(kind: BlockKind, prose: Prose | None) -> Block | None:
    """Return a block of ``prose``, if there is any."""
    return None if prose is None else Block(kind, prose)


def _as_verse(kind: BlockKind) -> BlockKind:
    """Return what a block of that kind is in a draft that is verse."""
    return BlockKind.VERSE if kind in BODY_KINDS else kind


def _is_body(part: Part) -> bool:
    """Say whether a part reads like body rather than what may stand above a headline."""
    text = part.text
    return part.kind in BODY_KINDS and not (signs(text) or is_section(text) or is_breadcrumb(text))


def _is_finished_line(text: str) -> bool:
    """Say whether ``text`` is meant to end without a full stop: it is one clause, and does not break off."""
    last = text.split()[-1].casefold()
    return text[-1].isalnum() and last not in words("story", "small_words") and not _SENTENCES.search(text)


def _repeats(part: Part, above: Part) -> bool:
    """Say whether ``part`` is the paragraph ``above`` once more."""
    return (
        part.kind is above.kind is BlockKind.PARAGRAPH
        and part.text == above.text
        and len(part.text.split()) >= SHORTEST_DUPLICATE
    )
