"""What is known of a draft: what an analysis found, and what the client is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lsprotocol.types import Diagnostic

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.server.client import Client
from attrib_lsp.server.diagnostics import result_id, to_diagnostics
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.settling import Settled
from attrib_lsp.server.speakers import with_speakers


@dataclass(frozen=True)
class Outcome:
    """What an analysis found in ``snapshot``: who says what, the findings, and what the client is told of them.

    ``graph`` is None for a document that is too long or no draft, or whose analysis broke down. ``preliminary`` is set
    where not all of the document was looked at: see `attrib_lsp.server.preview`. ``settled`` says which settings held,
    and which configuration file has a say in them; None where no rule was asked.
    """

    snapshot: Snapshot
    findings: tuple[LocatedFinding, ...]
    diagnostics: tuple[Diagnostic, ...]
    graph: AttributionGraph | None = None
    preliminary: bool = False
    settled: Settled | None = None

    @cached_property
    def result_id(self) -> str:
        """A name for the diagnostics, see `result_id`."""
        return result_id(self.diagnostics)


def outcome(
    snapshot: Snapshot, findings: tuple[LocatedFinding, ...], client: Client, graph: AttributionGraph | None = None
) -> Outcome:
    """Return the outcome of an analysis of ``snapshot`` that found ``findings``."""
    if graph is not None and client.related:
        findings = with_speakers(findings, graph)
    return Outcome(snapshot, findings, to_diagnostics(findings, snapshot, client), graph)
