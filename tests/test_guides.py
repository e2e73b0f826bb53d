"""The guides: their pictures are there, small and told in words, and the story that they teach with is as they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

WRITTEN = Path(__file__).parent.parent / "docs" / "written"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in WRITTEN.glob("*.md")}
#: A picture's words and its file.
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
#: Bytes that a picture may have, so that a page opens at once.
_LIMIT = 150_000
#: Lines that fit on two printed pages, each line of the source some 100 characters.
_TWO_PAGES = 110

pictures = [(page, told, file) for page, text in PAGES.items() for told, file in _PICTURE.findall(text)]


@pytest.mark.parametrize(("page", "told", "file"), pictures)
def test_a_picture_is_there_small_and_told_in_words(page: str, told: str, file: str) -> None:
    path = WRITTEN / file
    assert path.read_bytes().startswith(b"\x89PNG"), page
    assert path.stat().st_size <= _LIMIT
    assert len(told.split()) >= 12, "say what is seen, for readers who do not see it"


def test_every_picture_is_shown() -> None:
    assert {f"pictures/{path.name}" for path in (WRITTEN / "pictures").iterdir()} == {file for _, _, file in pictures}


@pytest.mark.parametrize("guide", ["vscode.md", "neovim.md", "desk.md"])
def test_a_guide_is_short(guide: str) -> None:
    assert len([line for line in PAGES[guide].splitlines() if line.strip()]) <= _TWO_PAGES


def test_the_story_of_the_guides_says_what_they_say(linter: Linter) -> None:
    story = (WRITTEN / "harbour.txt").read_text(encoding="utf-8")
    assert f"```text\n{story}```" in PAGES["getting-started.md"]
    found = linter.check(read_story(SourceText(story), Markup.PLAIN))
    assert sorted(one.code for one in found) == ["ANO202", "ANO206", "HED304", "UNS104", "UNS107"]
    assert f"{len(found)} findings, 3 sources (1 unnamed)" in PAGES["vscode.md"]
