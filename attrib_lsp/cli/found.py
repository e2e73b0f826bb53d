"""What was found in a draft, apart from the draft: what goes into the cache, and from one process to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.cli.drafts import Draft
from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.linter.passages import Passage, Passages
from attrib_lsp.linter.settings import Settings


@dataclass(frozen=True, slots=True)
class Found:
    """Findings in reading order, and the sentences that they stand in; see `LintedDraft`.

    ``graph`` is what was read, where that is kept: neither the cache nor another process hands it on.
    """

    findings: tuple[LocatedFinding, ...]
    passages: tuple[Passage, ...]
    graph: AttributionGraph | None = None


#: Finds what there is in a draft; raises UnreadableError if its front matter is broken.
Find = Callable[[Draft, Settings], Found]


def finding_by(linter: Linter, *, keep: bool = False) -> Find:
    """Return what finds with ``linter``, in this process; it will ``keep`` what was read, for pages."""

    def find(draft: Draft, settings: Settings) -> Found:
        graph = linter.analyse(draft.story(), changes=settings.words)
        found = linter.lint(graph, settings)
        if draft.item is not None and draft.item.markup is None:  # no edit in its file would be exact
            found = tuple(replace(one, fixes=()) for one in found)
        passages = Passages.of(graph)
        return Found(found, tuple(passages.around(one) for one in found), graph if keep else None)

    return find
