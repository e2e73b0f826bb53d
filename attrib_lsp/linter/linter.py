"""Analysis and linting of drafts, with a cache by paragraph."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from attrib_lsp.attribution.build import build_graph, read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.paragraphs import read_paragraph
from attrib_lsp.attribution.pulse import nothing
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.pipeline import Pipeline
from attrib_lsp.lexicons.house import UNCHANGED, Changes, WordLists, word_lists
from attrib_lsp.linter.comparisons import Comparisons
from attrib_lsp.linter.fixes import Manuscript, located_fixes
from attrib_lsp.linter.located import LocatedFinding, LocatedRelated
from attrib_lsp.linter.pragmas.heeding import Heed
from attrib_lsp.linter.precedence import winners
from attrib_lsp.linter.settings import Settings
from attrib_lsp.linter.severities import severity_of
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.pragma_use import PragmaUse
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.rules.rule import Rule, Scope
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.story import Story

#: Paragraphs given to the pipeline at once: between two batches a superseded analysis stops.
BATCH = 16
#: Paragraphs kept read, some 150 kilobytes each: enough for several open drafts of usual length. For a longer story
#: twice its paragraphs are kept, so that what is typed into it does not push it out.
CACHED_PARAGRAPHS = 512


class SupersededError(Exception):
    """The analysis was no longer wanted and has stopped."""


@dataclass(frozen=True)
class Reading:
    """A paragraph as read, with what the paragraph rules found in it so far, by code and options."""

    paragraph: Paragraph
    findings: dict[tuple[str, object], tuple[Finding, ...]] = field(default_factory=dict)


#: What a reading is kept under: the word lists by which a paragraph was read, and its text.
_Key = tuple[WordLists, str]


def never() -> bool:
    """Answer no: the analysis is wanted to its end."""
    return False


class Linter:
    """Lints stories, keeping what it read of their paragraphs. One thread at a time may use it.

    The pipeline is loaded by the first story that holds any prose.
    """

    def __init__(self, load: Callable[[], Pipeline] = Pipeline, batch: int = BATCH) -> None:
        """Remember how to ``load`` the pipeline, and how many paragraphs it is given at once."""
        self._load = load
        self._batch = batch
        self._readings: OrderedDict[_Key, Reading] = OrderedDict()
        self._comparisons = Comparisons()
        self._most = CACHED_PARAGRAPHS

    @cached_property
    def pipeline(self) -> Pipeline:
        """The pipeline, loaded when first asked for."""
        return self._load()

    def analyse(
        self,
        story: Story,
        superseded: Callable[[], bool] = never,
        pulse: Callable[[], None] = nothing,
        *,
        changes: Changes = UNCHANGED,
    ) -> AttributionGraph:
        """Return who says what in ``story``, read by the word lists after ``changes``.

        ``pulse`` is called again and again, some milliseconds apart, once all paragraphs are read. What it raises
        ends the analysis. It may use this linter in between.

        Raises:
            SupersededError: ``superseded`` answered yes between two batches of paragraphs.
        """
        lists = word_lists(changes)
        texts = [block.prose.text for block in read_blocks(story)]
        readings = {text: self._readings[lists, text] for text in texts if (lists, text) in self._readings}
        missing = list(dict.fromkeys(text for text in texts if text not in readings))
        for start in range(0, len(missing), self._batch):
            if superseded():
                raise SupersededError
            readings |= self._read(missing[start : start + self._batch], lists)
        paragraphs = [readings[text].paragraph for text in texts]
        self._keep(readings, lists)
        graph = build_graph(story, paragraphs, pulse)
        if graph.headline is not None:
            compared = self._comparisons.of(
                self.pipeline, paragraphs[graph.headline], [one for _, one in graph.numbered]
            )
            graph = replace(graph, comparison=compared)
        return graph

    def read_ahead(self, stories: Iterable[Story], *, changes: Changes = UNCHANGED) -> None:
        """Read the paragraphs of ``stories`` together, so that `analyse` finds them read.

        Of many short stories that is the cheaper way. All together they should have fewer paragraphs than are kept.
        """
        lists = word_lists(changes)
        texts = dict.fromkeys(block.prose.text for story in stories for block in read_blocks(story))
        if missing := [text for text in texts if (lists, text) not in self._readings]:
            self._keep(self._read(missing, lists), lists)

    def _read(self, texts: Sequence[str], lists: WordLists) -> dict[str, Reading]:
        """Read ``texts`` by ``lists`` and keep them."""
        read = {}
        for text, parse in zip(texts, self.pipeline.read(texts), strict=True):
            read[text] = Reading(read_paragraph(text, parse.by(lists)))
            self._comparisons.keep(text, parse)
        self._readings.update({(lists, text): reading for text, reading in read.items()})
        return read

    def _keep(self, readings: Mapping[str, Reading], lists: WordLists) -> None:
        """Let ``readings``, by ``lists``, be those that are forgotten last; forget the oldest of the others."""
        for text, reading in readings.items():
            self._readings[lists, text] = reading
            self._readings.move_to_end((lists, text))
        self._most = max(self._most, 2 * len(readings))
        while len(self._readings) > self._most:
            self._readings.popitem(last=False)

    def paragraph(self, prose: Prose, settings: Settings) -> Paragraph:
        """Return ``prose`` read by itself."""
        lists = word_lists(settings.words)
        reading = self._readings.get((lists, prose.text)) or self._read([prose.text], lists)[prose.text]
        self._keep({prose.text: reading}, lists)
        return reading.paragraph

    def look(
        self, manuscript: Manuscript, prose: Prose, settings: Settings | None = None
    ) -> tuple[LocatedFinding, ...]:
        """Return what the paragraph rules find in a paragraph of ``manuscript``, whatever stands around it."""
        settings = settings or Settings.default()
        paragraph = self.paragraph(prose, settings)
        return tuple(
            located(manuscript, rule, finding, prose, settings.severities.get(rule.code))
            for rule in all_rules()
            if rule.scope is Scope.PARAGRAPH and rule.code in settings.enabled
            for finding in self._cached(rule, paragraph, settings.options.get(rule.code))
        )

    def check(
        self, story: Story, settings: Settings | None = None, superseded: Callable[[], bool] = never
    ) -> tuple[LocatedFinding, ...]:
        """Return what is to be reported of ``story``, in reading order; see `analyse` for what it raises."""
        chosen = settings or Settings.default()
        return self.lint(self.analyse(story, superseded, changes=chosen.words), chosen)

    def lint(
        self, graph: AttributionGraph, settings: Settings | None = None, pulse: Callable[[], None] = nothing
    ) -> tuple[LocatedFinding, ...]:
        """Return what is to be reported of an analysed story, in reading order, one finding a span.

        The word lists are those by which the story was analysed, whatever ``settings`` say of them.
        What a pragma keeps back is gone before that: it supersedes nothing. ``pulse`` is called between two rules and
        two findings, see `analyse`.
        """
        chosen = settings or Settings.default()
        found: Iterable[LocatedFinding] = self._findings(graph, chosen, pulse)
        if graph.story.pragmas:
            heed = Heed(graph.story.pragmas)
            kept = heed.kept(found)
            found = (*kept, *heed.kept(_on_pragmas(heed.use(graph.story, chosen.enabled), chosen)))
        return winners(found)

    def _findings(
        self, graph: AttributionGraph, settings: Settings, pulse: Callable[[], None]
    ) -> Iterator[LocatedFinding]:
        """Yield what each rule in force finds, but those about pragmas."""
        blocks = read_blocks(graph.story)
        manuscript = Manuscript.of(graph.story)
        for rule in all_rules():
            pulse()
            if rule.code not in settings.enabled or rule.scope is Scope.PRAGMAS:
                continue
            options, severity = settings.options.get(rule.code), settings.severities.get(rule.code)
            if rule.scope is Scope.PARAGRAPH:
                for number in graph.body:
                    pulse()
                    for finding in self._cached(rule, graph.paragraphs[number], options):
                        yield located(manuscript, rule, finding, blocks[number].prose, severity)
            else:
                for finding in rule(graph if rule.scope is Scope.GRAPH else graph.story, options):
                    pulse()
                    if finding.within is None:
                        raise TypeError(f"{rule.name}: a story rule must say in which prose its finding stands")
                    yield located(manuscript, rule, finding, finding.within, severity)

    def _cached(self, rule: Rule, paragraph: Paragraph, options: object) -> tuple[Finding, ...]:
        """Return what a paragraph rule finds in ``paragraph``, running it once for the same words and options."""
        reading = self._readings.get((paragraph.lists, paragraph.text))
        if reading is None:
            return tuple(rule(paragraph, options))
        key = (rule.code, options)
        if key not in reading.findings:
            reading.findings[key] = tuple(rule(paragraph, options))
        return reading.findings[key]


def _on_pragmas(use: PragmaUse, settings: Settings) -> Iterator[LocatedFinding]:
    """Yield what each rule in force finds wrong with a draft's pragmas."""
    manuscript = Manuscript.of(use.story)
    for rule in all_rules():
        if rule.scope is Scope.PRAGMAS and rule.code in settings.enabled:
            for finding in rule(use, settings.options.get(rule.code)):
                if finding.within is not None:
                    yield located(manuscript, rule, finding, finding.within, settings.severities.get(rule.code))


def located(
    manuscript: Manuscript, rule: Rule, finding: Finding, prose: Prose, configured: Severity | None = None
) -> LocatedFinding:
    """Return ``finding`` of ``rule`` in ``manuscript``, whose span counts in ``prose``, as grave as settings say."""
    return LocatedFinding(
        code=rule.code,
        name=rule.name,
        severity=severity_of(rule, finding, configured),
        message=finding.message,
        field=prose.field,
        span=prose.locate(finding.span),
        related=tuple(
            LocatedRelated(related.message, related.within.field, related.within.locate(related.span))
            for related in finding.related
        ),
        fixes=tuple(located_fixes(finding, prose, manuscript)),
    )
