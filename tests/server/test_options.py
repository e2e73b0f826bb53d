"""The settings that a client sends, well formed or not."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.presets import preset
from attrib_lsp.linter.settings import Settings, settings
from attrib_lsp.server.options import own_options, read_options

OURS = {"select": ["UNS104"]}


@pytest.mark.parametrize(
    ("given", "own"),
    [
        (OURS, OURS),
        ({"attrib-lsp": OURS}, OURS),
        ({"attrib-lsp": OURS, "select": ["UNS107"]}, OURS),
        ({"attrib-lsp": None}, {}),
        ({"attrib-lsp": []}, {}),
        ({"selct": ["UNS104"]}, {"selct": ["UNS104"]}),
        ({"python": {"select": ["UNS104"]}}, None),
        ({}, None),
        ([], None),
        (None, None),
        (5, 5),
    ],
)
def test_our_part_of_an_editors_settings(given: object, own: object) -> None:
    assert own_options(given) == own


@pytest.mark.parametrize("options", [None, {}, {"select": []}, {"select": None, "ignore": []}, {"fontSize": 12}])
def test_no_settings_are_the_defaults(options: object) -> None:
    assert read_options(options) == (Settings.default(), ())


@pytest.mark.parametrize(
    "options",
    [
        {"select": ["UNS104", "bare-reportedly"]},
        {"select": "UNS104, bare-reportedly"},
        {"select": ["UNS104"], "extend-select": ["uns107"]},
        {"select": ["UNS104", "UNS107", "ANO"], "ignore": ["ANO"]},
    ],
)
def test_rules_are_named_by_code_name_or_family(options: object) -> None:
    assert read_options(options) == (settings(["UNS104", "UNS107"]), ())


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"select": ["UNS104"], "ignore": ["NOSUCH"]}, "there is no rule 'NOSUCH'; `attrib-lsp rules` lists them"),
        ({"select": ["UNS104"], "ignore": 7}, "'ignore' is no list of rule codes or names but 7"),
        ({"select": ["UNS104"], "ignore": ["ANO", 7]}, "'ignore' is no list of rule codes or names but ['ANO', 7]"),
        ({"select": ["UNS104"], "Ignore": ["ANO"]}, "there is no setting 'Ignore'; did you mean 'ignore'?"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_holds(options: object, problem: str) -> None:
    assert read_options(options) == (settings(["UNS104"]), (problem,))


def test_a_preset_is_named() -> None:
    assert read_options({"preset": "ap-like"}) == (settings(policy=preset("ap-like").policy), ())
    assert own_options({"preset": "ap-like"}) == {"preset": "ap-like"}
    chosen, problems = read_options({"preset": "AP-like", "select": ["UNS104"]})
    assert (chosen.enabled, chosen.severities, problems) == (
        {"UNS104"},
        settings(policy=preset("ap-like").policy).severities,
        (),
    )


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"preset": "ap-lik"}, "there is no preset 'ap-lik'; did you mean ap-like?"),
        ({"preset": 5}, "'preset' is no name but 5"),
        ({"presets": "ap-like"}, "there is no setting 'presets'; did you mean 'preset'?"),
    ],
)
def test_a_preset_that_there_is_not_is_told_and_left_out(given: object, problem: str) -> None:
    assert read_options(given) == (Settings.default(), (problem,))


def test_a_rule_that_is_unknown_twice_is_told_once() -> None:
    _, problems = read_options({"select": ["NOSUCH"], "ignore": ["NOSUCH"]})
    assert len(problems) == 1


def test_settings_that_are_no_object_are_told() -> None:
    assert read_options(5) == (Settings.default(), ("the settings are no object but 5",))
