"""The command ``diff``: which versions it compares, what it prints, how it ends."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from tests.cli.conftest import Command
from tests.cli.test_changes import git
from tests.cli.test_foreign import FRENCH

ROOT = Path(__file__).parents[2]
FILED = """# Bridge may close, mayor says

The bridge at Kessing may close in May, the mayor, Jo Lind, said on Monday.

Forty drivers signed a petition against it, the union said.

The builder, Northline Works, said the repairs would take a year.
"""
CUT = FILED.replace(", the mayor, Jo Lind, said on Monday", "")
REWORDED = FILED.replace("may close in May", "might close in May")


@pytest.fixture
def desk(folder: Path) -> Path:
    """Return a folder with what was filed, what was cut and what was only reworded, which is the current one."""
    for name, text in {"filed.md": FILED, "cut.md": CUT, "reworded.md": REWORDED}.items():
        Path(name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with two stories committed, which is the current folder."""
    for variable in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(variable, raising=False)
    git("init")
    Path("desk").mkdir()
    Path("desk/a.md").write_text(FILED, encoding="utf-8")
    Path("b.md").write_text(FILED, encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "File them")
    return folder


def compared(command: Command, *arguments: str) -> list[dict[str, Any]]:
    """Return what ``diff`` prints as JSON."""
    ran = command("diff", "--output-format", "json", *arguments)
    assert (ran.exit_code in (0, 1), ran.stderr) == (True, "")
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found


def losses(found: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    """Return the kinds of losses of each pair, with the path of its new version."""
    return [
        (pair["new"]["path"], [one["kind"] for one in pair["changes"] if one["effect"] == "loss"]) for pair in found
    ]


def test_a_loss_is_shown_with_both_versions(command: Command, desk: Path) -> None:
    ran = command("diff", "filed.md", "cut.md")
    assert ran.exit_code == 1
    assert "cut.md:3:1: loss attribution-cut\n" in ran.stdout
    assert "Paragraph 1 no longer says who says this; before, it was Jo Lind." in ran.stdout
    before, now = ran.stdout.index("before (filed.md)"), ran.stdout.index("now (cut.md)")
    assert before < ran.stdout.index("----") < now < ran.stdout.index("^^^^")
    assert "loss" in ran.stdout.splitlines()[-1]


@pytest.mark.parametrize("versions", [("filed.md", "filed.md"), ("filed.md", "reworded.md")])
def test_what_cost_nothing_ends_with_zero(command: Command, desk: Path, versions: tuple[str, str]) -> None:
    ran = command("diff", *versions)
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "", "")


def test_gains_are_shown_and_count_only_where_asked(command: Command, desk: Path) -> None:
    ran = command("diff", "cut.md", "filed.md")
    assert ran.exit_code == 0
    assert "gain attribution-added Paragraph 1 now says who says this: Jo Lind." in ran.stdout
    assert "No loss in 1 story" in ran.stdout
    assert command("diff", "--quiet", "cut.md", "filed.md").stdout == ""
    assert command("diff", "--fail-on", "changes", "cut.md", "filed.md").exit_code == 1
    assert command("diff", "--exit-zero", "filed.md", "cut.md").exit_code == 0


def test_offsets_count_in_each_version(command: Command, desk: Path) -> None:
    (pair,) = compared(command, "filed.md", "cut.md")
    assert (pair["old"], pair["new"]) == ({"path": "filed.md"}, {"path": "cut.md"})
    change = next(one for one in pair["changes"] if one["kind"] == "attribution-cut")
    assert set(change) == {"kind", "effect", "message", "source", "before", "after", "old", "new"}
    for side, text in (("old", FILED), ("new", CUT)):
        place = change[side]
        assert place["field"] == "text"
        assert text[place["start"] : place["end"]] == place["text"]
        assert (place["line"], place["paragraph"]) == (3, 1)
    assert change["old"]["text"] == "the mayor, Jo Lind, said"


