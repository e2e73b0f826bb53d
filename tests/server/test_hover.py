"""Hover: what an editor shows of a rule where a finding stands."""

from __future__ import annotations

import pytest
from lsprotocol import types

from tests.server.drafts import BEHIND_EMOJI, STORY
from tests.server.editor import Editor

pytestmark = pytest.mark.asyncio(loop_scope="session")


def contents(hover: types.Hover | None) -> types.MarkupContent:
    """Return what a hover shows."""
    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    return hover.contents


async def test_a_finding_is_explained_in_markdown(pulling: Editor) -> None:
    uri = pulling.open(STORY)
    shown = contents(await pulling.hover(uri, "understood"))
    assert shown.kind is types.MarkupKind.Markdown
    assert shown.value.startswith("**impersonal-evidential** (UNS104)\n\nFlags ")
    assert "**What it flags**" in shown.value
    assert "**Why**" in shown.value
    assert "```" not in shown.value


async def test_a_finding_is_explained_in_plain_text(pushing: Editor) -> None:
    uri = pushing.open(STORY)
    shown = contents(await pushing.hover(uri, "understood"))
    assert shown.kind is types.MarkupKind.PlainText
    assert shown.value.startswith("impersonal-evidential (UNS104)\n\nFlags ")
    assert not any(mark in shown.value for mark in ("**", "`", "#"))


async def test_a_hover_says_which_words_it_is_about(pulling: Editor) -> None:
    uri = pulling.open(BEHIND_EMOJI)
    hover = await pulling.hover(uri, "understood that the van")
    assert hover is not None
    assert hover.range is not None
    assert pulling.words(BEHIND_EMOJI, hover.range) == "It is understood that"


async def test_nothing_is_shown_elsewhere(pulling: Editor) -> None:
    uri = pulling.open(STORY)
    assert await pulling.hover(uri, "voted") is None
    assert await pulling.hover(uri, "the work") is None
    pulling.edit(uri, "It is understood that the work", "The work")
    assert await pulling.hover(uri, "The work") is None
    pulling.close(uri)
    pulling.open(STORY)
    params = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 0))
    assert await pulling.text_document_hover_async(params) is None


async def test_a_cursor_right_behind_a_finding_still_points_at_it(pulling: Editor) -> None:
    uri = pulling.open(STORY)
    assert await pulling.hover(uri, " the work") is not None


SPOKEN = """# Ferry sold 🚢

It is understood that Joan Kott, the *owner* of the yard, told the Evening Post that the ferry was sold.

“We had no choice,” she said.

An aide said the price was low, on condition of anonymity. A union official denied it.
"""


async def test_a_source_is_portrayed(pulling: Editor) -> None:
    uri = pulling.open(SPOKEN)
    assert contents(await pulling.hover(uri, "she said")).value == (
        "**Joan Kott**, the owner of the yard\n\nNamed person · 2 statements, 1 quote · via the Evening Post"
    )


async def test_an_unnamed_source_is_portrayed_with_the_reason(pulling: Editor) -> None:
    uri = pulling.open(SPOKEN)
    assert contents(await pulling.hover(uri, "An aide")).value == (
        "**An aide**\n\nUnnamed person, vaguely described · 1 statement\n\nAnonymity: “on condition of anonymity”"
    )
    assert contents(await pulling.hover(uri, "A union official")).value == (
        "**A union official**\n\nUnnamed person, barely described · 1 statement\n\n"
        "The story does not say why the name is withheld."
    )


async def test_a_source_is_portrayed_in_plain_text(pushing: Editor) -> None:
    uri = pushing.open(SPOKEN)
    assert contents(await pushing.hover(uri, "she said")).value == (
        "Joan Kott, the owner of the yard\n\nNamed person · 2 statements, 1 quote · via the Evening Post"
    )


async def test_words_that_are_said_show_who_says_them(pulling: Editor) -> None:
    uri = pulling.open(SPOKEN)
    assert contents(await pulling.hover(uri, "the ferry was sold")).value == "Said by Joan Kott, to the Evening Post"
    assert contents(await pulling.hover(uri, "denied")).value == "Denied by A union official (unnamed)"


async def test_the_finding_comes_before_the_source(pulling: Editor) -> None:
    uri = pulling.open(
        "# Joan Kott stole the ferry\n\nJoan Kott stole the ferry on Monday, police said.\n\nMs Kott said: “No.”\n"
    )
    shown = contents(await pulling.hover(uri, "Joan Kott stole")).value
    assert shown.startswith("**headline-drops-attribution**")
    assert shown.endswith("\n\n---\n\n**Joan Kott**\n\nNamed person · 1 statement, 1 quote")
