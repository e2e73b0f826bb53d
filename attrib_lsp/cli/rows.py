"""Rows of JSON Lines files: ``{"id", "headline"?, "text"}``, one at a time."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")


class RowError(ValueError):
    """A row that holds no story. Its text says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """A story in a row; without ``headline`` the text holds it."""

    id: str | int
    text: str
    headline: str | None = None


def read_row_of(line: str) -> Row:
    r"""Return the story in a line of JSON. Members of other names are left alone.

    Halves of surrogate pairs, which are no characters, become U+FFFD: offsets stay true.

    >>> read_row_of('{"id": 7, "text": "The caf\\ud83d is open."}')
    Row(id=7, text='The caf\ufffd is open.', headline=None)

    Raises:
        RowError: it holds none.
    """
    row = members_of(line)
    return Row(_id(row), _words(row, "text"), _words(row, "headline") if row.get("headline") is not None else None)


def members_of(line: str) -> dict[str, Any]:
    """Return the members of the object in a line of JSON.

    Raises:
        RowError: it holds none.
    """
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        why = _lowered(error.msg).removesuffix(" at")
        raise RowError(f"this row is not JSON ({why} at column {error.colno})") from None
    except (ValueError, RecursionError):
        raise RowError("this row is not JSON that can be read (a number too long, or nested too deep)") from None
    if not isinstance(row, dict):
        raise RowError('this row is no object; each row must be {"id": …, "text": "…"}')
    return row


def without_surrogates(words: str) -> str:
    """Return ``words`` with halves of surrogate pairs, which are no characters, as U+FFFD: offsets stay true."""
    return _SURROGATE.sub("\ufffd", words)


def _id(row: dict[str, Any]) -> str | int:
    """Return the row's "id"."""
    found = row.get("id")
    if isinstance(found, bool) or not isinstance(found, (str, int)):
        wrong = 'has no "id"' if found is None else 'has an "id" that is neither a string nor a whole number'
        raise RowError(f'this row {wrong}; each row must be {{"id": …, "text": "…"}}')
    return found


def _words(row: dict[str, Any], name: str) -> str:
    """Return the text under ``name``."""
    found = row.get(name)
    if not isinstance(found, str):
        wrong = f'has no "{name}"' if found is None else f'has a "{name}" that is no string'
        raise RowError(f'this row {wrong}; each row must be {{"id": …, "text": "…"}}')
    return without_surrogates(found)


def _lowered(words: str) -> str:
    """Return ``words`` with a small first letter, ready for the middle of a sentence."""
    return words[:1].lower() + words[1:]
