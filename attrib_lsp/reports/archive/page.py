"""The summary of an archive, as a page for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from attrib_lsp.reports.archive.charts import bars, line
from attrib_lsp.reports.archive.summary import Sum, Summary
from attrib_lsp.reports.page.environment import render
from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.words import shortened

#: Rules that are drawn; the table has all.
DRAWN = 20
#: Characters of the longest label in a chart.
LONGEST = 42


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with the numbers that it shows, as a table: ``heads`` and ``rows``, whose first cell names the row."""

    id: str
    title: str
    caption: str
    chart: Markup | None
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


def page(summary: Summary, files: Sequence[str], settings: str) -> str:
    """Return the page; ``files`` are the archive's, ``settings`` says by which rules it was read."""
    figures = [_rules(summary), _publishers(summary), *_months(summary), _quoted(summary)]
    return render(
        "summary.html.j2",
        styles=("summary.css",),
        summary=summary,
        files=files,
        settings=settings,
        figures=[figure for figure in figures if figure is not None],
    )


def _label(text: str) -> str:
    """Return a name as a chart has it: on one line, not too long."""
    return shortened(printable(text), LONGEST)


def _rules(summary: Summary) -> Figure | None:
    """Return the findings by rule."""
    drawn = summary.rules[:DRAWN]
    if not drawn:
        return None
    more = len(summary.rules) - len(drawn)
    return Figure(
        "rules",
        "Findings by rule",
        "How often each rule spoke up."
        + (f" The chart shows the first {DRAWN} of {len(summary.rules)}." if more else ""),
        bars("rules", [f"{one.code} {one.name}" for one in drawn], [one.findings for one in drawn], "findings"),
        ("Rule", "Findings", "Stories", "Of all stories"),
        [
            (
                f"{one.code} {one.name}",
                f"{one.findings:,}",
                f"{one.stories:,}",
                f"{100 * one.stories / max(1, summary.total.stories):.1f}%",
            )
            for one in summary.rules
        ],
    )


def _publishers(summary: Summary) -> Figure | None:
    """Return the findings by publisher."""
    held = summary.publishers
    if not held:
        return None
    return Figure(
        "publishers",
        "Findings by publisher",
        "Findings for every 1,000 words, for the publishers with most stories.",
        bars("publishers", [_label(one.name) for one in held], [one.rate for one in held], "findings per 1,000 words"),
        _sum_heads("Publisher"),
        [_sum_row(one) for one in held],
    )


def _months(summary: Summary) -> list[Figure]:
    """Return the findings, and the share of unnamed sources, by month."""
    held = summary.months
    if not held:
        return []
    names = [one.name for one in held]
    rows = [_sum_row(one) for one in held]
    rate, share = [one.rate for one in held], [one.unnamed_share for one in held]
    return [
        Figure(
            "months",
            "Findings by month",
            "Findings for every 1,000 words, by month of publication.",
            line("months", names, rate, "findings per 1,000 words"),
            _sum_heads("Month"),
            rows,
        ),
        Figure(
            "unnamed",
            "Unnamed sources over time",
            "How many per cent of all sources are unnamed people and groups, by month of publication.",
            line("unnamed", names, share, "% of sources unnamed"),
            ("Month", "Sources", "Unnamed", "Share", "Statements", "From unnamed sources"),
            [
                (
                    one.name,
                    f"{one.sources:,}",
                    f"{one.unnamed:,}",
                    f"{one.unnamed_share:.1f}%",
                    f"{one.statements:,}",
                    f"{one.unnamed_statements:,}",
                )
                for one in held
            ],
        ),
    ]


def _quoted(summary: Summary) -> Figure | None:
    """Return the most quoted sources."""
    held = summary.quoted
    if not held:
        return None
    return Figure(
        "quoted",
        "Most quoted sources",
        "Named people and organisations by how often a story says that they say something. A name counts as each story "
        "gives it in full: “Maria Keller” and “Mayor Keller” stay apart where a story does not tie them together.",
        bars("quoted", [_label(one.name) for one in held], [one.statements for one in held], "statements"),
        ("Source", "Kind", "Statements", "With words in quotation marks", "Stories"),
        [
            (one.name, one.kind.replace("-", " "), f"{one.statements:,}", f"{one.quotes:,}", f"{one.stories:,}")
            for one in held
        ],
    )


def _sum_heads(first: str) -> tuple[str, ...]:
    """Return the heads of a table of sums."""
    return (first, "Stories", "Words", "Findings", "Per 1,000 words", "Sources", "Unnamed")


def _sum_row(one: Sum) -> tuple[str, ...]:
    """Return a row of a table of sums."""
    return (
        one.name,
        f"{one.stories:,}",
        f"{one.words:,}",
        f"{one.findings:,}",
        f"{one.rate:.2f}",
        f"{one.sources:,}",
        f"{one.unnamed_share:.1f}%",
    )
