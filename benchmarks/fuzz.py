"""Edit drafts at random, and compare what the server says with what a linter says that remembers nothing.

usage: python -m benchmarks.fuzz [--edits N] [--seed N] [--json FILE]

After every edit, the analysis of the draft by a linter that has seen all edits before must find exactly what a new one
finds, whose sentences are copies too; and the preview, which goes by earlier analyses, must put each diagnostic on the
words that it is about. Any difference ends the run. Memory (Linux only) must not grow.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import sys
import time
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from lsprotocol.types import PositionEncodingKind, TextDocumentContentChangePartial

from attrib_lsp.language.pipeline import Pipeline
from attrib_lsp.language.values import Parse
from attrib_lsp.linter.fixes import Manuscript
from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.server.client import Client
from attrib_lsp.server.diagnostics import to_diagnostics
from attrib_lsp.server.documents import Documents, Snapshot
from attrib_lsp.server.outcome import Outcome
from attrib_lsp.server.positions import to_range
from attrib_lsp.server.preview import Seen, preview
from attrib_lsp.server.worker import Turn, Worker
from attrib_lsp.text.prose import Prose
from benchmarks.typist import DRAFTS, Edit, Typist

CLIENT = Client(encoding=PositionEncodingKind.Utf16, refreshes=True, related=True, data=True)
#: Paragraphs whose reading is kept: to read all of a draft again after every edit would take most of the time.
_KEPT = 256


class Replay(Pipeline):
    """A pipeline that reads the same words once, and gives a copy each time."""

    def __init__(self) -> None:
        """Load the pipeline that ships."""
        super().__init__()
        self._read: OrderedDict[str, bytes] = OrderedDict()

    def read(self, texts: Sequence[str]) -> list[Parse]:
        """Return what stands in each of ``texts``, in objects of its own."""
        for text in texts:
            if text not in self._read:
                self._read[text] = pickle.dumps(super().read([text])[0])
            self._read.move_to_end(text)
        parses = [pickle.loads(self._read[text]) for text in texts]
        while len(self._read) > _KEPT:
            self._read.popitem(last=False)
        return parses


class DifferenceError(AssertionError):
    """What the server says is not what it should."""


class Session:
    """Drafts that are being edited, and what the server would know of them."""

    def __init__(self, pipeline: Pipeline, seed: int = 1) -> None:
        """Open all drafts."""
        self._pipeline = pipeline
        self._typist = Typist(seed)
        self._linter = Linter(lambda: pipeline)
        self._worker = Worker(self._linter)
        self._documents = Documents()
        self._seen: dict[str, Seen] = {}
        self.previewed = self.findings = 0
        for name, language, text in DRAFTS:
            found = self._analyse(self._documents.open(name, language, 1, text))
            self._seen[name] = Seen(found, found)

    def step(self, number: int) -> None:
        """Make one edit and compare.

        Raises:
            DifferenceError: there is a difference.
        """
        name = DRAFTS[self._typist.choose()][0]
        before = self._documents.get(name)
        assert before is not None
        edit = self._typist.edit(name, before.source.text)
        after = self._change(before, edit, number)
        same("the text", after.source.text, edit.made(before.source.text))
        looked: list[LocatedFinding] = []

        manuscript = Manuscript(after.source.text, after.markup)

        def look(prose: Prose) -> list[LocatedFinding]:
            looked.extend(self._linter.look(manuscript, prose))
            return looked

        told = preview(self._seen[name], after, CLIENT, look)
        check_preview(self._seen[name], told, looked)
        found = self._analyse(after)
        self._check_whole(found)
        self.previewed += len(told.findings)
        self.findings += len(found.findings)
        # Several edits may come before a draft is looked at as a whole.
        whole = number % 3 == 0 or self._seen[name].whole.graph is None
        self._seen[name] = Seen(found, found) if whole else Seen(self._seen[name].whole, told)

    def _change(self, before: Snapshot, edit: Edit, number: int) -> Snapshot:
        """Make an edit the way a client does."""
        change = TextDocumentContentChangePartial(to_range(before.source, edit.span, CLIENT.encoding), edit.new)
        after = self._documents.change(before.uri, number, [change], CLIENT.encoding)
        assert after is not None
        return after

    def _analyse(self, snapshot: Snapshot) -> Outcome:
        """Return what the server finds in a draft."""
        return self._worker.analyse(snapshot, CLIENT, Turn(lambda: False, lambda: False))

    def _check_whole(self, found: Outcome) -> None:
        """Compare an analysis with one by a linter that remembers nothing."""
        new = Worker(Linter(lambda: self._pipeline)).analyse(found.snapshot, CLIENT, Turn(lambda: False, lambda: False))
        same("the findings", found.findings, new.findings)
        same("the diagnostics", found.diagnostics, new.diagnostics)
        assert found.graph is not None
        assert new.graph is not None
        same("the sources", found.graph.sources, new.graph.sources)
        same("the statements", found.graph.statements, new.graph.statements)


def check_preview(seen: Seen, told: Outcome, looked: Iterable[LocatedFinding]) -> None:
    """See that a preview says of words what was said of the same words before, or what the paragraph rules say now.

    Raises:
        DifferenceError: it says something else.
    """
    same("the places", told.diagnostics, to_diagnostics(told.findings, told.snapshot, CLIENT))
    known = {said for one in seen.told.findings for said in _said(one, seen.told.snapshot)}
    known |= {said for one in looked for said in _said(one, told.snapshot)}
    for one in told.findings:
        for said in _said(one, told.snapshot):
            if said not in known:
                raise DifferenceError(f"nobody said {said}")


def _said(finding: LocatedFinding, snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    """Yield what a finding says of which words: itself, what explains it, what mends it."""
    text = snapshot.source.text
    yield finding.code, finding.message, finding.span.of(text)
    for related in finding.related:
        yield finding.code, related.message, related.span.of(text)
    for fix in finding.fixes:
        yield (finding.code, fix.title, *(f"{edit.span.of(text)} > {edit.replacement}" for edit in fix.edits))


def same(what: str, one: object, other: object) -> None:
    """Compare.

    Raises:
        DifferenceError: the two are not equal.
    """
    if one != other:
        raise DifferenceError(f"{what} differ:\n{one}\n{other}")


def held() -> float | None:
    """Return how much memory this process holds, in MB; None where that is not known."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    except OSError:
        return None
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1024**2, 1)


