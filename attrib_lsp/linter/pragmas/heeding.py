"""Do what a draft's pragmas say, and note which of them did nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.linter.pragmas.clauses import Clause, clauses, ended_by
from attrib_lsp.rules.pragma_use import Idle, PragmaUse
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.rules.rule import Scope
from attrib_lsp.text.pragma import Action, Pragma
from attrib_lsp.text.story import Story


class Heed:
    """Keeps findings back as ``pragmas`` ask, and remembers for which of them there was one to keep back."""

    def __init__(self, pragmas: Sequence[Pragma]) -> None:
        """Read what ``pragmas``, in the order of the file, say."""
        self._pragmas = pragmas
        self._clauses = clauses(pragmas)
        self._used: set[Clause] = set()

    def kept(self, findings: Iterable[LocatedFinding]) -> list[LocatedFinding]:
        """Return those of ``findings`` that no pragma keeps back."""
        kept = []
        for finding in findings:
            holding = [clause for clause in self._clauses if clause.holds(finding)]
            self._used.update(holding)
            if not holding:
                kept.append(finding)
        return kept

    def use(self, story: Story, enabled: frozenset[str]) -> PragmaUse:
        """Return which pragmas had nothing to keep back of all findings so far; ``enabled`` are the codes in force."""
        return PragmaUse(story, tuple(self._idle(enabled)))

    def _idle(self, enabled: frozenset[str]) -> Iterator[Idle]:
        """Yield the pragmas that did nothing, or whose names did in part."""
        for pragma in self._pragmas:
            if pragma.action is None:
                continue
            said = [clause for clause in self._clauses if clause.pragma is pragma]
            idle = [clause for clause in said if not self._did(clause) and _in_force(clause.codes, enabled)]
            names = pragma.names
            if names == () or (idle and len(idle) == (1 if names is None else len(names))):
                yield Idle(pragma)
            elif idle:
                yield Idle(pragma, tuple(clause.name for clause in idle if clause.name is not None))

    def _did(self, clause: Clause) -> bool:
        """Say whether a clause did anything: keep a finding back, or end another one."""
        if clause.pragma.action is Action.ENABLE:
            return any(ended_by(clause, other) for other in self._clauses)
        return clause in self._used


def _in_force(codes: frozenset[str], enabled: frozenset[str]) -> bool:
    """Say whether what a name means was looked for: else nobody knows whether it has anything to keep back.

    Of many rules all that are on by default must be in force. Those about pragmas do not count: they come last.
    """
    meant = [rule for rule in all_rules() if rule.code in codes and rule.scope is not Scope.PRAGMAS]
    return any(rule.code in enabled for rule in meant) and all(rule.code in enabled for rule in meant if rule.default)
