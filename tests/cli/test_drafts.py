"""Drafts out of files."""

from __future__ import annotations

import io
from collections.abc import Iterator
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

    def lines() -> Iterator[bytes]:
        for number in range(1_000_000_000):
            taken.append(number)
            yield b'{"id": %d, "text": ""}\n' % number

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=lines()))
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
    (folder / "a.txt").write_text("said " * 200_001)
    (folder / "b.jsonl").write_text('\n{"id": 1, "text": "%s"}\n{"id": 2, "text": ""}' % ("said " * 200_001))
    (problem,) = read(given(folder / "a.txt"))
    assert str(problem).startswith("a.txt: too long for one story: 1,000,005 characters, where 1,000,000 are the most;")
    row, draft = read(given(folder / "b.jsonl"))
    assert str(row).startswith("b.jsonl:2: too long")
    assert isinstance(draft, Draft)
