"""Options that belong together, handed to a command as one value: what several commands take, none spells out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrib_lsp.cli.errors import RunError

if TYPE_CHECKING:
    from attrib_lsp.cli.configurations import DraftSettings
    from attrib_lsp.cli.excluding import Excluding
    from attrib_lsp.cli.looking import Looker


def gathering(name: str, group: type[Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that hands the options of ``group``, a dataclass with a field for each, over as ``name``.

    It stands below the options themselves.
    """
    options = [field.name for field in fields(group)]

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def call(*given: object, **named: object) -> object:
            gathered = group(**{option: named.pop(option) for option in options if option in named})
            return command(*given, **{name: gathered}, **named)

        return call

    return decorate


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a command is told of settings; see `attrib_lsp.cli.options`."""

    config: Path | None = None
    isolated: bool = False
    preset: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()

    def settings(self) -> DraftSettings:
        """Return it over the configuration files of the drafts.

        Raises:
            RunError: there is no such preset, or no such rule, or the file given cannot be followed.
        """
        # Imported when there is work: help must not wait for the rules.
        from attrib_lsp.cli.configurations import DraftSettings, told

        if self.config is not None and self.isolated:
            raise RunError(
                "--config and --isolated exclude one another: the one names a configuration, the other bars all"
            )
        over = told(self.preset, self.select, self.ignore, self.extend_select)
        return DraftSettings(over, self.config, isolated=self.isolated)


@dataclass(frozen=True, slots=True)
class Passing:
    """What a command is told to pass over; see `attrib_lsp.cli.check_options.excluding`."""

    exclude: tuple[str, ...]
    force_exclude: bool
    respect_gitignore: bool

    def excluding(self, held: DraftSettings) -> Excluding:
        """Return it with what the configurations ``held`` pass over.

        Raises:
            RunError: a glob is none.
        """
        from attrib_lsp.cli.excluding import Excluding, globs_in

        return Excluding(held, globs_in(self.exclude), self.force_exclude, self.respect_gitignore)


@dataclass(frozen=True, slots=True)
class Effort:
    """How a command looks into drafts: with which results of earlier runs, and with how many processes."""

    no_cache: bool
    cache_dir: Path | None
    jobs: int | None

    def looker(self, held: DraftSettings, *, keep: bool = False) -> Looker:
        """Return what looks into drafts by the settings ``held``.

        With ``keep`` it keeps what was read, for pages: no result of an earlier run and no other process has that.
        """
        from attrib_lsp.cli import run
        from attrib_lsp.cli.crew import MOST, Crew, processors
        from attrib_lsp.cli.found import finding_by
        from attrib_lsp.cli.looking import Looker
        from attrib_lsp.cli.results.folder import usual_folder
        from attrib_lsp.cli.results.store import Results
        from attrib_lsp.linter.linter import Linter

        results = None if self.no_cache or keep else Results(self.cache_dir or usual_folder())
        jobs = 1 if keep else self.jobs or min(processors(), MOST)
        find = finding_by(Linter(run.load_pipeline), keep=keep)
        return Looker(held, find, results, Crew(jobs) if jobs > 1 else None)
