"""What is offered for a finding and for a whole story, before it is written for a client."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lsprotocol.types import CodeActionKind

from attrib_lsp.linter.fixing import applicable, has_main
from attrib_lsp.linter.located import LocatedFinding, LocatedFix
from attrib_lsp.server.actions.fix_all import safe_fixes, together
from attrib_lsp.server.actions.providers import PROVIDERS
from attrib_lsp.server.worker import Outcome

#: Editors that mend a file when it is saved ask for this kind, or for the one above it.
FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.attrib-lsp"
QUICK_FIX = CodeActionKind.QuickFix.value


@dataclass(frozen=True, slots=True)
class Offer:
    """A change under its title; ``rank`` says where it stands in a menu, lower first.

    ``preferred`` is set where an editor may make it without asking which one is meant.
    """

    fix: LocatedFix
    kind: str
    rank: int = 0
    preferred: bool = False

    @property
    def title(self) -> str:
        """What a menu says, on one line; words of the story that it quotes may run over two."""
        return " ".join(self.fix.title.split())

    @property
    def sense(self) -> object:
        """What two offers share if a menu needs only one of them: the edits, and for a single fix the title too."""
        return self.fix.edits, self.title if self.rank < len(PROVIDERS) else None


def offers_for(outcome: Outcome, finding: LocatedFinding) -> tuple[Offer, ...]:
    """Return what is offered for ``finding``: always the same for the same outcome, in the same order."""
    found = []
    for rank, provider in enumerate(PROVIDERS):
        fixes = tuple(filter(applicable, provider(outcome, finding)))
        first = has_main(fixes) and not rank
        found += [Offer(fix, QUICK_FIX, rank, first and not at) for at, fix in enumerate(fixes)]
    alike = safe_fixes(other for other in outcome.findings if other.code == finding.code)
    if len(alike) > 1 and any(fix.safe for fix in finding.fixes):
        title = f"Make all {len(alike)} safe fixes for {finding.name}"
        found.append(Offer(together(title, alike), QUICK_FIX, len(PROVIDERS)))
    return tuple(found)


def offers_for_all(outcome: Outcome) -> tuple[Offer, ...]:
    """Return what is offered for the whole story: all its safe fixes, if there are any."""
    fixes = safe_fixes(outcome.findings)
    if not fixes:
        return ()
    title = "Make the one safe fix in this story" if len(fixes) == 1 else f"Make all {len(fixes)} safe fixes"
    return (Offer(together(title, fixes), FIX_ALL, len(PROVIDERS)),)


def wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Say whether a client that asks for the kinds ``only`` wants ``kind``; without any it wants all.

    >>> wanted("source.fixAll.attrib-lsp", ["source"]), wanted("quickfix", ["source"]), wanted("quickfix", [""])
    (True, False, True)
    """
    return only is None or any(not one or kind == one or kind.startswith(f"{one}.") for one in only)
