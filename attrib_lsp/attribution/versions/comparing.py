"""Tell what happened to a story's sourcing between two versions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.versions.answers import responses_lost
from attrib_lsp.attribution.versions.change import Change, ChangeKind, Effect
from attrib_lsp.attribution.versions.company import left_alone, sources_gone
from attrib_lsp.attribution.versions.cue_changes import cues_changed
from attrib_lsp.attribution.versions.cuts import attributions_cut
from attrib_lsp.attribution.versions.descriptions import descriptions_lost
from attrib_lsp.attribution.versions.figure_changes import figures_changed
from attrib_lsp.attribution.versions.hedges import certainty_raised
from attrib_lsp.attribution.versions.names import names_lost, sources_swapped
from attrib_lsp.attribution.versions.passages import Versions
from attrib_lsp.attribution.versions.quote_changes import quotes_changed
from attrib_lsp.attribution.versions.reasons import reasons_lost
from attrib_lsp.attribution.versions.version import Version

_Finder = Callable[[Versions], Iterator[Change]]
#: What finds losses, those whose mirror image is a gain first.
_MIRRORED: tuple[_Finder, ...] = (
    attributions_cut,
    certainty_raised,
    names_lost,
    descriptions_lost,
    reasons_lost,
    cues_changed,
    responses_lost,
    left_alone,
)
_OTHERS: tuple[_Finder, ...] = (sources_swapped, figures_changed, quotes_changed)
_EFFECTS = (Effect.LOSS, Effect.NEUTRAL, Effect.GAIN)
#: Kinds in the headline that mean that it says more than before.
_STRONGER = (
    ChangeKind.ATTRIBUTION_CUT,
    ChangeKind.CERTAINTY_RAISED,
    ChangeKind.QUOTE_MARKS_DROPPED,
    ChangeKind.CUE_CHANGED,
)


def laid_side_by_side(old: AttributionGraph, new: AttributionGraph) -> Versions:
    """Return two versions of a story with their sentences paired."""
    return Versions(Version(old), Version(new))


def changes_between(both: Versions) -> tuple[Change, ...]:
    """Return what happened to the sourcing: losses first, then who has left and joined, then what was gained.

    Each group is in reading order of the new version, or of the old one where the new one no longer has it. Versions
    that differ in nothing but their order, or in words that mean the same, have no losses.
    """
    found = [_in_headline(both, one) for one in _found(both)]
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _found(both: Versions) -> Iterator[Change]:
    """Yield all changes, in no order. That a source came or went is told where nothing else is told of it."""
    losses = [one for finder in (*_MIRRORED, *_OTHERS) for one in finder(both)]
    gains = [one for finder in _MIRRORED for one in _gains(finder(both.mirrored))]
    yield from (*losses, *gains)
    told = {one.source for one in (*losses, *gains)}
    for source in sources_gone(both):
        if source.name not in told:
            yield Change(ChangeKind.SOURCE_LEFT, source.first.place, None, source.name)
    for source in sources_gone(both.mirrored):
        if source.name not in told:
            yield Change(ChangeKind.SOURCE_JOINED, None, source.first.place, source.name)


def _gains(losses: Iterable[Change]) -> Iterator[Change]:
    """Yield losses of the old version against the new one as gains."""
    for loss in losses:
        gain = loss.mirrored()
        if gain is not None:
            yield gain


def _in_headline(both: Versions, change: Change) -> Change:
    """Return a change; one by which the headline says more than before, as that."""
    at = change.new.paragraph if change.new is not None else None
    if change.kind not in _STRONGER or at is None or at != both.new.graph.headline:
        return change
    return Change(
        ChangeKind.HEADLINE_OUTGREW,
        change.old,
        change.new,
        change.source,
        change.before,
        change.after,
        change.kind.value,
    )


def _order(change: Change) -> tuple[int, int, int, str]:
    """Return where a change stands in a report."""
    place = change.new or change.old
    at = (place.paragraph, place.span.start) if place is not None else (0, 0)
    return (_EFFECTS.index(change.kind.effect), *at, change.kind.value)
