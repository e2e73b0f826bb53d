"""``attrib-lsp sources``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command, rows

STORY = (
    "Ferry delayed\n\n“The ferry left late,” Rita Boyle, the harbour master, said.\n\n"
    "A council official said the crew was ill.\n"
)


def test_the_table(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(STORY)
    run = command("sources", "a.txt")
    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout.startswith("a.txt\n")
    assert "Rita Boyle" in run.stdout


def test_programs_get_spans_of_the_file(command: Command, folder: Path) -> None:
    Path("a.txt").write_bytes(b"\xef\xbb\xbf" + STORY.encode())
    (row,) = rows(command("sources", "--output-format", "jsonl", "a.txt"))
    assert row["path"] == "a.txt"
    boyle = next(one for one in row["sources"] if one["name"] == "Rita Boyle")
    assert STORY[slice(*boyle["first"])].startswith("Rita Boyle")
    said = next(one for one in row["attributions"] if one["speaker"] == "Rita Boyle")
    assert [STORY[start:end] for start, end in said["cue"]] == ["said"]
    assert said["type"] == "direct"
    assert json.loads(command("sources", "--output-format", "json", "a.txt").stdout) == [row]


def test_findings_do_not_count_but_bad_input_does(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(STORY)
    run = command("sources", "a.txt", "b.txt")
    assert run.exit_code == 2
    assert "Rita Boyle" in run.stdout
    assert run.stderr.startswith("error: b.txt: no such file or folder")


def test_rows_are_known_by_their_id(command: Command) -> None:
    row = json.dumps({"id": "w1", "headline": "Ferry delayed", "text": STORY})
    run = command("sources", "--stdin-filename", "a.jsonl", "--output-format", "jsonl", stdin=row)
    assert [one["id"] for one in rows(run)] == ["w1"]
    table = command("sources", "--stdin-filename", "a.jsonl", stdin=row)
    assert table.stdout.startswith("a.jsonl[w1]\n")


def test_claims_for_people(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(STORY)
    run = command("sources", "--claims", "a.txt")
    assert (run.exit_code, run.stderr) == (0, "")
    assert "Rests on" in run.stdout
    assert "Rita Boyle" in run.stdout
    assert "2 claims: 0 in the story's own voice" in run.stdout


def test_claims_for_programs(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(STORY)
    (row,) = rows(command("sources", "--claims", "--output-format", "jsonl", "a.txt"))
    left, ill = row["claims"]
    assert [STORY[start:end] for start, end in left["span"]] == ["“The ferry left late,”"]
    assert (left["carrier"], left["source"], left["certainty"]) == ("quoted", "Rita Boyle", 5)
    assert (ill["carrier"], ill["source"]) == ("attributed", "A council official")
    assert 0 <= ill["score"] <= 1
    assert json.loads(command("sources", "--claims", "--output-format", "json", "a.txt").stdout) == [row]


def test_a_memo_for_the_desk(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(STORY)
    run = command("sources", "--output-format", "memo", "--output-file", "memo.md", "a.txt")
    assert (run.exit_code, run.stdout, run.stderr) == (0, "", "")
    page = Path("memo.md").read_text(encoding="utf-8")
    assert page.startswith("# Sourcing memo: Ferry delayed\n")
    assert "- **A council official**; 1 statement; first in line 5\n  - Why no name: the story does not say\n" in page
