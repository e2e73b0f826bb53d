"""A finding in its file, ready for any report."""

from __future__ import annotations

from dataclasses import dataclass

from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.prose import Field
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class LocatedRelated:
    """Another place that explains a finding: ``span`` in code points of the text of ``field``."""

    message: str
    field: Field
    span: Span


@dataclass(frozen=True, slots=True)
class LocatedEdit:
    """``replacement`` for ``span``, code points of the text of ``field``; its blanks stand in angle brackets."""

    field: Field
    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class LocatedFix:
    """A change that would mend a finding: edits that do not overlap and go together."""

    title: str
    edits: tuple[LocatedEdit, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class LocatedFinding:
    """One fault in its file: ``span`` in code points of the text of ``field``."""

    code: str
    name: str
    severity: Severity
    message: str
    field: Field
    span: Span
    related: tuple[LocatedRelated, ...] = ()
    fixes: tuple[LocatedFix, ...] = ()
