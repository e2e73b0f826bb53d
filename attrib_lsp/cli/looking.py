"""Lint one draft of a run, by the settings that hold for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from attrib_lsp.cli.configurations import DraftSettings
from attrib_lsp.cli.drafts import Draft
from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.passages import Passages
from attrib_lsp.reports.origin import LintedDraft


@dataclass(frozen=True, slots=True)
class Looker:
    """Returns what is found in drafts, and in which sentences."""

    held: DraftSettings
    linter: Linter

    def __call__(self, draft: Draft) -> LintedDraft:
        """Return what is found in ``draft``.

        Raises:
            ConfigurationError: its configuration cannot be read or followed.
            UnreadableError: its front matter is broken.
        """
        settings = self.held.of(draft.origin.path)
        story = draft.story()
        graph = self.linter.analyse(story)
        found = self.linter.lint(graph, settings)
        if draft.item is not None and draft.item.markup is None:  # no edit in its file would be exact
            found = tuple(replace(one, fixes=()) for one in found)
        passages = Passages(graph)
        return LintedDraft(draft.origin, story.sources, found, tuple(passages.around(one) for one in found))
