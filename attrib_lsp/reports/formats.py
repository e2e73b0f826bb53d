"""The formats that findings are written in, by the names that the command has for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrib_lsp.reports import (
    checkstyle,
    concise,
    github,
    gitlab,
    html,
    json,
    jsonl,
    junit,
    rdjson,
    sarif,
    statistics,
    text,
)
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.terminal import Terminal

#: Writes drafts for a screen; the last argument says whether the summary is left out.
Report = Callable[[Iterable[LintedDraft], Terminal, bool], Iterator[str]]

FORMATS: Mapping[str, Report] = {
    "text": text.report,
    "concise": concise.report,
    "html": html.report,
    "json": json.report,
    "jsonl": jsonl.report,
    "sarif": sarif.report,
    "github": github.report,
    "gitlab": gitlab.report,
    "junit": junit.report,
    "checkstyle": checkstyle.report,
    "rdjson": rdjson.report,
}
#: The formats that findings are counted in.
STATISTICS: Mapping[str, Report] = {
    "text": statistics.report,
    "concise": statistics.report,
    "json": statistics.json_report,
    "jsonl": statistics.jsonl_report,
}
