"""Switch a rule off in a configuration file, as its owner would: comments and layout stay as they are."""

from __future__ import annotations

import copy
import json
import sys
from dataclasses import dataclass
from typing import Any

from attrib_lsp.linter.configuration.files import TABLE
from attrib_lsp.linter.configuration.layout import Assignment, Header, Key, dotted, insides, statements
from attrib_lsp.linter.settings import one_rule
from attrib_lsp.text.span import Span

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

#: The key to which the rule is added.
IGNORE = "ignore"

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class FileEdit:
    """An edit of a file: ``replacement`` for the words at ``span``, in code points of its text."""

    span: Span
    replacement: str

    def applied(self, text: str) -> str:
        """Return ``text`` with the edit made."""
        return text[: self.span.start] + self.replacement + text[self.span.end :]


def switch_off(text: str | None, code: str, *, shared: bool = False) -> FileEdit | None:
    """Return the edit that switches the rule ``code`` off in a configuration file that holds ``text``.

    None as the text is a file that is not there yet. ``shared`` is set for a project's file, where our settings are in
    a table. The answer is None where the rule is off already, or where the file is not what a careful edit can
    change: broken, or written in a way (an inline table, say) that would have to be rewritten.

    Raises:
        UnknownRuleError: there is no such rule.
    """
    code = one_rule(code).code
    text = text or ""
    start = len(_MARK) if text.startswith(_MARK) else 0
    body, prefix = text[start:], TABLE if shared else ()
    try:
        wanted = _wanted(tomllib.loads(body), prefix, code)
        if wanted is None:
            return None
        edit = _edit(body, prefix, code)
        if edit is None or tomllib.loads(edit.applied(body)) != wanted:
            return None
    except (ValueError, RecursionError):  # no TOML, or a number that Python does not read
        return None
    return FileEdit(edit.span.shifted(start), edit.replacement)


def _wanted(table: dict[str, Any], prefix: Key, code: str) -> dict[str, Any] | None:
    """Return what the file must say afterwards; None if it says so already, or says what is none of our settings."""
    wanted = copy.deepcopy(table)
    held: Any = wanted
    for name in prefix:
        held = held.setdefault(name, {})
        if not isinstance(held, dict):
            return None
    ignored = held.setdefault(IGNORE, [])
    if not isinstance(ignored, list) or not all(isinstance(one, str) for one in ignored):
        return None
    if {one.lower() for one in ignored} & {code.lower(), one_rule(code).name}:
        return None
    ignored.append(code)
    return wanted


def _edit(text: str, prefix: Key, code: str) -> FileEdit | None:
    """Return the edit, if there is a place for it."""
    found = tuple(statements(text))
    newline = "\r\n" if "\r\n" in text else "\n"
    ours = [one for one in found if isinstance(one, Assignment) and one.key[: len(prefix)] == prefix]
    lists = [one for one in ours if one.key == (*prefix, IGNORE)]
    if lists:
        return _lengthened(text, lists[0].value, code, newline)
    direct = [one for one in ours if len(one.table) <= len(prefix) and len(one.key) > len(prefix)]
    if direct:
        last = direct[-1]
        return _below(text, last.span.end, _line(last.table, prefix, code), newline, _indent(text, last.span.start))
    headers = [one for one in found if isinstance(one, Header)]
    own = [one for one in headers if one.key == prefix]
    if own:
        return _below(text, own[0].span.end, _line(prefix, prefix, code), newline, "")
    if not prefix and headers:
        place = _paragraph(text, headers[0].span.start)
        return FileEdit(Span(place, place), _line((), (), code) + 2 * newline)
    return _at_end(text, prefix, code, newline)


def _line(table: Key, prefix: Key, code: str) -> str:
    """Return the assignment as it stands in ``table``."""
    return f"{dotted((*prefix[len(table) :], IGNORE))} = [{json.dumps(code)}]"


def _below(text: str, end: int, line: str, newline: str, indent: str) -> FileEdit:
    """Return the edit that puts ``line`` below the line of the statement that ends at ``end``, and its comment."""
    place = _line_end(text, end)
    return FileEdit(Span(place, place), f"{newline}{indent}{line}")


def _at_end(text: str, prefix: Key, code: str, newline: str) -> FileEdit:
    """Return the edit that puts the setting, in its table if it has one, at the end of the file."""
    above = "" if not text or text.endswith("\n") else newline
    header = f"{newline if text.strip() else ''}[{dotted(prefix)}]{newline}" if prefix else ""
    return FileEdit(Span(len(text), len(text)), f"{above}{header}{_line(prefix, prefix, code)}{newline}")


def _lengthened(text: str, value: Span, code: str, newline: str) -> FileEdit | None:
    """Return the edit that adds ``code`` to a list, below its last element where elements have lines of their own."""
    if text[value.start] != "[":
        return None
    parts = insides(text, value)
    added = json.dumps(code)
    if not parts:
        return FileEdit(Span(value.start + 1, value.start + 1), added)
    last = parts[-1]
    comma = last.of(text) == ","
    if "\n" not in text[last.end : value.end]:
        return FileEdit(Span(last.end, last.end), f" {added}," if comma else f", {added}")
    end = _line_end(text, last.end)
    tail, indent = text[last.end : end], _indent(text, last.start)
    written = f"{'' if comma else ','}{tail}{newline}{indent}{added}{',' if comma else ''}"
    return FileEdit(Span(last.end, end), written)


def _line_end(text: str, place: int) -> int:
    """Return where the line at ``place`` ends, before its terminator."""
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end - 1 if text[place:end].endswith("\r") else end


def _indent(text: str, place: int) -> str:
    """Return the blanks that the line at ``place`` begins with."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return line[: len(line) - len(line.lstrip(" \t"))]


def _paragraph(text: str, place: int) -> int:
    """Return where the comment right above the line at ``place`` begins, or that line without one."""
    start = text.rfind("\n", 0, place) + 1
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start
