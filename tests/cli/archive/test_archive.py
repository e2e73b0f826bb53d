"""``attrib-lsp archive``: what is written, what is set aside, and that a run goes on where it stopped."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("matplotlib")

import pyarrow as pa
import pyarrow.parquet as pq

from attrib_lsp.cli.archive import job, local
from attrib_lsp.cli.archive.plan import parts_of
from attrib_lsp.reports.archive.schemas import TABLES
from tests.cli.archive.conftest import STORIES, contents, table
from tests.cli.conftest import Command
from tests.cli.conftest import rows as written

ALONE = ("--isolated", "--jobs", "1", "--part-rows", "3")


def test_every_row_becomes_a_story_or_is_set_aside(rows: Path, folder: Path, command: Command) -> None:
    result = command("archive", rows.name, "--out", "out", *ALONE)
    assert result.exit_code == 0
    assert result.stdout.startswith("8 stories, 2 rows set aside")
    assert "the text from “body”" in result.stderr
    out = folder / "out"
    stories = table(out, "stories")
    assert [row["row"] for row in stories] == [1, 2, 3, 4, 6, 7, 8, 9]
    assert [(row["row"], row["reason"]) for row in table(out, "rejected")] == [
        (10, 'this row has no "body"'),
        (11, "this row is not JSON (unterminated string starting at column 20)"),
    ]
    first = stories[0]
    assert (first["id"], first["publisher"], first["date"]) == ("0", "Coast Times", date(2021, 1, 5))
    assert (first["sources"], first["named"], first["unnamed"], first["unnamed_statements"]) == (2, 1, 1, 1)
    assert first["words"] > 10


def test_tables_say_what_the_other_commands_say(rows: Path, folder: Path, command: Command) -> None:
    command("archive", rows.name, "--out", "out", *ALONE)
    as_rows = folder / "same.jsonl"
    as_rows.write_text(
        "".join(
            json.dumps({"id": row["id"], "headline": row["headline"], "text": row["body"]}) + "\n" for row in STORIES
        )
    )
    checked = written(command("check", "same.jsonl", "--isolated", "--no-cache", "--output-format", "jsonl"))
    keys = ("code", "name", "severity", "message", "field", "start", "end", "line", "column", "end_line", "end_column")
    found = [tuple(one[key] for key in keys) for row in checked for one in row["diagnostics"]]
    findings = table(folder / "out", "findings")
    assert len(findings) >= len(STORIES)
    assert [tuple(row[key] for key in keys) for row in findings] == found
    assert {row["words"] for row in findings if row["name"] == "bare-reportedly"} == {"reportedly"}
    spoken = written(command("sources", "same.jsonl", "--isolated", "--output-format", "jsonl"))
    said = [
        (one["source"], one["cue"], one["content"], one["type"], one["speaker"])
        for row in spoken
        for one in row["attributions"]
    ]
    keys = ("source", "cue", "content", "type", "speaker")
    assert [tuple(row[key] for key in keys) for row in table(folder / "out", "attributions")] == said
    known = [(one["name"], one["kind"], one["first"], one["statements"]) for row in spoken for one in row["sources"]]
    keys = ("name", "kind", "first", "statements")
    assert [tuple(row[key] for key in keys) for row in table(folder / "out", "sources")] == known


def test_it_goes_on_where_it_stopped(
    rows: Path, folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("archive", rows.name, "--out", "whole", *ALONE)
    real, begun = job.attempt, []

    def attempt(one: job.Job) -> job.Done | job.Failed:
        begun.append(one.part.number)
        if len(begun) == 3:
            raise KeyboardInterrupt
        return real(one)

    monkeypatch.setattr(local, "attempt", attempt)
    with monkeypatch.context() as patched:
        patched.setattr("attrib_lsp.cli.main.interrupt", lambda: None)
        command("archive", rows.name, "--out", "out", *ALONE)
    assert not (folder / "out" / "summary.html").exists()
    result = command("archive", rows.name, "--out", "out", *ALONE)
    assert (result.exit_code, begun) == (0, [0, 1, 2, 2, 3])
    assert "going on: 6 of 10 rows are done" in result.stderr
    assert contents(folder / "out") == contents(folder / "whole")
    assert command("archive", rows.name, "--out", "out", *ALONE).exit_code == 0
    assert len(begun) == 5


def test_a_part_that_a_worker_of_a_killed_run_still_ends_counts(
    rows: Path, folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("archive", rows.name, "--out", "whole", *ALONE)
    real, begun = job.attempt, []

    def attempt(one: job.Job) -> job.Done | job.Failed:
        begun.append(one.part.number)
        if len(begun) == 1:
            real(replace(one, part=list(parts_of(Path(one.out)))[1]))
        return real(one)

    monkeypatch.setattr(local, "attempt", attempt)
    result = command("archive", rows.name, "--out", "out", *ALONE)
    assert (result.exit_code, begun) == (0, [0, 2, 3])
    assert result.stdout.startswith("8 stories, 2 rows set aside")
    assert contents(folder / "out") == contents(folder / "whole")


def test_a_half_written_part_is_done_again(rows: Path, folder: Path, command: Command) -> None:
    command("archive", rows.name, "--out", "out", *ALONE)
    before = contents(folder / "out")
    (folder / "out" / "done" / "part-000001.json").write_text('{"key": "')
    (folder / "out" / "stories" / "part-000001.parquet").write_bytes(b"PAR1")
    (folder / "out" / "stories" / f".part-000001.parquet.{'0' * 32}").write_bytes(b"PAR1")
    assert command("archive", rows.name, "--out", "out", *ALONE).exit_code == 0
    assert contents(folder / "out") == before


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--select", "ANO"), "other settings hold now"),
        (("--publisher", "id"), "other columns were named"),
        (("--part-rows", "4"), "--part-rows 3"),
    ],
)
def test_a_run_of_another_kind_does_not_mix_in(
    options: tuple[str, ...], why: str, rows: Path, folder: Path, command: Command
) -> None:
    command("archive", rows.name, "--out", "out", *ALONE)
    result = command("archive", rows.name, "--out", "out", *ALONE, *options)
    assert result.exit_code == 2
    assert why in result.stderr
    assert command("archive", rows.name, "--out", "out", "--fresh", *ALONE, *options).exit_code == 0


def test_a_changed_input_is_told_and_a_touched_one_is_not(rows: Path, folder: Path, command: Command) -> None:
    command("archive", rows.name, "--out", "out", *ALONE)
    text = rows.read_text(encoding="utf-8")
    rows.write_text(text, encoding="utf-8")
    assert command("archive", rows.name, "--out", "out", *ALONE).exit_code == 0
    rows.write_text(text.replace("reportedly", "allegedly_"), encoding="utf-8")
    result = command("archive", rows.name, "--out", "out", *ALONE)
    assert (result.exit_code, "old.jsonl has changed since" in result.stderr) == (2, True)


def test_a_folder_of_somebody_else_is_left_alone(rows: Path, folder: Path, command: Command) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "novel.txt").write_text("Once upon a time")
    for more in ((), ("--fresh",)):
        result = command("archive", rows.name, "--out", "mine", *ALONE, *more)
        assert (result.exit_code, "novel.txt" in result.stderr) == (2, True)
    assert [one.name for one in (folder / "mine").iterdir()] == ["novel.txt"]


def test_parquet_and_packed_rows_say_the_same(rows: Path, folder: Path, command: Command) -> None:
    command("archive", rows.name, "--out", "plain", *ALONE)
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress(rows.read_bytes()))
    days = [{**row, "id": str(row["id"]), "date": date.fromisoformat(str(row["date"]))} for row in STORIES]
    pq.write_table(pa.Table.from_pylist([*days, {"id": "98"}]), folder / "old.parquet", row_group_size=4)
    for name in ("packed.jsonl.gz", "old.parquet"):
        assert command("archive", name, "--out", f"of-{name}", *ALONE).exit_code == 0
        for one in ("stories", "findings", "sources", "attributions"):
            mine, plain = (
                [{key: value for key, value in row.items() if key not in ("file", "row")} for row in table(out, one)]
                for out in (folder / f"of-{name}", folder / "plain")
            )
            assert mine == plain
    assert [row["row"] for row in table(folder / "of-old.parquet", "stories")] == list(range(1, 9))
    assert [row["row"] for row in table(folder / "of-old.parquet", "rejected")] == [9]


def test_several_processes_write_the_same(rows: Path, folder: Path, command: Command) -> None:
    command("archive", rows.name, "--out", "one", *ALONE)
    command("archive", rows.name, "--out", "two", "--isolated", "--jobs", "2", "--part-rows", "3")
    assert contents(folder / "two") == contents(folder / "one")


@pytest.mark.parametrize(
    ("name", "content", "options", "why"),
    [
        ("a.jsonl", b'{"words": "x"}\n', (), "say with --text which does: “words”"),
        ("a.jsonl", b'{"text": "x"}\n', ("--date", "day"), "there is no column “day” for the date; there is “text”"),
        ("a.jsonl", b'\xff\xfe{"text": "x"}\n', (), "UTF-16"),
        ("a.parquet", b"nonsense", (), "cannot be read as Parquet"),
        ("a.jsonl.gz", b"nonsense", (), "no whole gzip file"),
        ("a.csv", b"text\nx\n", (), "an archive is JSON Lines or Parquet"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    name: str, content: bytes, options: tuple[str, ...], why: str, folder: Path, command: Command
) -> None:
    (folder / name).write_bytes(content)
    result = command("archive", name, "--out", "out", *ALONE, *options)
    assert result.exit_code == 2
    assert why in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_empty_archive_has_a_summary(folder: Path, command: Command) -> None:
    (folder / "none.jsonl").write_text("\n")
    result = command("archive", "none.jsonl", "--out", "out", *ALONE)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "0 stories")
    assert (folder / "out" / "summary.html").exists()


def test_a_fault_in_a_rule_sets_one_row_aside(
    rows: Path, folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = job.rows_of

    def rows_of(article: job.Article, *more: object) -> object:
        if article.row == 4:
            raise ZeroDivisionError("division by zero")
        return real(article, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(job, "rows_of", rows_of)
    result = command("archive", rows.name, "--out", "out", *ALONE)
    assert (result.exit_code, len(table(folder / "out", "stories"))) == (0, 7)
    assert "ZeroDivisionError" in table(folder / "out", "rejected")[0]["reason"]


def test_every_column_is_in_the_guide() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "written" / "archive.md").read_text(encoding="utf-8")
    assert [
        (name, one.name) for name, columns in TABLES.items() for one in columns if f"| `{one.name}`" not in guide
    ] == []
    assert [one.meaning for columns in TABLES.values() for one in columns if one.meaning not in guide] == []
