"""The index of a folder of pages: each draft with what its page says in short, and those that could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib_lsp.reports.page.environment import render
from attrib_lsp.reports.page.notes import SHAPES
from attrib_lsp.reports.page.story import StoryPage
from attrib_lsp.rules.finding import Severity

#: Severities as the index has them in columns, the gravest first: name, shape and what a column is called.
COLUMNS = tuple(
    (one.name.lower(), SHAPES[one], title)
    for one, title in (
        (Severity.ERROR, "Errors"),
        (Severity.WARNING, "Warnings"),
        (Severity.INFO, "Info"),
        (Severity.HINT, "Hints"),
    )
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A draft in the index, with its ``page``'s name. ``found`` is how many findings there are of each of `COLUMNS`."""

    page: str
    title: str
    label: str
    words: int
    named: int
    unnamed: int
    others: int
    found: tuple[int, ...]

    @property
    def sources(self) -> int:
        """How many sources it has."""
        return self.named + self.unnamed + self.others


@dataclass(frozen=True, slots=True)
class Broken:
    """A draft that has no page, and why."""

    label: str
    why: str


def listed(story: StoryPage, page: str) -> Listed:
    """Return the line of a story whose page is called ``page``."""
    counts = {weight.standing.value: weight.sources for weight in story.weights.kinds}
    found = {tally.severity: tally.number for tally in story.tallies}
    named, unnamed = counts.get("named", 0), counts.get("unnamed", 0)
    return Listed(
        page,
        story.title,
        story.label,
        story.graph.words,
        named,
        unnamed,
        sum(counts.values()) - named - unnamed,
        tuple(found.get(severity, 0) for severity, _, _ in COLUMNS),
    )


def index(stories: Sequence[Listed], broken: Sequence[Broken] = ()) -> str:
    """Return the index of ``stories``, in the order in which they were read, and of what could not be."""
    return render(
        "index.html.j2",
        styles=("index.css",),
        scripts=("index.js",),
        stories=stories,
        broken=broken,
        columns=COLUMNS,
    )
