"""The table of sources."""

from __future__ import annotations

from dataclasses import replace

from attrib_lsp.reports import sources
from attrib_lsp.reports.origin import AnalysedDraft, Origin
from attrib_lsp.reports.terminal import Terminal
from tests.reports.drafts import graph


def test_each_source_has_a_row_in_the_order_in_which_they_speak() -> None:
    report = "".join(sources.report([AnalysedDraft(Origin("story.txt"), graph())], Terminal(100)))
    lines = report.splitlines()
    assert lines[0] == "story.txt"
    officials, boyle = (next(line for line in lines if name in line) for name in ("several council", "Rita Boyle"))
    assert lines.index(officials) < lines.index(boyle)
    assert officials.split() == ["several", "council", "officials", "unnamed", "group", "1"]
    assert boyle.split() == ["Rita", "Boyle", "named", "person", "the", "harbour", "master", "1", "1"]
    assert lines[-2].startswith("2 sources: 1 named, 1 unnamed. 1 of 2 statements (50%) comes from unnamed sources.")


def test_quiet_leaves_the_sum_out() -> None:
    draft = AnalysedDraft(Origin("story.txt"), graph())
    assert "statements (" not in "".join(sources.report([draft], Terminal(), quiet=True))


def test_a_story_in_which_nobody_speaks() -> None:
    silent = replace(graph(), sources=(), statements=())
    report = "".join(sources.report([AnalysedDraft(Origin("story.txt"), silent)], Terminal()))
    assert report == "story.txt\nNobody speaks in this story.\n\n"


def test_names_cannot_steer_the_terminal() -> None:
    told = graph()
    wicked = replace(told, sources=(replace(told.sources[0], name="the [bold]\x1b[2J officials"), told.sources[1]))
    report = "".join(sources.report([AnalysedDraft(Origin("story.txt"), wicked)], Terminal(120)))
    assert "\x1b" not in report
    assert "the [bold]␛[2J" in report


def test_narrow_screens_get_a_table_without_a_word_lost() -> None:
    told = graph()
    long = replace(told.sources[1], via=("the Harwick Evening Intelligencer",), description="harbourmaster-general")
    draft = AnalysedDraft(Origin("story.txt"), replace(told, sources=(told.sources[0], long)))
    assert "…" not in "".join(sources.report([draft], Terminal(10)))


def test_outlets_have_a_column_only_where_there_are_any() -> None:
    told = graph()
    through = replace(told, sources=(told.sources[0], replace(told.sources[1], via=("CNN",))))
    tables = ["".join(sources.report([AnalysedDraft(Origin("a.txt"), one)], Terminal())) for one in (told, through)]
    assert ["Via" in table for table in tables] == [False, True]
