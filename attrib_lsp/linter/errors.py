"""What can be wrong with the settings of a run."""

from __future__ import annotations

from pathlib import Path

from attrib_lsp.rules.nearest import nearest as nearest

#: Characters of a faulty value that are shown.
LONGEST = 80


class SettingsError(ValueError):
    """Settings that cannot be followed. Its text says what is wrong and what to do, in one line."""


class UnknownRuleError(SettingsError):
    """A selector that means no rule; ``nearest`` is the known name most like it, if any is."""

    def __init__(self, selector: str, nearest: str | None) -> None:
        """Say which selector is meant."""
        super().__init__(f"there is no rule {selector!r}{hint(nearest, '`attrib-lsp rules` lists them')}")
        self.selector = selector
        self.nearest = nearest


class OptionError(SettingsError):
    """An option that its rule does not have, or a value that does not fit."""


class SeverityError(SettingsError):
    """A severity that there is not."""


class UnknownPresetError(SettingsError):
    """A house preset that there is not."""


class ConfigurationError(SettingsError):
    """A configuration file that cannot be followed; ``line`` counts from one, None where no line is to blame."""

    def __init__(self, file: Path, line: int | None, problem: str) -> None:
        """Say where and what."""
        super().__init__(f"{file}{'' if line is None else f':{line}'}: {problem}")
        self.file = file
        self.line = line
        self.problem = problem


def hint(meant: str | None, otherwise: str) -> str:
    """Return how an error goes on: with what was meant, or with what helps ``otherwise``."""
    return f"; did you mean {meant}?" if meant else f"; {otherwise}"


def shown(given: object) -> str:
    """Return a faulty value as it was written, or how it begins."""
    written = repr(given)
    return written if len(written) <= LONGEST else f"{written[:LONGEST]}…"
