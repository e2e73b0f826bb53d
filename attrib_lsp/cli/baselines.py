"""Leave out what the baselines hold, and tell which of their entries find nothing any more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from attrib_lsp.cli.configurations import DraftSettings
from attrib_lsp.cli.errors import Note, RunError
from attrib_lsp.linter.baseline import Baseline, BaselineError, Known, file_name, fresh, read_baseline
from attrib_lsp.linter.errors import ConfigurationError
from attrib_lsp.reports.location import portable
from attrib_lsp.reports.origin import LintedDraft
from attrib_lsp.reports.words import counted

#: Files whose stale entries are told one by one.
MOST_TOLD = 20


@dataclass(slots=True)
class _Use:
    """A baseline in use: what of it was ``spent``, and which rules were ``checked``, by the names of files."""

    baseline: Baseline
    hidden: int = 0
    spent: dict[str, Counter[Known]] = field(default_factory=dict)
    checked: dict[str, set[str]] = field(default_factory=dict)


class Baselines:
    """The baselines of a run: ``named`` for all drafts, else the one that a draft's configuration names."""

    def __init__(self, held: DraftSettings, named: Path | None) -> None:
        """Look for the baseline that was named.

        Raises:
            RunError: it cannot be read.
        """
        self._held = held
        self._named = named
        self._uses: dict[Path, _Use] = {}
        if named is not None:
            try:
                self._uses[named] = _Use(read_baseline(named))
            except BaselineError as error:
                raise RunError(f"{named}: {error}") from None

    def kept(self, linted: LintedDraft, *, final: bool) -> LintedDraft:
        """Return a draft without what its baseline holds. Unless ``final``, it will come again: nothing is spent.

        Raises:
            ConfigurationError: its configuration names a baseline that cannot be read.
        """
        path = self._named or self._held.baseline(linted.origin.path)
        if path is None:
            return linted
        use = self._use(path, linted.origin.path)
        name = file_name(path, linted.origin.path)
        left = use.baseline.files.get(name, Counter()) - use.spent.get(name, Counter())
        keys = [(finding.code, linted.passage(number).digest) for number, finding in enumerate(linted.findings)]
        shown = fresh(left, keys)
        if final:
            use.spent.setdefault(name, Counter()).update(Counter(keys) - Counter(keys[number] for number in shown))
            use.hidden += len(keys) - len(shown)
            use.checked.setdefault(name, set()).update(self._held.of(linted.origin.path).enabled)
        return only(linted, shown)

    def _use(self, path: Path, draft: str) -> _Use:
        """Return the baseline at ``path``, which the configuration of ``draft`` names."""
        if path not in self._uses:
            try:
                self._uses[path] = _Use(read_baseline(path))
            except BaselineError as error:
                file, line = self._held.configuration(draft).baseline_place
                raise ConfigurationError(file or path, line, f"baseline: {portable(str(path))}: {error}") from None
        return self._uses[path]

    def notes(self) -> Iterator[Note]:
        """Yield how much was left out, and what is stale: accepted once, and found no more."""
        for path, use in self._uses.items():
            shown = portable(str(path))
            if use.hidden:
                verb = "is" if use.hidden == 1 else "are"
                yield Note(shown, f"{counted(use.hidden, 'finding')} of this baseline {verb} not shown")
            stale = list(_stale(path, use))
            for name, words in stale[:MOST_TOLD]:
                yield Note(shown, f"stale: {name}: {words}")
            if stale:
                more = f"and {len(stale) - MOST_TOLD:,} files more; " if len(stale) > MOST_TOLD else ""
                yield Note(shown, f"{more}stale entries are of use to nobody; `attrib-lsp baseline` drops them")


def only(linted: LintedDraft, numbers: list[int]) -> LintedDraft:
    """Return a draft with its findings of these numbers."""
    if len(numbers) == len(linted.findings):
        return linted
    findings = tuple(linted.findings[number] for number in numbers)
    return replace(linted, findings=findings, passages=tuple(linted.passage(number) for number in numbers))


def _stale(path: Path, use: _Use) -> Iterator[tuple[str, str]]:
    """Yield the files with stale entries, each with the rules: of files that were checked, and that are gone."""
    for name, entries in use.baseline.files.items():
        gone = not (path.parent / name).exists()
        if name in use.checked or gone:
            left = entries - use.spent.get(name, Counter())
            rules: Counter[str] = Counter()
            for (code, _), count in left.items():
                if gone or code in use.checked[name]:
                    rules[code] += count
            if rules:
                yield (
                    name,
                    ", ".join(f"{code} ({count})" if count > 1 else code for code, count in sorted(rules.items())),
                )
