"""The JSON Schema of the configuration file: it says what the reader says."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from attrib_lsp.linter.configuration.files import faults
from attrib_lsp.linter.configuration.layer import KEYS
from attrib_lsp.linter.configuration.schema import schema, written_schema
from attrib_lsp.linter.presets import preset_names
from attrib_lsp.rules.registry import all_rules
from tests.linter.configuration.places import FULL
from tests.linter.configuration.test_robustness import inline

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[3]
SCHEMA = schema()
VALIDATOR = Draft7Validator(SCHEMA)
RULES = all_rules()


def refused(text: str) -> bool:
    """Say whether the schema refuses a file."""
    return not VALIDATOR.is_valid(tomllib.loads(text))


def told(text: str) -> bool:
    """Say whether the reader tells of something wrong in a file."""
    return bool(faults(Path("attrib-lsp.toml"), text))


def test_the_published_file_is_not_stale() -> None:
    published = (ROOT / "docs" / "attrib-lsp.schema.json").read_text(encoding="utf-8")
    assert published == written_schema(), "run `make docs`"


def test_it_is_a_schema_and_needs_no_other() -> None:
    Draft7Validator.check_schema(SCHEMA)
    references = set(re.findall(r'"\$ref": "(.*?)"', written_schema()))
    assert all(one.startswith("#/definitions/") for one in references)
    assert {one.split("/")[2] for one in references} <= set(SCHEMA["definitions"])


def test_every_key_and_option_is_there_and_explained() -> None:
    assert tuple(SCHEMA["properties"]) == KEYS
    assert all(one["description"] for one in SCHEMA["properties"].values())
    unexplained = [
        f"{rule.code}.{name}"
        for rule in RULES
        for name, option in SCHEMA["definitions"][rule.code].get("properties", {}).items()
        if not option.get("description")
    ]
    assert unexplained == []


def examples() -> list[str]:
    """Return the configurations that the pages show, and the one of which every key counts."""
    pages = [ROOT / "README.md", *(ROOT / "docs" / "written").glob("*.md")]
    shown = [one for page in pages for one in re.findall(r"```toml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)]
    return [FULL, "", *shown]


@pytest.mark.parametrize("text", examples())
def test_what_is_shown_is_accepted(text: str) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(tomllib.loads(text))] == []
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        'presett = "ap-like"',
        'preset = "ap"',
        "preset = 1",
        "extend = true",
        'select = "ANO"',
        "select = []",
        'select = ["ANX"]',
        'ignore = ["ANO2022"]',
        'extend-select = [""]',
        "extend-select = [202]",
        'severity = "error"',
        "severity = []",
        'severity.ANO202 = "loud"',
        "severity.ANO202 = true",
        'severity.ANO = "error"',
        "rules = []",
        "rules.ANO202 = 3",
        "rules.ANO202.min = 3",
        'rules.ANO202.min-specificity = "3"',
        "rules.ANO202.min-specificity = 2.5",
        "rules.ANO202.min-specificity = true",
        "rules.UNS107.window-sentences = [2]",
        'rules.HED306.claim-quotes = "loud"',
        'rules.ATT509.house-tense = "past"',
        'rules.ATT501.groups.blow = "off"',
        'rules.ATT501.groups.blew = "hint"',
        'rules.ATT501.groups = "hint"',
        'rules.ATT501.allowed = "insist"',
        "rules.ATT501.allowed = [1]",
        "rules.BAL802.max-share = true",
        "rules.UNS108.threshold = 1",
        "rules.nobody = {}",
        "house = 1",
        'house = " "',
        'house = ["The Herald", ""]',
        'per-file-ignores = ["UNS"]',
        'per-file-ignores."!a.md" = ["UNS"]',
        'per-file-ignores."# a" = ["UNS"]',
        'per-file-ignores."a.md" = "UNS"',
        'per-file-ignores."a.md" = ["UNX"]',
        'exclude = "wire/"',
        'exclude = [" "]',
        'exclude = ["!"]',
        'exclude = ["#a"]',
        "exclude = ['a\\']",
        "exclude = ['a\\/b']",
        "exclude = [1979-05-27]",
    ],
)
def test_a_slip_is_refused(text: str) -> None:
    assert told(text)
    assert refused(text)


@pytest.mark.parametrize(
    "text",
    [
        'preset = "AP-like"',
        'preset = ""',
        'extend = ""',
        'select = ["all", "an", "Hed3", "Vague-Anonymous-Source", "uns107"]',
        "ignore = []",
        'severity.ano202 = "Error"',
        "severity.ANO202 = false",
        'severity.Bare-Reportedly = "OFF"',
        "rules.ano202.min_specificity = 3",
        "rules.ANO202.min-specificity = 3.0",
        "rules.UNS108 = {}",
        'rules.ATT501.groups.blow = "HINT"',
        'rules.SEC701.anonymous_severity = "info"',
        "rules.UNS101.silent_threshold = 1",
        'house = ""',
        "house = []",
        'exclude = ["!keep/", "/", "a b", "[ab]*.md"]',
        "exclude = ['a\\ b']",
    ],
)
def test_what_may_be_written_in_two_ways_is_accepted(text: str) -> None:
    assert not told(text)
    assert not refused(text)


def cases(word: str) -> st.SearchStrategy[str]:
    """Return ``word`` and ways to write it, some of them wrong."""
    return st.sampled_from([word, word, word.upper(), word.lower(), word.title(), word.replace("-", "_"), word[:-1]])


_names = st.sampled_from([name for rule in RULES for name in (rule.code, rule.name)]).flatmap(cases)
_selectors = _names | st.sampled_from(["ALL", "ANO", "UNS1", "H", "", "X", "all", "ANO2020"])
_severity = st.sampled_from(["error", "Warning", "INFO", "hint", "off", "Off", "warn", "", False, True, 0])
_globs = st.text("ab*?/!# .\\", max_size=5)
_option_names = st.sampled_from(
    [name for rule in RULES for name in SCHEMA["definitions"][rule.code].get("properties", {"none": {}})]
).flatmap(cases)
_scalars = st.booleans() | st.integers(-3, 9) | st.sampled_from([0.5, 2.0, -1.5]) | _severity | st.text(max_size=3)
_values = (
    _scalars
    | st.lists(_scalars, max_size=2)
    | st.dictionaries(st.sampled_from(["blow", "truth", "Doubt", "fury"]), _severity, max_size=2)
)


@st.composite
def _options(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a table of options: mostly of one rule and its own options, values of any type."""
    tables: dict[str, Any] = {}
    for rule in draw(st.lists(st.sampled_from(RULES), max_size=2, unique_by=lambda one: one.code)):
        own = list(SCHEMA["definitions"][rule.code].get("properties", {}))
        names = st.sampled_from(own).flatmap(cases) | _option_names if own else _option_names
        key = draw(cases(rule.name) | cases(rule.code))
        tables[key] = draw(st.dictionaries(names, _values, max_size=2) | _scalars)
    return tables


