"""The same story in every markup: the same findings, on the same words, with the same fixes."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.located import LocatedFinding, LocatedFix
from attrib_lsp.text.markup import Markup, markup_of
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story
from tests.rules.fixing import mended
from tests.text.drafts import body, headline, read

DRAFTS = Path(__file__).parent / "drafts"
OTHERS = sorted(path.name for path in DRAFTS.iterdir() if path.suffix != ".md")
each = pytest.mark.parametrize("name", OTHERS)


def story(name: str) -> Story:
    """Return the story in a draft of that name."""
    markup = markup_of(name)
    assert markup is not None
    return read_story(SourceText((DRAFTS / name).read_text(encoding="utf-8")), markup)


def told(found: tuple[LocatedFinding, ...], text: str) -> list[tuple[str, str, str, list[list[str]]]]:
    """Return what is said of which words, and what is offered."""
    return [
        (
            one.code,
            one.message,
            " ".join(one.span.of(text).split()),
            [[unescape(edit.replacement) for edit in fix.edits] for fix in one.fixes],
        )
        for one in found
    ]


def checked(linter: Linter, name: str) -> list[tuple[str, str, str, list[list[str]]]]:
    """Return what is found in a draft."""
    return told(linter.check(story(name)), (DRAFTS / name).read_text(encoding="utf-8"))


def test_there_is_a_draft_in_each_markup() -> None:
    assert {markup_of(name) for name in OTHERS} == set(Markup) - {Markup.PLAIN, Markup.MARKDOWN}


@each
def test_the_words_are_those_of_the_draft_in_markdown(name: str) -> None:
    own, other = story("bridge.md"), story(name)
    assert headline(other) == headline(own)
    assert other.byline is not None
    assert body(other) == body(own)


@each
def test_the_findings_are_those_of_the_draft_in_markdown(linter: Linter, name: str) -> None:
    found = checked(linter, name)
    assert len(found) >= 6
    assert found == checked(linter, "bridge.md")


@each
def test_a_fix_leaves_the_same_draft(linter: Linter, name: str) -> None:
    own, other = story("bridge.md"), story(name)
    for one, same in zip(linter.check(own), linter.check(other), strict=True):
        for fix, likewise in zip(one.fixes, same.fixes, strict=True):
            after = read(mended(own.sources["text"].text, filled(fix)), own.markup)
            also = read(mended(other.sources["text"].text, filled(likewise)), other.markup)
            assert body(also) == body(after)


def filled(fix: LocatedFix) -> LocatedFix:
    """Return ``fix`` with words in its blanks: those that name them."""
    edits = (replace(edit, replacement=re.sub("<([^>]*)>", r"\1", edit.replacement)) for edit in fix.edits)
    return replace(fix, edits=tuple(edits))
