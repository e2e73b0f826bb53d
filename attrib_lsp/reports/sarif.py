"""SARIF 2.1.0, the format of code scanning: GitHub, Azure DevOps, the viewers of editors.

What is found comes first and the rules that found it last, where the file names them: so any number of drafts streams
through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

import attrib_lsp
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.reports.arrays import members
from attrib_lsp.reports.fingerprints import fingerprints
from attrib_lsp.reports.location import Location, location, told
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.records import Record, encoded
from attrib_lsp.reports.suggestions import Suggestion, suggestions
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.registry import find
from attrib_lsp.text.prose import Field
from attrib_lsp.text.span import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.HINT: "note"}
#: The name of our fingerprints; another way of making them gets another number.
FINGERPRINT = "attrib-lsp/v1"


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one run with its results as they come; the screen and ``quiet`` change nothing."""
    rules: dict[str, str] = {}
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints", "results": ['
    yield from members(_results(draft, rules) for draft in drafts)
    driver = {
        "name": "attrib-lsp",
        "version": attrib_lsp.__version__,
        "rules": [_rule(code, name) for code, name in rules.items()],
    }
    yield f'\n], "tool": {encoded({"driver": driver})}}}]}}\n'


def _results(draft: LintedDraft, rules: dict[str, str]) -> Iterator[Record]:
    """Yield a result for each finding; note the names of the rules by their codes."""
    for number, (finding, fingerprint) in enumerate(zip(draft.findings, fingerprints(draft), strict=True)):
        rules.setdefault(finding.code, finding.name)
        result: Record = {
            "ruleId": finding.code,
            "ruleIndex": list(rules).index(finding.code),
            "level": LEVELS[finding.severity],
            "message": {"text": told(draft, number)},
            "locations": [{"physicalLocation": _physical(draft, finding.field, finding.span)}],
            "partialFingerprints": {FINGERPRINT: fingerprint},
        }
        if finding.related:
            result["relatedLocations"] = list(_related(draft, finding))
        if fixes := [_fix(draft, one) for one in suggestions(draft, finding)]:
            result["fixes"] = fixes
        yield result


def _rule(code: str, name: str) -> Record:
    """Return what is said of a rule."""
    rule = find(code)
    described: Record = {"id": code, "name": name}
    if rule is not None:
        about = rule.documentation
        described["shortDescription"] = {"text": about.summary}
        why = "\n\n".join(about.sections[one] for one in ("What it flags", "Why") if one in about.sections)
        described["help"] = {"text": why or about.summary, "markdown": why or about.summary}
        described["defaultConfiguration"] = {"level": LEVELS[rule.severity]}
        described["properties"] = {"tags": [rule.family]}
    return described


def _physical(draft: LintedDraft, field: Field, span: Span) -> Record:
    """Return a place in a file; a row's is its line."""
    place = location(draft, field, span)
    region: Record = {"startLine": place.line}
    if place.column is not None:
        source = draft.sources[field]
        region |= {"startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}
        region |= {"charOffset": span.start, "charLength": len(span), "snippet": {"text": span.of(source.text)}}
    return {"artifactLocation": _artifact(place), "region": region}


def _artifact(place: Location) -> Record:
    """Return what names a file: a reference for a path in the folder that is checked, else a whole address."""
    if PureWindowsPath(place.path).drive:
        return {"uri": PureWindowsPath(place.path).as_uri()}
    if PurePosixPath(place.path).is_absolute():
        return {"uri": PurePosixPath(place.path).as_uri()}
    return {"uri": quote(place.path)}


def _related(draft: LintedDraft, finding: LocatedFinding) -> Iterator[Record]:
    """Yield the places that explain a finding."""
    for number, one in enumerate(finding.related):
        place = _physical(draft, one.field, one.span)
        yield {"id": number, "message": {"text": printable(one.message)}, "physicalLocation": place}


def _fix(draft: LintedDraft, suggestion: Suggestion) -> Record:
    """Return what mends a finding."""
    place = _physical(draft, "text", suggestion.span)
    region = {key: value for key, value in place["region"].items() if key != "snippet"}
    replacement = {"deletedRegion": region, "insertedContent": {"text": suggestion.text}}
    change = {"artifactLocation": place["artifactLocation"], "replacements": [replacement]}
    return {"description": {"text": printable(suggestion.title)}, "artifactChanges": [change]}
