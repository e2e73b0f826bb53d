"""In which formats reports are written, and where they go."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from attrib_lsp.cli import check
from attrib_lsp.cli.side_by_side import side_by_side
from attrib_lsp.reports.formats import FORMATS
from tests.cli.conftest import ONLY, RUMOUR, Command


def test_help_knows_all_formats(command: Command) -> None:
    assert tuple(FORMATS) == check.FORMATS
    shown = " ".join(command("check", "--help").stdout.split())
    assert "--output-format FORMAT[:FILE]" in shown
    assert "checkstyle or rdjson" in shown


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_of_the_finding_and_ends_in_1(command: Command, folder: Path, name: str) -> None:
    Path("a.txt").write_text(RUMOUR)
    run = command("check", *ONLY, "--output-format", name, "a.txt")
    assert (run.exit_code, run.stderr) == (1, "")
    assert "UNS107" in run.stdout
    assert "a.txt" in run.stdout


def test_several_reports_are_written_at_once(command: Command, folder: Path) -> None:
    for name in "abc":
        Path(f"{name}.txt").write_text(RUMOUR)
    several = ("--output-format", "text", "--output-format", "sarif:out.sarif", "--output-format", "junit:out.xml")
    for _ in range(2):
        run = command("check", *ONLY, *several, ".")
        assert run.stdout.endswith("Found 3 findings in 3 stories (3 warnings).\n")
        assert len(json.loads(Path("out.sarif").read_text())["runs"][0]["results"]) == 3
        assert Path("out.xml").read_text().count("<failure") == 3
    assert run.stdout == command("check", *ONLY, ".").stdout


def test_a_format_with_a_file_leaves_the_screen_alone(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    run = command("check", *ONLY, "--output-format", "concise:a.log", "a.txt")
    assert (run.exit_code, run.stdout) == (1, "")
    assert Path("a.log").read_text().startswith("a.txt:3:11: warning UNS107")


def test_the_output_file_is_for_the_format_without_one(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    options = ("--output-format", "concise", "-o", "a.log", "--output-format", "gitlab:gl.json")
    assert command("check", *ONLY, *options, "a.txt").stdout == ""
    assert Path("a.log").read_text().startswith("a.txt:3:11:")
    assert json.loads(Path("gl.json").read_text())[0]["check_name"] == "bare-reportedly"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--output-format", "text", "--output-format", "sarif"), "text and sarif would both go to the screen"),
        (("--output-format", "text", "--output-format", "sarif", "-o", "x"), "text and sarif would both go to x"),
        (("--output-format", "json:x", "-o", "y"), "every --output-format has a file already"),
        (("--output-format", "json:x", "--output-format", "sarif:./x"), "two reports would go to this file"),
        (("--output-format", "json:"), "name the file behind the colon"),
        (("--output-format", "sarf:x"), "'sarf' is not one of text, concise"),
        (("--output-format", "json:a.txt"), "would overwrite this draft"),
        (("--output-format", "json:no/such/x"), "the report cannot be written here"),
        (("--output-format", "sarif", "--statistics"), "--statistics cannot be written as sarif"),
    ],
)
def test_what_cannot_be_written_is_told(command: Command, folder: Path, arguments: tuple[str, ...], words: str) -> None:
    Path("a.txt").write_text(RUMOUR)
    run = command("check", *arguments, "a.txt")
    assert (run.exit_code, run.stdout) == (2, "")
    assert words in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert Path("a.txt").read_text() == RUMOUR


def test_statistics_go_beside_one_another(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    command("check", *ONLY, "--statistics", "--output-format", "json", "--output-format", "jsonl:x", "a.txt")
    assert json.loads(Path("x").read_text())["count"] == 1


def test_side_by_side_keeps_no_more_than_two_drafts() -> None:
    alive: set[int] = set()
    most = 0

    class Draft:
        def __init__(self, number: int) -> None:
            self.number = number
            alive.add(number)

        def __del__(self) -> None:
            alive.discard(self.number)

    def every(drafts: Iterable[Draft]) -> Iterator[str]:
        for draft in drafts:
            yield from [f"{draft.number}"] * 5
            del draft

    def few(drafts: Iterable[Draft]) -> Iterator[str]:
        for draft in drafts:
            yield "x" if draft.number % 10 == 0 else ""
            del draft
        yield "end"

    pieces: list[list[str]] = [[], []]
    for number, piece in side_by_side((Draft(number) for number in range(50)), [every, few]):
        pieces[number].append(piece)
        most = max(most, len(alive))
    assert pieces[0] == [str(number) for number in range(50) for _ in range(5)]
    assert "".join(pieces[1]) == "xxxxxend"
    assert most <= 2
