"""What a rule yields."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that would mend a finding: ``replacement`` for ``span`` of the finding's prose.

    ``safe`` is set only for typography. A fix that leaves a blank for the writer to fill is never safe.
    """

    title: str
    span: Span
    replacement: str
    safe: bool = False


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
