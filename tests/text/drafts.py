"""Short ways to read a draft and to say what came of it."""

from __future__ import annotations

from attrib_lsp.text.markup import Markup
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import BODY_KINDS, Story

BODY = (
    "The bridge over the Lea was closed on Tuesday after engineers found cracks in two of its arches, the county said.",
    "Buses are being sent through Marlow, which adds half an hour to the journey, and the detour will last until June.",
    "“We would rather close it for a month than for a year,” said the county’s engineer, Ruth Adler.",
)


def plain(text: str) -> Story:
    """Return the story in a plain text."""
    return read_story(SourceText(text), Markup.PLAIN)


def markdown(text: str) -> Story:
    """Return the story in a Markdown text."""
    return read_story(SourceText(text), Markup.MARKDOWN)


def read(text: str, markup: Markup) -> Story:
    """Return the story in a text of that markup, whatever state it is in."""
    return read_story(SourceText(text), markup, tolerant=True)


def below(*lines: str) -> str:
    """Return a plain draft whose body stands below ``lines``."""
    return "\n\n".join([*lines, *BODY])


def headline(story: Story) -> str | None:
    """Return the headline's words."""
    return None if story.headline is None else story.headline.prose.text


def deck(story: Story) -> str | None:
    """Return the deck's words."""
    return None if story.deck is None else story.deck.prose.text


def byline(story: Story) -> str | None:
    """Return the byline's words."""
    return None if story.byline is None else story.byline.prose.text


def body(story: Story) -> list[str]:
    """Return the words of the blocks that are read for sources."""
    return [block.prose.text for block in story.body if block.kind in BODY_KINDS]


def kinds(story: Story) -> list[tuple[str, str]]:
    """Return kind and words of every block of the body."""
    return [(block.kind.value, block.prose.text) for block in story.body]


def debris(story: Story) -> list[tuple[str, str]]:
    """Return kind and words of what is debris."""
    return [(one.kind.value, one.prose.text) for one in story.debris]


def in_file(prose: Prose, text: str) -> str:
    """Return what stands in the file from the first to the last word of ``prose``."""
    return prose.span.of(text)


def every_prose(story: Story) -> list[Prose]:
    """Return the prose of everything in the story, in no particular order; a truncated headline counts once."""
    found = [block.prose for block in (story.headline, story.deck, story.byline, *story.body) if block is not None]
    if story.truncated_headline is not None and story.truncated_headline.prose not in found:
        found.append(story.truncated_headline.prose)
    return found + [one.prose for one in story.debris]
