"""What a draft's pragmas say, name by name: which rules, and where in the draft."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.rules.registry import all_rules, matching
from attrib_lsp.text.pragma import Action, Pragma, Term


@dataclass(frozen=True, slots=True, eq=False)  # else each would be told from others by all the names of its pragma
class Clause:
    """One name of a pragma, or a pragma that lists none, and the ``codes`` of the rules that it means.

    ``ends`` says of a "disable" for which codes an "enable" below ends it, and where.
    """

    pragma: Pragma
    name: Term | None
    codes: frozenset[str]
    ends: tuple[tuple[str, int], ...] = ()

    def holds(self, finding: LocatedFinding) -> bool:
        """Say whether it keeps ``finding`` back: a finding stands where its first word does."""
        if finding.code not in self.codes:
            return False
        action, scope, at = self.pragma.action, self.pragma.scope, finding.span.start
        if action is Action.IGNORE_FILE:
            return True
        if finding.field != "text":
            return False
        if action is Action.IGNORE:
            return scope is not None and scope.start <= at <= scope.end
        if action is Action.DISABLE:
            return self.pragma.span.end <= at < dict(self.ends).get(finding.code, sys.maxsize)
        return False


def clauses(pragmas: Sequence[Pragma]) -> tuple[Clause, ...]:
    """Return what ``pragmas``, in the order of the file, say; what means nothing, or no rule, is left out."""
    said = [clause for pragma in pragmas if pragma.action is not None for clause in _of(pragma)]
    enabling = [clause for clause in said if clause.pragma.action is Action.ENABLE]
    return tuple(_ended(clause, enabling) for clause in said)


def ended_by(clause: Clause, other: Clause) -> bool:
    """Say whether ``clause``, an "enable", ends ``other`` for one rule at least."""
    at = clause.pragma.span.start
    return any(code in clause.codes and end == at for code, end in other.ends)


def _of(pragma: Pragma) -> Iterator[Clause]:
    """Yield what one pragma says."""
    if pragma.names is None:
        yield Clause(pragma, None, frozenset(rule.code for rule in all_rules()))
    for name in pragma.names or ():
        codes = frozenset(rule.code for rule in matching(name.text))
        if codes:
            yield Clause(pragma, name, codes)


def _ended(clause: Clause, enabling: Sequence[Clause]) -> Clause:
    """Return a "disable" with where it ends for each rule; anything else as it is."""
    if clause.pragma.action is not Action.DISABLE:
        return clause
    ends: dict[str, int] = {}
    for other in enabling:
        if other.pragma.span.start >= clause.pragma.span.end:
            for code in clause.codes & other.codes:
                ends.setdefault(code, other.pragma.span.start)
    return Clause(clause.pragma, clause.name, clause.codes, tuple(sorted(ends.items())))
