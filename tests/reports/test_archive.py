"""The summary of an archive: what it counts, that its memory is bounded, and what its page holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("matplotlib")

import pyarrow as pa
import pyarrow.parquet as pq

from attrib_lsp.reports.archive.charts import bars, line
from attrib_lsp.reports.archive.leading import Leading
from attrib_lsp.reports.archive.page import page
from attrib_lsp.reports.archive.schemas import schema
from attrib_lsp.reports.archive.summary import Quoted, RuleCount, summarised
from attrib_lsp.reports.records import Record

PLACE = {"file": "a.jsonl", "id": None}
COUNTS = {
    "english": True,
    "words": 500,
    "findings": 2,
    "sources": 4,
    "unnamed": 1,
    "statements": 6,
    "unnamed_statements": 2,
}


def archive(out: Path) -> Path:
    """Write the tables of an archive of two parts."""
    stories: list[Record] = [
        {**PLACE, **COUNTS, "row": 1, "publisher": "<b>Herald</b>", "date_given": "2021-03-01"},
        {**PLACE, **COUNTS, "row": 2, "publisher": "Coast Times", "findings": 0},
        {**PLACE, **COUNTS, "row": 3, "publisher": "Coast Times", "english": False},
    ]
    findings = [{**PLACE, "row": row, "code": "ANO202", "name": "vague-anonymous-source"} for row in (1, 1, 3)]
    said = (
        ("The Council", "named-organisation", 3),
        ("the council", "named-organisation", 2),
        ("officials", "unnamed-group", 9),
    )
    sources = [
        {**PLACE, "row": 1, "name": name, "kind": kind, "statements": number, "quotes": 1}
        for name, kind, number in said
    ]
    tables = {"stories": stories, "findings": findings, "sources": sources, "attributions": [], "rejected": []}
    for name, rows in tables.items():
        (out / name).mkdir(parents=True)
        whole = pa.Table.from_pylist(rows, schema(name))
        if name == "stories":
            days = pa.array(["2021-03-01", "2021-04-02", None]).cast(pa.date32())
            whole = whole.set_column(whole.schema.get_field_index("date"), schema(name).field("date"), days)
        for part, start in enumerate((0, 2)):
            pq.write_table(whole.slice(start, 2 if part == 0 else None), out / name / f"part-{part:06}.parquet")
    return out


def test_what_the_tables_come_to(tmp_path: Path) -> None:
    summary = summarised(archive(tmp_path))
    assert (summary.total.stories, summary.total.words, summary.total.findings) == (3, 1500, 4)
    assert (summary.undated, summary.not_english, summary.rejected) == (1, 1, 0)
    assert summary.rules == (RuleCount("ANO202", "vague-anonymous-source", 3, 2),)
    assert [(one.name, one.stories) for one in summary.publishers] == [("Coast Times", 2), ("<b>Herald</b>", 1)]
    assert [(one.name, one.rate, one.unnamed_share) for one in summary.months] == [
        ("2021-03", 4.0, 25.0),
        ("2021-04", 0.0, 25.0),
    ]
    assert summary.quoted == (Quoted("The Council", "named-organisation", 5, 2, 2),)


def test_a_page_escapes_what_rows_say_and_has_no_style_of_its_own(tmp_path: Path) -> None:
    html = page(summarised(archive(tmp_path)), ["a.jsonl"], "Read with 73 rules.")
    assert "<b>Herald" not in html
    assert html.count("&lt;b&gt;Herald&lt;/b&gt;") == 2  # in the chart and in its table
    assert not re.search(r"<[^>]*\sstyle=", html)
    assert html.count("<svg") == 5
    named = re.findall(r'\sid="([^"]+)"', html)
    assert len(named) == len(set(named))
    assert {target.lstrip("#") for target in re.findall(r'href="(#[^"]+)"', html)} <= {*named}


@pytest.mark.parametrize("draw", [bars, line])
def test_a_chart_is_the_same_each_time_and_in_the_colours_of_the_page(draw: object) -> None:
    assert callable(draw)
    first, second = (str(draw("name", ["a $x$", "b & c"], [1, 2], "findings")) for _ in range(2))
    assert first == second
    assert "a $x$" in first
    assert not re.search(r"#0[1-5]0[1-5]0[1-5]|url\(#(?!name-)", first)


def test_the_most_frequent_are_kept_however_many_there_are() -> None:
    leading: Leading[int] = Leading(kept=10)
    for number in range(5_000):
        leading.add([(number, 1), (-1 - number % 2, 2)])
    assert {-1, -2} <= set(leading)
    assert len(list(leading)) <= 20
