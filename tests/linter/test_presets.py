"""House presets: what they name is there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from attrib_lsp.linter.errors import UnknownPresetError
from attrib_lsp.linter.presets import preset, preset_names, raw
from attrib_lsp.linter.settings import settings
from attrib_lsp.linter.severities import read_severity_or_off
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.registry import find

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CATALOGUE = tomllib.loads((Path(__file__).parents[1] / "rules" / "catalogue.toml").read_text(encoding="utf-8"))

each_preset = pytest.mark.parametrize("name", preset_names())


def test_the_houses() -> None:
    assert preset_names() == (
        "ap-like", "bbc-like", "ft-like", "guardian-like", "nyt-like", "reuters-like", "wikipedia-like",
    )  # fmt: skip


@each_preset
def test_every_code_and_severity_is_one(name: str) -> None:
    severity = raw(name)["severity"]
    assert severity.keys() <= CATALOGUE.keys()
    for given in severity.values():
        read_severity_or_off(given)


@each_preset
def test_every_option_is_that_of_a_rule_and_says_something_else_than_the_rule(name: str) -> None:
    """Loading reads the options, which tells of those that a rule does not have."""
    options = preset(name).policy.options
    tables = raw(name).get("rules", {})
    assert set(tables) <= set(CATALOGUE.values())
    assert len(options) == len([table for table in tables if find(table)])


@each_preset
def test_a_preset_says_whose_reading_it_is(name: str) -> None:
    assert raw(name).keys() <= {"title", "about", "severity", "rules"}
    text = (Path(settings.__code__.co_filename).parent / "houses" / f"{name}.toml").read_text(encoding="utf-8")
    assert text.startswith("# A reading of the published standards of")
    assert "not endorsed by them" in text.splitlines()[0]
    assert preset(name).title.endswith("-like")


def test_a_preset_raises_lowers_and_switches() -> None:
    ap = settings(policy=preset("AP-like").policy)
    assert ap.severities["ANO201"] is Severity.ERROR
    assert "ANO207" not in ap.enabled
    wikipedia = settings(policy=preset("wikipedia-like").policy)
    assert not {"HED301", "HED304", "ANO206", "ALL602", "BAL801"} & wikipedia.enabled
    assert wikipedia.severities["UNS106"] is Severity.ERROR


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("ap-lik", "there is no preset 'ap-lik'; did you mean ap-like?"),
        ("Reuters", "there is no preset 'Reuters'; did you mean reuters-like?"),
        (
            "x",
            "there is no preset 'x'; the presets are ap-like, bbc-like, ft-like, guardian-like, nyt-like, "
            "reuters-like, wikipedia-like",
        ),
    ],
)
def test_an_unknown_preset_is_told(name: str, error: str) -> None:
    with pytest.raises(UnknownPresetError) as told:
        preset(name)
    assert str(told.value) == error
