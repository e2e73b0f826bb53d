"""Findings that were accepted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ONLY, RUMOUR, Command, rows

NAME = ".attrib-lsp-baseline.json"
NEW = RUMOUR + "\nThe treasurer reportedly left, too.\n"


def accept(command: Command, *arguments: str) -> None:
    """Write the baseline."""
    assert command("baseline", *ONLY, *arguments).exit_code == 0


def test_what_is_accepted_is_not_shown_and_the_rest_is(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    run = command("baseline", *ONLY)
    assert (run.exit_code, run.stdout, run.stderr) == (0, f"Accepted 1 finding in 1 file: {NAME}\n", "")
    run = command("check", *ONLY, "--baseline", NAME)
    assert (run.exit_code, run.stdout) == (0, "Found nothing to mend in 1 story.\n")
    assert run.stderr == f"note: {NAME}: 1 finding of this baseline is not shown\n"
    assert command("check", *ONLY).exit_code == 1
    Path("a.txt").write_text("New headline\n\nA new first paragraph, it was said.\n\n" + NEW)
    run = command("check", *ONLY, "--baseline", NAME, "--output-format", "concise", "-q")
    assert [line.split(" ")[0] for line in run.stdout.splitlines()] == ["a.txt:9:15:"]
    assert (run.exit_code, run.stderr) == (1, "")


def test_the_file_holds_no_lines_and_is_sorted(command: Command, folder: Path) -> None:
    for name in ("b.txt", "a.md"):
        Path(name).write_text(RUMOUR)
    accept(command)
    first = Path(NAME).read_bytes()
    held = json.loads(first)
    assert (held["version"], list(held["files"])) == (1, ["a.md", "b.txt"])
    ((digest, count),) = held["files"]["a.md"]["UNS107"].items()
    assert (len(digest), count) == (16, 1)
    for name in ("b.txt", "a.md"):
        Path(name).write_text("Another headline\n\nIt rained.\n\n" + RUMOUR)
    accept(command)
    assert Path(NAME).read_bytes() == first


def test_a_sentence_is_accepted_as_often_as_it_was_there(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    accept(command)
    Path("a.txt").write_text(RUMOUR + "\nThe council met.\n\nThe mayor\nreportedly resigned on Tuesday.\n")
    (row,) = rows(command("check", *ONLY, "--baseline", NAME, "--output-format", "jsonl"))
    assert [one["line"] for one in row["diagnostics"]] == [8]


def test_a_changed_sentence_and_another_rule_are_new(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    accept(command)
    Path("a.txt").write_text(RUMOUR.replace("Tuesday", "Monday"))
    run = command("check", *ONLY, "--baseline", NAME)
    assert run.exit_code == 1
    assert f"note: {NAME}: stale: a.txt: UNS107\n" in run.stderr


def test_stale_entries_are_told_of_what_was_checked_or_is_gone(command: Command, folder: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        Path(name).write_text(RUMOUR)
    accept(command)
    Path("a.txt").write_text("Mayor stays\n\nThe mayor said so.\n")
    Path("b.txt").write_text("Mayor stays\n\nThe mayor said so.\n")
    Path("d.txt").unlink()
    run = command("check", *ONLY, "--baseline", NAME, "a.txt", "c.txt")
    assert run.stderr == (
        f"note: {NAME}: 1 finding of this baseline is not shown\n"
        f"note: {NAME}: stale: a.txt: UNS107\n"
        f"note: {NAME}: stale: d.txt: UNS107\n"
        f"note: {NAME}: stale entries are of use to nobody; `attrib-lsp baseline` drops them\n"
    )
    assert "stale: a.txt" not in command("check", "--select", "HED", "--baseline", NAME, "a.txt").stderr
    accept(command, "a.txt")
    assert list(json.loads(Path(NAME).read_text())["files"]) == ["b.txt", "c.txt"]


def test_the_configuration_names_a_baseline(command: Command, folder: Path) -> None:
    Path("desk").mkdir()
    Path("desk/a.txt").write_text(RUMOUR)
    Path("attrib-lsp.toml").write_text('select = ["UNS107"]\n\nbaseline = "accepted.json"\n')
    run = command("check", "desk")
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr == (
        "error: attrib-lsp.toml:3: baseline: accepted.json: there is no such file; `attrib-lsp baseline` writes it\n"
    )
    assert command("baseline", "desk").stdout == "Accepted 1 finding in 1 file: accepted.json\n"
    assert command("check", "desk").exit_code == 0
    assert command("check", "--isolated", *ONLY, "desk").exit_code == 1
    assert 'baseline = "accepted.json"' in command("config", "desk/a.txt").stdout


def test_a_configuration_has_nothing_overwritten(command: Command, folder: Path) -> None:
    Path("in").mkdir()
    Path("in/attrib-lsp.toml").write_text('baseline = "../out.json"\n')
    Path("a.txt").write_text(RUMOUR)
    run = command("baseline", "--config", "in/attrib-lsp.toml", "a.txt")
    assert (run.exit_code, Path("out.json").exists()) == (2, False)
    assert "is outside of this folder" in run.stderr
    Path("notes.json").write_text('{"mine": 1}')
    run = command("baseline", "-o", "notes.json", "a.txt")
    assert (run.exit_code, Path("notes.json").read_text()) == (2, '{"mine": 1}')
    assert "once you have moved this file away" in run.stderr


@pytest.mark.parametrize(
    "held",
    [
        "",
        "[]",
        "{}",
        '{"version": 1, "files": 3}',
        '{"version": 1, "files": {"a": {"UNS107": {"x": "1"}}}}',
        "[" * 9999,
    ],
)
def test_what_is_no_baseline_is_told(command: Command, folder: Path, held: str) -> None:
    Path("a.txt").write_text(RUMOUR)
    Path("x.json").write_text(held)
    run = command("check", "--baseline", "x.json", "a.txt")
    assert (run.exit_code, run.stdout, len(run.stderr.splitlines())) == (2, "", 1)
    assert run.stderr.startswith("error: x.json: this is no baseline")


def test_other_ways_to_fail(command: Command, folder: Path) -> None:
    Path("x.json").write_text('{"version": 7, "files": {}}')
    assert "another version" in command("check", "--baseline", "x.json").stderr
    assert "there is no such file" in command("check", "--baseline", "y.json").stderr
    assert "standard input has no name" in command("baseline", "-").stderr


def test_rows_share_the_baseline_of_their_file(command: Command, folder: Path) -> None:
    lines = [json.dumps({"id": number, "text": RUMOUR}) + "\n" for number in range(3)]
    Path("wire.jsonl").write_text("".join(lines[:2]))
    accept(command)
    Path("wire.jsonl").write_text("".join(lines))
    found = rows(command("check", *ONLY, "--baseline", NAME, "--output-format", "jsonl"))
    assert [len(row["diagnostics"]) for row in found] == [0, 0, 1]


def test_what_is_accepted_is_not_mended(command: Command, folder: Path) -> None:
    crooked = "Bridge shut\n\n“The bolts are gone“, the engineer, Tom Ekman, said.\n"
    Path("a.txt").write_text(crooked)
    assert command("baseline", "--select", "broken-quote-marks").exit_code == 0
    other = "“The road is shut“, the mayor, Ann Ito, said.\n"
    Path("a.txt").write_text(f"{crooked}\n{other}")
    run = command("check", "--select", "broken-quote-marks", "--fix", "--baseline", NAME)
    assert Path("a.txt").read_text() == f"{crooked}\n{other.replace('shut“', 'shut”')}"
    assert "fixed 1 of 1 finding" in run.stderr
    assert "1 finding of this baseline is not shown" in run.stderr
