"""The story page and the index, by their structure: what a reader, a screen reader and a printer are given."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.reports.memo import BLANKS
from attrib_lsp.reports.origin import LintedDraft, Origin
from attrib_lsp.reports.page.environment import render
from attrib_lsp.reports.page.index import Broken, index, listed
from attrib_lsp.reports.page.marking import Mark, in_prose, runs
from attrib_lsp.reports.page.naming import Names, stem
from attrib_lsp.reports.page.report import report, told, written
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.own_pages import is_own_page
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.readers import read_row, read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

SEED = next(Path(__file__).parents[2].joinpath("seeds").glob("*.txt")).read_text(encoding="utf-8")
STORY = """# Delmar Foods sold *spoiled* meat, inspector says

Delmar Foods sold spoiled meat to schools, the food inspector, Kim Abara, said on Monday. Ms Abara said the meat was
three weeks old.

A buyer told the Courier that the firm paid for the meat in cash. “Nobody asked,” the buyer said.

According to a report by the audit office, 40 schools were sent the meat.

The council accused Piet Moran, who owns a farm, of fraud. Mr Moran denied the accusation.

The Labour group accused Delmar Foods of a cover-up. A spokesman for Delmar Foods declined to comment.

The bridge behind the plant has cost the city 40 million pounds.
"""
HOSTILE = (
    "# “Mayor” &amp; ‮evil‬\n\n"
    '\\</script>\\<img src=x onerror=alert(1)> said Ann Lee, "the \x1b[31mmayor".\n\n'
    'The mayor {{ 7*7 }} {% raw %}, reportedly, stole "> ]]> --> 40 million pounds.\n\n'
    "    <script>alert(2)</script>\n"
)


def draft_of(linter: Linter, text: str, markup: Markup = Markup.MARKDOWN, name: str = "story.md") -> LintedDraft:
    """Return a draft with its findings and its graph."""
    graph = linter.analyse(read_story(SourceText(text), markup))
    return LintedDraft(Origin(name), graph.story.sources, tuple(linter.lint(graph)), (), graph)


def page_of(*drafts: LintedDraft) -> lxml.html.HtmlElement:
    """Return the page on ``drafts``, parsed."""
    return lxml.html.document_fromstring(written([told(draft) for draft in drafts]))


def text_of(element: lxml.html.HtmlElement) -> str:
    """Return the words of an element, white space as a browser shows it."""
    return " ".join(element.text_content().split())


def one(page: lxml.html.HtmlElement, path: str) -> lxml.html.HtmlElement:
    """Return the one element that is there."""
    (found,) = page.xpath(path)
    return found


def has(name: str) -> str:
    """Return an XPath condition: the element is of that class."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


DRAFTS = {"sample": (SEED, Markup.PLAIN), "story": (STORY, Markup.MARKDOWN), "hostile": (HOSTILE, Markup.MARKDOWN)}


@pytest.fixture(scope="module")
def linted(linter: Linter) -> dict[str, LintedDraft]:
    return {name: draft_of(linter, text, markup) for name, (text, markup) in DRAFTS.items()}


@pytest.mark.parametrize("name", DRAFTS)
def test_every_finding_is_on_the_page_once_with_its_words_and_its_rule(
    linted: dict[str, LintedDraft], name: str
) -> None:
    draft = linted[name]
    page = page_of(draft)
    notes = page.xpath(f"//li[{has('note')}]")
    told_of = Counter((text_of(one(note, f".//a[{has('rule')}]")), note.get("class").split()[1]) for note in notes)
    assert told_of == Counter((finding.code, finding.severity.name.lower()) for finding in draft.findings)
    for finding in draft.findings:
        assert any(" ".join(finding.message.split()) in text_of(note) for note in notes)
    numbers = [note.get("data-note") for note in notes]
    assert numbers == [str(number) for number in range(1, len(notes) + 1)]
    for note in notes:
        assert one(page, f"//*[@id='w{note.get('data-note')}']").get("href") == f"#{note.get('id')}"
        code = text_of(one(note, f".//a[{has('rule')}]"))
        assert one(page, f"//details[@id='rule-{code}']") is not None


