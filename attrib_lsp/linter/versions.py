"""Two versions of a story compared: what happened to the sourcing, and whether the headline has outgrown the story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Place
from attrib_lsp.attribution.versions.change import Change, ChangeKind, Effect
from attrib_lsp.attribution.versions.comparing import changes_between, laid_side_by_side
from attrib_lsp.linter.candidates import on_headlines
from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.linter.settings import Settings
from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.prose import Field
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story


@dataclass(frozen=True, slots=True)
class LocatedPlace:
    """Where a change stands in the file of its version: ``span`` in code points of the text of ``field``.

    ``paragraph`` counts the body's paragraphs from one; None in the headline and the deck. ``words`` are those there.
    """

    field: Field
    span: Span
    paragraph: int | None
    headline: bool
    words: str


@dataclass(frozen=True, slots=True)
class LocatedChange:
    """A change with its places in the files of both versions."""

    change: Change
    old: LocatedPlace | None
    new: LocatedPlace | None


@dataclass(frozen=True, eq=False)
class Compared:
    """Two versions of a story and what happened between them: losses first; see `changes_between`."""

    old: AttributionGraph
    new: AttributionGraph
    changes: tuple[LocatedChange, ...]

    @cached_property
    def losses(self) -> tuple[LocatedChange, ...]:
        """The changes by which the reader can weigh less."""
        return tuple(one for one in self.changes if one.change.loss)

    def of(self, effect: Effect) -> tuple[LocatedChange, ...]:
        """Return the changes of one effect."""
        return tuple(one for one in self.changes if one.change.kind.effect is effect)


def compare(linter: Linter, old: Story, new: Story, settings: Settings | None = None) -> Compared:
    """Return what happened to the sourcing between two versions; ``settings`` say which rules on headlines hold."""
    before, after = linter.analyse(old), linter.analyse(new)
    changes = list(changes_between(laid_side_by_side(before, after)))
    if not any(one.kind is ChangeKind.HEADLINE_OUTGREW for one in changes):
        changes[:0] = _outgrown(linter, before, after, on_headlines(settings or Settings.default()))
    return Compared(before, after, tuple(_located(before, after, one) for one in changes))


def _outgrown(linter: Linter, old: AttributionGraph, new: AttributionGraph, settings: Settings) -> Iterator[Change]:
    """Yield the first thing wrong with the new headline over its story that was not with the old one over its own."""
    if old.headline is None or new.headline is None:
        return
    known = {one.code for one in _on_headline(linter, old, settings)}
    for finding in _on_headline(linter, new, settings):
        if finding.code not in known:
            headline = new.paragraphs[new.headline]
            whole = Place(new.headline, Span(0, len(headline.text)))
            before = Place(old.headline, Span(0, len(old.paragraphs[old.headline].text)))
            yield Change(ChangeKind.HEADLINE_OUTGREW, before, whole, reason=finding.message)
            return


def _on_headline(linter: Linter, graph: AttributionGraph, settings: Settings) -> tuple[LocatedFinding, ...]:
    """Return the findings on a headline that are warnings or worse."""
    return tuple(one for one in linter.lint(graph, settings) if one.severity >= Severity.WARNING)


def _located(old: AttributionGraph, new: AttributionGraph, change: Change) -> LocatedChange:
    """Return a change with its places in the files."""
    return LocatedChange(change, _place(old, change.old), _place(new, change.new))


def _place(graph: AttributionGraph, place: Place | None) -> LocatedPlace | None:
    """Return a place in its file."""
    if place is None:
        return None
    prose = read_blocks(graph.story)[place.paragraph].prose
    number = place.paragraph - graph.body.start + 1 if place.paragraph in graph.body else None
    words = place.span.of(graph.paragraphs[place.paragraph].text)
    return LocatedPlace(prose.field, prose.locate(place.span), number, place.paragraph == graph.headline, words)
