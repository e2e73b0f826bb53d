"""Findings on lines that git says have changed."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from attrib_lsp.cli.git import Lines, parsed
from tests.cli.conftest import ONLY, RUMOUR, Command, rows

TWO = "Mayor quits\n\nThe mayor reportedly resigned on Tuesday.\n\nThe clerk reportedly left on Monday.\n"


def git(*arguments: str) -> None:
    """Run git in the current folder, whatever the user's own configuration is."""
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    name = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *name, *arguments], check=True, capture_output=True, env={**os.environ, **own})


@pytest.fixture
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with two drafts, which is the current folder."""
    for variable in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(variable, raising=False)
    git("init")
    Path("a.txt").write_text(TWO)
    Path("b.txt").write_text(RUMOUR)
    git("add", ".")
    git("commit", "-m", "Drafts")
    return folder


def found(command: Command, *arguments: str, since: str = "main") -> list[str]:
    """Return where something is found, by file and line."""
    run = command("check", *ONLY, "--output-format", "concise", "-q", "--changed-since", since, *arguments)
    assert (run.exit_code in (0, 1), run.stderr) == (True, "")
    return [":".join(line.split(":")[:2]) for line in run.stdout.splitlines()]


def test_only_changed_lines_count(command: Command, repository: Path) -> None:
    assert found(command) == []
    told = "note: --changed-since: no draft here has changed since main\n"
    assert command("check", "--changed-since", "main").stderr == told
    Path("a.txt").write_text(TWO.replace("Monday", "Friday"))
    assert found(command) == ["a.txt:5"]
    git("commit", "-am", "Friday")
    assert found(command) == []
    assert found(command, since="main~1") == ["a.txt:5"]


def test_what_is_on_the_other_branch_does_not_count(command: Command, repository: Path) -> None:
    git("checkout", "-b", "draft")
    Path("a.txt").write_text(TWO.replace("Monday", "Friday"))
    git("commit", "-am", "Friday")
    git("checkout", "main")
    Path("b.txt").write_text(RUMOUR.replace("Tuesday", "Sunday"))
    git("commit", "-am", "Sunday")
    git("checkout", "draft")
    assert found(command) == ["a.txt:5"]


def test_new_and_renamed_files(command: Command, repository: Path) -> None:
    Path("new é “1”.txt").write_text(RUMOUR)
    Path("in").mkdir()
    git("mv", "a.txt", "in/odd\tname é.txt")
    Path("in/odd\tname é.txt").write_text(TWO.replace("Monday", "Friday"))
    assert found(command) == ["in/odd name é.txt:5", "new é “1”.txt:3"]
    git("add", ".")
    git("commit", "-m", "Rename")
    assert found(command, since="main~1") == ["in/odd name é.txt:5", "new é “1”.txt:3"]


def test_a_sentence_counts_as_a_whole(command: Command, repository: Path) -> None:
    text = "Mayor quits\n\nThe mayor reportedly\nresigned\non Tuesday.\n"
    Path("a.txt").write_text(text)
    git("commit", "-am", "Wrap")
    Path("a.txt").write_text(text.replace("Tuesday", "Friday"))
    assert found(command) == ["a.txt:3"]
    Path("a.txt").write_text(text.replace("resigned\n", ""))
    assert found(command) == ["a.txt:3"]
    Path("a.txt").write_text(text + "\nMore.\n")
    assert found(command) == []


def test_a_finding_that_a_changed_line_causes_counts(command: Command, repository: Path) -> None:
    text = "Council says port deal is dead\n\nThe port deal is dead, the council said on Monday.\n\nShips wait.\n"
    Path("c.txt").write_text(text)
    git("add", ".")
    git("commit", "-m", "Port")
    Path("c.txt").write_text(text.replace("Council says port deal", "Port deal"))
    git("commit", "-am", "Headline")
    before = text.replace("Council says port deal", "Port deal")
    Path("c.txt").write_text(before.replace("the council said on Monday", "the council said on Sunday"))
    run = command("check", "--select", "HED", "--output-format", "jsonl", "--changed-since", "main", "c.txt")
    (row,) = rows(run)
    assert row["diagnostics"]
    assert {one["line"] for one in row["diagnostics"]} == {1}
    assert all(one["related"] for one in row["diagnostics"])


def test_rows_are_lines(command: Command, repository: Path) -> None:
    lines = [json.dumps({"id": number, "text": RUMOUR}) + "\n" for number in range(3)]
    Path("wire.jsonl").write_text("".join(lines[:2]))
    git("add", ".")
    git("commit", "-m", "Wire")
    Path("wire.jsonl").write_text("".join(lines))
    given = ("--changed-since", "main", "--output-format", "jsonl")
    assert [len(row["diagnostics"]) for row in rows(command("check", *ONLY, *given))] == [0, 0, 1]


def test_a_folder_of_the_repository(command: Command, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("in").mkdir()
    monkeypatch.chdir("in")
    Path("d.txt").write_text(RUMOUR)
    Path("../a.txt").write_text(TWO.replace("Monday", "Friday"))
    assert found(command) == ["d.txt:3"]
    assert found(command, "../a.txt") == ["../a.txt:5"]


def test_the_users_configuration_changes_nothing(command: Command, repository: Path) -> None:
    for setting in ("diff.noprefix true", "diff.context 5", "diff.interHunkContext 9", "color.diff always"):
        git("config", *setting.split())
    git("config", "diff.external", "false")
    Path(".gitattributes").write_text("*.txt binary\n")
    Path("a.txt").write_text(TWO.replace("Monday", "Friday").replace("Mayor", "++ b/x.txt"))
    assert found(command, "a.txt") == ["a.txt:5"]


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("nowhere", "nowhere: there is no such revision"),
        ("--output=x", "--output=x: this is no revision"),
        ("alone", "alone has no history in common"),
    ],
)
def test_what_git_does_not_know_is_told(command: Command, repository: Path, since: str, words: str) -> None:
    git("checkout", "--orphan", "alone")
    git("commit", "-m", "Alone")
    git("checkout", "main")
    run = command("check", f"--changed-since={since}")
    assert (run.exit_code, run.stdout, len(run.stderr.splitlines())) == (2, "", 1)
    assert words in run.stderr
    assert not Path("x").exists()


def test_without_a_repository_or_git_it_is_told(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    run = command("check", "--changed-since", "main")
    assert (run.exit_code, run.stderr.split(" (git")[0]) == (
        2,
        "error: --changed-since: the current folder is in no git repository",
    )
    monkeypatch.setenv("PATH", str(folder))
    assert "needs git" in command("check", "--changed-since", "main").stderr
    assert "nobody knows how standard input" in command("check", "--changed-since", "main", "-").stderr


def test_a_file_outside_of_the_repository_is_told(
    command: Command, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "o.txt"
    other.write_text(RUMOUR)
    run = command("check", "--changed-since", "main", str(other))
    assert (run.exit_code, run.stderr) == (
        2,
        f"error: {other}: cannot be compared with main: it is outside of the repository\n",
    )


def test_reading_a_diff() -> None:
    diff = (
        b"diff --git a/x b/y\nsimilarity index 90%\nrename from x\nrename to y\n--- a/x\n+++ b/y\n"
        b"@@ -1 +1,2 @@ context\n-old\n+++ b/z\n+new\n@@ -9,2 +10,0 @@\n--- a/k\n-k\n\\ No newline at end of file\n"
        b"diff --git a/gone b/gone\n--- a/gone\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n"
        b"diff --git a/moved b/there\nsimilarity index 100%\nrename from moved\nrename to there\n"
    )
    assert list(parsed(diff)) == [("y", Lines(((1, 2),), (10,)))]
