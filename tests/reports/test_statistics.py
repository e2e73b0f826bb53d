"""Findings counted by rule."""

from __future__ import annotations

import json

from attrib_lsp.reports import statistics
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.rules.finding import Severity
from tests.reports.drafts import STORY, finding, linted

DRAFTS = [
    linted(STORY, finding(STORY, "said", Severity.ERROR, code="QUO401", name="b"), finding(STORY, "alive")),
    linted(STORY, *(finding(STORY, words) for words in ("deal", "dead", "officials", "council", "never"))),
    linted(STORY, *(finding(STORY, words, code="ATT501", name="a") for words in ("deal", "dead"))),
    linted(STORY),
]


def test_highest_count_first() -> None:
    assert "".join(statistics.report(DRAFTS, Terminal())) == (
        "6  ANO202  vague-anonymous-source\n"
        "2  ATT501  a\n"
        "1  QUO401  b\n"
        "\n"
        "Found 9 findings in 4 stories (1 error, 8 warnings).\n"
    )


def test_numbers_are_aligned_and_quiet_leaves_the_sum_out() -> None:
    drafts = [linted(STORY, *[finding(STORY, "dead")] * 1200, finding(STORY, "said", code="QUO401", name="b"))]
    assert "".join(statistics.report(drafts, Terminal(), quiet=True)) == (
        "1,200  ANO202  vague-anonymous-source\n    1  QUO401  b\n"
    )


def test_nothing_found() -> None:
    assert "".join(statistics.report([linted(STORY)], Terminal())) == "Found nothing to mend in 1 story.\n"
    assert json.loads("".join(statistics.json_report([linted(STORY)], Terminal()))) == []
    assert "".join(statistics.jsonl_report([linted(STORY)], Terminal())) == ""


def test_programs_get_the_stories_too() -> None:
    rows = [json.loads(line) for line in "".join(statistics.jsonl_report(DRAFTS, Terminal())).splitlines()]
    assert rows[0] == {"code": "ANO202", "name": "vague-anonymous-source", "count": 6, "stories": 2}
    assert json.loads("".join(statistics.json_report(DRAFTS, Terminal()))) == rows
