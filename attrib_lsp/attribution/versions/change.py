"""The changes to a story's sourcing that are told apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from attrib_lsp.attribution.values import Place


class Effect(Enum):
    """What a change does to what the reader can weigh."""

    LOSS = "loss"
    GAIN = "gain"
    NEUTRAL = "neutral"


class ChangeKind(Enum):
    """What happened, by its name in reports."""

    ATTRIBUTION_CUT = "attribution-cut"
    CERTAINTY_RAISED = "certainty-raised"
    NAME_LOST = "name-lost"
    DESCRIPTION_LOST = "description-lost"
    REASON_LOST = "reason-lost"
    SOURCE_SWAPPED = "source-swapped"
    CUE_CHANGED = "cue-changed"
    RESPONSE_REMOVED = "response-removed"
    RESPONSE_MOVED_DOWN = "response-moved-down"
    FIGURE_CHANGED = "figure-changed"
    QUOTE_CHANGED = "quote-changed"
    QUOTE_MARKS_DROPPED = "quote-marks-dropped"
    QUOTE_MARKS_ADDED = "quote-marks-added"
    HEADLINE_OUTGREW = "headline-outgrew"
    SINGLE_SOURCE = "single-source"

    SOURCE_LEFT = "source-left"
    SOURCE_JOINED = "source-joined"

    ATTRIBUTION_ADDED = "attribution-added"
    CERTAINTY_LOWERED = "certainty-lowered"
    NAME_GIVEN = "name-given"
    DESCRIPTION_GIVEN = "description-given"
    REASON_GIVEN = "reason-given"
    CUE_NEUTRAL = "cue-neutral"
    RESPONSE_ADDED = "response-added"
    RESPONSE_MOVED_UP = "response-moved-up"
    MORE_SOURCES = "more-sources"

    @property
    def effect(self) -> Effect:
        """What it does to what the reader can weigh."""
        if self in (ChangeKind.SOURCE_LEFT, ChangeKind.SOURCE_JOINED):
            return Effect.NEUTRAL
        return Effect.GAIN if self in _MIRRORS.values() else Effect.LOSS

    @property
    def mirror(self) -> ChangeKind | None:
        """What the same change is called when it is made the other way round; None where that is no gain."""
        return _MIRRORS.get(self)


_MIRRORS = {
    ChangeKind.ATTRIBUTION_CUT: ChangeKind.ATTRIBUTION_ADDED,
    ChangeKind.CERTAINTY_RAISED: ChangeKind.CERTAINTY_LOWERED,
    ChangeKind.NAME_LOST: ChangeKind.NAME_GIVEN,
    ChangeKind.DESCRIPTION_LOST: ChangeKind.DESCRIPTION_GIVEN,
    ChangeKind.REASON_LOST: ChangeKind.REASON_GIVEN,
    ChangeKind.CUE_CHANGED: ChangeKind.CUE_NEUTRAL,
    ChangeKind.RESPONSE_REMOVED: ChangeKind.RESPONSE_ADDED,
    ChangeKind.RESPONSE_MOVED_DOWN: ChangeKind.RESPONSE_MOVED_UP,
    ChangeKind.SINGLE_SOURCE: ChangeKind.MORE_SOURCES,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change: where it stands in the old version and in the new one, None where it is not there.

    Places count in the paragraphs of their own version's graph. ``source`` is who is concerned; ``before`` and
    ``after`` are the few words that differ, ``reason`` says more where the kind alone does not. All are empty where
    they say nothing.
    """

    kind: ChangeKind
    old: Place | None
    new: Place | None
    source: str = ""
    before: str = ""
    after: str = ""
    reason: str = ""

    @property
    def loss(self) -> bool:
        """Whether the reader can weigh less than before."""
        return self.kind.effect is Effect.LOSS

    def mirrored(self) -> Change | None:
        """Return the change as seen from the other version; None where that is nothing gained."""
        kind = self.kind.mirror
        if kind is None:
            return None
        return Change(kind, self.new, self.old, self.source, self.after, self.before, self.reason)
