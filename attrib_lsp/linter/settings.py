"""What a run of the linter is told: which rules, how grave, with which options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from attrib_lsp.linter.errors import UnknownRuleError, nearest
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.registry import all_rules, find, matching
from attrib_lsp.rules.rule import Rule

#: How exact a selector is that names one rule.
ONE_RULE = 100

_NOTHING: Mapping[str, object] = MappingProxyType({})
_NO_SEVERITIES: Mapping[str, Severity | None] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Policy:
    """What a house preset or a settings file says of rules, by code.

    ``severities`` holds None for a rule that is off; ``options`` instances of the rules' own dataclasses.
    """

    severities: Mapping[str, Severity | None] = field(default_factory=lambda: _NO_SEVERITIES)
    options: Mapping[str, object] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True, slots=True)
class Settings:
    """The codes of the rules in force, and by code what is not as the rules themselves have it.

    ``severities`` are those of a rule's usual findings (see `severities`), ``options`` instances of the rules' own
    dataclasses. Both may hold rules that are not in force.
    """

    enabled: frozenset[str]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def default(cls) -> Settings:
        """Return the settings of a run that was told nothing: every rule that is on by default."""
        return cls(frozenset(rule.code for rule in all_rules() if rule.default))

    def held(self, rule: Rule) -> Rule:
        """Return ``rule`` as it stands in these settings: how grave, and on or off."""
        return replace(rule, severity=self.severities.get(rule.code, rule.severity), default=rule.code in self.enabled)


def selected(selector: str) -> tuple[Rule, ...]:
    """Return the rules that ``selector`` means.

    Raises:
        UnknownRuleError: it means none.
    """
    rules = matching(selector)
    if not rules:
        raise UnknownRuleError(
            selector, nearest(selector, (key for one in all_rules() for key in (one.code, one.name)))
        )
    return rules


def settings(
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    policy: Policy | None = None,
) -> Settings:
    """Return the settings for ``select`` (none: the rules on by default) and ``extend_select`` without ``ignore``.

    The more exact selector wins, as in other linters: with ``select`` "ANO202" and ``ignore`` "ANO", ANO202 stays on.
    A rule to which ``policy`` gives a severity is on by default; one that it switches off comes back only where a
    selector names that very rule, not its family.

    Raises:
        UnknownRuleError: a selector means no rule.
    """
    policy = policy or Policy()
    weights = {} if (chosen := tuple(select)) else dict.fromkeys(_on_by_default(policy), 0)
    for selector in (*chosen, *extend_select):
        for rule in selected(selector):
            if exactness(selector) == ONE_RULE or policy.severities.get(rule.code, rule.severity) is not None:
                weights[rule.code] = max(weights.get(rule.code, 0), exactness(selector))
    for selector in ignore:
        for rule in selected(selector):
            if weights.get(rule.code, -1) <= exactness(selector):
                weights.pop(rule.code, None)
    severities = {code: severity for code, severity in policy.severities.items() if severity is not None}
    return Settings(frozenset(weights), severities, dict(policy.options))


def _on_by_default(policy: Policy) -> frozenset[str]:
    """Return the codes of the rules that are on where nobody selects any."""
    return frozenset(
        rule.code
        for rule in all_rules()
        if (policy.severities[rule.code] is not None if rule.code in policy.severities else rule.default)
    )


def exactness(selector: str) -> int:
    """Return how exact a selector is: 0 for all rules, more for each letter of a code, most for one rule."""
    if find(selector) is not None:
        return ONE_RULE
    return 0 if selector.upper() == "ALL" else len(selector)