@dataclass(frozen=True)
class Figures:
    """What was seen in a run; memory in MB by the number of edits made."""

    edits: int
    findings: int
    previewed: int
    seconds: float
    memory: dict[int, float | None]


def run(edits: int, seed: int) -> Figures:
    """Make that many edits."""
    session = Session(Replay(), seed)
    started = time.perf_counter()
    memory: dict[int, float | None] = {}
    # What is kept of paragraphs is filled up after some hundred edits: that is where the memory is to stay.
    marks = {min(1000, edits // 4), edits // 2, edits}
    for number in range(1, edits + 1):
        try:
            session.step(number)
        except Exception:
            print(f"at edit {number} with seed {seed}:", file=sys.stderr)
            raise
        if number in marks:
            memory[number] = held()
    seconds = round(time.perf_counter() - started, 1)
    return Figures(edits, session.findings, session.previewed, seconds, memory)


def main() -> None:
    """Run, print and keep."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--edits", type=int, default=10_000, metavar="N", help="how many edits are made")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which edits are made")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE, too")
    arguments = parser.parse_args()
    figures = run(arguments.edits, arguments.seed)
    print(
        f"{figures.edits} edits, {figures.findings} findings compared, {figures.previewed} previewed, no difference, "
        f"{figures.seconds:.0f} s"
    )
    print("; ".join(f"{memory} MB after {number} edits" for number, memory in figures.memory.items()))
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(asdict(figures), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
