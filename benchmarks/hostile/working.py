# ruff: noqa: ANN401 (functions of the package are wrapped, whatever they take)
"""The process that is kept: it checks one input after the other, and sees that findings give their words back."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, cast

from attrib_lsp.language.pipeline import Pipeline
from attrib_lsp.language.values import Parse
from benchmarks.fuzz import Replay
from benchmarks.hostile.judging import spans_wrong, words_wrong, wrong_in
from benchmarks.hostile.running import report_in
from benchmarks.hostile.values import Outcome

#: Bytes up to which a file's paragraphs are remembered; what larger ones cost is measured without that.
SMALL = 5_000
_CLEAR = Path("/proc/self/clear_refs")
_STATUS = Path("/proc/self/status")


def work(link: Connection, folder: Path, options: Sequence[str], addresses: int) -> None:
    """Check the inputs whose names come through ``link``, until it is closed."""
    resource.setrlimit(resource.RLIMIT_AS, (addresses, addresses))
    os.chdir(folder)
    os.environ["NO_COLOR"] = "1"
    from attrib_lsp.cli import run
    from attrib_lsp.linter import linter

    setattr(run, "Pipeline", _Pipeline)  # noqa: B010 (the type check is right that this is not for everybody)
    pipeline = cast("_Pipeline", run.load_pipeline())  # as the command loads it: with one thread, and rarely tidied up
    run.load_pipeline = lambda: pipeline
    seen = _Seen(linter)
    Path("warm.txt").write_text("The mayor said on Tuesday that “it leaks”.\n", encoding="utf-8")
    seen.check((*options, "warm.txt"))
    link.send("ready")
    while True:
        try:
            name = link.recv()
        except EOFError:
            return
        pipeline.remembers = Path(name).stat().st_size <= SMALL
        link.send(seen.outcome((*options, name), folder))


class _Pipeline(Replay):
    """The pipeline that ships, which remembers paragraphs where it ``remembers``: broken files share most of them."""

    remembers = False

    def read(self, texts: Sequence[str]) -> list[Parse]:
        """Return what stands in each of ``texts``."""
        return super().read(texts) if self.remembers else Pipeline.read(self, texts)


class _Seen:
    """Notes the stories that are analysed, and what is found in them."""

    def __init__(self, linter: Any) -> None:
        """Listen to ``linter``, the module."""
        self.stories: list[Any] = []
        self.told: list[Any] = []
        analyse, located = linter.Linter.analyse, linter.located

        def analysing(own: Any, story: Any, *more: Any, **named: Any) -> Any:
            self.stories.append(story)
            return analyse(own, story, *more, **named)

        def locating(manuscript: Any, rule: Any, finding: Any, prose: Any, *more: Any) -> Any:
            found = located(manuscript, rule, finding, prose, *more)
            self.told.append((prose, finding.span, found.span))
            return found

        linter.Linter.analyse, linter.located = analysing, locating

    def check(self, arguments: Sequence[str]) -> Any:
        """Run the command."""
        from click.testing import CliRunner

        from attrib_lsp.cli.main import cli

        self.stories.clear()
        self.told.clear()
        return CliRunner().invoke(cli, arguments, prog_name="attrib-lsp")

    def outcome(self, arguments: Sequence[str], folder: Path) -> Outcome:
        """Run the command, and look at what comes of it."""
        _CLEAR.write_text("5", encoding="ascii")  # begins the measure of the most memory held anew
        began = time.process_time()
        result = self.check(arguments)
        seconds = time.process_time() - began
        megabytes = _most_held()
        wrong: list[str] = []
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            wrong.append(f"raised {result.exception!r}"[:400])
        wrong += wrong_in(result.exit_code, result.stdout, result.stderr, report_in(folder))
        wrong += _judged(lambda: [*spans_wrong(result.stdout), *words_wrong(self.stories, self.told), *self._places()])
        return Outcome(result.exit_code, seconds, megabytes, len(self.told), tuple(wrong[:5]))

    def _places(self) -> list[str]:
        """Return what is wrong with the places of the stories' words, by the test that every reader has to pass."""
        from tests.text.test_properties import check

        for story in self.stories:
            check(story)
        return []


def _judged(judge: Callable[[], list[str]]) -> list[str]:
    """Return what ``judge`` returns, or what it fails on."""
    try:
        return judge()
    except Exception as error:
        return [f"a check failed: {error!r}"[:400]]


def _most_held() -> float:
    """Return the most memory that this process has held, in MB."""
    line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024
