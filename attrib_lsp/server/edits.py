"""Apply a client's changes to the text that the server holds of a document.

The protocol library's own documents are not used: they split lines with ``str.splitlines``, which also breaks at
U+2028 and form feeds, and so put an edit behind such a character into the wrong place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lsprotocol.types import (
    PositionEncodingKind,
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
)

from attrib_lsp.server.positions import to_span
from attrib_lsp.text.source_text import SourceText

_SURROGATE = re.compile("[\ud800-\udfff]")


def readable(text: str) -> str:
    """Return ``text`` with U+FFFD for every surrogate that stands alone.

    JSON can carry them and an editor may send them, but no encoding does. The replacement is as long in every
    position encoding.
    """
    return _SURROGATE.sub("\ufffd", text)


def apply_change(
    source: SourceText, change: TextDocumentContentChangeEvent, encoding: PositionEncodingKind
) -> SourceText:
    """Return ``source`` with one change made: a part replaced, or the whole text."""
    if not isinstance(change, TextDocumentContentChangePartial):
        return SourceText(readable(change.text), source.version)
    span = to_span(source, change.range, encoding)
    return SourceText(source.text[: span.start] + readable(change.text) + source.text[span.end :], source.version)


def apply_changes(
    source: SourceText,
    changes: Iterable[TextDocumentContentChangeEvent],
    version: int | None,
    encoding: PositionEncodingKind,
) -> SourceText:
    """Return the text of ``version``: ``source`` with ``changes`` made one after another."""
    for change in changes:
        source = apply_change(source, change, encoding)
    return SourceText(source.text, version)
