"""What a rule yields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span


class Severity(IntEnum):
    """How much a finding matters; higher is graver. Names are those of the Language Server Protocol."""

    HINT = 1
    INFO = 2
    WARNING = 3
    ERROR = 4


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding: ``span`` counts in ``within``'s text."""

    message: str
    span: Span
    within: Prose


#: A blank in a replacement, for what only the writer knows.
_BLANK = re.compile(r"<[A-Za-z][^<>\n]*>")


def blanks(replacement: str) -> tuple[Span, ...]:
    """Return where the blanks stand in a replacement: words in angle brackets, which an editor makes tab stops.

    >>> blanks(", according to <source>")
    (Span(start=15, end=23),)
    """
    return tuple(Span(*found.span()) for found in _BLANK.finditer(replacement))


@dataclass(frozen=True, slots=True)
class Edit:
    """``replacement`` for ``span``, which counts in the finding's prose, or in ``within`` where that is another."""

    span: Span
    replacement: str
    within: Prose | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that would mend a finding: ``replacement`` for ``span``, and what has to change ``also``.

    ``span`` counts in the finding's prose, or in ``within``. No two edits overlap. What only the writer knows is a
    blank (see `blanks`), never a guess. ``safe`` is set only for typography, so never where there is a blank.
    """

    title: str
    span: Span
    replacement: str
    safe: bool = False
    within: Prose | None = None
    also: tuple[Edit, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All its edits."""
        return (Edit(self.span, self.replacement, self.within), *self.also)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at ``span``, with a message for a journalist: what is wrong and what would mend it.

    The span counts in the paragraph that a paragraph rule was given; a story rule says in ``within`` which block's
    prose it means. ``severity`` is set where this case is graver or milder than its rule: by so many steps it stays
    graver or milder when a user sets another severity for the rule. ``exact`` is set where the user's options name this
    case's severity: then it holds as it is.
    """

    span: Span
    message: str
    within: Prose | None = None
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None
    exact: bool = False
