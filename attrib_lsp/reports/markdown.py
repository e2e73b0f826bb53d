"""Words of a draft in Markdown, where they must stay words; lines and tables to put them in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrib_lsp.reports.printable import printable

#: What a writer fills in by hand. With white space on both sides no Markdown reader takes it for a mark.
BLANK = "____"

_MARKS = re.compile(r"[\\`*_{}\[\]<>|~#&$]")
#: What begins a list, a rule or an underlined heading where it opens a line.
_OPENING = re.compile(r"(\d*)([-+=.)])(?=\s|[-=]|$)")


def escaped(text: str) -> str:
    r"""Return ``text`` on one line, such that a Markdown reader shows it as it is.

    The dollar sign is escaped too: between two of them some editors set mathematics.

    >>> escaped("*Bob* paid $5, [Ann] $6"), escaped("1. Bob"), escaped("- 5 degrees")
    ('\\*Bob\\* paid \\$5, \\[Ann\\] \\$6', '1\\. Bob', '\\- 5 degrees')
    >>> escaped("the [redacted] *memo*")
    'the \\[redacted\\] \\*memo\\*'
    """
    words = _MARKS.sub(r"\\\g<0>", " ".join(printable(text).split()))
    return _OPENING.sub(r"\1\\\2", words, count=1) if _OPENING.match(words) else words


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    r"""Return a table; its cells are Markdown already, see `escaped`.

    >>> table(["Who", "Line"], [["Ann", "3"]])
    '| Who | Line |\n|---|---|\n| Ann | 3 |'
    """
    lines = [heads, ["---"] * len(heads), *rows]
    drawn = [f"| {' | '.join(line)} |" for line in lines]
    drawn[1] = f"|{'|'.join(lines[1])}|"
    return "\n".join(drawn)


def document(*parts: str) -> str:
    """Return ``parts`` as one document, a blank line between two; empty ones are left out."""
    return "\n\n".join(part for part in parts if part) + "\n"
