"""Which findings a request for code actions is about."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol.types import CodeActionParams, PositionEncodingKind

from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.server.positions import to_span
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span


def asked_about(
    findings: Iterable[LocatedFinding], params: CodeActionParams, source: SourceText, encoding: PositionEncodingKind
) -> list[int]:
    """Return the numbers of the findings in the range of a request or named in it, the narrowest first.

    An editor names those of the cursor's line, or those that its list shows, wherever the cursor is.
    """
    place = to_span(source, params.range, encoding)
    named = {(str(one.code), to_span(source, one.range, encoding)) for one in params.context.diagnostics}
    found = [
        (len(one.span), one.span.start, number)
        for number, one in enumerate(findings)
        if one.field == "text" and (touches(one.span, place) or (one.code, one.span) in named)
    ]
    return [number for _, _, number in sorted(found)]


def touches(finding: Span, place: Span) -> bool:
    """Say whether a finding shares words with ``place``, or a cursor there stands in it or beside it."""
    if finding and place:
        return finding.overlaps(place)
    return finding.start <= place.end and place.start <= finding.end
