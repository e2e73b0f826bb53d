"""What is told of a long document at once, before all of it can be looked at again.

That is what was told of it last, moved by what was typed since. What was said of words that were edited goes, and in
the paragraph that is being edited the paragraph rules look again. Nothing is guessed of what the rest of the story
makes of the new words: that comes with the analysis of the whole, which takes the preview's place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lsprotocol.types import Diagnostic

from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.linter.moving import moved, places
from attrib_lsp.linter.precedence import winners
from attrib_lsp.rules.registry import find
from attrib_lsp.rules.rule import Scope
from attrib_lsp.server.client import Client
from attrib_lsp.server.diagnostics import to_diagnostic
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.outcome import Outcome
from attrib_lsp.text.change import Change, difference
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.part import Part
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.readers import read_parts
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BODY_KINDS, Block

#: Code points of the longest paragraph that is read anew for a preview.
LONGEST_LOOK = 4000

Look = Callable[[Prose], Iterable[LocatedFinding]]
_Told = tuple[LocatedFinding, Diagnostic]


@dataclass(frozen=True)
class Seen:
    """What is known of a document: the last analysis of the ``whole``, and what was ``told`` last."""

    whole: Outcome
    told: Outcome


def preview(seen: Seen, snapshot: Snapshot, client: Client, look: Look) -> Outcome:
    """Return what is to be told of ``snapshot`` after ``seen``; ``look`` gives what paragraph rules find in prose."""
    told = list(_moved(seen.told, snapshot, client))
    edited = edited_prose(seen.whole, snapshot)
    if edited is not None:
        around, proses = edited
        inside = [one for one, _ in told if around.covers(one.span)]
        fresh = {finding for prose in proses for finding in look(prose)}
        kept = winners([*fresh, *(one for one in inside if not _by_paragraph(one))])
        known = {id(one): diagnostic for one, diagnostic in told}
        told = [
            *(one for one in told if one[0].span.start < around.start),
            *((one, known.get(id(one)) or to_diagnostic(one, snapshot, client)) for one in kept),
            *(one for one in told if one[0].span.start >= around.start and not around.covers(one[0].span)),
        ]
    return Outcome(
        snapshot, tuple(one for one, _ in told), tuple(diagnostic for _, diagnostic in told), preliminary=True
    )


def edited_prose(whole: Outcome, snapshot: Snapshot) -> tuple[Span, list[Prose]] | None:
    """Return the paragraph of the body in which all edits since ``whole`` lie: its lines, and how they read now.

    None if there is no such paragraph, or its lines do not read by themselves as they do in their document.
    """
    if whole.graph is None or whole.graph.story.pragmas:
        return None  # what a pragma means for the new words is known only when all is read
    before, after = whole.snapshot.source, snapshot.source
    change = difference(before.text, after.text)
    block = _block_around(whole.graph.story.body, change)
    if block is None:
        return None
    was = _lines(before, block.prose.span)
    now = Span(was.start, was.end + change.growth)
    if len(now) > LONGEST_LOOK:
        return None
    alone = _parts(before, was, snapshot.markup)
    if [(part.kind, part.prose) for part in alone] != [(block.kind, block.prose)]:
        return None
    parts = _parts(after, now, snapshot.markup)
    if any(part.kind not in BODY_KINDS or part.level for part in parts):
        return None
    return now, [part.prose for part in parts]


def _moved(told: Outcome, snapshot: Snapshot, client: Client) -> Iterable[_Told]:
    """Yield what was told and still stands, moved into ``snapshot``; a diagnostic stays the same if it can."""
    before, after = told.snapshot.source, snapshot.source
    change = difference(before.text, after.text)
    first, last = before.line_of(change.before.start), before.line_of(change.before.end)
    as_many = len(before.line_starts) == len(after.line_starts)
    for finding, diagnostic in zip(told.findings, told.diagnostics, strict=True):
        now = moved(finding, change, after.text)
        if now is None:
            continue
        # On other lines than the edited ones nothing has another column.
        elsewhere = all(
            before.line_of(place.end) < first or (as_many and before.line_of(place.start) > last)
            for place in places(finding)
        )
        yield now, diagnostic if elsewhere else to_diagnostic(now, snapshot, client)


def _by_paragraph(finding: LocatedFinding) -> bool:
    """Say whether a finding is a paragraph rule's."""
    rule = find(finding.code)
    return rule is not None and rule.scope is Scope.PARAGRAPH


def _block_around(blocks: Iterable[Block], change: Change) -> Block | None:
    """Return the block of the body's own words that all of ``change`` lies in."""
    return next((one for one in blocks if one.kind in BODY_KINDS and one.prose.span.covers(change.before)), None)


def _lines(source: SourceText, span: Span) -> Span:
    """Return the lines that ``span`` stands on, without the last one's end."""
    last = source.line_of(span.end)
    return Span(source.line_starts[source.line_of(span.start)], source.line_starts[last] + len(source.line_text(last)))


def _parts(source: SourceText, lines: Span, markup: Markup) -> list[Part]:
    """Return the parts that ``lines`` make by themselves, in their places in ``source``."""
    parts = read_parts(SourceText(lines.of(source.text)), markup)
    return [Part(part.prose.shifted(lines.start), part.kind, part.level, part.alone, part.stress) for part in parts]
