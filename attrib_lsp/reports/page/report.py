"""The story page: one file with everything that is known of a draft, for people who decide on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.page.environment import render
from attrib_lsp.reports.page.explanations import explanations
from attrib_lsp.reports.page.story import StoryPage, story_page
from attrib_lsp.reports.terminal import Terminal


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one page on all ``drafts``, each with its graph; the screen and ``quiet`` change nothing.

    Raises:
        ValueError: a draft comes without its graph.
    """
    stories = []
    for draft in drafts:
        stories.append(told(draft))
        yield ""
    yield written(stories)


def told(draft: LintedDraft) -> StoryPage:
    """Return what a page says of ``draft``; see `story_page`.

    Raises:
        ValueError: the draft comes without its graph.
    """
    if draft.graph is None:
        raise ValueError("a page needs to know who says what")
    return story_page(draft, draft.graph)


def written(stories: Sequence[StoryPage]) -> str:
    """Return a page on ``stories``, with a list of them on top if there are several, and the rules at the end."""
    if len(stories) > 1:
        stories = [replace(story, key=f"s{number}-") for number, story in enumerate(stories, start=1)]
    rules = explanations(code for story in stories for code in story.codes)
    return render(
        "page.html.j2", styles=("story.css", "story-print.css"), scripts=("story.js",), stories=stories, rules=rules
    )
