"""Check the settings of one place key by key, and say of each that cannot be followed what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeGuard

from attrib_lsp.lexicons.house import Changes
from attrib_lsp.linter.configuration.globs import wrong_glob
from attrib_lsp.linter.configuration.layer import SELECTORS, Entry, FileIgnore, Layer
from attrib_lsp.linter.configuration.lexicons import read_changes, right_words
from attrib_lsp.linter.errors import SettingsError, shown
from attrib_lsp.linter.options import read_rule_options
from attrib_lsp.linter.presets import preset
from attrib_lsp.linter.settings import Selection, one_rule, selected
from attrib_lsp.linter.severities import read_severity_or_off
from attrib_lsp.rules.finding import Severity

Key = tuple[str, ...]
#: What is told of a key (by parts, as it was written) that cannot be followed. It may raise an error or go on.
Tell = Callable[[Key, str], None]
#: The line of a key.
LineOf = Callable[[Key], int | None]


def read_layer(
    given: Mapping[str, object], origin: str, tell: Tell, file: Path | None = None, line: LineOf = lambda key: None
) -> Layer:
    """Return the settings that ``given`` holds. ``tell`` hears of what is wrong; if it goes on, that is left out.

    Keys that are none of ours are the caller's business.
    """
    return _Reading(given, tell, line).layer(origin, file)


class _Reading:
    """Reads one table; every value that holds is noted."""

    def __init__(self, given: Mapping[str, object], tell: Tell, line: LineOf) -> None:
        self._given = given
        self._tell = tell
        self._line = line
        self._entries: list[Entry] = []

    def layer(self, origin: str, file: Path | None) -> Layer:
        """Return all that was read."""
        extend, name = self._text("extend", "path"), self._preset()
        select, ignore, extend_select = (self._selectors((key,), self._given.get(key)) for key in SELECTORS)
        return Layer(
            origin=origin,
            file=file,
            extend=extend,
            preset=name,
            selection=Selection(select or None, ignore, extend_select),
            severities=self._severities(),
            rules=self._rules(),
            house=self._house(),
            words=self._words(),
            file_ignores=self._file_ignores(),
            exclude=self._globs(),
            baseline=self._text("baseline", "path"),
            entries=tuple(self._entries),
        )

    def _note(self, key: Key, value: object, written: Key | None = None) -> None:
        self._entries.append(Entry(key, value, self._line(written or key)))

    def _text(self, key: str, kind: str) -> str | None:
        given = self._given.get(key)
        if given is None or given == "":
            return None
        if not isinstance(given, str):
            self._tell((key,), f"this is no {kind} but {shown(given)}")
            return None
        self._note((key,), given)
        return given

    def _preset(self) -> str | None:
        name = self._text("preset", "name")
        if name is None:
            return None
        try:
            return preset(name).name
        except SettingsError as error:
            self._entries.pop()
            self._tell(("preset",), str(error))
            return None

    def _selectors(self, key: Key, given: object) -> tuple[str, ...]:
        """Return those of the selectors ``given`` that mean rules."""
        if given is None:
            return ()
        if not _is_texts(given):
            self._tell(key, f"this is no list of rule codes or names but {shown(given)}")
            return ()
        held = tuple(one for one in given if self._held(key, partial(selected, one)))
        if held:
            self._note(key, list(held))
        return held

    def _severities(self) -> dict[str, Severity | None]:
        found = {}
        for name, given in self._table("severity").items():
            key = ("severity", name)
            if self._held(key, partial(one_rule, name)) and self._held(key, partial(read_severity_or_off, given)):
                code = one_rule(name).code
                found[code] = read_severity_or_off(given)
                self._note(("severity", code), "off" if found[code] is None else str(given).lower(), key)
        return found

    def _rules(self) -> dict[str, dict[str, object]]:
        found: dict[str, dict[str, object]] = {}
        for name, given in self._table("rules").items():
            key = ("rules", name)
            if not self._held(key, partial(one_rule, name)):
                continue
            rule = one_rule(name)
            if not isinstance(given, Mapping):
                self._held(key, partial(read_rule_options, rule, given))
                continue
            for option, value in given.items():
                one = {str(option).replace("_", "-"): value}
                if self._held((*key, str(option)), partial(read_rule_options, rule, one)):
                    found.setdefault(rule.code, {}).update(one)
                    self._note(("rules", rule.name, *one), value, (*key, str(option)))
        return found

    def _house(self) -> tuple[str, ...] | None:
        given = self._given.get("house")
        names: object = [given] if isinstance(given, str) else given
        if given is None or given == "":
            return None
        if not _is_texts(names) or not all(one.strip() for one in names):
            self._tell(("house",), f"this is neither the name of your outlet nor a list of names but {shown(given)}")
            return None
        self._note(("house",), given)
        return tuple(names)

    def _words(self) -> Changes:
        """Return the changes of word lists; words to be taken out must be there, unless another file may add them."""
        alone = self._given.get("extend") is None
        found = right_words(self._table("lexicons"), lambda name, why: self._tell(("lexicons", name), why), alone=alone)
        for name, given in found.items():
            self._note(("lexicons", name), given)
        return read_changes(found)

    def _file_ignores(self) -> tuple[FileIgnore, ...]:
        found = []
        for pattern, given in self._table("per-file-ignores").items():
            key = ("per-file-ignores", pattern)
            why = wrong_glob(pattern, may_reopen=False)
            if why is not None:
                self._tell(key, why)
            elif chosen := self._selectors(key, given):
                found.append(FileIgnore(pattern, chosen))
        return tuple(found)

    def _globs(self) -> tuple[str, ...]:
        given = self._given.get("exclude")
        if given is None:
            return ()
        if not _is_texts(given):
            self._tell(("exclude",), f"this is no list of files and folders but {shown(given)}")
            return ()
        for one in given:
            if (why := wrong_glob(one)) is not None:
                self._tell(("exclude",), why)
        held = tuple(one for one in given if wrong_glob(one) is None)
        if held:
            self._note(("exclude",), list(held))
        return held

    def _table(self, key: str) -> Mapping[str, object]:
        given = self._given.get(key)
        if isinstance(given, Mapping):
            return given
        if given not in (None, []):  # an empty list is an empty table from an editor that cannot tell the two apart
            self._tell((key,), f"this is no table but {shown(given)}")
        return {}

    def _held(self, key: Key, read: Callable[[], object]) -> bool:
        """Say whether ``read`` raises no error of ours; it is told."""
        try:
            read()
        except SettingsError as error:
            self._tell(key, str(error))
            return False
        return True


def _is_texts(given: object) -> TypeGuard[list[str]]:
    """Say whether ``given`` is a list of texts."""
    return isinstance(given, list) and all(isinstance(one, str) for one in given)
