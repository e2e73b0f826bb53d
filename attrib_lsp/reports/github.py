"""Workflow commands of GitHub Actions: annotations at the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.reports.location import Location, location, told
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.rules.finding import Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice", Severity.HINT: "notice"}

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one command for each finding; the screen and ``quiet`` change nothing."""
    for draft in drafts:
        for number, finding in enumerate(draft.findings):
            title = printable(f"{finding.code} {finding.name}")
            properties = {"title": title, **_place(location(draft, finding.field, finding.span))}
            written = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
            yield f"::{COMMANDS[finding.severity]} {written}::{_escaped(told(draft, number), _DATA)}\n"
        yield ""


def _place(place: Location) -> dict[str, str]:
    """Return where an annotation goes; columns are taken only where they are on one line."""
    found = {"file": place.path, "line": str(place.line)}
    if place.end_line != place.line:
        return found | {"endLine": str(place.end_line)}
    if place.column is None:
        return found
    return found | {"endLine": str(place.end_line), "col": str(place.column), "endColumn": str(place.end_column)}


def _escaped(text: str, escapes: dict[str, str]) -> str:
    """Return ``text`` as a command takes it."""
    return "".join(escapes.get(character, character) for character in text)
