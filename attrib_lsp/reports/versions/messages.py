"""What happened between two versions, in a sentence for people on deadline."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrib_lsp.attribution.versions.change import ChangeKind
from attrib_lsp.linter.versions import LocatedChange, LocatedPlace
from attrib_lsp.reports.words import shortened

#: Characters of a quotation in a message at most.
LONGEST = 70


def message(change: LocatedChange) -> str:
    """Return what a change is, in one line."""
    told = " ".join(_MESSAGES[change.change.kind](change).split())
    return told[:1].upper() + told[1:]


def where(place: LocatedPlace | None) -> str:
    """Return where something stands, as the beginning of a sentence: "Paragraph 3"."""
    if place is None:
        return "The story"
    if place.headline:
        return "The headline"
    return "The deck" if place.paragraph is None else f"Paragraph {place.paragraph}"


def _said(words: str) -> str:
    """Return words of a story in quotation marks, other marks around them left out."""
    return f"“{shortened(words, LONGEST).strip(' “”,.')}”"


def _who(change: LocatedChange, otherwise: str = "the source") -> str:
    """Return who is concerned."""
    return shortened(change.change.source, LONGEST) or otherwise


def _cut(change: LocatedChange) -> str:
    return f"{where(change.new)} no longer says who says this; before, it was {_who(change, 'somebody')}."


def _added(change: LocatedChange) -> str:
    return f"{where(change.new)} now says who says this: {_who(change)}."


def _surer(change: LocatedChange) -> str:
    one = change.change
    before = change.old.words if change.old is not None else one.before
    return f"{where(change.new)} is surer than before: {_said(before)} is now {_said(one.after)}."


def _less_sure(change: LocatedChange) -> str:
    return f"{where(change.new)} holds back more than before: {_said(change.change.after)}."


def _unnamed(change: LocatedChange) -> str:
    return f"{where(change.new)} no longer names {_who(change)}: now it is {_said(change.change.after)}."


def _named(change: LocatedChange) -> str:
    return f"{where(change.new)} now names the source: {_who(change)}."


def _undescribed(change: LocatedChange) -> str:
    one = change.change
    if one.after:
        return f"{where(change.new)} tells less of its source: {_said(one.before)} is now {_said(one.after)}."
    return f"The story no longer says who {_who(change)} is; before, it was {_said(one.before)}."


def _described(change: LocatedChange) -> str:
    return f"The story says more of who {_who(change)} is."


def _no_reason(change: LocatedChange) -> str:
    who, before = _who(change, "its source"), _said(change.change.before)
    return f"The story no longer says why {who} stays unnamed; before: {before}."


def _reason(change: LocatedChange) -> str:
    return f"The story now says why {_who(change)} stays unnamed."


def _swapped(change: LocatedChange) -> str:
    one = change.change
    return f"{where(change.new)} has another source for the same words: {_said(one.before)} is now {_said(one.after)}."


def _cue(change: LocatedChange) -> str:
    one = change.change
    return f"{where(change.new)} has {_said(one.after)} where it was {_said(one.before)}: that judges the words."


def _plain_cue(change: LocatedChange) -> str:
    one = change.change
    return f"{where(change.new)} has {_said(one.after)} where it was {_said(one.before)}."


def _answer_gone(change: LocatedChange) -> str:
    before = _said(change.change.before)
    return f"The answer of {_who(change)} is gone, and what it answers is still told; before: {before}."


def _answer_down(change: LocatedChange) -> str:
    old, new = (place.paragraph if place is not None else None for place in (change.old, change.new))
    return f"The answer of {_who(change)} has moved down from paragraph {old} to paragraph {new}."


def _answer_up(change: LocatedChange) -> str:
    return f"The answer of {_who(change)} stands nearer to what it answers."


def _answer(change: LocatedChange) -> str:
    return f"The story now has an answer from {_who(change)}."


def _figure(change: LocatedChange) -> str:
    one = change.change
    return f"{where(change.new)} has another figure: {one.before} is now {one.after}."


def _quote(change: LocatedChange) -> str:
    one = change.change
    if not one.after:
        return f"{where(change.new)} has left words out of a quotation: {_said(one.before)}."
    if not one.before:
        return f"{where(change.new)} has put words into a quotation: {_said(one.after)}."
    return f"{where(change.new)} has other words in a quotation: {_said(one.before)} is now {_said(one.after)}."


def _unquoted(change: LocatedChange) -> str:
    return f"{where(change.new)} has these words without their quotation marks: {_said(change.change.before)}."


def _newly_quoted(change: LocatedChange) -> str:
    return f"{where(change.new)} puts words in quotation marks that were in none before: {_said(change.change.after)}."


def _headline(change: LocatedChange) -> str:
    one = change.change
    if one.reason == ChangeKind.ATTRIBUTION_CUT.value:
        return _cut(change)
    if one.reason == ChangeKind.CERTAINTY_RAISED.value:
        return _surer(change)
    if one.reason == ChangeKind.QUOTE_MARKS_DROPPED.value:
        return f"The headline tells as its own what it quoted before: {_said(one.before)}."
    if one.reason == ChangeKind.CUE_CHANGED.value:
        return _cue(change)
    return f"The headline says more than the story does now. {one.reason}"


def _alone(change: LocatedChange) -> str:
    return f"Only {_who(change)} speaks in the story now; there were others."


def _company(change: LocatedChange) -> str:
    return "The story rests on more than one source now."


def _left(change: LocatedChange) -> str:
    return f"{_who(change)} no longer speaks in the story, and what came from there is gone, too."


def _joined(change: LocatedChange) -> str:
    return f"{_who(change)} speaks in the story now."


_MESSAGES: Mapping[ChangeKind, Callable[[LocatedChange], str]] = {
    ChangeKind.ATTRIBUTION_CUT: _cut,
    ChangeKind.CERTAINTY_RAISED: _surer,
    ChangeKind.NAME_LOST: _unnamed,
    ChangeKind.DESCRIPTION_LOST: _undescribed,
    ChangeKind.REASON_LOST: _no_reason,
    ChangeKind.SOURCE_SWAPPED: _swapped,
    ChangeKind.CUE_CHANGED: _cue,
    ChangeKind.RESPONSE_REMOVED: _answer_gone,
    ChangeKind.RESPONSE_MOVED_DOWN: _answer_down,
    ChangeKind.FIGURE_CHANGED: _figure,
    ChangeKind.QUOTE_CHANGED: _quote,
    ChangeKind.QUOTE_MARKS_DROPPED: _unquoted,
    ChangeKind.QUOTE_MARKS_ADDED: _newly_quoted,
    ChangeKind.HEADLINE_OUTGREW: _headline,
    ChangeKind.SINGLE_SOURCE: _alone,
    ChangeKind.SOURCE_LEFT: _left,
    ChangeKind.SOURCE_JOINED: _joined,
    ChangeKind.ATTRIBUTION_ADDED: _added,
    ChangeKind.CERTAINTY_LOWERED: _less_sure,
    ChangeKind.NAME_GIVEN: _named,
    ChangeKind.DESCRIPTION_GIVEN: _described,
    ChangeKind.REASON_GIVEN: _reason,
    ChangeKind.CUE_NEUTRAL: _plain_cue,
    ChangeKind.RESPONSE_ADDED: _answer,
    ChangeKind.RESPONSE_MOVED_UP: _answer_up,
    ChangeKind.MORE_SOURCES: _company,
}
