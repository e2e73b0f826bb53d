"""Options of rules, well formed or not."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Literal

import pytest

from attrib_lsp.linter.errors import OptionError
from attrib_lsp.linter.options import read_rule_options
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.rules.rule import Rule, rule
from attrib_lsp.text.story import Story


@dataclasses.dataclass(frozen=True)
class Inner:
    """A table in a table."""

    mood: Severity | None = None


@dataclasses.dataclass(frozen=True)
class Options:
    """One option of each type."""

    at_most: int = 3
    share: float = 0.5
    strict: bool = False
    house: str = ""
    names: tuple[str, ...] = ()
    inner: Inner = Inner()
    quotes: Literal["allow", "forbid"] = "allow"


@rule("XXX001", Severity.INFO)
def a_rule(story: Story, options: Options) -> Iterator[Finding]:
    """Find nothing."""
    yield from ()


@rule("XXX002", Severity.INFO)
def plain_rule(story: Story) -> Iterator[Finding]:
    """Find nothing."""
    yield from ()


@pytest.mark.parametrize(
    ("given", "options"),
    [
        ({}, Options()),
        ({"at-most": 1, "share": 1}, Options(at_most=1, share=1.0)),
        ({"at_most": 1, "strict": True, "house": "The Herald"}, Options(1, strict=True, house="The Herald")),
        ({"names": ["AP", "PA"]}, Options(names=("AP", "PA"))),
        ({"quotes": "forbid"}, Options(quotes="forbid")),
        ({"inner": {"mood": "Warning"}}, Options(inner=Inner(Severity.WARNING))),
    ],
)
def test_options_are_read(given: object, options: Options) -> None:
    read = read_rule_options(a_rule, given)
    assert read == options
    assert hash(read) == hash(options)
    assert isinstance(options.share, float)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"at-mots": 1}, "a-rule has no option 'at-mots'; did you mean at-most?"),
        ({"zzz": 1}, "a-rule has no option 'zzz'; it has at-most, share, strict, house, names, inner, quotes"),
        ({"at-most": "1"}, "a-rule.at-most must be a whole number, not '1'"),
        ({"at-most": True}, "a-rule.at-most must be a whole number, not True"),
        ({"at-most": 1.5}, "a-rule.at-most must be a whole number, not 1.5"),
        ({"share": True}, "a-rule.share must be a number, not True"),
        ({"strict": 1}, "a-rule.strict must be true or false, not 1"),
        ({"house": 1}, "a-rule.house must be a text, not 1"),
        ({"names": "AP"}, "a-rule.names must be a list of texts, not 'AP'"),
        ({"names": [1]}, "a-rule.names must be a list of texts, not [1]"),
        ({"quotes": "forbit"}, "a-rule.quotes cannot be 'forbit'; did you mean forbid?"),
        ({"quotes": 1}, "a-rule.quotes cannot be 1; allow, forbid"),
        ({"inner": 1}, "a-rule.inner must be a table, not 1"),
        ({"inner": {"moood": "hint"}}, "a-rule.inner has no option 'moood'; did you mean mood?"),
        ({"inner": {"mood": "hnit"}}, "a-rule.inner.mood: there is no severity 'hnit'; did you mean hint?"),
        ({"inner": {"mood": 2}}, "a-rule.inner.mood: there is no severity 2; error, warning, info, hint"),
        (5, "a-rule: the options are no table but 5"),
    ],
)
def test_what_is_wrong_is_told(given: object, error: str) -> None:
    with pytest.raises(OptionError) as told:
        read_rule_options(a_rule, given)
    assert str(told.value) == error


def test_a_rule_without_options_takes_none() -> None:
    assert read_rule_options(plain_rule, {}) is None
    with pytest.raises(OptionError, match=r"^plain-rule has no options, so no 'x' either$"):
        read_rule_options(plain_rule, {"x": 1})


@pytest.mark.parametrize("rule", [one for one in all_rules() if one.options], ids=lambda one: one.code)
def test_every_option_of_every_rule_can_be_written_and_is_documented(rule: Rule) -> None:
    assert rule.options is not None
    assert read_rule_options(rule, written(rule.options())) == rule.options()
    for field in dataclasses.fields(rule.options):
        assert f"- `{field.name}` (" in rule.documentation.sections["Options"]


def written(options: object) -> dict[str, object]:
    """Return ``options`` as a settings file would hold them."""
    assert dataclasses.is_dataclass(options)
    values = {field.name: getattr(options, field.name) for field in dataclasses.fields(options)}
    return {
        name.replace("_", "-"): (
            written(value)
            if dataclasses.is_dataclass(value)
            else list(value)
            if isinstance(value, tuple)
            else value.name.lower()
            if isinstance(value, Severity)
            else value
        )
        for name, value in values.items()
        if value is not None
    }
