"""What a run of the linter is told: which rules, how grave, with which options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NoReturn

from attrib_lsp.lexicons.house import UNCHANGED, Changes
from attrib_lsp.linter.errors import UnknownRuleError, nearest
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.registry import all_rules, find, matching
from attrib_lsp.rules.rule import Rule

#: How exact a selector is that names one rule.
ONE_RULE = 100
#: The weight of a rule that is on by default: exactness, number of the selection, ignored, selected.
_DEFAULT = (-1, -1, False, True)
_ON = Severity.WARNING

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
    """The codes of the rules in force, by code what is not as the rules themselves have it, and changed word lists.

    ``severities`` are those of a rule's usual findings (see `severities`), ``options`` instances of the rules' own
    dataclasses. Both may hold rules that are not in force.
    """

    enabled: frozenset[str]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)
    words: Changes = UNCHANGED

    @classmethod
    def default(cls) -> Settings:
        """Return the settings of a run that was told nothing: every rule that is on by default."""
        return cls(frozenset(rule.code for rule in all_rules() if rule.default))

    def without(self, selectors: Iterable[str]) -> Settings:
        """Return these settings with all rules off that ``selectors`` mean, however they were selected."""
        off = {rule.code for selector in selectors for rule in selected(selector)}
        return replace(self, enabled=self.enabled - off)

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
        _unknown(selector)
    return rules


def one_rule(name: str) -> Rule:
    """Return the rule of that code or name.

    Raises:
        UnknownRuleError: there is none; a family is no rule.
    """
    return find(name) or _unknown(name)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules one place, such as a configuration file, asks for. ``select`` is None where it does not say."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()


def settings(
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    policy: Policy | None = None,
) -> Settings:
    """Return the settings for one selection, see `layered`; an empty ``select`` is none."""
    return layered((Selection(tuple(select) or None, tuple(ignore), tuple(extend_select)),), policy)


def layered(selections: Sequence[Selection], policy: Policy | None = None) -> Settings:
    """Return the settings for ``selections``, the least first.

    The last ``select`` replaces those before it; without any, the rules on by default are selected. The others add
    up. The more exact selector wins, as in other linters: with ``select`` "ANO202" and ``ignore`` "ANO", ANO202 stays
    on. Of equally exact ones the later selection wins, within one selection ``ignore``. A rule to which ``policy``
    gives a severity is on by default; one that it switches off comes back only where a selector names that very rule,
    not its family.

    Raises:
        UnknownRuleError: a selector means no rule.
    """
    policy = policy or Policy()
    base = max((number for number, one in enumerate(selections) if one.select is not None), default=-1)
    weights = dict.fromkeys(_on_by_default(policy), _DEFAULT) if base < 0 else {}
    for number, one in enumerate(selections):
        chosen = one.select or () if number == base else ()
        for on, selectors in ((True, (*chosen, *one.extend_select)), (False, one.ignore)):
            for selector in selectors:
                weight = (exactness(selector), number, not on, on)
                for rule in selected(selector):
                    weights[rule.code] = max(weights.get(rule.code, weight), weight)
    severities = {code: severity for code, severity in policy.severities.items() if severity is not None}
    enabled = frozenset(code for code, weight in weights.items() if _wins(code, weight, policy))
    return Settings(enabled, severities, dict(policy.options))


def _wins(code: str, weight: tuple[int, int, bool, bool], policy: Policy) -> bool:
    """Say whether a rule is on whose selector with the greatest weight is this."""
    return weight[-1] and (weight[0] in (ONE_RULE, _DEFAULT[0]) or policy.severities.get(code, _ON) is not None)


def _unknown(selector: str) -> NoReturn:
    """Raise the error that tells that ``selector`` means no rule."""
    raise UnknownRuleError(selector, nearest(selector, (key for one in all_rules() for key in (one.code, one.name))))


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
