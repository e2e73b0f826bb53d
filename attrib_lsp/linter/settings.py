"""What a run of the linter is told: which rules, how grave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from attrib_lsp.rules.registry import all_rules, find, matching
from attrib_lsp.rules.rule import Rule


class UnknownRuleError(ValueError):
    """A selector that means no rule; ``nearest`` is the known name most like it, if any is."""

    def __init__(self, selector: str, nearest: str | None) -> None:
        """Say which selector is meant."""
        hint = f"; did you mean {nearest}?" if nearest else "; `attrib-lsp rules` lists them"
        super().__init__(f"there is no rule {selector!r}{hint}")
        self.selector = selector
        self.nearest = nearest


@dataclass(frozen=True, slots=True)
class Settings:
    """The codes of the rules in force."""

    enabled: frozenset[str]

    @classmethod
    def default(cls) -> Settings:
        """Return the settings of a run that was told nothing: every rule that is on by default."""
        return cls(frozenset(rule.code for rule in all_rules() if rule.default))


def selected(selector: str) -> tuple[Rule, ...]:
    """Return the rules that ``selector`` means.

    Raises:
        UnknownRuleError: it means none.
    """
    rules = matching(selector)
    if not rules:
        names = {key: key for rule in all_rules() for key in (rule.code, rule.name)}
        nearest = get_close_matches(selector, names, 1, 0.6) or get_close_matches(selector.upper(), names, 1, 0.6)
        raise UnknownRuleError(selector, nearest[0] if nearest else None)
    return rules


def settings(select: Iterable[str] = (), ignore: Iterable[str] = (), extend_select: Iterable[str] = ()) -> Settings:
    """Return the settings for ``select`` (none: the rules on by default) and ``extend_select`` without ``ignore``.

    The more exact selector wins, as in other linters: with ``select`` "ANO202" and ``ignore`` "ANO", ANO202 stays on.

    Raises:
        UnknownRuleError: a selector means no rule.
    """
    weights: dict[str, int] = dict.fromkeys(Settings.default().enabled, 0) if not (chosen := tuple(select)) else {}
    for selector in (*chosen, *extend_select):
        for rule in selected(selector):
            weights[rule.code] = max(weights.get(rule.code, 0), exactness(selector))
    for selector in ignore:
        for rule in selected(selector):
            if weights.get(rule.code, -1) <= exactness(selector):
                weights.pop(rule.code, None)
    return Settings(frozenset(weights))


def exactness(selector: str) -> int:
    """Return how exact a selector is: 0 for all rules, more for each letter of a code, most for one rule."""
    if find(selector) is not None:
        return 100
    return 0 if selector.upper() == "ALL" else len(selector)
