"""What the margin says of a finding: its number, how grave it is, what is wrong, what would mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.linter.located import LocatedFinding, LocatedFix
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.words import shortened
from attrib_lsp.rules.finding import Severity, blanks
from attrib_lsp.text.prose import Field
from attrib_lsp.text.span import Span

#: The shape that goes with a severity, so that nobody needs to tell colours apart.
SHAPES = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.INFO: "●", Severity.HINT: "○"}
#: Code points of words that a margin has room for, and of a change.
ROOM = 90
CHANGE_ROOM = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of what a fix writes; ``blank`` ones are for the writer to fill in."""

    text: str
    blank: bool


@dataclass(frozen=True, slots=True)
class Mending:
    """A fix: its title, and the words that it puts in place of ``old`` ones where the title does not say enough."""

    title: str
    old: str = ""
    new: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another place that explains a finding: ``span`` counts in the text of ``field``."""

    message: str
    words: str
    line: int
    field: Field
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """A finding, numbered from one in the order of the page. ``line`` is where its words begin."""

    number: int
    severity: str
    shape: str
    code: str
    name: str
    message: str
    words: str
    line: int
    field: Field
    span: Span
    fixes: tuple[Mending, ...]
    elsewhere: tuple[Elsewhere, ...]


def notes(draft: LintedDraft) -> tuple[Note, ...]:
    """Return what a page says of the findings of a draft, numbered in its order."""
    return tuple(_note(draft, number, finding) for number, finding in enumerate(draft.findings, start=1))


def _note(draft: LintedDraft, number: int, finding: LocatedFinding) -> Note:
    """Return what a page says of one finding."""
    return Note(
        number,
        finding.severity.name.lower(),
        SHAPES[finding.severity],
        finding.code,
        finding.name,
        finding.message,
        shortened(finding.span.of(draft.sources[finding.field].text), ROOM),
        draft.sources[finding.field].line_column(finding.span.start)[0],
        finding.field,
        finding.span,
        tuple(_mending(draft, fix) for fix in finding.fixes),
        tuple(_elsewhere(draft, finding)),
    )


def _elsewhere(draft: LintedDraft, finding: LocatedFinding) -> Iterator[Elsewhere]:
    """Yield the other places that explain a finding."""
    for one in finding.related:
        source = draft.sources[one.field]
        words = shortened(one.span.of(source.text), ROOM)
        yield Elsewhere(one.message, words, source.line_column(one.span.start)[0], one.field, one.span)


def _mending(draft: LintedDraft, fix: LocatedFix) -> Mending:
    """Return what a page says of a fix."""
    if len(fix.edits) != 1:
        return Mending(fix.title)
    edit = fix.edits[0]
    old = edit.span.of(draft.sources[edit.field].text)
    told = edit.replacement.strip() in fix.title or not any(letter.isalnum() for letter in old)
    if told or len(old) + len(edit.replacement) > CHANGE_ROOM:
        return Mending(fix.title)
    return Mending(fix.title, old, _pieces(edit.replacement))


def _pieces(replacement: str) -> tuple[Piece, ...]:
    """Return what an edit writes, its blanks told apart.

    >>> [(piece.text, piece.blank) for piece in _pieces("<name>, said")]
    [('name', True), (', said', False)]
    """
    pieces, at = [], 0
    for blank in blanks(replacement):
        pieces += [Piece(replacement[at : blank.start], False), Piece(blank.of(replacement)[1:-1], True)]
        at = blank.end
    pieces.append(Piece(replacement[at:], False))
    return tuple(piece for piece in pieces if piece.text)
