"""One squiggle a span: which of several findings on the same words is reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.rules.registry import find


def winners(findings: Iterable[LocatedFinding]) -> tuple[LocatedFinding, ...]:
    """Return ``findings`` in reading order without those that another on overlapping words supersedes.

    A finding is dropped if its rule is superseded by the rule of one that stays; so the winner of a chain
    (UNS101 < UNS106 < UNS110) is its last.
    """
    ordered = sorted(set(findings), key=lambda one: (one.field, one.span.start, -len(one.span), one.code, one.message))
    return tuple(
        one for together in _touching(ordered) for one in together if not any(beats(other, one) for other in together)
    )


def _touching(ordered: Iterable[LocatedFinding]) -> Iterator[list[LocatedFinding]]:
    """Yield findings that are in reading order in runs, none of which overlaps another run."""
    run: list[LocatedFinding] = []
    end = 0
    for one in ordered:
        if run and (one.field != run[0].field or one.span.start >= end):
            yield run
            run, end = [], 0
        run.append(one)
        end = max(end, one.span.end)
    if run:
        yield run


def beats(winner: LocatedFinding, loser: LocatedFinding) -> bool:
    """Say whether ``winner`` supersedes ``loser``: by its rule, on overlapping words."""
    if winner.field != loser.field or not winner.span.overlaps(loser.span):
        return False
    rule = find(winner.code)
    return rule is not None and loser.code in rule.supersedes
