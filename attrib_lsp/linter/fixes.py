"""Fixes in their file: words are written as the draft's markup has them, and no markup is torn apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.linter.located import LocatedEdit, LocatedFix
from attrib_lsp.rules.finding import Edit, Finding, blanks
from attrib_lsp.text.escaping import escaped
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story

#: What may stand between two words of a line that runs on below, apart from white space: the mark of a quotation.
_BETWEEN = re.compile(r"[\s>]*")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A draft as it is written: the ``text`` of its file, and the markup."""

    text: str
    markup: Markup

    @classmethod
    def of(cls, story: Story) -> Manuscript:
        """Return what ``story`` was read from."""
        return cls(story.sources["text"].text, story.markup)


def located_fixes(finding: Finding, prose: Prose, manuscript: Manuscript) -> Iterator[LocatedFix]:
    """Yield the fixes of ``finding``, whose edits count in ``prose`` unless they say otherwise, that can be made."""
    for fix in finding.fixes:
        edits = [_edit(edit, edit.within or prose, manuscript) for edit in fix.edits]
        made = tuple(edit for edit in edits if edit is not None)
        if len(made) == len(edits):
            yield LocatedFix(fix.title, made, fix.safe)


def _edit(edit: Edit, within: Prose, manuscript: Manuscript) -> LocatedEdit | None:
    """Return ``edit`` in its file; None where it would tear markup apart, or its words cannot be written."""
    span = within.locate(edit.span)
    if within.field != "text":
        return LocatedEdit(within.field, span, edit.replacement)
    words = _written(edit.replacement, manuscript.markup)
    if words is None or not _is_whole(edit.span, within, manuscript.text):
        return None
    return LocatedEdit(within.field, span, words)


def _written(words: str, markup: Markup) -> str | None:
    """Return ``words`` as they are written in ``markup``, their blanks as they are; None where they cannot be."""
    written, at = "", 0
    for blank in (*blanks(words), Span(len(words), len(words))):
        own = escaped(words[at : blank.start], markup)
        if own is None:
            return None
        written += own + blank.of(words)
        at = blank.end
    return written


def _is_whole(span: Span, prose: Prose, text: str) -> bool:
    """Say whether nothing but white space stands among the words at ``span`` of ``prose`` in the file's ``text``.

    What is written otherwise there has to be replaced whole.
    """
    at = None
    for piece in prose.pieces:
        start, end = max(piece.prose, span.start), min(piece.prose + piece.length, span.end)
        if start >= end:
            continue
        if piece.written and end - start < piece.length:
            return False
        begin = piece.file if piece.written else piece.file + start - piece.prose
        if at is not None and not _BETWEEN.fullmatch(text, at, begin):
            return False
        at = piece.end if piece.written else begin + end - start
    return True
