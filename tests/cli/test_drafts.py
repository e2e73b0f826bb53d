"""Drafts out of files."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from attrib_lsp.cli.drafts import Draft, read
from attrib_lsp.cli.errors import Problem
from attrib_lsp.cli.files import Input
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import UnreadableError


def given(path: Path) -> Input:
    """Return a file as an input."""
    return Input(path.name, path)


@pytest.mark.parametrize(
    ("name", "markup"),
    [("a.txt", Markup.PLAIN), ("a.md", Markup.MARKDOWN), ("a.html", Markup.HTML), ("story", Markup.PLAIN)],
)
def test_the_name_says_how_to_read_a_file(folder: Path, name: str, markup: Markup) -> None:
    (folder / name).write_bytes(b"One\r\n\r\nTwo.")
    (draft,) = read(given(folder / name))
    assert isinstance(draft, Draft)
    assert (draft.text, draft.markup, draft.size, draft.origin.path) == ("One\r\n\r\nTwo.", markup, 11, name)


def test_offsets_count_from_behind_the_byte_order_mark(folder: Path) -> None:
    for raw in (b"\xef\xbb\xbf" + b"# One", "# One".encode("utf-16")):
        (folder / "a.md").write_bytes(raw)
        (draft,) = read(given(folder / "a.md"))
        assert isinstance(draft, Draft)
        headline = draft.story().headline
        assert headline is not None
        assert headline.prose.span.of(draft.text) == "One"


def test_broken_front_matter_is_told_with_its_line(folder: Path) -> None:
    (folder / "a.md").write_text("---\ntitle: One\nkind: [opinion\n---\nTwo.\n")
    (draft,) = read(given(folder / "a.md"))
    assert isinstance(draft, Draft)
    with pytest.raises(UnreadableError) as caught:
        draft.story()
    assert caught.value.line in (3, 4)


def test_bad_rows_are_told_and_the_others_read(folder: Path) -> None:
    lines = ['{"id": 1, "text": "One."}', "", "{", '{"id": 2, "text": "Two.", "headline": "H"}', '{"id": 3}']
    (folder / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode() + b'\n{"id": 4, "text": "\xe9"}')
    found = list(read(given(folder / "a.jsonl")))
    drafts = [one for one in found if isinstance(one, Draft)]
    problems = [one for one in found if isinstance(one, Problem)]
    assert [(one.origin.id, one.text, one.headline, one.line) for one in drafts] == [
        (1, "One.", None, 1),
        (2, "Two.", "H", 4),
    ]
    assert [(one.path, one.line) for one in problems] == [("a.jsonl", 3), ("a.jsonl", 5), ("a.jsonl", 6)]


@pytest.mark.parametrize("raw", ['{"id": 1}\n{"id": 2}\n'.encode("utf-16"), b"PK\x03\x04\n{\n{\n"])
def test_rows_that_are_no_text_at_all_are_told_once(folder: Path, raw: bytes) -> None:
    (folder / "a.jsonl").write_bytes(raw)
    (problem,) = read(given(folder / "a.jsonl"))
    assert isinstance(problem, Problem)
    assert problem.line == 1


def test_a_row_is_read_with_its_own_headline(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"id": "a", "headline": "Mayor quits", "text": "Mayor quits\\n\\nShe left."}')
    (draft,) = read(given(folder / "a.jsonl"))
    assert isinstance(draft, Draft)
    headline = draft.story().headline
    assert headline is not None
    assert headline.prose.field == "headline"


def test_rows_come_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    def readline(most: int) -> bytes:
        taken.append(most)
        return b'{"id": %d, "text": ""}\n' % (len(taken) - 1)

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=SimpleNamespace(readline=readline)))
    drafts = read(Input("wire.jsonl"))
    first, second = next(drafts), next(drafts)
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.origin.id, second.origin.id) == (0, 1)
    assert len(taken) == 2


def test_standard_input_is_plain_text_unless_it_is_given_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for label, markup in (("-", Markup.PLAIN), ("a.md", Markup.MARKDOWN)):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"One")))
        (draft,) = read(Input(label))
        assert isinstance(draft, Draft)
        assert (draft.origin.path, draft.markup) == (label, markup)


def test_a_file_that_goes_away_is_told(folder: Path) -> None:
    assert list(read(given(folder / "a.txt"))) == [Problem("a.txt", "cannot be read: no such file or directory")]


def test_what_is_too_long_for_a_story_is_told(folder: Path) -> None:
    (folder / "a.txt").write_text("said " * 100_001)
    rows = [json.dumps({"id": 1, "text": "said " * 100_001}), json.dumps({"id": 2, "text": ""})]
    (folder / "b.jsonl").write_text("\n" + "\n".join(rows))
    (problem,) = read(given(folder / "a.txt"))
    assert str(problem).startswith("a.txt: 500,005 characters are too long for one story (25,000 words at most): ")
    row, draft = read(given(folder / "b.jsonl"))
    assert str(row).startswith("b.jsonl:2: 500,005 characters are too long")
    assert isinstance(draft, Draft)
    (longer,) = read(given(folder / "a.txt"), 100_000)
    assert isinstance(longer, Draft)
    (folder / "c.txt").write_bytes(b"said " * 1_000_000)
    (problem,) = read(given(folder / "c.txt"))
    assert str(problem).startswith("c.txt: more than 1,400 kB are too long")
    (folder / "d.txt").write_bytes(b"%PDF-1.7\n" + b"said " * 1_000_000)
    (problem,) = read(given(folder / "d.txt"))
    assert str(problem).startswith("d.txt:1: this is a PDF")


@pytest.mark.parametrize(("name", "words"), [("a.txt", "said "), ("a.md", "(x), "), ("a.json", "said, ")])
def test_a_story_of_too_many_words_is_told(folder: Path, name: str, words: str) -> None:
    text = words * 40
    (folder / name).write_text(json.dumps({"uri": "a", "body_text": text}) if name == "a.json" else text)
    (draft,) = read(given(folder / name), 39)
    assert isinstance(draft, Draft)
    with pytest.raises(UnreadableError, match="words are too long for one story"):
        draft.story()


def test_a_row_that_is_too_long_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attrib_lsp.cli.drafts.LONGEST_ROW", 30)
    (folder / "a.jsonl").write_text(
        '{"id": 1, "text": "%s"}\n{"id": 2, "text": ""}\n{"id": 3, "text": "%s"}' % (("a" * 90,) * 2)
    )
    problem, draft, last = read(given(folder / "a.jsonl"))
    assert isinstance(draft, Draft)
    assert (draft.origin.id, draft.line) == (2, 2)
    assert [str(one).partition(": ")[0] for one in (problem, last)] == ["a.jsonl:1", "a.jsonl:3"]
