"""``attrib-lsp rules``, ``attrib-lsp rule`` and the help."""

from __future__ import annotations

import json

import pytest

import attrib_lsp
from attrib_lsp.reports import rule_pages
from attrib_lsp.rules.registry import all_rules, find
from tests.cli.conftest import Command


def test_rules_lists_them_all(command: Command) -> None:
    lines = command("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in all_rules()]
    listed = json.loads(command("rules", "--output-format", "json").stdout)
    assert [one["code"] for one in listed] == [rule.code for rule in all_rules()]


def test_rules_for_people_are_grouped(command: Command) -> None:
    shown = command("rules", "--color", "always").stdout
    assert "\x1b[1mUnsourced claims\x1b[0m\n" in shown


@pytest.mark.parametrize("name", ["UNS107", "uns107", "bare-reportedly", "Bare-Reportedly"])
def test_a_rule_is_explained_in_plain_markdown_where_it_is_piped(command: Command, name: str) -> None:
    run = command("rule", name)
    rule = find("UNS107")
    assert rule is not None
    assert (run.exit_code, run.stdout) == (0, rule_pages.page(rule))


def test_a_rule_is_explained_in_colour_if_that_is_asked_for(command: Command) -> None:
    shown = command("rule", "UNS107", "--color", "always").stdout
    assert "\x1b[" in shown
    assert "## " not in shown


def test_a_rule_that_is_none(command: Command) -> None:
    slip = command("rule", "bare-reportedlly")
    assert (slip.exit_code, slip.stdout) == (2, "")
    assert slip.stderr == "error: there is no rule 'bare-reportedlly'; did you mean bare-reportedly?\n"
    family = command("rule", "UNS")
    assert family.exit_code == 2
    assert family.stderr.startswith("error: 'UNS' means ")
    assert "UNS107" in family.stderr


def test_help_names_every_command_and_explains_the_exit_status(command: Command) -> None:
    for arguments in (("--help",), ("-h",)):
        run = command(*arguments)
        assert run.exit_code == 0
        for name in ("check", "sources", "rules", "rule", "server"):
            assert f"  {name} " in run.stdout
    checking = command("check", "--help").stdout
    assert "Exit status:" in checking
    assert max(map(len, checking.splitlines())) <= 80


def test_no_arguments_show_the_help(command: Command) -> None:
    run = command()
    assert run.exit_code == 2
    assert "Usage: attrib-lsp" in run.output


def test_version(command: Command) -> None:
    assert command("--version").stdout == f"attrib-lsp {attrib_lsp.__version__}\n"
