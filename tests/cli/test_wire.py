# ruff: noqa: E501 (files stand here as agencies write them)
"""Stories in the formats of the wire, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import ONLY, Command, rows
from tests.text.test_wire import ITEM, message, paragraph, word

NITF = '<?xml version="1.0"?>\n<nitf><body><body.content><p>The caf\u00e9 &amp; bar reportedly shut.</p></body.content></body></nitf>\n'
NINJS = '{"uri": "urn:a", "body_text": "The caf\\u00e9 reportedly shut.", "headline": "Caf\\u00e9 shut"}\n'
DATA = "<inlineData>The bridge reportedly shut.</inlineData>"


def test_findings_lead_back_to_the_file(folder: Path, command: Command) -> None:
    files = {"a.json": NINJS, "b.xml": NITF, "c.xml": message(DATA, DATA)}
    for name, text in files.items():
        (folder / name).write_text(text)
    found = rows(command("check", *ONLY, "--output-format", "jsonl", "."))
    assert [(one["path"], one.get("item")) for one in found] == [
        ("a.json", None),
        ("b.xml", None),
        ("c.xml", "urn:newsml:lea.example:1"),
        ("c.xml", "urn:newsml:lea.example:2"),
    ]
    for one in found:
        (diagnostic,) = one["diagnostics"]
        assert files[one["path"]][diagnostic["start"] : diagnostic["end"]] == "reportedly"


def test_findings_in_a_word_document_are_told_by_paragraph(folder: Path, command: Command) -> None:
    (folder / "a.docx").write_bytes(word("<w:p/>" + paragraph("The caf\u00e9 reportedly shut.")))
    told = command("check", *ONLY, "--output-format", "concise", "a.docx")
    assert told.stdout.startswith("a.docx:\u00b62:10: ")
    (found,) = rows(command("check", *ONLY, "--output-format", "jsonl", "a.docx"))
    assert found["diagnostics"][0]["place"] == {"paragraph": 2, "start": 9, "end": 19}
    assert found["diagnostics"][0]["start"] == 10


def test_what_is_no_news_is_passed_over_unless_it_is_named(folder: Path, command: Command) -> None:
    (folder / "package.json").write_text('{"name": "site"}')
    (folder / "feed.xml").write_text("<rss/>")
    (folder / "broken.json").write_text("{")
    quiet = command("check", ".")
    assert (quiet.exit_code, quiet.stderr) == (0, "")
    told = command("check", "package.json", "feed.xml", "broken.json")
    assert told.exit_code == 0
    assert told.stderr.count("note: ") == 3


def test_what_is_broken_is_told_in_a_line(folder: Path, command: Command) -> None:
    (folder / "a.xml").write_text(NITF[:80])
    (folder / "b.json").write_text(NINJS[:60])
    (folder / "c.docx").write_bytes(word()[:200])
    told = command("check", ".")
    assert told.exit_code == 2
    assert [line.partition(": ")[2].partition(": ")[0] for line in told.stderr.splitlines()] == [
        "a.xml:2",
        "b.json:1",
        "c.docx",
    ]


def test_no_fix_is_made(folder: Path, command: Command) -> None:
    for name, text in {"a.json": NINJS, "b.xml": NITF}.items():
        (folder / name).write_text(text)
    told = command("check", "--fix", "--unsafe-fixes", ".")
    assert told.stderr.count("no fix is made in") == 2
    assert ((folder / "a.json").read_text(), (folder / "b.xml").read_text()) == (NINJS, NITF)


def test_who_speaks_and_which_headline(folder: Path, command: Command) -> None:
    content = "<inlineData>\u201cIt is shut,\u201d the mayor, Ann Dodd, said &amp; left.</inlineData>"
    text = ITEM.format(number=1, content=content)
    (folder / "a.xml").write_text(text)
    (found,) = rows(command("sources", "--output-format", "jsonl", "a.xml"))
    ((start, end),) = found["attributions"][0]["content"]
    assert text[start:end].strip("\u201c\u201d,") == "It is shut"
    ranked = json.loads(command("headline", "--output-format", "json", "a.xml", "Bridge may be shut").stdout)
    assert "Bridge over the Lea shut" in json.dumps(ranked)
