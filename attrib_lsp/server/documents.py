"""The documents that are open in the editor, as immutable snapshots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from lsprotocol.types import PositionEncodingKind, TextDocumentContentChangeEvent

from attrib_lsp.server.edits import apply_changes, readable
from attrib_lsp.text.markup import Markup, markup_of
from attrib_lsp.text.source_text import SourceText

#: Characters of the longest document that is checked.
LONGEST = 1_000_000
#: Characters from which a document is long: too long to be looked at as a whole after every keystroke.
LONG = 10_000

_QUERY = re.compile(r"[?#].*", re.DOTALL)
#: Editors call plain text "plaintext" on purpose, but "text" also where they do not know better: that one says nothing.
_LANGUAGES = {
    "plaintext": Markup.PLAIN,
    "markdown": Markup.MARKDOWN,
    "html": Markup.HTML,
    "xhtml": Markup.HTML,
    "restructuredtext": Markup.RST,
    "rst": Markup.RST,
    "asciidoc": Markup.ASCIIDOC,
    "latex": Markup.LATEX,
    "tex": Markup.LATEX,
    "org": Markup.ORG,
    "mdx": Markup.MDX,
}


def markup_for(language: str, uri: str) -> Markup:
    """Return the markup of a document: what its language id says, else its name's ending, else plain text."""
    path = unquote(_QUERY.sub("", uri))
    return _LANGUAGES.get(language.lower()) or markup_of(path) or Markup.PLAIN


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One version of an open document. Two snapshots are the same only if they are one object."""

    uri: str
    markup: Markup
    source: SourceText

    @property
    def too_long(self) -> bool:
        """Whether the text is longer than what is checked."""
        return len(self.source.text) > LONGEST

    @property
    def long(self) -> bool:
        """Whether the whole text takes longer to check than a writer waits."""
        return len(self.source.text) > LONG

    @property
    def name(self) -> str:
        """The document's name, as people know it: the last part of its path."""
        return unquote(_QUERY.sub("", self.uri)).rstrip("/").rpartition("/")[2] or self.uri


class Documents:
    """The current snapshot of every open document. Changed by the event loop only; any thread may look."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: dict[str, Snapshot] = {}

    def __iter__(self) -> Iterator[Snapshot]:
        """Iterate over the current snapshots."""
        return iter(tuple(self._open.values()))

    def get(self, uri: str) -> Snapshot | None:
        """Return the current snapshot of ``uri``; None if it is not open."""
        return self._open.get(uri)

    def current(self, snapshot: Snapshot) -> bool:
        """Say whether ``snapshot`` is what its document holds now."""
        return self._open.get(snapshot.uri) is snapshot

    def open(self, uri: str, language: str, version: int, text: str) -> Snapshot:
        """Take in a document that was opened (again)."""
        snapshot = Snapshot(uri, markup_for(language, uri), SourceText(readable(text), version))
        self._open[uri] = snapshot
        return snapshot

    def change(
        self,
        uri: str,
        version: int | None,
        changes: Sequence[TextDocumentContentChangeEvent],
        encoding: PositionEncodingKind,
    ) -> Snapshot | None:
        """Make ``changes`` to an open document; None, and nothing done, if ``uri`` is not open."""
        before = self._open.get(uri)
        if before is None:
            return None
        after = replace(before, source=apply_changes(before.source, changes, version, encoding))
        self._open[uri] = after
        return after

    def close(self, uri: str) -> Snapshot | None:
        """Forget a document; return what it held last, None if it was not open."""
        return self._open.pop(uri, None)
