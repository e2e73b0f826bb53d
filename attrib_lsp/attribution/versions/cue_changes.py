"""Cues that have changed their sense: what somebody said, somebody now admits."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.values import Place, Source, Statement
from attrib_lsp.attribution.versions.change import Change, ChangeKind
from attrib_lsp.attribution.versions.passages import Versions
from attrib_lsp.attribution.versions.people import name_words
from attrib_lsp.attribution.versions.sayings import sayings
from attrib_lsp.lexicons import words

_CLASSES = ("neutral", "admitting", "vouching", "doubting", "guessing")
#: From which class to which the words gain a judgement that they did not have.
_LOADED = frozenset(
    {
        ("neutral", "admitting"),
        ("neutral", "vouching"),
        ("neutral", "doubting"),
        ("doubting", "admitting"),
        ("doubting", "vouching"),
        ("guessing", "admitting"),
        ("guessing", "vouching"),
    }
)


def cues_changed(both: Versions) -> Iterator[Change]:
    """Yield the statements of a source whose cue judges the words, where it did not before."""
    for saying in sayings(both, (*both.front, *both.changed)):
        before, after = _class(saying.old), _class(saying.new)
        one, other = both.old.source_of(saying.old), both.new.source_of(saying.new)
        if (before, after) not in _LOADED or saying.new.attribution.negated or saying.old.attribution.negated:
            continue
        if not _may_be_one(one, other):
            continue
        yield Change(
            ChangeKind.CUE_CHANGED,
            _place(saying.old),
            _place(saying.new),
            "" if other is None else other.name,
            both.old.cue_words(saying.old),
            both.new.cue_words(saying.new),
        )


def _class(statement: Statement) -> str:
    """Return what a statement's cue does to its words, by the list that has it; empty where none has."""
    lemma = statement.attribution.cue_lemma.lower()
    return next((name for name in _CLASSES if lemma in words("versions", f"cues.{name}")), "")


def _may_be_one(one: Source | None, other: Source | None) -> bool:
    """Say whether two sources may be one: not where both are named, otherwise."""
    if one is None or other is None or one.kind.unnamed or other.kind.unnamed:
        return True
    return bool(name_words(one) & name_words(other))


def _place(statement: Statement) -> Place:
    """Return where a statement's cue stands."""
    cue = statement.attribution.cue
    return Place(statement.paragraph, cue[0].joined(cue[-1]) if cue else statement.attribution.extent)
