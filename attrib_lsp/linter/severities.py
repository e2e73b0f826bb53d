"""How grave a finding is: what its rule says, what the settings say, and how the two combine.

A severity that is set for a rule is that of its usual findings. Where the rule itself finds a case graver or milder
than usual (one *unnamed* source for a whole story, say), it stays so by as many steps: with single-source-story (info)
set to warning, the case that is a warning by itself becomes an error. So the order of a rule's findings is kept, and a
house that lowers a rule lowers all of it. Nothing rises above error or falls below hint. Only a severity that the user
named for that very case, in an option, holds as it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrib_lsp.linter.errors import SeverityError, hint, nearest
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.rule import Rule

_NAMES = {severity.name.lower(): severity for severity in sorted(Severity, reverse=True)}
#: What switches a rule off where a severity is asked for.
OFF = "off"


def severity_of(rule: Rule, finding: Finding, configured: Severity | None = None) -> Severity:
    """Return how grave ``finding`` of ``rule`` is where the settings hold ``configured`` for the rule."""
    own = rule.severity if finding.severity is None else finding.severity
    if configured is None or finding.exact:
        return own
    return Severity(min(Severity.ERROR, max(Severity.HINT, configured + own - rule.severity)))


def read_severity(name: object) -> Severity:
    """Return the severity of that name, in whatever case.

    Raises:
        SeverityError: there is none.
    """
    found = _NAMES.get(name.lower()) if isinstance(name, str) else None
    if found is None:
        raise _unknown(name, _NAMES)
    return found


def read_severity_or_off(name: object) -> Severity | None:
    """Return the severity of that name; None for "off", which YAML reads as false where it stands bare.

    Raises:
        SeverityError: it is neither.
    """
    if name is False or (isinstance(name, str) and name.lower() == OFF):
        return None
    try:
        return read_severity(name)
    except SeverityError:
        raise _unknown(name, (*_NAMES, OFF)) from None


def _unknown(name: object, known: Iterable[str]) -> SeverityError:
    """Return the error that tells that there is no such severity."""
    known = tuple(known)
    return SeverityError(f"there is no severity {name!r}{hint(nearest(str(name), known), ', '.join(known))}")
