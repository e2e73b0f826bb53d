"""``--fix``, ``--unsafe-fixes`` and ``--diff``."""

from __future__ import annotations

import codecs
import os
import subprocess
from pathlib import Path

import pytest

from attrib_lsp.cli.rewriting import NotWrittenError, rewrite
from attrib_lsp.text.decoding import Codec
from tests.cli.conftest import RUMOUR, Command

CROOKED = """Bridge will stay shut

“The bolts are gone“, the engineer, Tom Ekman, said.

“The road is shut“, the mayor, Ann Ito, said.
"""
MENDED = CROOKED.replace("gone“", "gone”").replace("shut“", "shut”")
QUO = ("--select", "broken-quote-marks")
BOTH = ("--select", "broken-quote-marks,bare-reportedly")


def test_safe_fixes_are_made(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(CROOKED + "\nThe mayor reportedly resigned on Tuesday.\n")
    run = command("check", *BOTH, "--fix", "a.txt")
    assert Path("a.txt").read_text() == MENDED + "\nThe mayor reportedly resigned on Tuesday.\n"
    assert run.stderr == "note: fixed 2 of 3 findings; 1 more with --unsafe-fixes\n"
    assert "UNS107" in run.stdout
    assert "QUO" not in run.stdout
    assert run.exit_code == 1
    assert [one.name for one in folder.iterdir()] == ["a.txt"]
    again = command("check", *QUO, "--fix", "-q", "a.txt")
    assert (again.exit_code, again.stdout, again.stderr) == (0, "", "")


def test_unsafe_fixes_are_made_if_asked(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    assert command("check", *BOTH, "--fix", "a.txt").exit_code == 1
    assert Path("a.txt").read_text() == RUMOUR
    run = command("check", *BOTH, "--fix", "--unsafe-fixes", "a.txt")
    blank = "fill in what stands in <angle brackets>: 1 blank"
    assert (run.exit_code, run.stderr) == (1, f"note: fixed 1 of 1 finding; {blank}\n")
    assert Path("a.txt").read_text() == RUMOUR.replace("reportedly ", "").replace(".", ", <source> said.")
    alone = command("check", "--unsafe-fixes", "a.txt")
    assert (alone.exit_code, alone.stderr.startswith("error: --unsafe-fixes goes with --fix")) == (2, True)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_mark_line_ends_and_permissions_stay(
    command: Command, folder: Path, mark: bytes, encoding: str, line_end: str
) -> None:
    path = Path("a.txt")
    path.write_bytes(mark + CROOKED.replace("\n", line_end).encode(encoding))
    path.chmod(0o640)
    assert command("check", *QUO, "--fix", "a.txt").exit_code == 0
    assert path.read_bytes() == mark + MENDED.replace("\n", line_end).encode(encoding)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_goes_on_leading_to_its_file(command: Command, folder: Path) -> None:
    Path("drafts").mkdir()
    Path("drafts/a.txt").write_text(CROOKED)
    Path("link.txt").symlink_to("drafts/a.txt")
    assert command("check", *QUO, "--fix", "link.txt").exit_code == 0
    assert Path("link.txt").is_symlink()
    assert Path("drafts/a.txt").read_text() == MENDED


def test_a_file_that_has_changed_is_left_alone(folder: Path) -> None:
    path = Path("a.txt")
    path.write_text("new")
    with pytest.raises(NotWrittenError, match="has changed since"):
        rewrite(path, "old", "mended", Codec())
    assert (path.read_text(), [one.name for one in folder.iterdir()]) == ("new", ["a.txt"])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may write everything")
def test_a_file_that_must_not_be_written_is_told(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(CROOKED)
    Path("a.txt").chmod(0o444)
    run = command("check", *QUO, "--fix", "a.txt")
    assert (run.exit_code, run.stderr.splitlines()[0]) == (2, "error: a.txt: cannot be written: permission denied")


def test_a_draft_that_changes_while_it_is_checked_is_told(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.txt").write_text(CROOKED)

    def late(path: Path, before: str, after: str, codec: Codec) -> None:
        path.write_text("Somebody else's words.\n")
        rewrite(path, before, after, codec)

    monkeypatch.setattr("attrib_lsp.cli.mending.rewrite", late)
    run = command("check", *QUO, "--fix", "a.txt")
    assert (run.exit_code, Path("a.txt").read_text()) == (2, "Somebody else's words.\n")
    assert run.stderr.startswith("error: a.txt: this has changed since it was read")


def test_rows_are_left_as_they_are(command: Command, folder: Path) -> None:
    Path("a.jsonl").write_text('{"id": 1, "text": "It is “gone“, Tom Ekman said."}\n')
    before = Path("a.jsonl").read_bytes()
    run = command("check", *QUO, "--fix", "a.jsonl")
    assert (run.exit_code, Path("a.jsonl").read_bytes()) == (1, before)
    assert run.stderr == "note: fixed 0 of 1 finding\n"


def test_a_diff_can_be_applied_and_nothing_is_written(command: Command, folder: Path) -> None:
    text = CROOKED.rstrip("\n").replace("\n", "\r\n")
    Path("a.txt").write_bytes(text.encode())
    Path("b.txt").write_text(MENDED)
    run = command("check", *QUO, "--diff", ".")
    assert (run.exit_code, Path("a.txt").read_bytes()) == (1, text.encode())
    assert run.stderr == "note: would fix 2 of 2 findings\n"
    assert run.stdout.startswith("--- a.txt\n+++ a.txt\n@@ -1,5 +1,5 @@\n")
    Path("a.diff").write_bytes(run.stdout_bytes)
    subprocess.run(["git", "apply", "-p0", "a.diff"], check=True, capture_output=True)
    assert Path("a.txt").read_bytes() == text.replace("gone“", "gone”").replace("shut“", "shut”").encode()
    clean = command("check", *QUO, "--diff", ".")
    assert (clean.exit_code, clean.stdout, clean.stderr) == (0, "", "")


def test_a_diff_shows_unsafe_fixes_if_asked(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    assert command("check", *BOTH, "--diff", "a.txt").exit_code == 0
    run = command("check", *BOTH, "--diff", "--unsafe-fixes", "--exit-zero", "a.txt")
    assert (
        "\n-The mayor reportedly resigned on Tuesday.\n+The mayor resigned on Tuesday, <source> said.\n" in run.stdout
    )
    assert run.exit_code == 0


def test_standard_input_is_mended_to_standard_output(command: Command, folder: Path) -> None:
    run = command("check", *QUO, "--fix", "-", stdin=codecs.BOM_UTF8 + CROOKED.encode())
    assert run.stdout_bytes == codecs.BOM_UTF8 + MENDED.encode()
    assert "Found nothing to mend in 1 story." in run.stderr
    assert command("check", *QUO, "--fix", "-", stdin=MENDED).stdout == MENDED
    assert command("check", *QUO, "--diff", "-", stdin=CROOKED).stdout.startswith("--- -\n+++ -\n")


@pytest.mark.parametrize("option", ["--statistics", "--output-format=json", "--output-format=sarif:x"])
def test_a_diff_is_no_report(command: Command, folder: Path, option: str) -> None:
    run = command("check", "--diff", option)
    assert (run.exit_code, run.stdout, run.stderr.startswith("error: --diff ")) == (2, "", True)
    assert not Path("x").exists()
