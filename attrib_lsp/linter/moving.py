"""Findings of the last analysis where they stand now: what was edited since takes its own with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from attrib_lsp.linter.located import LocatedEdit, LocatedFinding, LocatedFix, LocatedRelated
from attrib_lsp.text.change import Change
from attrib_lsp.text.span import Span


def moved(finding: LocatedFinding, change: Change, after: str) -> LocatedFinding | None:
    """Return ``finding`` of the old text in its place in the text ``after``; None if its words were edited.

    Of what explains or mends it, that stays whose words were not.
    """
    span = _moved(finding.span, change, after)
    if span is None:
        return None
    if _untouched(finding, change):
        return finding
    return replace(
        finding,
        span=span,
        related=tuple(
            LocatedRelated(one.message, one.field, place)
            for one in finding.related
            if (place := _moved(one.span, change, after)) is not None
        ),
        fixes=tuple(fix for one in finding.fixes if (fix := _moved_fix(one, change, after)) is not None),
    )


def places(finding: LocatedFinding) -> Iterable[Span]:
    """Yield every place that a finding speaks of."""
    yield finding.span
    for related in finding.related:
        yield related.span
    for fix in finding.fixes:
        for edit in fix.edits:
            yield edit.span


def _untouched(finding: LocatedFinding, change: Change) -> bool:
    """Say whether all of a finding stands in front of a change."""
    return all(span.end < change.before.start for span in places(finding))


def _moved_fix(fix: LocatedFix, change: Change, after: str) -> LocatedFix | None:
    """Return a fix with all its edits moved; None if one of them changes words that were edited."""
    edits = [(edit, _moved(edit.span, change, after)) for edit in fix.edits]
    kept = tuple(LocatedEdit(edit.field, span, edit.replacement) for edit, span in edits if span is not None)
    return LocatedFix(fix.title, kept, fix.safe) if len(kept) == len(edits) else None


def _moved(span: Span, change: Change, after: str) -> Span | None:
    """Return where ``span`` stands in ``after``; None if a word of it was edited, or has grown at its end."""
    now = change.moved(span)
    touched = span.end == change.before.start or span.start == change.before.end
    if now is None or (touched and (_inside_word(after, now.start) or _inside_word(after, now.end))):
        return None
    return now


def _inside_word(text: str, offset: int) -> bool:
    """Say whether a word goes on at ``offset``."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()
