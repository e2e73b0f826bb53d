"""`attrib-lsp init`: what it writes can be followed, and nothing that is there is lost."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from attrib_lsp.linter.configuration.files import NAMES, faults, read_file
from attrib_lsp.linter.configuration.starter import STRICTNESSES, Choices, starter
from attrib_lsp.linter.settings import settings
from tests.cli.conftest import RUMOUR, Command

NAME = NAMES[0]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take standard input for a terminal."""
    monkeypatch.setattr("attrib_lsp.cli.output.is_terminal", lambda stream: True)


def test_without_a_terminal_it_asks_nothing(command: Command, folder: Path) -> None:
    run = command("init", "--preset", "ap-like", "--house", 'The "Evening" Herald', "--exclude", "wire/")
    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout.startswith(f"Wrote {NAME}.\n\nNext:\n  attrib-lsp check .   ")
    layer = read_file(folder / NAME)
    assert layer is not None
    assert (layer.preset, layer.house, layer.exclude) == ("ap-like", ('The "Evening" Herald',), ("wire/",))
    assert layer.selection.select is None
    assert 'preset = "ap-like"' in command("config").stdout


def test_what_is_written_holds_for_check(command: Command, folder: Path) -> None:
    (folder / "story.txt").write_text(RUMOUR)
    assert command("check", "story.txt").exit_code == 1
    assert command("init", "--yes", "--strictness", "light").exit_code == 0
    assert command("check", "story.txt").exit_code == 0


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_it_asks_until_it_has_answers(command: Command, folder: Path) -> None:
    answers = ["ap", "AP-like", "The Herald", "!", "wire/, *.old.md", "very", "strict", ""]
    run = command("init", stdin="\n".join(answers))
    assert run.exit_code == 0
    assert run.stdout.startswith("Wrote")
    assert "'!' is no glob" in run.stderr
    layer = read_file(folder / NAME)
    assert layer is not None
    assert (layer.preset, layer.house, layer.exclude) == ("ap-like", ("The Herald",), ("wire/", "*.old.md"))
    assert layer.selection.extend_select == ("ALL",)


@pytest.mark.usefixtures("terminal")
def test_it_asks_only_what_no_option_says(command: Command, folder: Path) -> None:
    given = ("--preset", "ft-like", "--house", "The Herald", "--house", "The Gazette", "--strictness", "usual")
    run = command("init", *given, stdin="\n")
    assert (run.exit_code, run.stderr.count("?") + run.stderr.count(":")) == (0, 1)
    layer = read_file(folder / NAME)
    assert layer is not None
    assert layer.house == ("The Herald", "The Gazette")
    assert command("init", "--yes", "--", str(folder)).exit_code == 2


@pytest.mark.usefixtures("terminal")
def test_who_gives_up_has_no_file(command: Command, folder: Path) -> None:
    assert command("init", stdin="ap-like\n").exit_code == 1
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_written_over(command: Command, folder: Path, name: str) -> None:
    text = "[tool.attrib-lsp]\n" if name == "pyproject.toml" else "# mine\nbroken"
    (folder / name).write_text(text)
    run = command("init", "--yes")
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr == f"error: {name} is there already and stays as it is; change it, or remove it first\n"
    assert [(file.name, file.read_text()) for file in folder.iterdir()] == [(name, text)]


def test_a_projects_file_without_settings_is_no_hindrance(command: Command, folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[project]\nname = "site"\n')
    assert command("init", "--yes").exit_code == 0


@pytest.mark.skipif(os.name == "nt", reason="links as POSIX has them")
def test_a_link_that_leads_nowhere_is_not_written_through(command: Command, folder: Path) -> None:
    (folder / NAME).symlink_to(folder / "elsewhere")
    assert command("init", "--yes").exit_code == 2
    assert not (folder / "elsewhere").exists()


def test_a_file_further_up_is_named(command: Command, folder: Path) -> None:
    (folder / NAME).write_text('preset = "ap-like"\n')
    (folder / "desk").mkdir()
    run = command("init", "--yes", "desk")
    assert run.exit_code == 0
    assert run.stderr.endswith(f'no longer holds here; to build on it, add the line extend = "../{NAME}"\n')


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--preset", "ap-lik"), "preset: there is no preset 'ap-lik'; did you mean ap-like?"),
        (("--exclude", "!"), "exclude: '!' is no glob; write one as in a .gitignore file, such as opinion/*.md"),
        (("--house", " "), "house: this is neither the name of your outlet nor a list of names but ' '"),
        (("nowhere",), "nowhere: there is no such folder"),
        (("--house", "Herald\udce9"), "a name that was given is no text in this system's encoding; "),
    ],
)
def test_what_cannot_be_followed_is_not_written(
    command: Command, folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    run = command("init", *arguments)
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr.startswith(f"error: {told}")
    assert list(folder.iterdir()) == []


def test_the_schema_lies_beside_it_for_editors(command: Command, folder: Path) -> None:
    assert command("init", "--yes", "--schema").exit_code == 0
    directive = (folder / NAME).read_text().splitlines()[0]
    assert directive.startswith("#:schema ./")
    schema = folder / directive.removeprefix("#:schema ./")
    assert json.loads(schema.read_text()) == json.loads(command("config", "--schema").stdout)
    (folder / NAME).unlink()
    assert command("init", "--yes", "--schema").exit_code == 0
    (folder / NAME).unlink()
    schema.write_text("{}")
    run = command("init", "--yes", "--schema")
    assert (run.exit_code, schema.read_text(), (folder / NAME).exists()) == (2, "{}", False)


@pytest.mark.parametrize("strictness", STRICTNESSES)
def test_what_stands_there_as_an_example_can_be_followed(strictness: str) -> None:
    text = starter(Choices(strictness=strictness))  # type: ignore[arg-type]
    awake = re.sub(r"^# (?=\[|\"|[\w-]+ = )", "", text, flags=re.MULTILINE)
    assert awake.count("\n# ") < text.count("\n# ") - 8
    assert faults(Path(NAME), text) == faults(Path(NAME), awake) == ()


def test_each_step_of_strictness_checks_more(command: Command, folder: Path) -> None:
    held = []
    for name in STRICTNESSES:
        command("init", "--yes", "--strictness", name)
        layer = read_file(folder / NAME)
        assert layer is not None
        chosen = layer.selection
        held.append(settings(chosen.select or (), chosen.ignore, chosen.extend_select).enabled)
        (folder / NAME).unlink()
    assert held[0] < held[1] < held[2]