def test_the_page_holds_both_versions_and_runs_nothing_of_theirs(command: Command, desk: Path) -> None:
    Path("sly.md").write_text(CUT.replace("Forty", "<script>alert(1)</script>Forty"), encoding="utf-8")
    ran = command("diff", "--output-format", "html", "--output-file", "page.html", "filed.md", "sly.md")
    page = Path("page.html").read_text(encoding="utf-8")
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "Paragraph 1 no longer says who says this" in page
    assert "<del>the mayor, Jo Lind, said</del>" in page
    assert "alert(1)" not in page.replace("&lt;script&gt;alert(1)", "")


def test_formats_may_differ(command: Command, desk: Path) -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraphs = [line.removeprefix("# ") for line in CUT.splitlines() if line]
    styles = ['<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>', *[""] * (len(paragraphs) - 1)]
    runs = [f"{style}<w:r><w:t>{text}</w:t></w:r>" for style, text in zip(styles, paragraphs, strict=True)]
    body = "".join(f"<w:p>{run}</w:p>" for run in runs)
    with zipfile.ZipFile("cut.docx", "w") as file:
        file.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>')
        types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        file.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{types}"/></Types>',
        )
    assert losses(compared(command, "filed.md", "cut.docx")) == [("cut.docx", ["attribution-cut"])]


def test_rows_are_paired_by_their_ids(command: Command, folder: Path) -> None:
    for name, texts in {"old.jsonl": (FILED, FILED), "new.jsonl": (CUT, FILED)}.items():
        rows = [json.dumps({"id": number, "text": text.replace("# ", "")}) for number, text in enumerate(texts)]
        Path(name).write_text("\n".join(rows if name == "old.jsonl" else reversed(rows)), encoding="utf-8")
    found = compared(command, "old.jsonl", "new.jsonl")
    assert [(pair["new"]["id"], pair["losses"]) for pair in found] == [(1, 0), (0, 1)]


def test_one_file_is_compared_with_the_last_commit(command: Command, repository: Path) -> None:
    Path("desk/a.md").write_text(CUT, encoding="utf-8")
    assert losses(compared(command, "desk/a.md")) == [("desk/a.md", ["attribution-cut"])]
    assert losses(compared(command, "HEAD:desk/a.md", "desk/a.md")) == [("desk/a.md", ["attribution-cut"])]
    git("commit", "-am", "Cut it")
    assert losses(compared(command, "desk/a.md")) == [("desk/a.md", [])]
    assert losses(compared(command, "HEAD~1:desk/a.md", "HEAD:desk/a.md")) == [("HEAD:desk/a.md", ["attribution-cut"])]


