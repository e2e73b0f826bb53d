"""``attrib-lsp headline``: several headlines against one story, ranked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from attrib_lsp.language.pipeline import Pipeline
from attrib_lsp.language.values import Parse
from attrib_lsp.linter.linter import Linter
from tests.cli.conftest import Command

BODY = """The library in Marsh End closed on Monday. This will
save $40,000 a year, its leader, Mara Lind, said.

"Nobody asked us," the librarian, Iris Cole, said. She has worked there for 19 years.
"""
OWN, CLEAN, WRONG = "Library closes in Marsh End", "Marsh End library closed", "Library to save $90,000"
STORY = f"# Library closes in Marsh End\n\n{BODY}"
TWICE = 'Library to save $90,000, librarian says "nobody told us"'


@pytest.fixture
def story(folder: Path) -> str:
    Path("story.md").write_text(STORY)
    return "story.md"


def compared(command: Command, *arguments: str, stdin: str = "") -> list[Any]:
    """Return the headlines of a run that wrote JSON."""
    run = command("headline", *arguments, "--output-format", "json", stdin=stdin)
    assert run.exit_code in (0, 1), run.stderr
    return list(json.loads(run.stdout)["headlines"])


def test_the_best_come_first(command: Command, story: str) -> None:
    found = compared(command, story, TWICE, WRONG, CLEAN)
    assert [one["headline"] for one in found] == [OWN, CLEAN, WRONG, TWICE]
    assert [one["own"] for one in found] == [True, False, False, False]
    assert [[finding["code"] for finding in one["diagnostics"]] for one in found] == [
        [],
        [],
        ["HED305"],
        ["HED305", "HED306"],
    ]


def test_offsets_count_in_the_headline_and_related_ones_in_the_story(command: Command, story: str) -> None:
    finding = compared(command, story, WRONG)[-1]["diagnostics"][0]
    assert (finding["field"], WRONG[finding["start"] : finding["end"]]) == ("headline", "$90,000")
    related = finding["related"][0]
    assert (related["field"], STORY[related["start"] : related["end"]]) == ("text", "$40,000")


def test_the_report_for_people(command: Command, story: str) -> None:
    run = command("headline", story, WRONG)
    assert (run.exit_code, run.stderr) == (1, "")
    assert run.stdout.startswith(f"1. {OWN}  (the story's own)\n   nothing to mend\n\n2. {WRONG}\n")
    assert f"   {' ' * WRONG.index('$')}^^^^^^^\n   warning HED305 headline-fact-mismatch\n" in run.stdout
    assert (
        "     4 | save $40,000 a year, its leader, Mara Lind, said.\n       |      ------- the nearest figure"
        in run.stdout
    )
    length = len(BODY.split())
    assert run.stdout.endswith(f"Checked 2 headlines against story.md ({length} words). 1 has nothing to mend.\n")


def test_quiet_leaves_the_summary_out(command: Command, story: str) -> None:
    run = command("headline", story, "--quiet")
    assert (run.exit_code, run.stdout) == (0, f"1. {OWN}  (the story's own)\n   nothing to mend\n\n")


@pytest.mark.parametrize("lines", ["{0}\n\n{1}\n", "- {0}\n- {1}", "1. {0}\r\n2. {1}\r\n", "\ufeff {0} \n{1}\n{0}\n"])
def test_headlines_come_from_files_and_standard_input(command: Command, story: str, lines: str) -> None:
    text = lines.format(CLEAN, WRONG)
    Path("headlines.txt").write_bytes(text.encode())
    expected = [OWN, "Council shuts library", CLEAN, WRONG]
    for given, stdin in (("headlines.txt", ""), ("-", text)):
        found = compared(command, story, "Council shuts library", "--from", given, stdin=stdin)
        assert sorted(one["headline"] for one in found) == sorted(expected)


def test_a_candidate_like_the_storys_own_is_checked_once(command: Command, story: str) -> None:
    assert [(one["headline"], one["own"]) for one in compared(command, story, OWN, OWN)] == [(OWN, True)]


def test_a_story_without_a_headline(command: Command, folder: Path) -> None:
    found = compared(command, "-", WRONG, "--stdin-filename", "story.md", stdin=BODY)
    assert [one["headline"] for one in found] == [WRONG]
    none = command("headline", "-", "--stdin-filename", "story.md", stdin=BODY)
    assert none.exit_code == 2
    assert none.stderr == "error: story.md: the story has no headline; give at least one to check\n"


def test_a_headline_in_front_matter_and_one_of_a_row(command: Command, folder: Path) -> None:
    Path("front.md").write_text(f"---\ntitle: {OWN}\n---\n\n{BODY}")
    Path("row.jsonl").write_text(json.dumps({"id": "a", "headline": OWN, "text": BODY}) + "\n")
    for path in ("front.md", "row.jsonl"):
        assert [one["own"] for one in compared(command, path, WRONG)] == [True, False]


def test_selectors(command: Command, story: str) -> None:
    codes = [one["code"] for one in compared(command, story, TWICE, "--ignore", "HED305")[-1]["diagnostics"]]
    assert codes == ["HED306"]
    codes = [one["code"] for one in compared(command, story, TWICE, "--select", "HED305")[-1]["diagnostics"]]
    assert codes == ["HED305"]
    assert command("headline", story, "--select", "HED999").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "code"), [((CLEAN,), 0), ((WRONG,), 1), ((WRONG, "--exit-zero"), 0), ((WRONG, "--ignore", "HED"), 0)]
)
def test_exit_status(command: Command, story: str, arguments: tuple[str, ...], code: int) -> None:
    assert command("headline", story, *arguments).exit_code == code


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("gone.md", "A"), "error: gone.md: no such file or folder"),
        (("story.md", " "), "error: ' ' is no headline: there are no words in it"),
        (("story.md", "--from", "gone.txt"), "error: gone.txt: the headlines cannot be read"),
        (("story.md", "--from", "latin.txt"), "error: latin.txt:1: "),
        (("-", "--from", "-"), "error: story and headlines cannot both come from standard input"),
        ((".", "A"), "error: .: this is a folder"),
        (("two.jsonl", "A"), "error: two.jsonl: there is more than one story here"),
        (("story.md", "--from", "list.txt", "-o", "list.txt"), "error: list.txt: the report would overwrite"),
        (("story.md", "-o", "story.md"), "error: story.md: the report would overwrite"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(
    command: Command, story: str, arguments: tuple[str, ...], told: str
) -> None:
    Path("latin.txt").write_bytes("Café".encode("latin-1"))
    Path("list.txt").write_text(CLEAN)
    Path("two.jsonl").write_text('{"id": 1, "text": "One ran."}\n{"id": 2, "text": "Two ran."}\n')
    run = command("headline", *arguments)
    assert (run.exit_code, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert run.stderr.startswith(told)
    assert Path("list.txt").read_text() == CLEAN


def test_the_body_is_read_once(command: Command, story: str, linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = Pipeline.read

    def counting(pipeline: Pipeline, texts: Iterable[str]) -> Iterable[Parse]:
        seen.extend(texts)
        return real(pipeline, list(texts))

    monkeypatch.setattr(Pipeline, "read", counting)
    compared(command, story, CLEAN, WRONG)
    assert len(seen) == len(set(seen)) == 5
