"""Machine-readable output: the members of each row are a promise."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from attrib_lsp.linter.located import LocatedEdit, LocatedFix, LocatedRelated
from attrib_lsp.reports import json as array
from attrib_lsp.reports import jsonl
from attrib_lsp.reports.origin import AnalysedDraft, LintedDraft, Origin
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.text.source_text import SourceText
from tests.reports.drafts import STORY, finding, graph, linted, span_of

SCREEN = Terminal()


def rows(report: Iterable[str]) -> list[Any]:
    """Return the rows of a JSON Lines report."""
    return [json.loads(line) for line in "".join(report).splitlines()]


def test_a_row_of_check() -> None:
    span = span_of(STORY, "several council officials")
    related = LocatedRelated("they speak here", "text", span)
    edit = LocatedEdit("text", span_of(STORY, "“dead”"), 'what <source> called "dead"')
    fix = LocatedFix("Say whose word it is", (edit,), False)
    draft = linted(STORY, finding(STORY, "“dead”", related=(related,), fixes=(fix,)))
    assert rows(jsonl.report([draft], SCREEN)) == [
        {
            "path": "story.txt",
            "diagnostics": [
                {
                    "code": "ANO202",
                    "name": "vague-anonymous-source",
                    "severity": "warning",
                    "message": "Say which officials.",
                    "field": "text",
                    "start": 13,
                    "end": 19,
                    "line": 1,
                    "column": 14,
                    "end_line": 1,
                    "end_column": 20,
                    "related": [{"message": "they speak here", "field": "text", "start": span.start, "end": span.end}],
                    "fixes": [
                        {
                            "title": "Say whose word it is",
                            "safe": False,
                            "edits": [
                                {
                                    "field": "text",
                                    "start": 13,
                                    "end": 19,
                                    "replacement": 'what <source> called "dead"',
                                    "blanks": [[5, 13]],
                                }
                            ],
                        }
                    ],
                }
            ],
        }
    ]


def test_each_draft_has_a_row_whether_anything_was_found_or_not() -> None:
    assert rows(jsonl.report([linted(STORY), linted(STORY, path="other.md")], SCREEN)) == [
        {"path": "story.txt", "diagnostics": []},
        {"path": "other.md", "diagnostics": []},
    ]


def test_a_row_of_a_row_is_known_by_its_id_and_counts_in_its_field() -> None:
    headline = "😀 Deal is dead"
    draft = linted("Text.", finding(headline, "dead", field="headline"), headline=headline)
    (row,) = rows(jsonl.report([draft], SCREEN))
    assert row["id"] == "a17"
    assert "path" not in row
    (found,) = row["diagnostics"]
    assert (found["field"], found["start"], found["end"], found["column"]) == ("headline", 10, 14, 11)


def test_ids_keep_their_type() -> None:
    draft = LintedDraft(Origin("wire.jsonl", 7), {"text": SourceText("")}, ())
    assert rows(jsonl.report([draft], SCREEN)) == [{"id": 7, "diagnostics": []}]


def test_a_row_of_sources_counts_in_the_files_text() -> None:
    (row,) = rows(jsonl.sources([AnalysedDraft(Origin("story.txt"), graph())], SCREEN))
    officials, boyle = (span_of(STORY, words) for words in ("several council officials", "Rita Boyle"))
    assert row["path"] == "story.txt"
    assert row["sources"] == [
        {
            "name": "several council officials",
            "kind": "unnamed-group",
            "first": [officials.start, officials.end],
            "statements": 1,
        },
        {"name": "Rita Boyle", "kind": "named-person", "first": [boyle.start, boyle.end], "statements": 1},
    ]
    first, second = row["attributions"]
    assert set(first) == {"source", "cue", "content", "type", "speaker"}
    assert (first["speaker"], first["type"]) == ("several council officials", "indirect")
    assert [STORY[start:end] for start, end in first["content"]] == ["The harbour deal is dead"]
    assert [STORY[start:end] for start, end in second["source"] + second["cue"]] == ["Rita Boyle", "said"]


def test_json_is_the_array_of_the_same_rows() -> None:
    drafts = [linted(STORY, finding(STORY, "dead")), linted(STORY)]
    assert json.loads("".join(array.report(drafts, SCREEN))) == rows(jsonl.report(drafts, SCREEN))
    assert json.loads("".join(array.report([], SCREEN))) == []
    analysed = [AnalysedDraft(Origin("story.txt"), graph())]
    assert json.loads("".join(array.sources(analysed, SCREEN))) == rows(jsonl.sources(analysed, SCREEN))


def test_a_name_that_is_no_unicode_can_be_written_and_read_back() -> None:
    report = "".join(jsonl.report([linted("", path="caf\udce9.txt")], SCREEN))
    assert json.loads(report.encode().decode())["path"] == "caf\udce9.txt"


def test_control_characters_and_line_separators_stay_on_one_line() -> None:
    draft = linted("", path="a\x1b\n\u2028.txt")
    (line,) = "".join(jsonl.report([draft], SCREEN)).split("\n")[:-1]
    assert "\x1b" not in line
