"""Turn findings into the protocol's diagnostics."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
    Location,
)

from attrib_lsp.linter.configuration.files import faults
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.rules.finding import Severity
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import Snapshot
from attrib_lsp.server.pages import link_to
from attrib_lsp.server.positions import to_range
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

#: What an editor shows as the origin of a diagnostic.
SOURCE = "attrib-lsp"

_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
    Severity.HINT: DiagnosticSeverity.Hint,
}
#: What an editor shows besides the squiggle: what is no part of the story, faded.
_TAGS = {"DOC901": [DiagnosticTag.Unnecessary]}


def to_diagnostic(finding: LocatedFinding, snapshot: Snapshot, client: Client) -> Diagnostic:
    """Return ``finding`` of ``snapshot`` as a diagnostic, with nothing in it that ``client`` cannot read.

    The rule's name travels as ``data`` for whoever shows or mends the finding.
    """
    return Diagnostic(
        range=to_range(snapshot.source, finding.span, client.encoding),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=code_description(finding.code) if client.code_links else None,
        source=SOURCE,
        tags=_TAGS.get(finding.code) if client.fades else None,
        related_information=related_information(finding, snapshot, client) or None,
        data={"name": finding.name} if client.data else None,
    )


def code_description(code: str) -> CodeDescription | None:
    """Return where the page of the rule ``code`` opens; None where it cannot be written."""
    link = link_to(code)
    return None if link is None else CodeDescription(link)


def related_information(
    finding: LocatedFinding, snapshot: Snapshot, client: Client
) -> list[DiagnosticRelatedInformation]:
    """Return the other places that explain ``finding``; none if ``client`` shows none."""
    if not client.related:
        return []
    return [
        DiagnosticRelatedInformation(
            Location(snapshot.uri, to_range(snapshot.source, related.span, client.encoding)), related.message
        )
        for related in finding.related
        if related.field == "text"
    ]


def to_diagnostics(findings: Iterable[LocatedFinding], snapshot: Snapshot, client: Client) -> tuple[Diagnostic, ...]:
    """Return ``findings`` of ``snapshot`` as diagnostics, in the same order."""
    return tuple(to_diagnostic(finding, snapshot, client) for finding in findings if finding.field == "text")


def configuration_diagnostics(snapshot: Snapshot, client: Client) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a configuration file that is open in the editor, each at its line."""
    return tuple(
        Diagnostic(
            range=to_range(snapshot.source, _line(snapshot.source, error.line or 1), client.encoding),
            message=error.problem,
            severity=DiagnosticSeverity.Error,
            source=SOURCE,
        )
        for error in faults(Path(snapshot.name), snapshot.source.text)
    )


def _line(source: SourceText, number: int) -> Span:
    """Return where the words of a line (from one) stand."""
    line = min(number, len(source.line_starts)) - 1
    start, words = source.line_starts[line], source.line_text(line)
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def result_id(diagnostics: Sequence[Diagnostic]) -> str:
    """Return a name for a list of diagnostics: the same for the same content and positions, in any session."""
    return hashlib.blake2b(repr(diagnostics).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
