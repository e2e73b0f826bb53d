"""What was found in a draft, as JSON: data only, nothing in it can be run."""

from __future__ import annotations

import json
from typing import Any

from attrib_lsp.cli.found import Found
from attrib_lsp.linter.located import LocatedEdit, LocatedFinding, LocatedFix, LocatedRelated
from attrib_lsp.linter.passages import Passage
from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.span import Span


def write_found(found: Found) -> bytes:
    """Return ``found`` as JSON."""
    rows = [_row(finding) for finding in found.findings]
    passages = [[one.words, one.span.start, one.span.end] for one in found.passages]
    return json.dumps([rows, passages], separators=(",", ":")).encode("ascii")


def read_found(raw: bytes) -> Found:
    """Return what ``raw`` holds.

    Raises:
        ValueError: it is no result.
    """
    try:
        rows, passages = json.loads(raw)
        found = Found(
            tuple(_finding(row) for row in rows),
            tuple(Passage(words, Span(start, end)) for words, start, end in passages),
        )
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError("not a result") from error
    if len(found.findings) != len(found.passages):
        raise ValueError("not a result")
    return found


def _row(finding: LocatedFinding) -> list[Any]:
    """Return a finding as a list."""
    return [
        finding.code,
        finding.name,
        finding.severity.name,
        finding.message,
        finding.field,
        [finding.span.start, finding.span.end],
        [[one.message, one.field, one.span.start, one.span.end] for one in finding.related],
        [
            [
                fix.title,
                fix.safe,
                [[one.field, one.span.start, one.span.end, one.replacement] for one in fix.edits],
            ]
            for fix in finding.fixes
        ],
    ]


def _finding(row: list[Any]) -> LocatedFinding:
    """Return the finding in a list."""
    code, name, severity, message, field, (start, end), related, fixes = row
    return LocatedFinding(
        code,
        name,
        Severity[severity],
        message,
        field,
        Span(start, end),
        tuple(LocatedRelated(words, where, Span(first, last)) for words, where, first, last in related),
        tuple(
            LocatedFix(
                title,
                tuple(LocatedEdit(where, Span(first, last), words) for where, first, last, words in edits),
                safe,
            )
            for title, safe, edits in fixes
        ),
    )
