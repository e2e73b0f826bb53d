"""Configuration files, as the commands go by them."""

from __future__ import annotations

import json
from pathlib import Path

from attrib_lsp.linter.configuration import KEYS
from tests.cli.conftest import RUMOUR, Command, rows
from tests.cli.test_headline import STORY, WRONG


def write(**files: str) -> None:
    """Write files into the current folder; their names have "__" for "/" and "_toml" for ".toml"."""
    for name, text in files.items():
        path = Path(name.replace("__", "/").replace("_toml", ".toml").replace("_txt", ".txt").replace("_", "-"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_each_draft_goes_by_the_nearest_file(command: Command, folder: Path) -> None:
    write(a__s_txt=RUMOUR, b__s_txt=RUMOUR, c__s_txt=RUMOUR)
    write(attrib_lsp_toml='select = ["UNS107"]', b__attrib_lsp_toml='select = ["HED302"]')
    write(c__pyproject_toml='[tool.attrib-lsp]\nselect = ["UNS107"]\nseverity = {UNS107 = "error"}')
    run = command("check", "--output-format", "jsonl", ".")
    found = {row["path"]: [(one["code"], one["severity"]) for one in row["diagnostics"]] for row in rows(run)}
    assert found == {"a/s.txt": [("UNS107", "warning")], "b/s.txt": [], "c/s.txt": [("UNS107", "error")]}
    assert (run.exit_code, run.stderr) == (1, "")


def test_options_win_over_files(command: Command, folder: Path) -> None:
    write(s_txt=RUMOUR, attrib_lsp_toml='select = ["HED302"]\nignore = ["bare-reportedly"]')
    assert command("check", "s.txt").exit_code == 0
    assert command("check", "--select", "UNS107", "s.txt").exit_code == 1
    assert command("check", "--select", "UNS", "s.txt").exit_code == 0
    assert command("check", "--extend-select", "UNS107", "s.txt").exit_code == 1
    assert command("check", "--isolated", "s.txt").exit_code == 1


def test_a_file_may_be_named(command: Command, folder: Path) -> None:
    write(s_txt=RUMOUR, attrib_lsp_toml='select = ["HED302"]', house__ours_toml='select = ["UNS107"]')
    assert command("check", "--config", "house/ours.toml", "s.txt").exit_code == 1
    run = command("check", "--config", "house/our.toml", "s.txt")
    assert (run.exit_code, run.stdout, run.stderr) == (2, "", "error: house/our.toml: there is no such file\n")
    run = command("check", "--config", "house/ours.toml", "--isolated", "s.txt")
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr.startswith("error: --config and --isolated exclude one another")


def test_a_broken_file_is_told_once_and_the_other_drafts_are_checked(command: Command, folder: Path) -> None:
    write(a__s_txt=RUMOUR, a__t_txt=RUMOUR, b__s_txt=RUMOUR)
    write(a__attrib_lsp_toml='select = ["UNS107"]\nseverty = {UNS107 = "off"}')
    run = command("check", "--select", "UNS107", "--output-format", "concise", ".")
    assert run.exit_code == 2
    assert run.stderr == "error: a/attrib-lsp.toml:2: severty: there is no such setting; did you mean severity?\n"
    assert [line.split(":")[0] for line in run.stdout.splitlines()] == ["b/s.txt"]


def test_what_is_excluded_is_passed_over_in_folders_only(command: Command, folder: Path) -> None:
    write(a__s_txt=RUMOUR, wire__s_txt=RUMOUR, old_s_txt=RUMOUR, b__c__s_txt=RUMOUR)
    write(attrib_lsp_toml='exclude = ["wire/", "old*"]', b__attrib_lsp_toml='exclude = ["c"]')
    for name in ("check", "sources"):
        found = [row["path"] for row in rows(command(name, "--output-format", "jsonl", "."))]
        assert found == ["a/s.txt"], name
        named = command(name, "--output-format", "jsonl", "wire/s.txt", "old-s.txt")
        assert [row["path"] for row in rows(named)] == ["wire/s.txt", "old-s.txt"]
        all_ = rows(command(name, "--output-format", "jsonl", "--isolated", "."))
        assert len(all_) == 4


def test_rules_may_be_off_in_some_files(command: Command, folder: Path) -> None:
    write(opinion__s_txt=RUMOUR, s_txt=RUMOUR)
    write(attrib_lsp_toml='select = ["UNS107"]\n[per-file-ignores]\n"opinion/" = ["UNS"]')
    found = {row["path"]: len(row["diagnostics"]) for row in rows(command("check", "--output-format", "jsonl", "."))}
    assert found == {"opinion/s.txt": 0, "s.txt": 1}
    piped = command("check", "--stdin-filename", "opinion/t.txt", "-", stdin=RUMOUR)
    assert piped.exit_code == 0
    assert command("check", "-", stdin=RUMOUR).exit_code == 1


def test_what_the_house_itself_reported_is_confirmed(command: Command, folder: Path) -> None:
    write(s_txt="Chancellor to go\n\nThe chancellor will resign, officials told the Evening Post.\n")
    only = ("check", "--select", "SEC701", "s.txt")
    assert command(*only).exit_code == 0  # whose paper this is nobody has said: an info
    assert command(*only, "--fail-on", "info").exit_code == 1
    write(attrib_lsp_toml='house = "The Evening Post"')
    assert command(*only, "--fail-on", "info").exit_code == 0
    write(attrib_lsp_toml='house = ["The Herald", "The Gazette"]')
    assert command(*only).exit_code == 1


def test_headlines_go_by_the_storys_file(command: Command, folder: Path) -> None:
    write(a__story_txt=STORY.removeprefix("# "))
    given = ("headline", "a/story.txt", WRONG)
    assert command(*given).exit_code == 1
    write(a__attrib_lsp_toml='ignore = ["HED305"]')
    assert command(*given).exit_code == 0
    assert command(*given, "--isolated").exit_code == 1
    write(a__attrib_lsp_toml="ignore = 1")
    run = command(*given)
    assert (run.exit_code, run.stderr.count("\n")) == (2, 1)
    assert run.stderr.startswith("error: a/attrib-lsp.toml:1: ignore: this is no list")


def test_the_settings_in_force_are_shown(command: Command, folder: Path) -> None:
    write(base_toml='preset = "ap-like"\n', opinion__s_txt=RUMOUR)
    write(attrib_lsp_toml='extend = "base.toml"\n\nignore = ["HED"]\n[per-file-ignores]\n"opinion/*" = ["UNS107"]')
    run = command("config", "opinion/s.txt")
    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout.splitlines()[:4] == [
        "opinion/s.txt",
        f'  preset = "ap-like"                         {folder}/base.toml:1',
        f'  ignore = ["HED"]                           {folder}/attrib-lsp.toml:3',
        f'  per-file-ignores."opinion/*" = ["UNS107"]  {folder}/attrib-lsp.toml:5',
    ]
    assert "  UNS107 bare-reportedly\n" in run.stdout
    assert "UNS107 bare-reportedly" not in command("config").stdout
    found = json.loads(command("config", "--output-format", "json", "opinion/s.txt").stdout)
    assert found["files"] == [f"{folder}/attrib-lsp.toml", f"{folder}/base.toml"]
    assert found["settings"][1] == {
        "key": ["ignore"], "value": ["HED"], "from": f"{folder}/attrib-lsp.toml", "line": 3
    }  # fmt: skip
    held = {one["code"]: (one["severity"], one["enabled"]) for one in found["rules"]}
    assert (held["UNS107"], held["ANO206"], held["HED302"][1]) == (("error", False), ("warning", True), False)
    assert found["excluded"] is False


def test_without_a_configuration_that_is_said_and_a_broken_one_is_told(command: Command, folder: Path) -> None:
    told = command("config", "--isolated")
    assert (told.exit_code, told.stdout.splitlines()[1]) == (
        0,
        "  There is no configuration file for it; the defaults hold.",
    )
    write(attrib_lsp_toml='preset = "ap-lik"\n')
    run = command("config")
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr == "error: attrib-lsp.toml:1: preset: there is no preset 'ap-lik'; did you mean ap-like?\n"


def test_the_schema_is_printed(command: Command, folder: Path) -> None:
    write(attrib_lsp_toml="broken")
    run = command("config", "--schema")
    assert (run.exit_code, run.stderr) == (0, "")
    assert list(json.loads(run.stdout)["properties"]) == list(KEYS)
