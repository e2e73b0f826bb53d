"""Formats that other programs read: valid by their schemas, true to the draft, and harmless on a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree

from attrib_lsp.linter.located import LocatedEdit, LocatedFinding, LocatedFix, LocatedRelated
from attrib_lsp.reports.formats import FORMATS
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.span import Span
from tests.reports.drafts import STORY, finding, linted, span_of

SCHEMAS = Path(__file__).parent / "schemas"
#: Words that steer a terminal, end a workflow command, leave an attribute, and are no XML.
NASTY = 'He said:\n“\x1b[31mNo\x9b2J\x07\u202e😀” & <b attr="\'">\uffff%0A::error::, "so".\r\nSources said.\n'

#: Every code point, halves of surrogate pairs too.
ANY = st.characters(exclude_categories=())


def cut(text: str, words: str) -> LocatedFix:
    """Return the fix that cuts ``words``."""
    return LocatedFix(f"Cut “{words}”", (LocatedEdit("text", span_of(text, words), ""),), safe=False)


def wrapped(text: str, words: str) -> LocatedFix:
    """Return a fix of two edits, around ``words``."""
    span = span_of(text, words)
    edits = (
        LocatedEdit("text", Span(span.end, span.end), "”"),
        LocatedEdit("text", Span(span.start, span.start), "“"),
    )
    return LocatedFix("Quote it", edits, safe=True)


def blank(text: str, words: str) -> LocatedFix:
    """Return a fix with something to fill in."""
    return LocatedFix("Attribute it", (LocatedEdit("text", span_of(text, words), ", <source> said"),), safe=False)


def drafts() -> list[LintedDraft]:
    """Return drafts with all that a format must bear."""
    boyle = LocatedRelated("first named here", "text", span_of(STORY, "Rita Boyle"))
    told = finding(
        STORY, "several council officials", related=(boyle,), fixes=(blank(STORY, "several"), cut(STORY, "several "))
    )
    quoted = finding(STORY, "It was never alive", Severity.ERROR, code="QUO401", fixes=(wrapped(STORY, "never"),))
    nasty = [
        finding(NASTY, words, Severity.HINT, message=NASTY, code="DOC901") for words in ("No", "😀", "so", "Sources")
    ]
    over = finding(NASTY, NASTY[3:-5], Severity.INFO, message="Over lines.")
    row = finding("Deal dead", "dead", field="headline")
    return [
        linted(STORY, told, quoted),
        linted("Nothing here.\n", path="quiet.md"),
        linted(NASTY, *nasty, over, path="odd \x1b[2J, name:é&.txt"),
        linted("The deal.", row, path="wire.jsonl", headline="Deal dead"),
    ]


def written(name: str, *given: LintedDraft) -> str:
    """Return the report in a format."""
    return "".join(FORMATS[name](given or drafts(), Terminal(), False))


def load(name: str) -> dict[str, object]:
    """Return a schema."""
    loaded: dict[str, object] = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_steers_a_terminal(name: str) -> None:
    assert re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written(name)) == []


@pytest.mark.parametrize("name", FORMATS)
def test_each_draft_gives_a_piece_before_the_next_is_asked_for(name: str) -> None:
    asked = 0

    def given() -> Iterator[LintedDraft]:
        nonlocal asked
        for draft in drafts() * 5:
            asked += 1
            yield draft

    seen, most = 0, 0
    for _ in FORMATS[name](given(), Terminal(), False):
        most = max(most, asked - seen)
        seen = asked
    assert (asked, most) == (20, 1)


def test_sarif_is_valid() -> None:
    for some in (drafts(), [linted("Nothing.")]):
        log = json.loads(written("sarif", *some))
        Draft4Validator(load("sarif-2.1.0.json")).validate(log)
    with pytest.raises(Exception, match="columnKind"):
        Draft4Validator(load("sarif-2.1.0.json")).validate({**log, "columnKind": 1})


def test_sarif_says_where_and_by_which_rule() -> None:
    (run,) = json.loads(written("sarif"))["runs"]
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    assert [rules[one["ruleIndex"]]["id"] for one in results] == [one["ruleId"] for one in results]
    first = results[0]["locations"][0]["physicalLocation"]
    assert first["artifactLocation"] == {"uri": "story.txt"}
    region = first["region"]
    assert (
        STORY[region["charOffset"] :][: region["charLength"]]
        == region["snippet"]["text"]
        == "several council officials"
    )
    assert (region["startLine"], region["endColumn"] - region["startColumn"]) == (3, len("several council officials"))
    assert results[0]["relatedLocations"][0]["message"]["text"] == "first named here"
    assert {one["level"] for one in results} == {"error", "warning", "note"}
    assert results[-1]["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}
    assert (
        results[2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == "odd%20%E2%90%9B%5B2J%2C%20name%3A%C3%A9%26.txt"
    )


def test_sarif_offers_complete_fixes_only() -> None:
    results = json.loads(written("sarif"))["runs"][0]["results"]
    assert [[fix["description"]["text"] for fix in one.get("fixes", ())] for one in results[:2]] == [
        ["Cut “several ”"],
        ["Quote it"],
    ]


def test_gitlab_is_valid_and_its_fingerprints_are_unique_and_stay() -> None:
    Draft202012Validator(load("gitlab.json")).validate(issues := json.loads(written("gitlab")))
    prints = [one["fingerprint"] for one in issues]
    assert len(set(prints)) == len(prints) == 8
    below = "A new first line.\n\n" + STORY.replace("“", '"').replace("”", '"')
    moved = linted(below, finding(below, "several council officials"))
    (after,) = json.loads(written("gitlab", moved))
    assert (after["fingerprint"], after["location"]["lines"]) == (prints[0], {"begin": 5, "end": 5})
    other = linted(below, finding(below, "several council officials", code="ANO206"))
    assert json.loads(written("gitlab", other))[0]["fingerprint"] != prints[0]


def test_the_same_rule_twice_in_a_sentence_has_two_fingerprints() -> None:
    text = "Officials said so, officials said.\n"
    found = [finding(text, words) for words in ("Officials", "officials")]
    one, two = json.loads(written("gitlab", linted(text, *found)))
    assert one["fingerprint"] != two["fingerprint"]


def test_rdjson_is_valid_and_counts_bytes() -> None:
    Draft202012Validator(load("rdjson.json")).validate(result := json.loads(written("rdjson")))
    first, quoted, *_, row = result["diagnostics"]
    lines = STORY.encode().split(b"\n")
    for one, words in ((first, "several council officials"), (quoted, "It was never alive")):
        begin, end = one["location"]["range"]["start"], one["location"]["range"]["end"]
        assert lines[begin["line"] - 1][begin["column"] - 1 : end["column"] - 1].decode() == words
    assert [one["text"] for one in first["suggestions"]] == [""]
    assert [one["text"] for one in quoted["suggestions"]] == ["“never”"]
    assert row["location"] == {"path": "wire.jsonl", "range": {"start": {"line": 3}}}
    assert row["message"].endswith("(row a17, headline)")


def test_junit_is_valid() -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    suites = etree.fromstring(written("junit").encode())
    schema.assertValid(suites)
    assert [(one.get("tests"), one.get("failures")) for one in suites] == [
        ("2", "2"),
        ("1", "0"),
        ("5", "0"),
        ("1", "1"),
    ]
    assert len(suites.findall(".//failure")) == 3
    assert suites.find(".//failure").get("message") == "Say which officials."
    assert not etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).validate(
        etree.fromstring("<testsuites><x/></testsuites>")
    )


def test_checkstyle_is_valid() -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "checkstyle.xsd"))
    found = etree.fromstring(written("checkstyle").encode())
    schema.assertValid(found)
    assert [len(file) for file in found] == [2, 0, 5, 1]
    assert dict(found[0][0].attrib) == {
        "line": "3",
        "column": "27",
        "severity": "warning",
        "message": "Say which officials.",
        "source": "attrib-lsp.ANO202",
    }
    assert found[2][0].get("message").startswith('He said: “␛[31mNo\ufffd2J␇😀” & <b attr="\'">\ufffd%0A::error::, ')


def test_github_commands_cannot_be_forged() -> None:
    lines = written("github").splitlines()
    assert len(lines) == 8
    assert lines[0] == (
        "::warning title=ANO202 vague-anonymous-source,file=story.txt,line=3,endLine=3,col=27,endColumn=52"
        "::Say which officials."
    )
    assert all(re.match(r"::(error|warning|notice) title=[^:]*::", line) for line in lines)
    assert "file=odd ␛[2J%2C name%3Aé&.txt," in lines[2]
    assert "%250A::error::" in lines[2]
    assert "col=" not in lines[6]
    assert lines[7].startswith("::warning title=ANO202 vague-anonymous-source,file=wire.jsonl,line=3::")


@given(st.text(ANY), st.text(ANY), st.text(ANY, min_size=1), st.data())
def test_whatever_a_draft_holds_the_formats_can_be_read(
    path: str, text: str, message: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    edit = LocatedFix(message, (LocatedEdit("text", span, message),), safe=False)
    one = LocatedFinding("ANO202", "vague", Severity.HINT, message, "text", span, (), (edit,))
    draft = linted(text, one, replace(one, severity=Severity.ERROR), path=path)
    for name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(written(name, draft).encode("utf-8"))
    Draft202012Validator(load("rdjson.json")).validate(json.loads(written("rdjson", draft)))
    for name in ("junit", "checkstyle"):
        etree.fromstring(written(name, draft).encode("utf-8"))
    assert len(written("github", draft).encode("utf-8").split(b"\n")) == 3
