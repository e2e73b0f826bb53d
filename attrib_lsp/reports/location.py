"""Where a finding stands, as other programs want it: a path with forward slashes, lines and columns from one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.printable import printable
from attrib_lsp.text.prose import Field
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file. Columns are code points; ``end_column`` is right behind the last one.

    A row of JSON Lines is one line of its file, and its words have no columns there: those are None.
    """

    path: str
    line: int
    column: int | None
    end_line: int
    end_column: int | None


def location(draft: LintedDraft, field: Field, span: Span) -> Location:
    """Return where ``span``, in code points of the text of ``field``, stands in the draft's file."""
    path, row = portable(draft.origin.path), draft.origin.line
    if draft.origin.id is not None:
        return Location(path, row or 1, None, row or 1, None)
    return Location(path, *draft.sources[field].line_column(span.start), *draft.sources[field].line_column(span.end))


def portable(path: str) -> str:
    """Return ``path`` as it is named in the folder that is checked, whatever the system, and on one line.

    >>> portable("drafts/harbour deal.md")
    'drafts/harbour deal.md'
    """
    named = PurePath(path)
    if named.is_absolute() and named.is_relative_to(Path.cwd()):
        named = named.relative_to(Path.cwd())
    return printable(named.as_posix())


def told(draft: LintedDraft, number: int) -> str:
    """Return the message of the finding of that number on one line; in a row, it says which row is meant."""
    finding = draft.findings[number]
    if draft.origin.id is None:
        return printable(finding.message)
    where = "" if finding.field == "text" else f", {finding.field}"
    return printable(f"{finding.message} (row {draft.origin.id}{where})")
