"""The settings that a client sends, well formed or not."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.configuration import Configuration
from attrib_lsp.linter.presets import preset
from attrib_lsp.linter.settings import Settings, settings
from attrib_lsp.rules.finding import Severity
from attrib_lsp.server.options import EditorSettings, own_options, read_options

OURS = {"select": ["UNS104"]}


def read(options: object) -> tuple[Settings, tuple[str, ...]]:
    """Return what an editor's settings come to where there is no configuration file, and what is wrong with them."""
    found = read_options(options)
    return Configuration((found.layer,) if found.layer is not None else ()).settings, found.problems


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
    assert read(options) == (Settings.default(), ())


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
    assert read(options) == (settings(["UNS104", "UNS107"]), ())


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (
            {"select": ["UNS104"], "ignore": ["NOSUCH"]},
            "ignore: there is no rule 'NOSUCH'; `attrib-lsp rules` lists them",
        ),
        ({"select": ["UNS104"], "ignore": 7}, "ignore: this is no list of rule codes or names but 7"),
        ({"select": ["UNS104"], "ignore": ["ANO", 7]}, "ignore: this is no list of rule codes or names but ['ANO', 7]"),
        ({"select": ["UNS104"], "Ignore": ["ANO"]}, "there is no setting 'Ignore'; did you mean 'ignore'?"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_holds(options: object, problem: str) -> None:
    assert read(options) == (settings(["UNS104"]), (problem,))


def test_a_preset_is_named() -> None:
    assert read({"preset": "ap-like"}) == (settings(policy=preset("ap-like").policy), ())
    assert own_options({"preset": "ap-like"}) == {"preset": "ap-like"}
    chosen, problems = read({"preset": "AP-like", "select": ["UNS104"]})
    assert (chosen.enabled, chosen.severities, problems) == (
        {"UNS104"},
        settings(policy=preset("ap-like").policy).severities,
        (),
    )


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"preset": "ap-lik"}, "preset: there is no preset 'ap-lik'; did you mean ap-like?"),
        ({"preset": 5}, "preset: this is no name but 5"),
        ({"presets": "ap-like"}, "there is no setting 'presets'; did you mean 'preset'?"),
    ],
)
def test_a_preset_that_there_is_not_is_told_and_left_out(given: object, problem: str) -> None:
    assert read(given) == (Settings.default(), (problem,))


def test_a_rule_that_is_unknown_twice_is_told_once() -> None:
    _, problems = read({"select": ["NOSUCH", "NOSUCH"]})
    assert len(problems) == 1


def test_settings_that_are_no_object_are_told() -> None:
    assert read(5) == (Settings.default(), ("the settings are no object but 5",))


def test_severities_and_options_of_rules() -> None:
    given = {
        "severity": {"UNS107": "error", "headline-claim-not-in-body": "off"},
        "rules": {"ANO202": {"min-specificity": 1}},
    }
    chosen, problems = read(given)
    assert problems == ()
    assert chosen.severities == {"UNS107": Severity.ERROR}
    assert "HED302" not in chosen.enabled
    assert chosen.options["ANO202"].min_specificity == 1
    assert read({"severity": [], "rules": {}}) == (Settings.default(), ())


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"severity": {"UNS107": "eror"}}, "severity.UNS107: there is no severity 'eror'; did you mean error?"),
        ({"severity": "error"}, "severity: this is no table but 'error'"),
        ({"rules": {"ANO202": {"min": 1}}}, "rules.ANO202.min: vague-anonymous-source has no option 'min'; it has "),
        ({"configuration": 1}, "configuration: this is no path but 1"),
        ({"codeLens": "no"}, "codeLens: this is neither true nor false but 'no'"),
        ({"codelens": False}, "there is no setting 'codelens'; did you mean 'codeLens'?"),
    ],
)
def test_what_is_wrong_with_the_newer_settings_is_told(given: object, problem: str) -> None:
    chosen, (told,) = read(given)
    assert chosen == Settings.default()
    assert told.startswith(problem)


def test_what_an_editor_shows() -> None:
    assert read_options({}) == read_options(None) == EditorSettings()
    shown = read_options(
        {"inlayHints": True, "codeLens": False, "workspaceDiagnostics": True, "configuration": "a.toml"}
    )
    assert shown == EditorSettings(None, "a.toml", True, False, True)
    assert read_options({"configuration": " "}).configuration is None


def test_of_a_list_the_rules_hold_that_there_are() -> None:
    assert read({"select": ["UNS104", "NOSUCH"]})[0] == settings(["UNS104"])
