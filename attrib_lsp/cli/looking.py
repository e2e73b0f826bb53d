"""Lint one draft of a run, by the settings that hold for it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future

from attrib_lsp.cli.ahead import Ahead, Queue
from attrib_lsp.cli.configurations import DraftSettings
from attrib_lsp.cli.crew import Crew
from attrib_lsp.cli.crew import found as awaited
from attrib_lsp.cli.drafts import Draft
from attrib_lsp.cli.errors import Problem
from attrib_lsp.cli.found import Find, Found
from attrib_lsp.cli.results.keys import key_of
from attrib_lsp.cli.results.store import Results
from attrib_lsp.cli.results.written import read_found, write_found
from attrib_lsp.linter.errors import ConfigurationError
from attrib_lsp.linter.settings import Settings
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.text.prose import Field
from attrib_lsp.text.source_text import SourceText

#: Code points from which on workers pay: what one process reads in the time that others take to start.
ENOUGH = 100_000


class Looker:
    """Returns what is found in drafts, and in which sentences; what ``results`` hold is not looked for again.

    Leave it as a context manager: then ``results`` are written, and the ``crew`` sent home.
    """

    def __init__(
        self, held: DraftSettings, find: Find, results: Results | None = None, crew: Crew | None = None
    ) -> None:
        """Take the settings of drafts from ``held``, and what is in them from ``find``, or from the ``crew`` ahead."""
        self._held = held
        self._find = find
        self._results = results
        self._crew = crew
        self._ahead: Ahead | None = None

    def __call__(self, draft: Draft) -> LintedDraft:
        """Return what is found in ``draft``.

        Raises:
            ConfigurationError: its configuration cannot be read or followed.
            UnreadableError: its front matter is broken.
        """
        settings = self._held.of(draft.origin.path)
        found = self._found(draft, settings)
        sources: dict[Field, SourceText] = {"text": SourceText(draft.text)}
        if draft.headline is not None:
            sources["headline"] = SourceText(draft.headline)
        return LintedDraft(draft.origin, sources, found.findings, found.passages, found.graph)

    def __enter__(self) -> Looker:
        """Begin a run."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Let go of the results on disk, and of the workers; if the run is broken off, whatever they are at."""
        if self._crew is not None:
            self._crew.stop(at_once=kind is not None)
        if self._results is not None:
            self._results.close()

    def ahead(self, given: Iterator[Draft | Problem]) -> Iterator[Draft | Problem]:
        """Yield what is ``given``, in its order, while workers look into what comes after it, where that pays."""
        if self._crew is None:
            yield from given
            return
        queue = Queue(self._crew, ENOUGH)
        for one in given:
            queue.add(one, self._begun(one))
            yield from self._turns(queue, last=False)
        yield from self._turns(queue, last=True)

    def _turns(self, queue: Queue, *, last: bool) -> Iterator[Draft | Problem]:
        """Yield those of ``queue`` whose turn it is; as long as one is worked on, what is known of it is at hand."""
        for one, self._ahead in queue.due(last=last):
            yield one
        self._ahead = None

    def _begun(self, given: Draft | Problem) -> Ahead | None:
        """Return what is known of a draft before its turn; what is wrong with its settings is told when that comes."""
        if isinstance(given, Problem):
            return None
        try:
            settings = self._held.of(given.origin.path)
        except ConfigurationError:
            return None
        key = key_of(given, settings)
        return Ahead(given, settings, key, self._kept(key))

    def _found(self, draft: Draft, settings: Settings) -> Found:
        """Return what is found in ``draft``, now or earlier."""
        if self._results is None and self._ahead is None:
            return self._find(draft, settings)
        key = key_of(draft, settings)
        known = self._ahead.known if self._ahead is not None and self._ahead.key == key else self._kept(key)
        if isinstance(known, Found):
            return known
        found = awaited(known) if isinstance(known, Future) else self._anew(draft, settings)
        if self._results is not None:
            self._results.put(key, write_found(found))
        return found

    def _anew(self, draft: Draft, settings: Settings) -> Found:
        """Look into a draft that has been mended, or that is not worth a worker."""
        if self._crew is not None and self._crew.works:
            return awaited(self._crew.ask(draft, settings))
        return self._find(draft, settings)

    def _kept(self, key: bytes) -> Found | None:
        """Return what was found earlier."""
        kept = None if self._results is None else self._results.get(key)
        try:
            return None if kept is None else read_found(kept)
        except ValueError:
            return None
