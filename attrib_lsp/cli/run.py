"""A run over drafts: each is read and worked on alone, and what goes wrong with one does not stop the others."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO, TypeVar

from attrib_lsp.cli.configurations import problem_of
from attrib_lsp.cli.drafts import Draft, read
from attrib_lsp.cli.errors import Note, Problem, RunError, fault, reason
from attrib_lsp.cli.files import Input, find
from attrib_lsp.cli.output import is_terminal, output, tell, terminal_of
from attrib_lsp.cli.progress import Progress
from attrib_lsp.cli.request import Request
from attrib_lsp.language.pipeline import Pipeline
from attrib_lsp.linter.errors import ConfigurationError
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.text.readers import UnreadableError

_T = TypeVar("_T")

#: Objects made between two searches for garbage: a draft leaves next to none behind that is not freed at once.
GARBAGE = 50_000

#: Yields the drafts it is given, in their order, and may begin with later ones meanwhile.
Ahead = Callable[[Iterator[Draft | Problem]], Iterator[Draft | Problem]]


class Run:
    """Reads the drafts of ``request``, tells what is wrong with them, writes the report.

    ``failed``: something was wrong; ``problems`` are what, each once; ``inputs`` is how many files were to be read.
    """

    def __init__(self, request: Request) -> None:
        """Look which files there are.

        Raises:
            RunError: the report would overwrite a draft.
        """
        self.request = request
        self.failed = False
        self.inputs = 0
        self.terminal: Terminal = terminal_of(None if request.output_file else sys.stdout, request.color)
        self._shares_screen = request.output_file is None and is_terminal(sys.stdout)
        self._refuse_overwriting()
        self._progress = Progress(0, shown=False)
        self.problems: dict[Problem, None] = {}

    def _refuse_overwriting(self) -> None:
        """See to it that no draft is named as the place for the report."""
        for report in self.request.files:
            if any(_same(Path(path), report) for path in self.request.paths):
                raise RunError(f"{report}: the report would overwrite this draft; choose another --output-file")

    def results(self, work: Callable[[Draft], _T], ahead: Ahead = iter) -> Iterator[_T]:
        """Yield what ``work`` makes of each draft; where that fails, the user is told and the next one comes.

        A stream is worked on as it comes: only files are given to ``ahead``.
        """
        inputs = self._inputs()
        drafts = self._drafts(inputs)
        for draft in drafts if any(one.path is None for one in inputs) else ahead(drafts):
            if isinstance(draft, Problem):
                self.problem(draft)
                continue
            try:
                result = work(draft)
            except RunError:
                raise
            except ConfigurationError as error:
                self.problem(problem_of(error))
            except UnreadableError as error:
                self.problem(Problem(draft.origin.path, str(error), error.line))
            except Exception as error:
                self.problem(Problem(draft.origin.path, f"could not be checked: {fault(error)}", draft.line))
            else:
                yield result
            self._progress.advance(draft.size)
        self._progress.hide()

    def write(self, pieces: Iterable[str]) -> None:
        """Write the report.

        Raises:
            ClosedPipeError: nobody reads it any more.
            RunError: it cannot be written.
        """
        self.write_all((self.request.output_file,), ((0, piece) for piece in pieces))

    def write_all(
        self, files: Sequence[Path | None], pieces: Iterable[tuple[int, str]], screen: TextIO | None = None
    ) -> None:
        """Write several reports at once: each piece comes with the number of its file; None is the ``screen``.

        Raises:
            ClosedPipeError: nobody reads standard output any more.
            RunError: one of them cannot be written.
        """
        try:
            with ExitStack() as stack:
                places = [stack.enter_context(output(file, screen)) for file in files]
                for number, piece in pieces:
                    if self._shares_screen and files[number] is None:
                        self._progress.hide()
                    places[number].write(piece)
        finally:
            self._progress.hide()

    def _inputs(self) -> list[Input]:
        """Return what is to be read; tell of what is not."""
        inputs = []
        ask = self.request
        for found in find(ask.effective_paths, ask.stdin_filename, ask.files, ask.excludes, ask.refuses):
            wanted = ask.wanted(found) if isinstance(found, Input) else True
            if isinstance(wanted, Problem):
                self.problem(wanted)
            elif isinstance(found, Input):
                inputs += [found] if wanted else []
            elif isinstance(found, Problem):
                self.problem(found)
            else:
                self.note(found)
        self.inputs = len(inputs)
        total = 0 if any(one.path is None for one in inputs) else sum(one.size for one in inputs)
        self._progress = Progress(total, shown=not self.request.quiet and is_terminal(sys.stderr))
        return inputs

    def _drafts(self, inputs: Iterable[Input]) -> Iterator[Draft | Problem]:
        """Yield the drafts in ``inputs``, and what is wrong with those that are none."""
        for given in inputs:
            if given.path is None and is_terminal(sys.stdin):
                end = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"
                self.note(Note(given.label, f"type or paste the story here, then press {end} on a line of its own"))
            for draft in read(given, self.request.max_words):
                if isinstance(draft, Note):
                    self.note(draft)
                else:
                    yield draft

    def problem(self, problem: Problem) -> None:
        """Tell what is wrong with an input, once (many may share a configuration); the run will have failed."""
        self.failed = True
        if problem in self.problems:
            return
        self.problems[problem] = None
        self._progress.hide()
        tell("error", str(problem), self.request.color)

    def note(self, note: Note) -> None:
        """Tell what is worth saying."""
        if not self.request.quiet:
            self._progress.hide()
            tell("note", str(note), self.request.color)


def load_pipeline() -> Pipeline:
    """Return the pipeline, for runs over many drafts: it reads with one thread unless OMP_NUM_THREADS says otherwise.

    Raises:
        RunError: it is not there, or does not fit the libraries.
    """
    # Two threads share so short a passage badly: they cost half as much again and save no time on a busy machine.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        pipeline = Pipeline()
    except Exception as error:
        why = reason(error) if isinstance(error, OSError) else " ".join(str(error).split())
        raise RunError(f"prose cannot be read ({why}); please install attrib-lsp again") from error
    gc.freeze()  # what is loaded stays: it need not be gone through again and again
    gc.set_threshold(GARBAGE)
    return pipeline


def _same(path: Path, other: Path) -> bool:
    """Say whether both are one existing file."""
    try:
        return path.is_file() and path.samefile(other)
    except OSError:
        return False