def test_the_marked_words_of_a_finding_are_its_words(linted: dict[str, LintedDraft]) -> None:
    draft = linted["sample"]
    page = page_of(draft)
    marked = Counter()
    for note in page.xpath(f"//li[{has('note')}]"):
        spans = page.xpath(f"//span[contains(concat(' ', @data-found, ' '), ' {note.get('data-note')} ')]")
        marked["".join(span.text for span in spans)] += 1
    expected = Counter(finding.span.of(SEED) for finding in draft.findings)
    assert marked == expected


@pytest.mark.parametrize("names", [["sample"], ["story"], ["hostile"], ["sample", "story", "hostile", "story"]])
def test_ids_are_unique_and_every_link_leads_somewhere_on_the_page(
    linted: dict[str, LintedDraft], names: list[str]
) -> None:
    page = page_of(*(linted[name] for name in names))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)) > 10
    for link in page.xpath("//@href"):
        assert link == "data:," or (link.startswith("#") and link[1:] in ids)
    for attribute in ("for", "aria-labelledby"):
        assert {one for value in page.xpath(f"//@{attribute}") for one in value.split()} <= set(ids)
    for fill in page.xpath("//@fill"):
        assert fill.startswith("url(#")
        assert fill[5:-1] in ids


@pytest.mark.parametrize("names", [["sample"], ["hostile"], ["story", "hostile"]])
def test_a_page_loads_nothing_and_runs_only_what_its_policy_names(
    linted: dict[str, LintedDraft], names: list[str]
) -> None:
    text = written([told(linted[name]) for name in names])
    page = lxml.html.document_fromstring(text)
    assert not page.xpath(
        "//@src | //@srcset | //@style | //@*[starts-with(name(), 'on')] | //base | //iframe | //object"
    )
    assert page.xpath("//link/@href") == ["data:,"]
    assert not re.search(r"@import|url\((?!#)", "".join(page.xpath("//style/text()")))
    allowed = one(page, "//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert allowed.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        directive = next(part for part in allowed.split("; ") if part.startswith(f"{tag}-src "))
        digests = [
            f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
            for content in page.xpath(f"//{tag}/text()")
        ]
        assert len(digests) == {"style": 3, "script": 2}[tag]
        assert directive.split()[1:] == digests


def test_a_drafts_words_are_words(linted: dict[str, LintedDraft]) -> None:
    page = page_of(linted["hostile"])
    words = text_of(page.get_element_by_id("main"))
    assert "</script><img src=x onerror=alert(1)> said Ann Lee" in words
    assert "{{ 7*7 }} {% raw %}" in words
    assert "␛[31mmayor" in words
    assert not page.xpath("//main//script | //main//img")
    assert not re.search("[\u202a-\u202e\x00-\x08\x0b-\x1f\x7f]", page.text_content())


def test_statements_are_marked_with_who_speaks(linted: dict[str, LintedDraft]) -> None:
    draft = linted["story"]
    page = page_of(draft)
    assert draft.graph is not None
    (abara,) = [button for button in page.xpath(f"//button[{has('who')}]") if button.get("data-name") == "Kim Abara"]
    number = abara.get("data-source")
    lit = page.xpath(f"//section[{has('read')}]//span[contains(concat(' ', @data-by, ' '), ' {number} ')]")
    said = "".join(span.text for span in lit)
    for words in ("the food inspector, Kim Abara", "said", "Delmar Foods sold spoiled meat", "three weeks old"):
        assert words in said
    assert "paid for the meat in cash" not in said
    roles = {role for span in lit for role in span.get("class").split()}
    assert {"source", "cue", "content"} <= roles


def test_each_source_is_listed_once_with_what_is_known_of_it(linted: dict[str, LintedDraft]) -> None:
    page = page_of(linted["story"])
    listed_ones = {button.get("data-name"): text_of(button) for button in page.xpath(f"//button[{has('who')}]")}
    graph = linted["story"].graph
    assert graph is not None
    assert set(listed_ones) == {graph.sources[number].name for number in graph.speakers}
    assert listed_ones["Kim Abara"] == "Kim Abara the food inspector named person · 2 statements"
    assert "unnamed person · 2 statements, 1 quoted · via the Courier" in listed_ones["A buyer"]


def test_the_chart_and_its_table_say_the_same(linted: dict[str, LintedDraft]) -> None:
    page = page_of(linted["story"])
    rows = page.xpath("//figure//tbody/tr")
    table = {text_of(row[0]).lower(): [text_of(cell).split() for cell in row[1:]] for row in rows}
    for column, key in enumerate(("source", "word")):
        drawn = {
            rect.get("class").split()[1]: rect.get("width")
            for rect in page.xpath(f"//*[name()='svg'][contains(@aria-labelledby, '{key}-title')]/*[name()='rect']")
        }
        assert drawn == {kind: cells[column][1] for kind, cells in table.items()}
        assert sum(int(width.rstrip("%")) for width in drawn.values()) == 100
        described = one(page, f"//*[name()='desc'][@id='{key}-desc']").text_content()
        assert all(f"{kind} {width}" in described for kind, width in drawn.items())
    assert set(table) == {"named", "unnamed", "document"}


def test_the_accused_have_a_checklist_with_their_answer(linted: dict[str, LintedDraft]) -> None:
    page = page_of(linted["story"])
    parties = {text_of(party[0]): party for party in page.xpath(f"//section[{has('party')}]")}
    assert set(parties) == {"Delmar Foods", "Piet Moran"}
    assert "Denies it, line 10: “Mr Moran denied the accusation.”" in text_of(parties["Piet Moran"])
    assert "Did not comment, line 12" in text_of(parties["Delmar Foods"])
    assert "accused Delmar Foods of a cover-up" in text_of(parties["Delmar Foods"])
    for party in parties.values():
        boxes = party.xpath(".//input[@type='checkbox']")
        assert len(boxes) == 4
        assert not any(box.get("checked") for box in boxes)


def test_the_memo_leaves_to_people_what_only_they_know(linted: dict[str, LintedDraft]) -> None:
    memo = one(page_of(linted["story"]), f"//section[{has('memo')}]")
    unnamed = memo.xpath(f".//div[{has('unnamed-source')}]")
    assert [text_of(source.find("p")).split(":")[0] for source in unnamed] == ["A buyer"]
    for source in unnamed:
        assert [text_of(fill) for fill in source.xpath(f".//span[{has('fill')}]")] == list(BLANKS)
        assert all(not blank.text_content() for blank in source.xpath(f".//span[{has('blank')}]"))
    assert not memo.xpath(".//input | .//textarea")


def test_claims_say_who_carries_them(linted: dict[str, LintedDraft]) -> None:
    page = page_of(linted["story"])
    rows = {text_of(row[1]): row for row in page.xpath(f"//section[{has('claims')}]//tbody/tr")}
    cash = next(row for words, row in rows.items() if "paid for the meat in cash" in words)
    assert text_of(cash[2]) == "A buyer (unnamed)"
    bridge = next(row for words, row in rows.items() if words.startswith("The bridge"))
    assert "own_voice" in bridge.get("class")
    assert text_of(bridge[3]).endswith("told flatly")


@pytest.mark.parametrize("text", ["", "# Only a headline\n", "Un texte.\n", "\n\n---\n"])
def test_a_draft_with_nothing_has_a_page(linter: Linter, text: str) -> None:
    page = page_of(draft_of(linter, text, name="a_b.md"))
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//h1")[0].text_content() in ("a_b.md", "Only a headline")


def test_headings_go_down_step_by_step(linted: dict[str, LintedDraft]) -> None:
    for page in (page_of(linted["sample"]), page_of(linted["sample"], linted["story"])):
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_findings_on_a_file_and_on_a_headline_apart_have_their_places(linter: Linter) -> None:
    text = SourceText(
        "Delmar Foods sold spoiled meat to 40 schools, the food inspector, Kim Abara, said on Monday.\n\n"
        "Delmar Foods denied it. US officials said the meat was three weeks old.\n"
    )
    headline = SourceText("Delmar Foods sold spoiled meat to 90 schools")
    row = read_row(text, headline)
    graph = linter.analyse(row)
    findings = tuple(linter.lint(graph))
    assert {finding.field for finding in findings} == {"headline", "text"}
    page = page_of(LintedDraft(Origin("a.jsonl", "x", 1), row.sources, findings, (), graph))
    assert len(page.xpath(f"//li[{has('note')}]")) == len(findings)
    pragma = "# Mayor quits\n\n<!-- attrib: ignore[UNS999] no such rule -->\n\nThe mayor quit, she said.\n"
    apart = one(page_of(draft_of(linter, pragma)), f"//div[{has('apart')}]")
    assert "Line 3." in text_of(apart)


def test_the_format_yields_once_for_each_draft_and_the_page_at_the_end(linted: dict[str, LintedDraft]) -> None:
    pieces = list(report([linted["story"], linted["hostile"]], Terminal()))
    assert pieces[:2] == ["", ""]
    assert is_own_page(pieces[2].encode())
    bare = LintedDraft(Origin("a.md"), linted["story"].sources, ())
    with pytest.raises(ValueError, match="who says what"):
        told(bare)


def test_the_index_lists_every_story_and_what_is_broken(linted: dict[str, LintedDraft]) -> None:
    lines = [listed(told(linted[name]), f"{name}.html") for name in ("story", "hostile")]
    text = index(lines, [Broken("<b>.md", "line 2: a bracket is not closed")])
    assert is_own_page(text.encode())
    page = lxml.html.document_fromstring(text)
    assert page.xpath("//tbody//a/@href") == ["story.html", "hostile.html"]
    heads = [text_of(head) for head in page.xpath("//thead//th")]
    assert heads == ["Story", "Words", "Sources", "Named", "Unnamed", "■ Errors", "▲ Warnings", "● Info", "○ Hints"]
    graph = linted["story"].graph
    assert graph is not None
    counts = [int(cell) for cell in page.xpath("//tbody/tr[1]/td/@data-value")]
    assert counts[:2] == [graph.words, len(graph.speakers)]
    assert sum(counts[4:]) == len(linted["story"].findings)
    assert "<b>.md: line 2" in text_of(one(page, f"//section[{has('broken')}]"))


def test_what_is_missing_in_a_template_is_an_error() -> None:
    with pytest.raises(Exception, match="stories"):
        render("page.html.j2")


def test_names_of_pages_are_safe_and_differ() -> None:
    names = Names()
    given = ["a/story.md", "a/story.txt", "a-story.md", "A/STORY.md", "index.md", "../x/con.txt", "…", "é/ü.md"]
    found = [names.of(Origin(path)) for path in given]
    assert len({name.casefold() for name in found} | {"index.html"}) == len(found) + 1
    assert found[:3] == ["a-story.html", "a-story-txt.html", "a-story-md.html"]
    assert all(re.fullmatch(r"[\w-]+\.html", name) for name in found)
    assert stem(Origin("con.md")) == "con-story"
    assert len(names.of(Origin("x" * 900 + ".md"))) < 80
    assert names.of(Origin("caf\udce9.md")) == "caf.html"


def test_runs_keep_every_word_whatever_overlaps() -> None:
    text = "Ann said the mayor quit."
    marks = [Mark(Span(0, 3), "source", 1), Mark(Span(0, 18), "finding", 7), Mark(Span(9, 23), "content", 1)]
    found = runs(text, marks)
    assert "".join(run.text for run in found) == text
    assert [run.text for run in found if run.ends] == ["the mayor"]
    assert {run.said_by for run in found} == {(), (1,)}
    assert runs("", marks) == ()


def test_places_of_the_file_are_found_in_the_prose() -> None:
    prose = Prose.joined([("Ann", 10), (" ", None), ("Lee", 14)])
    assert in_prose(prose, Span(10, 17)) == Span(0, 7)
    assert in_prose(prose, Span(12, 15)) == Span(2, 5)
    assert in_prose(prose, Span(0, 5)) is None
    assert in_prose(prose, Span(14, 14)) == Span(4, 5)
    assert in_prose(prose, Span(17, 17)) == Span(6, 7)
