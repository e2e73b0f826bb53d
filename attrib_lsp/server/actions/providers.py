"""Where the changes that are offered for a finding come from."""

from __future__ import annotations

from collections.abc import Callable

from attrib_lsp.linter.located import LocatedFinding, LocatedFix
from attrib_lsp.server.actions.suppressions import suppressions
from attrib_lsp.server.worker import Outcome

Provider = Callable[[Outcome, LocatedFinding], tuple[LocatedFix, ...]]


def rule_fixes(outcome: Outcome, finding: LocatedFinding) -> tuple[LocatedFix, ...]:
    """Return the fixes that the rule itself has for ``finding``."""
    return finding.fixes


#: What mends a finding comes first, what only silences it last.
PROVIDERS: tuple[Provider, ...] = (
    # One a line.
    rule_fixes,
    suppressions,
)
