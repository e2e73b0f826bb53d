"""Read plain text: paragraphs between blank lines, or one a line; lines wrapped at a fixed width are joined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrib_lsp.text.layout import layouts
from attrib_lsp.text.part import Part
from attrib_lsp.text.pragma import MARK, Place, Pragma, read_pragma
from attrib_lsp.text.prose import Field, Prose
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind

#: Wider than any text that is wrapped by hand or by a mail program; a longer line is a paragraph.
WIDEST_WRAP = 100
#: Narrower lines are not wrapped text but headings, lists or verse.
NARROWEST_WRAP = 45

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BLANK = re.compile(r"[\f\u2029]|(?:\r\n|[\n\r\v\x85\u2028])[^\S\n]*(?:\r\n|[\n\r\v\x85\u2028])")
_EDGES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + "\ufeff\u200b"
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_BULLET = re.compile(r"[-*•·‣▪◦●]\s+(?=\S)")
_PRAGMA = re.compile(rf"%\s*{MARK}")
_WORD = re.compile(r"\S+")


def read_plain(text: str, start: int = 0, field: Field = "text") -> list[Part]:
    """Return the parts of plain ``text`` from ``start`` on, as if the lines that hold a pragma were not there."""
    groups = list(_groups(text, start))
    width = _document_width(text, groups)
    parts = []
    for lines, layout in zip(groups, layouts([[line.of(text) for line in lines] for lines in groups]), strict=True):
        if layout is not None:
            whole = lines[0].joined(lines[-1])
            parts.append(Part(Prose.verbatim(text, whole, field), layout, place=Place(whole)))
            continue
        paragraphs = list(_paragraphs(text, lines, width))
        parts += [_part(text, paragraph, len(paragraphs) == 1, field) for paragraph in paragraphs]
    return parts


def plain_pragmas(text: str, parts: Sequence[Part], start: int = 0) -> Iterator[Pragma]:
    """Yield the pragmas in plain ``text`` from ``start`` on; ``parts`` are what was read of it."""
    if MARK not in text:
        return
    places = [part.place.span for part in parts if part.place is not None]
    for found in _LINE.finditer(text, start):
        line = _trimmed(text, found.start(), found.end())
        pragma = _PRAGMA.match(text, line.start, line.end)
        if pragma is not None:
            number = bisect_right(places, line.start, key=lambda place: place.start)
            around = places[number - 1 : number] if number and places[number - 1].end > line.start else []
            meant = around or places[number : number + 1]
            end = found.end() + (2 if text.startswith("\r\n", found.end()) else found.end() < len(text))
            removal = Span(min(found.start(), line.start), end)
            yield read_pragma(text, line, Span(pragma.end(), line.end), removal, meant[0] if meant else None)


def _groups(text: str, start: int) -> Iterator[list[Span]]:
    """Yield the lines that stand together, without the space around each."""
    group: list[Span] = []
    end = start
    for found in _LINE.finditer(text, start):
        line = _trimmed(text, found.start(), found.end())
        if group and _BLANK.search(text, end, found.start()):
            yield group
            group = []
        if _PRAGMA.match(text, line.start, line.end):
            continue
        if not len(line):
            if group:
                yield group
            group = []
        else:
            group.append(line)
        end = found.end()
    if group:
        yield group


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return the range without white space at its ends."""
    line = text[start:end]
    left = len(line) - len(line.lstrip(_EDGES))
    return Span(start + left, start + max(left, len(line.rstrip(_EDGES))))


def _document_width(text: str, groups: Sequence[Sequence[Span]]) -> int:
    """Return the width at which the text is wrapped; 0 if it is not."""
    longest = max((len(line) for lines in groups for line in lines), default=0)
    if NARROWEST_WRAP <= longest <= WIDEST_WRAP and any(_breaks_sentences(text, lines, longest) for lines in groups):
        return longest
    return 0


def _breaks_sentences(text: str, lines: Sequence[Span], width: int) -> bool:
    """Say whether a sentence runs from a full line of ``lines`` on into the next."""
    return any(
        _full(text, line, following, width)
        and not _SENTENCE_END.search(text[line.start : line.end])
        and not text[following.start].isupper()
        for line, following in pairwise(lines)
    )


def _full(text: str, line: Span, following: Span, width: int) -> bool:
    """Say whether the next line's first word would not have fitted into ``line``."""
    word = _WORD.match(text, following.start, following.end)
    return word is not None and len(line) <= width < len(line) + 1 + len(word[0])


def _runs_on(text: str, line: Span, following: Span) -> bool:
    """Say whether ``line``, whatever its length, cannot be the end of a paragraph."""
    if text[line.end - 1] == ";":
        return True
    word = _WORD.match(text, following.start, following.end)
    small = word is not None and word[0][0].islower() and word[0].islower()  # "iPhone" may begin a paragraph
    return small and not _SENTENCE_END.search(text[line.start : line.end])


def _paragraphs(text: str, lines: Sequence[Span], width: int) -> Iterator[list[Span]]:
    """Yield the lines of each paragraph in a group of lines."""
    longest = max(len(line) for line in lines)
    if len(lines) >= 3 and NARROWEST_WRAP <= longest <= WIDEST_WRAP and _breaks_sentences(text, lines, longest):
        width = longest
    paragraph = [lines[0]]
    for line, following in pairwise(lines):
        joined = _full(text, line, following, width) or _runs_on(text, line, following)
        if joined and not _BULLET.match(text, following.start, following.end):
            paragraph.append(following)
        else:
            yield paragraph
            paragraph = [following]
    yield paragraph


def _part(text: str, lines: Sequence[Span], alone: bool, field: Field) -> Part:
    """Return the part that ``lines`` make, without the bullet in front of a list item."""
    first = lines[0]
    place = Place(first.joined(lines[-1]))
    bullet = _BULLET.match(text, first.start, first.end)
    kind = BlockKind.LIST_ITEM if bullet else BlockKind.PARAGRAPH
    if bullet:
        first = Span(bullet.end(), first.end)
    if len(lines) == 1:
        return Part(Prose.verbatim(text, first, field), kind, alone=alone, place=place)
    words: list[tuple[str, int | None]] = [(first.of(text), first.start)]
    for line in lines[1:]:
        words += [(" ", None), (line.of(text), line.start)]
    return Part(Prose.joined(words, field), kind, alone=alone, place=place)