_lists = st.lists(_selectors, max_size=3) | _scalars
_configurations = st.fixed_dictionaries(
    {},
    optional={
        "extend": st.sampled_from(["base.toml", "", 1]),
        "preset": st.sampled_from([*preset_names(), "", "ap", 1, False]) | cases("ap-like"),
        "select": _lists,
        "ignore": _lists,
        "extend-select": _lists,
        "severity": st.dictionaries(_names, _severity, max_size=2) | st.sampled_from([[], ["ANO202"], "off"]),
        "rules": _options() | st.sampled_from([[], "x"]),
        "house": st.text(" ab", max_size=2) | st.lists(st.text(" ab", max_size=2), max_size=2) | _scalars,
        "per-file-ignores": st.dictionaries(_globs, _lists, max_size=2) | st.just([]),
        "exclude": st.lists(_globs, max_size=2) | _scalars,
        "baseline": st.sampled_from(["accepted.json", ""]) | _scalars,
        "excludes": _lists,
    },
)


@settings(deadline=None, max_examples=400)
@given(_configurations)
@example({"rules": {"ANO202": {"min-specificity": 2.0}}})
@example({"exclude": ["\\\\", "a\\\\/b"]})
def test_the_schema_and_the_reader_agree(configuration: dict[str, Any]) -> None:
    text = "\n".join(f"{inline(key)} = {inline(value)}" for key, value in configuration.items())
    assert refused(text) == told(text), text


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(sorted(KEYS)).flatmap(lambda key: _configurations.map(lambda one: {key: one.get(key, [])})))
def test_they_agree_on_each_key_alone(configuration: dict[str, Any]) -> None:
    text = "\n".join(f"{inline(key)} = {inline(value)}" for key, value in configuration.items())
    assert refused(text) == told(text), text
