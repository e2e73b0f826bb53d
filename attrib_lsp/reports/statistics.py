"""Findings counted by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.records import Record, encoded
from attrib_lsp.reports.terminal import SEVERITY_STYLES, Terminal
from attrib_lsp.reports.text import summary
from attrib_lsp.rules.finding import Severity


@dataclass(frozen=True, slots=True)
class Count:
    """How often a rule spoke up: ``findings`` in ``stories``; ``severity`` is that of its gravest."""

    code: str
    name: str
    severity: Severity
    findings: int
    stories: int

    @property
    def record(self) -> Record:
        """What machine-readable reports hold of it."""
        return {"code": self.code, "name": self.name, "count": self.findings, "stories": self.stories}


class Tally:
    """Counts as drafts go by, in memory that does not grow with them."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.stories = 0
        self.severities: Counter[Severity] = Counter()
        self._findings: Counter[tuple[str, str]] = Counter()
        self._stories: Counter[tuple[str, str]] = Counter()
        self._gravest: dict[tuple[str, str], Severity] = {}

    def add(self, draft: LintedDraft) -> None:
        """Count what was found in one draft."""
        self.stories += 1
        self.severities.update(finding.severity for finding in draft.findings)
        rules = [(finding.code, finding.name) for finding in draft.findings]
        self._findings.update(rules)
        self._stories.update(set(rules))
        for rule, finding in zip(rules, draft.findings, strict=True):
            self._gravest[rule] = max(finding.severity, self._gravest.get(rule, finding.severity))

    def adding(self, drafts: Iterable[LintedDraft]) -> Iterator[str]:
        """Count ``drafts``, yielding an empty piece for each: nothing is to be written yet."""
        for draft in drafts:
            self.add(draft)
            yield ""

    def counts(self) -> list[Count]:
        """Return the counts, the highest first."""
        ordered = sorted(self._findings.items(), key=lambda item: (-item[1], item[0]))
        return [Count(*rule, self._gravest[rule], number, self._stories[rule]) for rule, number in ordered]


def report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one line a rule, then the summary; ``quiet`` leaves that out."""
    tally = Tally()
    yield from tally.adding(drafts)
    counts = tally.counts()
    digits = max((len(f"{count.findings:,}") for count in counts), default=0)
    for count in counts:
        code = terminal.paint(count.code, SEVERITY_STYLES[count.severity])
        yield f"{count.findings:>{digits},}  {code}  {count.name}\n"
    if not quiet and tally.stories:
        yield ("\n" if counts else "") + summary(tally.severities, tally.stories, terminal) + "\n"


def json_report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield an array with one object a rule; the screen and ``quiet`` change nothing."""
    tally = Tally()
    yield from tally.adding(drafts)
    rows = ",\n".join(encoded(count.record) for count in tally.counts())
    yield f"[\n{rows}\n]\n" if rows else "[]\n"


def jsonl_report(drafts: Iterable[LintedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one row a rule; the screen and ``quiet`` change nothing."""
    tally = Tally()
    yield from tally.adding(drafts)
    for count in tally.counts():
        yield encoded(count.record) + "\n"
