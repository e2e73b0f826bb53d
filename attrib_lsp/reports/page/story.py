"""All that a page says of one story, worked out once for the marked story, the tables and the memo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Place
from attrib_lsp.reports.headline_basis import basis_of
from attrib_lsp.reports.memo import BLANKS
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.page.blocks import Blocks, blocks_of
from attrib_lsp.reports.page.claim_rows import ClaimRow, Denied, claim_rows, headline_contested
from attrib_lsp.reports.page.notes import SHAPES, notes
from attrib_lsp.reports.page.weights import STANDINGS, Weights, weights
from attrib_lsp.reports.places import headline_of, line_of, words_at
from attrib_lsp.reports.replies import Reply, replies
from attrib_lsp.reports.shares import shares
from attrib_lsp.reports.source_facts import SourceFacts, source_facts
from attrib_lsp.reports.text import PLURALS
from attrib_lsp.reports.words import counted
from attrib_lsp.rules.finding import Severity


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings there are of a severity, in words, with its shape."""

    severity: str
    shape: str
    number: int
    words: str


@dataclass(frozen=True, eq=False)
class StoryPage:
    """What a page says of a story. ``key`` begins every id of it on a page that holds several."""

    label: str
    headline: str | None
    graph: AttributionGraph
    blocks: Blocks
    sources: tuple[SourceFacts, ...]
    weights: Weights
    summary: str
    tallies: tuple[Tally, ...]
    claims: tuple[ClaimRow, ...]
    contested: Denied | None
    replies: tuple[Reply, ...]
    basis: tuple[str, ...]
    codes: tuple[str, ...]
    key: str = ""

    @property
    def title(self) -> str:
        """What the story is called: its headline, else its file."""
        return self.headline or self.label

    @property
    def blanks(self) -> tuple[str, ...]:
        """What only a person can say of a source without a name."""
        return BLANKS

    def labels(self, section: str) -> str:
        """Return the ids of what a section is called: its heading, and the story's where the page holds several."""
        return f"{self.key}{section} {self.key}headline" if self.key else section

    def block(self, paragraph: int) -> int:
        """Return the number of the page's block that the graph's paragraph is."""
        return self.blocks.of(self.graph.story.read[paragraph].prose)

    def line(self, place: Place) -> int:
        """Return the line of the draft, from one, in which a place begins."""
        return line_of(self.graph, place)

    def words(self, place: Place) -> str:
        """Return the words of a place."""
        return words_at(self.graph, place)

    def sentence(self, place: Place) -> str:
        """Return the sentence in which a place begins."""
        return self.graph.paragraphs[place.paragraph].sentence_at(place.span.start).text

    def standing(self, number: int) -> str:
        """Return what source ``number`` is to the reader: "named", "unnamed", "document" or "media"."""
        return STANDINGS[self.graph.sources[number].kind].value


def story_page(draft: LintedDraft, graph: AttributionGraph) -> StoryPage:
    """Return what a page says of a draft, in which ``graph`` has what was read."""
    return StoryPage(
        label=draft.origin.label(),
        headline=headline_of(graph),
        graph=graph,
        blocks=blocks_of(graph, notes(draft)),
        sources=source_facts(graph),
        weights=weights(graph),
        summary=shares(graph),
        tallies=tallies([finding.severity for finding in draft.findings]),
        claims=claim_rows(graph),
        contested=headline_contested(graph),
        replies=replies(graph),
        basis=basis_of(graph) if graph.headline is not None else (),
        codes=tuple(finding.code for finding in draft.findings),
    )


def tallies(severities: Sequence[Severity]) -> tuple[Tally, ...]:
    """Return how many findings there are of each severity that occurs, the gravest first."""
    counts = Counter(severities)
    return tuple(
        Tally(
            one.name.lower(),
            SHAPES[one],
            counts[one],
            counted(counts[one], one.name.lower(), PLURALS.get(one, "").lower()),
        )
        for one in sorted(counts, reverse=True)
    )
