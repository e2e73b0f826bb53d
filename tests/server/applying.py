"""Apply the protocol's edits as an editor would, the slow way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lsprotocol import types

from attrib_lsp.server.actions.workspace_edits import MarkedTextEdit
from tests.server.texts import places

_STOP = re.compile(r"\$\{(\d+):((?:[^\\}]|\\.)*)\}|\\(.)|\$0", re.DOTALL)

Change = types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit


def applied(text: str, changes: Sequence[Change], encoding: types.PositionEncodingKind) -> str:
    """Return ``text`` with ``changes`` made; they must stand at real places, in order, and not overlap.

    A snippet is what a writer sees who has typed nothing yet, its tab stops in angle brackets.
    """
    offsets = {(place.line, place.character): offset for offset, place in places(text, encoding).items()}
    found = [(_at(offsets, one.range.start), _at(offsets, one.range.end), typed(one)) for one in changes]
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    for start, end, new in reversed(found):
        text = text[:start] + new + text[end:]
    return text


def typed(change: Change) -> str:
    """Return what a change puts in."""
    if isinstance(change, types.SnippetTextEdit):
        return shown(change.snippet.value)
    if isinstance(change, MarkedTextEdit) and change.insert_text_format is types.InsertTextFormat.Snippet:
        return shown(change.new_text)
    return change.new_text


def shown(snippet: str) -> str:
    """Return what an editor shows of a snippet, its tab stops in angle brackets."""

    def one(found: re.Match[str]) -> str:
        if found[1]:
            return f"<{shown(found[2])}>"
        return found[3] or ""

    return _STOP.sub(one, snippet)


def stops(changes: Sequence[Change]) -> list[int]:
    """Return the numbers of the tab stops in the order of the text; 0 is where the cursor comes to rest."""
    texts = [
        one.snippet.value if isinstance(one, types.SnippetTextEdit) else one.new_text
        for one in changes
        if isinstance(one, types.SnippetTextEdit | MarkedTextEdit)
    ]
    found = re.findall(r"\\.|\$\{(\d+):|\$(0)", "".join(texts), re.DOTALL)
    return [int(number or rest) for number, rest in found if number or rest]


def _at(offsets: dict[tuple[int, int], int], position: types.Position) -> int:
    """Return the offset of a position at which an editor's cursor can stand."""
    return offsets[(position.line, position.character)]
