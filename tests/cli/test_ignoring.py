"""What is passed over: .gitignore files, --exclude, --force-exclude."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import ONLY, RUMOUR, Command
from tests.cli.test_files import written


def found(command: Command, *arguments: str) -> list[str]:
    """Return the files in which something is found."""
    run = command("check", *ONLY, "--output-format", "concise", "-q", *arguments)
    assert run.exit_code in (0, 1), run.stderr
    return [line.split(":")[0] for line in run.stdout.splitlines()]


def drafts(*names: str) -> None:
    """Write a draft of each name."""
    written(*names)
    for name in names:
        Path(name).write_text(RUMOUR)


def test_gitignored_drafts_are_passed_over_in_folders(command: Command, folder: Path) -> None:
    drafts("a.txt", "old/b.txt", "c.old.txt", "in/d.old.txt", "in/keep.old.txt", "in/e.txt")
    Path(".git/info").mkdir(parents=True)
    Path(".gitignore").write_text("# not yet\nold/\n*.old.txt\n[z-a\n")
    Path("in/.gitignore").write_text("!keep.old.txt\n/e.txt\n")
    assert found(command) == ["a.txt", "in/keep.old.txt"]
    assert found(command, "in") == ["in/keep.old.txt"]
    assert len(found(command, "--no-respect-gitignore")) == 6
    Path(".git/info/exclude").write_text("a.txt\nkeep.old.txt\n")
    assert found(command) == ["in/keep.old.txt"]


def test_what_is_named_is_read_though_it_is_ignored(command: Command, folder: Path) -> None:
    drafts("a.txt", "old/b.txt", "old/c/d.txt", "old/e.txt")
    Path(".git").mkdir()
    Path(".gitignore").write_text("old/\na.txt\n")
    Path("old/.gitignore").write_text("e.txt\n")
    assert found(command, "a.txt") == ["a.txt"]
    assert found(command, "old") == ["old/b.txt", "old/c/d.txt"]
    assert found(command, "old/c") == ["old/c/d.txt"]
    assert found(command) == []


def test_files_above_the_repository_count_for_nothing(command: Command, folder: Path) -> None:
    drafts("repo/a.txt", "b.txt")
    Path("repo/.git").mkdir()
    Path(".gitignore").write_text("*.txt\n")
    assert found(command) == ["repo/a.txt"]


def test_globs_on_the_command_line_exclude_too(command: Command, folder: Path) -> None:
    drafts("a.txt", "wire/b.txt", "in/wire/c.txt", "in/d.txt", "e.txt")
    Path("attrib-lsp.toml").write_text('exclude = ["e.txt"]\n')
    assert found(command, "--exclude", "wire/") == ["a.txt", "in/d.txt"]
    assert found(command, "--exclude", "/wire/, a.txt", "--exclude", "d*") == ["in/wire/c.txt"]
    assert found(command, "--exclude", "wire/", "wire/b.txt", "a.txt", "e.txt") == ["wire/b.txt", "a.txt", "e.txt"]
    run = command("check", "--exclude", "#x")
    assert (run.exit_code, run.stderr.startswith("error: --exclude: '#x' matches no file")) == (2, True)


def test_exclusion_can_be_forced_upon_what_is_named(command: Command, folder: Path) -> None:
    drafts("a.txt", "wire/b.txt", "e.txt", "ignored.txt")
    Path("attrib-lsp.toml").write_text('exclude = ["e.txt"]\n')
    Path(".gitignore").write_text("ignored.txt\n")
    forced = ("--exclude", "wire/", "--force-exclude")
    assert found(command, *forced, "a.txt", "wire/b.txt", "wire", "e.txt", "ignored.txt") == ["a.txt", "ignored.txt"]
    for name, status in (("wire/x.txt", 0), ("x.txt", 1)):
        run = command("check", *ONLY, *forced, "--stdin-filename", name, "-", stdin=RUMOUR)
        assert run.exit_code == status
    crooked = "“The bolts are gone“, Tom Ekman said.\n"
    assert command("check", *forced, "--fix", "--stdin-filename", "wire/x.txt", "-", stdin=crooked).stdout == crooked


def test_sources_and_baselines_pass_over_them_too(command: Command, folder: Path) -> None:
    drafts("a.txt", "b.txt", "c.txt")
    Path(".gitignore").write_text("b.txt\n")
    assert "b.txt" not in command("sources", "--output-format", "jsonl").stdout
    assert "in 1 file:" in command("baseline", *ONLY, "--exclude", "c.txt").stdout
