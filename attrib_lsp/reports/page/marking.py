"""Cut a block's words where marks begin and end, so that a page can show marks that overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span

_Key = TypeVar("_Key", str, int)


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of ``span``, code points of a block's prose.

    ``role`` is "source", "cue", "content" or "finding"; ``key`` is the number of the source who speaks (-1: nobody the
    reader is told of), or that of the finding.
    """

    span: Span
    role: str
    key: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words under the same marks. ``said_by`` are the sources whose words, name or cue they are.

    ``ends`` are the findings whose words end here: their signs stand behind the run.
    """

    text: str
    roles: tuple[str, ...]
    said_by: tuple[int, ...]
    findings: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def marked(self) -> bool:
        """Whether there is anything to show of it."""
        return bool(self.roles or self.findings)


def runs(text: str, marks: Sequence[Mark]) -> tuple[Run, ...]:
    """Return ``text`` cut where ``marks`` begin and end; without its words nothing is marked.

    >>> [(run.text, run.roles) for run in runs("Ann said no.", [Mark(Span(0, 3), "source", 0)])]
    [('Ann', ('source',)), (' said no.', ())]
    """
    shown = [mark for mark in marks if len(mark.span) and mark.span.end <= len(text)]
    cuts = sorted({0, len(text), *(edge for mark in shown for edge in (mark.span.start, mark.span.end))})
    return tuple(
        _run(text, Span(start, end), [mark for mark in shown if mark.span.start <= start and end <= mark.span.end])
        for start, end in pairwise(cuts)
    )


def _run(text: str, span: Span, over: Sequence[Mark]) -> Run:
    """Return the words of ``span``, which ``over`` cover wholly."""
    findings = [mark for mark in over if mark.role == "finding"]
    sourcing = [mark for mark in over if mark.role != "finding"]
    return Run(
        span.of(text),
        _once(mark.role for mark in sourcing),
        _once(mark.key for mark in sourcing if mark.key >= 0),
        _once(mark.key for mark in findings),
        _once(mark.key for mark in findings if mark.span.end == span.end),
    )


def _once(found: Iterable[_Key]) -> tuple[_Key, ...]:
    """Return what is ``found``, each once, sorted."""
    return tuple(sorted(set(found)))


def in_prose(prose: Prose, span: Span) -> Span | None:
    """Return where ``span``, code points of the file, stands in ``prose``; None where it touches none of its words.

    An empty span becomes the word's character behind it, or the last one: a page has to mark something.
    """
    wanted = span if len(span) else Span(span.start, span.start + 1)
    pieces = [piece for piece in prose.pieces if piece.file < wanted.end and wanted.start < piece.end]
    if not pieces:
        at_end = prose.pieces and prose.span.end == span.start
        return Span(len(prose.text) - 1, len(prose.text)) if at_end else None
    first, last = pieces[0], pieces[-1]
    start = first.prose + (0 if first.written else max(wanted.start - first.file, 0))
    inside = last.length if last.written else min(wanted.end - last.file, last.length)
    return Span(start, last.prose + inside)
