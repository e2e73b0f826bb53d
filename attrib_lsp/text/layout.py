"""Tell verse and tables from prose by how their lines are set."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib_lsp.text.story import BlockKind

#: Lines that make a stanza: so many where nothing else shows it, so many where a stanza stands beside them.
STANZA, COUPLET = 4, 2
#: No line of a stanza is longer than this, in code points; this share begins with a capital ...
LONGEST_VERSE, CAPITALS = 60, 0.8
#: ... and this share, at least and at most, ends in a mark and in a full stop.
MARKED, STOPPED = 0.25, 0.6
#: A table has so many rows, and so many columns.
ROWS, COLUMNS = 2, 3
#: Share of the words in lower case from which lines are made of sentences and are no list of names.
LOWER = 0.5

_CELLS = re.compile(r"[ \t]*(?:\t|[ ]{2,}|\|)[ \t]*")
_MARK = re.compile(r"[,;:.!?…—–-][\"'”’)]*$")
_STOP = re.compile(r"[.!?…][\"'”’)]*$")


def layouts(groups: Sequence[Sequence[str]]) -> list[BlockKind | None]:
    """Return what each group of lines is: a table or verse; None for prose, lists and the like.

    The first group is a story's head; its title, byline and date would look like a stanza.

    >>> lines = ["The boats come in with nothing but the tide,", "The gulls complain, the mayor stays inside"] * 2
    >>> layouts([lines, lines, lines[1:2] * 2, ["Year   Ships   Goods", "2022   1,204   310,000"], lines[:1]])
    [None, <BlockKind.VERSE: 'verse'>, <BlockKind.VERSE: 'verse'>, <BlockKind.TABLE: 'table'>, None]
    """
    found: list[BlockKind | None] = [None] * len(groups)
    for number, lines in enumerate(groups[1:], 1):
        if _is_table(lines):
            found[number] = BlockKind.TABLE
        elif _is_verse(lines) or (found[number - 1] is BlockKind.VERSE and is_stanza(lines)):
            found[number] = BlockKind.VERSE
    for number in range(len(groups) - 2, 0, -1):
        if found[number] is None and found[number + 1] is BlockKind.VERSE and is_stanza(groups[number]):
            found[number] = BlockKind.VERSE
    return found


def is_stanza(lines: Sequence[str]) -> bool:
    """Say whether ``lines`` may be verse: they are short, begin with capitals, and are made of sentences."""
    if len(lines) < COUPLET or any(len(line) > LONGEST_VERSE for line in lines):
        return False
    words = [word for line in lines for word in line.split()]
    capitals = sum(line.lstrip("“‘\"'(—–-")[:1].isupper() for line in lines)
    return capitals >= CAPITALS * len(lines) and sum(word[0].islower() for word in words) >= LOWER * len(words)


def _is_verse(lines: Sequence[str]) -> bool:
    """Say whether ``lines`` are verse whatever stands around them: they end in the middle of sentences, with marks."""
    if len(lines) < STANZA or not is_stanza(lines):
        return False
    marked = sum(_MARK.search(line) is not None for line in lines)
    stopped = sum(_STOP.search(line) is not None for line in lines)
    return marked >= MARKED * len(lines) and stopped <= STOPPED * len(lines)


def _is_table(lines: Sequence[str]) -> bool:
    """Say whether all ``lines`` fall into as many columns."""
    if len(lines) < ROWS:
        return False
    columns = {len(_CELLS.split(line.strip().strip("|").strip())) for line in lines}
    return len(columns) == 1 and columns.pop() >= COLUMNS
