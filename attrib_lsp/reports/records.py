"""What machine-readable reports hold. Offsets are code points, half-open, in the text of their field."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claim_table import Claim, claims_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Statement
from attrib_lsp.linter.located import LocatedEdit, LocatedFinding, LocatedFix, LocatedRelated
from attrib_lsp.reports.origin import AnalysedDraft, LintedDraft
from attrib_lsp.reports.printable import BIDI
from attrib_lsp.rules.finding import blanks
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

Record = dict[str, Any]

#: What could steer a terminal, or is no character; JSON itself escapes the rest of the control characters.
_UNSAFE = re.compile(f"[\x7f-\x9f\u2028\u2029{BIDI}\ud800-\udfff]")


def encoded(record: Record) -> str:
    r"""Return ``record`` as JSON on one line, letters of all scripts as they are.

    What could steer the terminal on which somebody looks at it is escaped, and so are halves of surrogate pairs (a
    file's name may hold some): they are no characters, and no encoding has bytes for them.

    >>> encoded({"path": "caf\udce9.txt"})
    '{"path": "caf\\udce9.txt"}'
    """
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(record, ensure_ascii=False))


def linted(draft: LintedDraft) -> Record:
    """Return the record of a linted draft."""
    found = []
    for finding in draft.findings:
        record = _diagnostic(finding, draft.sources[finding.field])
        found.append({**record, "place": _place(record)} if draft.origin.by_paragraph else record)
    return {**draft.origin.key, "diagnostics": found}


def _diagnostic(finding: LocatedFinding, source: SourceText) -> Record:
    """Return the record of a finding; lines and columns (code points) count from one."""
    line, column = source.line_column(finding.span.start)
    end_line, end_column = source.line_column(finding.span.end)
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "field": finding.field,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "related": [_related(related) for related in finding.related],
        "fixes": [_fix(fix) for fix in finding.fixes],
    }


def _place(record: Record) -> Record:
    """Return where a finding stands in a document: its paragraph, from one, and the characters of it, from zero."""
    start = record["column"] - 1
    return {"paragraph": record["line"], "start": start, "end": start + record["end"] - record["start"]}


def _related(related: LocatedRelated) -> Record:
    """Return the record of a related place."""
    span = related.span
    return {"message": related.message, "field": related.field, "start": span.start, "end": span.end}


def _fix(fix: LocatedFix) -> Record:
    """Return the record of a fix; its edits go together."""
    return {"title": fix.title, "safe": fix.safe, "edits": [_edit(edit) for edit in fix.edits]}


def _edit(edit: LocatedEdit) -> Record:
    """Return the record of an edit; "blanks" say where in its replacement the writer has something to fill in."""
    return {
        "field": edit.field,
        "start": edit.span.start,
        "end": edit.span.end,
        "replacement": edit.replacement,
        "blanks": [[blank.start, blank.end] for blank in blanks(edit.replacement)],
    }


def analysed(draft: AnalysedDraft) -> Record:
    """Return the record of who says what in a draft.

    "sources" are those who speak; "attributions" are all statements, the headline's among them. A "field" is given
    where offsets do not count in the field "text".
    """
    graph = draft.graph
    prose = [block.prose for block in read_blocks(graph.story)]
    return {
        **draft.origin.key,
        "sources": [_source(graph, number, prose) for number in graph.speakers],
        "attributions": [_attribution(graph, statement, prose) for statement in graph.statements],
    }


def claimed(draft: AnalysedDraft) -> Record:
    """Return the record of who says what in a draft, and of what its body asserts.

    Each of "claims" has the "carrier" it rests on ("own-voice": nobody), its "source" (None where nobody is named),
    its "certainty" from 0 (denied) to 5 (told flatly), and its "score", how much it asks for a source, from 0 to 1.
    """
    graph = draft.graph
    prose = [block.prose for block in read_blocks(graph.story)]
    return {**analysed(draft), "claims": [_claim(graph, claim, prose) for claim in claims_of(graph)]}


def _claim(graph: AttributionGraph, claim: Claim, prose: Sequence[Prose]) -> Record:
    """Return the record of one claim."""
    within = prose[claim.paragraph]
    return {
        "span": _pairs(claim.spans, within),
        "carrier": claim.carrier.name.lower().replace("_", "-"),
        "source": None if claim.source is None else graph.sources[claim.source].name,
        "certainty": claim.certainty,
        "score": claim.score,
        **_field(within),
    }


def _source(graph: AttributionGraph, number: int, prose: Sequence[Prose]) -> Record:
    """Return the record of one source."""
    source = graph.sources[number]
    place = source.first.place
    first = prose[place.paragraph].locate(place.span)
    return {
        "name": source.name,
        "kind": source.kind.value,
        "first": [first.start, first.end],
        "statements": sum(1 for _ in graph.statements_of(number)),
        **_field(prose[place.paragraph]),
    }


def _attribution(graph: AttributionGraph, statement: Statement, prose: Sequence[Prose]) -> Record:
    """Return the record of one statement."""
    attribution = statement.attribution
    within = prose[statement.paragraph]
    return {
        "source": _pairs(attribution.source, within),
        "cue": _pairs(attribution.cue, within),
        "content": _pairs(attribution.content, within),
        "type": attribution.type.value,
        "speaker": None if statement.source is None else graph.sources[statement.source].name,
        **_field(within),
    }


def _field(within: Prose) -> Record:
    """Return the field of a prose where it is another than "text"."""
    return {} if within.field == "text" else {"field": within.field}


def _pairs(spans: Sequence[Span], within: Prose) -> list[list[int]]:
    """Return each span of ``within`` as ``[start, end]`` in the file."""
    located = [within.locate(span) for span in spans]
    return [[span.start, span.end] for span in located]
