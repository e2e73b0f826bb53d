"""``--preset``: a house's reading of the rules."""

from __future__ import annotations

import json
from pathlib import Path

from attrib_lsp.linter.presets import preset_names
from tests.cli.conftest import ONLY, RUMOUR, Command


def test_a_preset_makes_findings_graver(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    assert command("check", *ONLY, "a.txt").stdout.startswith("a.txt:3:11: warning UNS107")
    graver = command("check", *ONLY, "--preset", "ap-like", "--fail-on", "error", "a.txt")
    assert (graver.exit_code, graver.stdout.splitlines()[0]) == (1, "a.txt:3:11: error UNS107 bare-reportedly")


def test_a_preset_that_there_is_not_stops_the_run(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    run = command("check", "--preset", "reuters", "a.txt")
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr == "error: there is no preset 'reuters'; did you mean reuters-like?\n"


def test_the_rules_are_listed_as_a_house_has_them(command: Command) -> None:
    def listed(*arguments: str) -> dict[str, tuple[str, bool]]:
        rules = json.loads(command("rules", "--output-format", "json", *arguments).stdout)
        return {rule["code"]: (rule["severity"], rule["default"]) for rule in rules}

    plain, held = listed(), listed("--preset", "wikipedia-like")
    assert plain.keys() == held.keys()
    assert (plain["UNS106"], held["UNS106"]) == (("warning", True), ("error", True))
    assert (plain["HED304"][1], held["HED304"][1]) == (True, False)


def test_the_help_names_every_preset(command: Command) -> None:
    told = " ".join(command("check", "--help").stdout.split())
    assert all(name in told.replace("- ", "-") for name in preset_names())
