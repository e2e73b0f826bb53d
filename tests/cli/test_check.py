"""``attrib-lsp check``: what is checked, how it is told, how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.linter import Linter
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.text.story import Story
from tests.cli.conftest import ONLY, RUMOUR, Command, rows

CLEAN = "Ferry delayed\n\nThe ferry left late, the harbour master, Rita Boyle, said.\n"


def test_a_finding_ends_in_1_and_none_in_0(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    found = command("check", *ONLY, "a.txt")
    assert (found.exit_code, found.stderr) == (1, "")
    assert found.stdout.startswith("a.txt:3:11: warning UNS107 bare-reportedly\n")
    assert "  3 | The mayor reportedly resigned on Tuesday.\n    |           ^^^^^^^^^^\n" in found.stdout
    assert found.stdout.endswith("Found 1 finding in 1 story (1 warning).\n")
    Path("a.txt").write_text(CLEAN)
    clean = command("check", *ONLY, "a.txt")
    assert (clean.exit_code, clean.stdout, clean.stderr) == (0, "Found nothing to mend in 1 story.\n", "")


@pytest.mark.parametrize("arguments", [("a.txt", *ONLY), (*ONLY, "a.txt"), ("--", "a.txt"), (".",)])
def test_check_goes_without_saying(command: Command, folder: Path, arguments: tuple[str, ...]) -> None:
    Path("a.txt").write_text(RUMOUR)
    bare = command(*arguments, "--exit-zero") if "--" not in arguments else command("--exit-zero", *arguments)
    assert bare.exit_code == 0
    assert "UNS107" in bare.stdout


def test_without_a_path_the_current_folder_is_checked(command: Command, folder: Path) -> None:
    Path("sub").mkdir()
    Path("sub/a.txt").write_text(RUMOUR)
    assert command("check", *ONLY).stdout.startswith("sub/a.txt:3:11:")


def test_a_word_much_like_a_command_is_taken_for_a_slip(command: Command, folder: Path) -> None:
    slip = command("chekc", "a.txt")
    assert (slip.exit_code, slip.stdout) == (2, "")
    assert slip.stderr == "error: chekc: no such file or command; did you mean `attrib-lsp check`?\n"
    Path("chekc").write_text(CLEAN)
    assert command("chekc", *ONLY).exit_code == 0


@pytest.mark.parametrize(("level", "code"), [("hint", 1), ("info", 1), ("warning", 1), ("error", 0), ("WARNING", 1)])
def test_fail_on(command: Command, folder: Path, level: str, code: int) -> None:
    Path("a.txt").write_text(RUMOUR)
    assert command("check", *ONLY, "--fail-on", level, "a.txt").exit_code == code


def test_exit_zero_forgives_findings_but_no_bad_input(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    assert command("check", *ONLY, "--exit-zero", "a.txt").exit_code == 0
    assert command("check", *ONLY, "--exit-zero", "a.txt", "b.txt").exit_code == 2


def test_bad_input_is_told_and_the_others_are_checked(command: Command, folder: Path) -> None:
    Path("a.txt").write_bytes("Café".encode("latin-1"))
    Path("b.md").write_text("---\ntitle: Never closed\nBody.\n")
    Path("c.txt").write_text(RUMOUR)
    Path("empty").mkdir()
    run = command("check", *ONLY, "--output-format", "concise", "gone.txt", "a.txt", "b.md", "empty", "c.txt")
    assert run.exit_code == 2
    assert run.stdout.startswith("c.txt:3:11: warning UNS107")
    told = run.stderr.splitlines()
    assert [line.split(": ")[:2] for line in sorted(told)] == [
        ["error", "a.txt:1"],
        ["error", "b.md:1"],
        ["error", "gone.txt"],
        ["note", "empty"],
    ]


def test_a_note_is_no_error_and_quiet_drops_it(command: Command, folder: Path) -> None:
    assert command("check").exit_code == 0
    assert command("check").stderr == "note: .: no drafts here (.txt, .md, .html, .docx, .xml, .json, .jsonl, …)\n"
    assert command("check", "--quiet").stderr == ""


def test_quiet_leaves_findings_only(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    Path("b.txt").write_text(CLEAN)
    assert command("check", *ONLY, "-q", "b.txt").stdout == ""
    assert "Found" not in command("check", *ONLY, "-q", "a.txt").stdout


def test_standard_input(command: Command) -> None:
    assert command("check", *ONLY, "-", stdin=RUMOUR).stdout.startswith("-:3:11: warning UNS107")
    named = command("check", *ONLY, "--stdin-filename", "desk/a.md", "-", stdin=RUMOUR)
    assert named.stdout.startswith("desk/a.md:3:11:")
    assert command("check", *ONLY, "--stdin-filename", "a.md", stdin=RUMOUR).exit_code == 1


def test_rows_from_standard_input(command: Command) -> None:
    lines = [json.dumps({"id": 7, "text": RUMOUR}), "{", json.dumps({"id": "b", "headline": "H", "text": CLEAN})]
    run = command("check", *ONLY, "--stdin-filename", "wire.jsonl", "--output-format", "jsonl", stdin="\n".join(lines))
    assert run.exit_code == 2
    assert run.stderr.startswith("error: wire.jsonl:2: this row is not JSON")
    first, second = rows(run)
    assert (first["id"], second) == (7, {"id": "b", "diagnostics": []})
    assert [(one["field"], one["start"], one["end"]) for one in first["diagnostics"]] == [("text", 23, 33)]


def test_a_finding_in_a_rows_headline(command: Command) -> None:
    row = json.dumps({"id": "a", "headline": "Mayor reportedly quits", "text": "The council sat on Monday.\n"})
    run = command("check", "--select", "ALL", "--stdin-filename", "a.jsonl", "--output-format", "jsonl", stdin=row)
    (only,) = rows(run)
    assert run.stderr == ""
    assert {one["field"] for one in only["diagnostics"]} <= {"headline", "text"}


def test_the_formats_tell_the_same(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    Path("b.txt").write_text(CLEAN)
    array = json.loads(command("check", *ONLY, "--output-format", "json").stdout)
    assert array == rows(command("check", *ONLY, "--output-format", "jsonl"))
    assert [(one["path"], len(one["diagnostics"])) for one in array] == [("a.txt", 1), ("b.txt", 0)]
    assert len(command("check", *ONLY, "--output-format", "concise").stdout.splitlines()) == 1


def test_statistics(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    run = command("check", *ONLY, "--statistics", "a.txt")
    assert run.stdout == "1  UNS107  bare-reportedly\n\nFound 1 finding in 1 story (1 warning).\n"
    assert run.exit_code == 1
    counted = {"code": "UNS107", "name": "bare-reportedly", "count": 1, "stories": 1}
    assert rows(command("check", *ONLY, "--statistics", "--output-format", "jsonl", "a.txt")) == [counted]
    assert json.loads(command("check", *ONLY, "--statistics", "--output-format", "json", "a.txt").stdout) == [counted]


def test_the_report_goes_to_a_file(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    for _ in range(2):
        run = command("check", *ONLY, ".", "--output-file", "report.txt")
        assert (run.exit_code, run.stdout) == (1, "")
        assert Path("report.txt").read_text().count("UNS107") == 1
    missing = command("check", *ONLY, ".", "-o", "no/such/report.txt")
    assert missing.exit_code == 2
    assert missing.stderr.startswith("error: no/such/report.txt: the report cannot be written here: no such file")


def test_the_report_never_overwrites_a_draft_that_is_named(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(RUMOUR)
    run = command("check", "a.txt", "-o", "./a.txt")
    assert run.exit_code == 2
    assert "would overwrite this draft" in run.stderr
    assert Path("a.txt").read_text() == RUMOUR


def codes(command: Command, *arguments: str) -> set[str]:
    """Return the codes of what is found in a rumour."""
    (row,) = rows(command("check", "--output-format", "jsonl", *arguments, "-", stdin=RUMOUR))
    return {one["code"] for one in row["diagnostics"]}


def test_rules_are_chosen_by_code_name_or_family(command: Command) -> None:
    for chosen in ("UNS107", "uns107", "bare-reportedly", "UNS", "UNS1", "ALL", "HED, bare-reportedly,"):
        assert "UNS107" in codes(command, "--select", chosen)
    assert codes(command, "--select", "HED", "--select", "UNS107") >= {"UNS107"}
    assert "UNS107" in codes(command)
    assert "UNS107" not in codes(command, "--ignore", "UNS107")
    assert "UNS107" not in codes(command, "--ignore", "HED,UNS")
    assert "UNS107" not in codes(command, "--select", "HED")
    assert "UNS107" in codes(command, "--select", "HED", "--extend-select", "bare-reportedly")


def test_the_more_exact_choice_wins(command: Command) -> None:
    assert codes(command, "--select", "UNS107", "--ignore", "UNS") == {"UNS107"}
    assert "UNS107" not in codes(command, "--select", "UNS", "--ignore", "UNS107")
    assert not any(code.startswith("UNS") for code in codes(command, "--select", "ALL", "--ignore", "UNS"))
    assert codes(command, "--extend-select", "UNS107", "--ignore", "ALL") == {"UNS107"}
    assert codes(command, "--select", "UNS107", "--ignore", "UNS107") == set()


@pytest.mark.parametrize("option", ["--select", "--ignore", "--extend-select"])
def test_an_unknown_rule_is_told_with_the_nearest(command: Command, folder: Path, option: str) -> None:
    run = command("check", option, "bare-reportedley", ".")
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr == "error: there is no rule 'bare-reportedley'; did you mean bare-reportedly?\n"
    assert command("check", option, " , ").stderr.startswith(f"error: invalid value for '{option}': name at least one")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "--selct", "UNS"), "no such option"),
        (("check", "--select"), "requires an argument"),
        (("check", "--fail-on", "fatal"), "is not one of"),
        (("check", "--output-format", "xml"), "is not one of"),
        (("--nonsense",), "no such option"),
        (("sources", "--select", "UNS"), "no such option"),
        (("rule",), "missing argument 'NAME'"),
        (("rules", "more"), "unexpected extra argument"),
    ],
)
def test_a_command_that_is_not_understood_is_one_line(command: Command, arguments: tuple[str, ...], words: str) -> None:
    run = command(*arguments)
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1
    assert words in run.stderr
    assert "--help`" in run.stderr


def test_a_fault_in_one_draft_leaves_the_others(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyse: Callable[..., AttributionGraph] = Linter.analyse

    def faulty(self: Linter, story: Story, **named: object) -> AttributionGraph:
        if "Boyle" in story.sources["text"].text:
            raise KeyError("no such\nthing")
        return analyse(self, story, **named)

    monkeypatch.setattr(Linter, "analyse", faulty)
    Path("a.txt").write_text(CLEAN)
    Path("b.txt").write_text(RUMOUR)
    for arguments in (("check", *ONLY), ("sources",)):
        run = command(*arguments)
        assert run.exit_code == 2
        assert run.stderr == (
            "error: a.txt: could not be checked: KeyError: 'no such\\nthing' "
            "(this is a fault in attrib-lsp, please report it)\n"
        )
        assert "b.txt" in run.stdout


def test_a_missing_pipeline_is_told_once(command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise OSError("[E050] Can't find\nmodel")

    monkeypatch.undo()
    monkeypatch.chdir(folder)
    monkeypatch.setattr("attrib_lsp.cli.run.Pipeline", missing)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(RUMOUR)
    run = command("check")
    assert run.exit_code == 2
    assert run.stderr == "error: prose cannot be read ([E050] Can't find model); please install attrib-lsp again\n"


@pytest.mark.parametrize(
    "text",
    ["", "\n", "\r\n\r\n", " ", "\ufeff", ".", "“", "\u2028", "🎉", "\u202eאבג\u202c", "a" * 5000, "---\n---\n", "# "],
    ids=repr,
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_odd_drafts_are_read(command: Command, folder: Path, name: str, text: str) -> None:
    Path(name).write_bytes(text.encode())
    for subcommand in ("check", "sources"):
        run = command(subcommand, name)
        assert run.stderr == ""
        assert run.exit_code in (0, 1)


@pytest.mark.parametrize(
    "text",
    [
        RUMOUR.replace("\n", "\r\n"),
        RUMOUR.replace("\n", "\r"),
        "🎉🎉\n\n👩‍👩‍👧 The mayor 🏳️‍🌈 reportedly resigned.\n",
        "Mayor of תל אביב quits\n\nראש העיר, the mayor, reportedly resigned.\n",
        "Mayor quits\n\nThe \x1b[31mmayor reportedly resigned.\n",
    ],
    ids=["crlf", "cr", "emoji", "right to left", "escapes"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_offsets_lead_to_the_words(command: Command, folder: Path, text: str, encoding: str) -> None:
    Path("a.txt").write_bytes(text.encode(encoding))
    (row,) = rows(command("check", *ONLY, "--output-format", "jsonl", "a.txt"))
    (found,) = row["diagnostics"]
    assert text[found["start"] : found["end"]] == "reportedly"
    shown = command("check", *ONLY, "a.txt").stdout
    assert "\x1b" not in shown
    assert "^^^^^^^^^^\n" in shown


def test_a_line_of_three_hundred_thousand_letters(command: Command, folder: Path) -> None:
    Path("a.txt").write_text("Mayor quits\n\n" + "x" * 300_000 + " The mayor reportedly resigned.\n")
    run = command("check", *ONLY, "a.txt")
    assert run.stderr == ""
    assert max(map(len, run.stdout.splitlines())) <= 100
    assert "…" in run.stdout


def test_every_rule_can_be_selected(command: Command, folder: Path) -> None:
    Path("empty.txt").touch()
    for rule in all_rules():
        assert command("check", "--select", rule.code, "--ignore", rule.family, "empty.txt").exit_code == 0
