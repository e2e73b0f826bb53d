"""``--changed-since``: only what stands on changed lines, or comes of them."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from attrib_lsp.cli.baselines import only
from attrib_lsp.cli.errors import Problem
from attrib_lsp.cli.files import Input
from attrib_lsp.cli.git import Lines, changed_since
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed since ``revision`` in the repository at ``top``, by real paths."""

    revision: str
    top: Path
    files: dict[str, Lines]

    @classmethod
    def since(cls, revision: str) -> Changes:
        """Ask git; see `changed_since` for what it raises."""
        return cls(revision, *changed_since(revision))

    def wanted(self, given: Input) -> bool | Problem:
        """Say whether a file has changed, or what keeps us from knowing."""
        if given.path is None:
            return True
        real = os.path.realpath(given.path)
        if real in self.files:
            return True
        if not Path(real).is_relative_to(os.path.realpath(self.top)):
            return Problem(given.label, f"cannot be compared with {self.revision}: it is outside of the repository")
        return False

    def kept(self, linted: LintedDraft) -> LintedDraft:
        """Return a draft with the findings that have to do with changed lines.

        Those are the findings, and those whose sentences or related places, stand on some. A row of JSON Lines is one
        line; of a document that is no text, git cannot tell what has changed: all of it counts.
        """
        if linted.origin.by_paragraph:
            return linted
        lines = self.files.get(os.path.realpath(linted.origin.path), Lines(()))
        touched = _touching(linted, lines)
        return only(linted, [number for number in range(len(linted.findings)) if touched(number)])


def _touching(linted: LintedDraft, lines: Lines) -> Callable[[int], bool]:
    """Return what says whether a finding has to do with ``lines``."""
    row = linted.origin.line
    if linted.origin.id is not None and row is not None:
        return lambda number: lines.touch(row, row)
    text = linted.sources["text"].text
    ends = [at for at, character in enumerate(text) if character == "\n"]  # git knows of no other ends

    def touched(span: Span) -> bool:
        return lines.touch(bisect_left(ends, span.start) + 1, bisect_left(ends, max(span.start, span.end - 1)) + 1)

    def concerns(number: int) -> bool:
        finding = linted.findings[number]
        places = (finding.span, linted.passage(number).span, *(one.span for one in finding.related))
        return any(touched(place) for place in places)

    return concerns
