"""From what the user asked for to a run that can begin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from attrib_lsp.cli.archive.edition import edition
from attrib_lsp.cli.archive.folder import prepared
from attrib_lsp.cli.archive.inputs import files_of
from attrib_lsp.cli.archive.plan import Wish, laid_out
from attrib_lsp.cli.archive.running import ArchiveRun, Means
from attrib_lsp.cli.configurations import DraftSettings, problem_of
from attrib_lsp.cli.crew import MOST, processors
from attrib_lsp.cli.errors import RunError
from attrib_lsp.cli.output import tell
from attrib_lsp.cli.results.keys import settings_key
from attrib_lsp.linter.errors import ConfigurationError
from attrib_lsp.linter.settings import Settings


def ask(
    paths: Sequence[str],
    out: Path,
    columns: Mapping[str, str],
    held: DraftSettings,
    part_rows: int,
    *,
    fresh: bool,
    quiet: bool,
    color: str,
) -> Callable[[int | None, str | None], int]:
    """Return what begins the run when told how many processes, or which scheduler; see `ArchiveRun.run`.

    Raises:
        RunError: a file cannot be read, or ``out`` is not for this.
    """
    files = tuple(files_of(paths, out))
    settings = [_settings(held, file) for file in files]
    prepared(out, fresh=fresh)

    def note(words: str) -> None:
        if not quiet:
            tell("note", words, color)

    wish = Wish(files, columns, tuple(settings_key(one) for one in settings), part_rows, edition())
    run = ArchiveRun(laid_out(wish, out, note), settings, out, quiet=quiet, color=color)
    return partial(_begin, run)


def _begin(run: ArchiveRun, jobs: int | None, scheduler: str | None) -> int:
    """Begin a run by the means asked for."""
    if jobs is not None and scheduler is not None:
        raise RunError("--jobs is for this machine, --scheduler for a cluster, which has the workers that it has")
    return run.run(Means(jobs or min(processors(), MOST), scheduler))


def _settings(held: DraftSettings, file: str) -> Settings:
    """Return the settings for a file."""
    try:
        return held.of(file)
    except ConfigurationError as error:
        raise RunError(str(problem_of(error))) from None