def test_a_path_of_git_may_count_from_here(command: Command, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("desk/a.md").write_text(CUT, encoding="utf-8")
    monkeypatch.chdir("desk")
    for old in ("HEAD:a.md", "HEAD:desk/a.md", "HEAD:./a.md"):
        assert losses(compared(command, old, "a.md")) == [("a.md", ["attribution-cut"])]
    assert losses(compared(command, "a.md")) == [("a.md", ["attribution-cut"])]


def test_all_that_has_changed_is_compared(command: Command, repository: Path) -> None:
    Path("desk/a.md").write_text(CUT, encoding="utf-8")
    Path("new.md").write_text("# A new story\n\nIt rains.\n", encoding="utf-8")
    git("mv", "b.md", "c.md")
    Path("c.md").write_text(REWORDED, encoding="utf-8")
    assert losses(compared(command, "--changed-since", "HEAD")) == [("c.md", []), ("desk/a.md", ["attribution-cut"])]
    assert losses(compared(command, "--changed-since", "HEAD", "c.md")) == [("c.md", [])]
    assert command("diff", "--changed-since", "HEAD", "desk").exit_code == 1
    git("add", ".")
    git("commit", "-m", "Edit them")
    ran = command("diff", "--changed-since", "HEAD")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert ran.stderr == "note: --changed-since: no story here is another than it was in HEAD\n"


def test_the_hook_stops_a_commit_that_costs_something(command: Command, repository: Path) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (entry,) = [hook["entry"].split()[1:] for hook in hooks if hook["id"] == "attrib-lsp-diff"]
    Path("desk/a.md").write_text(CUT, encoding="utf-8")
    Path("new.md").write_text(CUT, encoding="utf-8")
    git("add", ".")
    assert command(*entry, "b.md", "new.md").exit_code == 0
    stopped = command(*entry, "b.md", "desk/a.md", "new.md")
    assert (stopped.exit_code, stopped.stdout.count(": loss ")) == (1, 1)
    Path("attrib-lsp.toml").write_text('exclude = ["desk/"]\n', encoding="utf-8")
    assert command(*entry, "desk/a.md").exit_code == 0


def test_a_first_commit_loses_nothing(command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(variable, raising=False)
    git("init")
    Path("a.md").write_text(CUT, encoding="utf-8")
    git("add", ".")
    assert command("diff", "--changed-since", "HEAD", "a.md").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name two versions, OLD and NEW"),
        (("nowhere.md", "filed.md"), "nowhere.md: no such file or folder"),
        (("filed.md", "cut.md", "reworded.md"), "3 versions are too many"),
        ((".", "filed.md"), "this is a folder"),
        (("-", "-"), "cannot come from standard input"),
        (("HEAD:filed.md", "filed.md"), "HEAD:filed.md: there is no such file"),
        (("filed.md",), "HEAD:filed.md"),
        (("--changed-since", "HEAD"), "the current folder is in no git repository"),
        (("filed.md", "binary.md"), "binary.md"),
        (("--output-file", "filed.md", "filed.md", "cut.md"), "the report would overwrite this draft"),
    ],
)
def test_bad_input_is_one_line(command: Command, desk: Path, arguments: tuple[str, ...], told: str) -> None:
    Path("binary.md").write_bytes(b"\x00\x01\x02\xff" * 40)
    ran = command("diff", *arguments)
    assert ran.exit_code == 2
    assert told in ran.stderr
    assert len([line for line in ran.stderr.splitlines() if line.startswith("error:")]) == 1
    assert Path("filed.md").read_text(encoding="utf-8") == FILED


def test_another_language_is_not_compared(command: Command, desk: Path) -> None:
    Path("french.md").write_text(FRENCH, encoding="utf-8")
    ran = command("diff", "filed.md", "french.md")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert "this does not read as English" in ran.stderr


@pytest.mark.parametrize("text", ["", "\n\n", "# Bridge may", "“"])
def test_drafts_that_are_hardly_begun_are_compared(command: Command, desk: Path, text: str) -> None:
    Path("begun.md").write_text(text, encoding="utf-8")
    assert command("diff", "begun.md", "filed.md").exit_code == 0
    assert command("diff", "filed.md", "begun.md").exit_code in (0, 1)
    assert command("diff", "begun.md", "begun.md").stdout == ""


def test_standard_input_may_be_one_of_the_two(command: Command, desk: Path) -> None:
    ran = command("diff", "--stdin-filename", "edited.md", "filed.md", "-", stdin=CUT)
    assert ran.exit_code == 1
    assert "edited.md:3:1: loss attribution-cut" in ran.stdout


def test_a_headline_that_outgrew_its_story_is_told(command: Command, desk: Path, linter: Linter) -> None:
    old = FILED.replace("Bridge may close, mayor says", "Forty drivers sign petition against closing bridge")
    new = old.replace("Forty drivers signed", "Fourteen drivers signed")
    Path("old.md").write_text(old, encoding="utf-8")
    Path("new.md").write_text(new, encoding="utf-8")
    read = [linter.check(read_story(SourceText(text), Markup.MARKDOWN)) for text in (old, new)]
    codes = [{one.code for one in found if one.code.startswith("HED")} for found in read]
    found = [kind for _, kinds in losses(compared(command, "old.md", "new.md")) for kind in kinds]
    assert ("headline-outgrew" in found) is bool(codes[1] - codes[0])
    assert codes[1] - codes[0]
