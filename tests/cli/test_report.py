"""``attrib-lsp report``, and ``check --output-format html``."""

from __future__ import annotations

import json
from pathlib import Path

import lxml.html

from tests.cli.conftest import RUMOUR, Command

BROKEN = "---\ntitle: [open\n---\n\nText.\n"


def notes_in(path: str) -> int:
    """Return how many findings a page shows."""
    return len(lxml.html.parse(path).xpath("//li[@data-note]"))


def test_a_story_gets_a_page_beside_it(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    run = command("report", "a.txt")
    assert (run.exit_code, run.stdout) == (0, "")
    assert run.stderr == "note: a.report.html: the page on 1 story\n"
    assert sorted(path.name for path in folder.iterdir()) == ["a.report.html", "a.txt"]
    assert Path("a.txt").read_text() == RUMOUR
    assert notes_in("a.report.html") == 1
    assert command("report", "a.txt", "-q").stderr == ""  # over its own page


def test_the_rules_in_force_are_those_of_a_check(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    Path("attrib-lsp.toml").write_text('ignore = ["bare-reportedly"]\n')
    command("report", "a.txt", "-o", "a.html")
    assert notes_in("a.html") == 0
    command("report", "a.txt", "-o", "a.html", "--isolated")
    assert notes_in("a.html") == 1
    command("report", "a.txt", "-o", "a.html", "--isolated", "--ignore", "UNS")
    assert notes_in("a.html") == 0


def test_a_folder_gets_a_page_each_and_an_index_that_tells_of_broken_ones(command: Command, folder: Path) -> None:
    Path("drafts/b").mkdir(parents=True)
    for name in ("a.md", "a.txt", "b/a.md"):
        Path("drafts", name).write_text(f"# Mayor quits\n\n{RUMOUR}")
    Path("drafts/broken.md").write_text(BROKEN)
    run = command("report", "drafts", "-o", "pages")
    assert run.exit_code == 2
    assert "broken.md:2: the front matter" in run.stderr
    assert sorted(path.name for path in Path("pages").iterdir()) == ["a-txt.html", "a.html", "b-a.html", "index.html"]
    index = lxml.html.parse("pages/index.html")
    assert index.xpath("//tbody//a/@href") == ["a.html", "a-txt.html", "b-a.html"]
    (broken,) = index.xpath("//section//li")
    assert broken.text_content().startswith(f"{Path('drafts/broken.md')}: line 2: the front matter")


def test_several_stories_go_into_one_file_if_that_is_named(command: Command, folder: Path) -> None:
    rows = [{"id": number, "headline": "Mayor quits", "text": RUMOUR} for number in (1, 2)]
    Path("a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert command("report", "a.jsonl", "-o", "all.html").exit_code == 0
    page = lxml.html.parse("all.html")
    assert len(page.xpath("//article")) == 2
    assert len(set(page.xpath("//@id"))) == len(page.xpath("//@id"))
    assert command("report", "a.jsonl").exit_code == 0
    assert sorted(path.name for path in Path("attrib-report").iterdir()) == ["a-1.html", "a-2.html", "index.html"]


def test_standard_input_goes_to_standard_output(command: Command) -> None:
    run = command("report", "-", "--stdin-filename", "a.md", stdin="# Mayor quits\n\nThe mayor reportedly resigned.\n")
    assert run.exit_code == 0
    assert run.stdout.startswith("<!doctype html>\n")
    assert "<title>Mayor quits · sourcing report</title>" in run.stdout


def test_nobodys_work_is_written_over(command: Command, folder: Path) -> None:
    Path("drafts").mkdir()
    Path("drafts/a.html").write_text("<h1>Mayor quits</h1><p>The mayor reportedly resigned.</p>")
    Path("notes.html").write_text("mine")
    before = Path("drafts/a.html").read_text()
    for arguments in (
        ("drafts/a.html", "-o", "drafts/a.html"),
        ("drafts/a.html", "-o", "drafts/a.html", "--force"),
        ("drafts", "-o", "drafts/a.html", "--force"),
        ("drafts", "-o", "drafts", "--force"),
        ("drafts", "-o", "notes.html"),
    ):
        run = command("report", *arguments)
        assert run.exit_code == 2, arguments
        assert run.stderr.startswith("error: "), arguments
        assert run.stderr.count("error: ") == 1
        assert Path("drafts/a.html").read_text() == before
        assert Path("notes.html").read_text() == "mine"
    assert command("report", "drafts", "-o", "notes.html", "--force").exit_code == 0
    assert notes_in("notes.html") >= 1


def test_bad_places_are_one_clear_line(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    Path("taken").write_text("")
    Path("dir.html").mkdir()
    assert (
        command("report", "a.txt", "-o", "a.pdf").stderr
        == "error: a.pdf: name a page that ends in .html, or a folder\n"
    )
    assert command("report", "a.txt", "-o", "taken").exit_code == 2
    assert command("report", "a.txt", "-o", "taken/a.html").exit_code == 2
    assert command("report", "a.txt", "-o", "none/a.html").stderr.count("\n") == 1
    assert command("report", "b.txt").exit_code == 2
    assert not Path("b.report.html").exists()
    assert command("report", "a.txt", "-o", "dir.html", "-q").exit_code == 0
    assert Path("dir.html/index.html").exists()


def test_pages_are_no_drafts(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    command("report", "a.txt")
    run = command("check", "--output-format", "jsonl", ".")
    assert [json.loads(line)["path"] for line in run.stdout.splitlines()] == ["a.txt"]
    named = command("check", "a.report.html")
    assert named.stderr == "note: a.report.html: a page that attrib-lsp has written, and no draft\n"


def test_check_writes_a_page_beside_its_other_reports(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    Path("b.txt").write_text(RUMOUR)
    run = command("check", "--output-format", "concise", "--output-format", "html:page.html", "a.txt", "b.txt")
    assert run.exit_code == 1
    assert run.stdout.count("UNS107") == 2
    assert notes_in("page.html") == 2
    Path("mine.html").write_text("<p>mine</p>")
    refused = command("check", "--output-format", "html:mine.html", "a.txt")
    assert refused.exit_code == 2
    assert Path("mine.html").read_text() == "<p>mine</p>"
    counted = command("check", "--statistics", "--output-format", "html", "a.txt")
    assert counted.stderr.startswith("error: --statistics cannot be written as html")
