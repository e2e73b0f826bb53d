"""Headlines compared: which of several fits its story best, and what is wrong with the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from attrib_lsp.linter.candidates import Candidate
from attrib_lsp.linter.located import LocatedFinding, LocatedRelated
from attrib_lsp.reports import records
from attrib_lsp.reports.excerpt import Mark, excerpt, windowed
from attrib_lsp.reports.origin import LintedDraft, Origin
from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.terminal import SEVERITY_STYLES, Terminal
from attrib_lsp.reports.text import code
from attrib_lsp.reports.words import counted
from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story

#: What stands before all lines below a headline.
MARGIN = "   "


@dataclass(frozen=True, slots=True)
class LintedHeadline:
    """A headline as one line, and what was found in it; ``own`` is set for the one that the story came with."""

    text: str
    draft: LintedDraft
    own: bool = False

    @property
    def weight(self) -> tuple[int, ...]:
        """How many findings there are of each severity, the gravest first: less is better."""
        counts = Counter(finding.severity for finding in self.draft.findings)
        return tuple(counts[severity] for severity in sorted(Severity, reverse=True))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A story, and headlines for it; see `ranked`. ``words`` is the length of its body."""

    origin: Origin
    words: int
    headlines: tuple[LintedHeadline, ...]


def comparison(origin: Origin, story: Story, candidates: Iterable[Candidate]) -> Comparison:
    """Return ``candidates`` for ``story``, ranked."""
    headlines = [
        LintedHeadline(one.text, LintedDraft(origin, one.under.sources, one.findings), one.own) for one in candidates
    ]
    return Comparison(origin, sum(len(block.prose.text.split()) for block in story.body), ranked(headlines))


def ranked(headlines: Iterable[LintedHeadline]) -> tuple[LintedHeadline, ...]:
    """Return ``headlines`` by what was found in them, the best first; equals stay in their order."""
    return tuple(sorted(headlines, key=lambda one: one.weight))


def report(comparisons: Iterable[Comparison], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield the report for people; ``quiet`` leaves the summary out."""
    for one in comparisons:
        for number, headline in enumerate(one.headlines, start=1):
            yield "\n".join(_lines(number, headline, terminal)) + "\n\n"
        if not quiet:
            yield _summary(one, terminal) + "\n"


def json(comparisons: Iterable[Comparison], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one object for each story; the screen and ``quiet`` change nothing."""
    for one in comparisons:
        yield records.encoded({**one.origin.key, "headlines": headline_records(one)}) + "\n"


def headline_records(comparison: Comparison) -> list[records.Record]:
    """Return a record of each headline, the best first.

    Offsets count in the headline, those of related places with the field "text" in the story's text.
    """
    return [
        {"headline": one.text, "own": one.own, "diagnostics": records.linted(one.draft)["diagnostics"]}
        for one in comparison.headlines
    ]


def _lines(number: int, headline: LintedHeadline, terminal: Terminal) -> Iterator[str]:
    """Yield the lines that show one headline with what was found in it."""
    own = terminal.paint("  (the story's own)", "dim") if headline.own else ""
    yield terminal.paint(f"{number}. {printable(headline.text)}", "bold") + own
    if not headline.draft.findings:
        yield MARGIN + terminal.paint("nothing to mend", "green")
    for finding in headline.draft.findings:
        yield from _finding(headline, finding, terminal)


def _finding(headline: LintedHeadline, finding: LocatedFinding, terminal: Terminal) -> Iterator[str]:
    """Yield the lines that show one finding: what is wrong, its words, and where the story has it."""
    if finding.span != Span(0, len(headline.text)):
        window = windowed(headline.text, finding.span, max(1, terminal.width - len(MARGIN)))
        if window.text != headline.text:
            yield MARGIN + window.text
        underline = " " * window.before + "^" * window.length
        yield MARGIN + terminal.paint(underline, SEVERITY_STYLES[finding.severity])
    yield f"{MARGIN}{code(finding, terminal)} {terminal.paint(finding.name, 'dim')}"
    yield MARGIN + printable(finding.message)
    for related in finding.related:
        yield from _related(headline, related, terminal)


def _related(headline: LintedHeadline, related: LocatedRelated, terminal: Terminal) -> Iterator[str]:
    """Yield the lines that show words of the story which a finding refers to."""
    mark = Mark(related.span, "-", "blue", related.message)
    narrower = Terminal(terminal.width - len(MARGIN), terminal.color)
    for line in excerpt(headline.draft.sources[related.field], [mark], narrower):
        yield MARGIN + line


def _summary(comparison: Comparison, terminal: Terminal) -> str:
    """Return the closing line: how many of the headlines the story bears out."""
    number = len(comparison.headlines)
    clean = sum(not one.draft.findings for one in comparison.headlines)
    where = f"{printable(comparison.origin.label())} ({counted(comparison.words, 'word')})"
    if not clean:
        told = "Each has something to mend." if number > 1 else "It has something to mend."
    elif clean == number:
        told = terminal.paint("Nothing to mend.", "green")
    else:
        told = terminal.paint(f"{clean} {'has' if clean == 1 else 'have'} nothing to mend.", "green")
    return f"Checked {counted(number, 'headline')} against {where}. {told}"
