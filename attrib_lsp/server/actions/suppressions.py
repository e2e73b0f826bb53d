"""What an editor offers so that a finding is not reported again: a pragma above its block, or for the whole draft."""

from __future__ import annotations

from attrib_lsp.linter.located import LocatedFinding, LocatedFix
from attrib_lsp.linter.pragmas.edits import ignored_here, ignored_in_file
from attrib_lsp.server.worker import Outcome


def suppressions(outcome: Outcome, finding: LocatedFinding) -> tuple[LocatedFix, ...]:
    """Return the edits after which ``finding`` of ``outcome`` is not reported here, and in this file; titled."""
    if outcome.graph is None:
        return ()
    story, markup = outcome.graph.story, outcome.snapshot.markup
    offered = (ignored_here(story, markup, finding), ignored_in_file(story, markup, finding))
    return tuple(fix for fix in offered if fix is not None)
