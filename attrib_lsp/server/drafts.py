"""The drafts in the folders that are open in the editor. All of this touches the disk: never on the event loop."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pygls.uris import to_fs_path

from attrib_lsp.server.documents import LONGEST, Snapshot, markup_for
from attrib_lsp.server.edits import readable
from attrib_lsp.text.decoding import UndecodableError, decode
from attrib_lsp.text.folders import files_below
from attrib_lsp.text.markup import markup_of
from attrib_lsp.text.source_text import SourceText

#: Bytes of a file that may hold no more than the longest document that is checked; larger ones are not read at all.
LARGEST = 4 * LONGEST


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft on disk. ``state`` is another one whenever the file was written to."""

    uri: str
    path: Path
    state: tuple[int, int]


def drafts_below(folders: Iterable[str], opened: Iterable[str]) -> tuple[Draft, ...]:
    """Return the drafts in ``folders`` and below, each once, without those ``opened``; both are given by their URIs."""
    seen = {os.path.realpath(held) for uri in opened if (held := to_fs_path(uri))}
    found = []
    for folder in folders:
        root = to_fs_path(folder)
        for path in sorted(files_below(root, lambda name: markup_of(name) is not None)) if root else ():
            real = os.path.realpath(path)
            if real not in seen and (state := _state(path)) is not None:
                seen.add(real)
                found.append(Draft(path.as_uri(), path, state))
    return tuple(found)


def _state(path: Path) -> tuple[int, int] | None:
    """Return when a file was written to last and its size; None if it is gone."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def read_draft(draft: Draft) -> Snapshot | None:
    """Return what a draft holds; None if it cannot be read, is no text, or is much too long for one story."""
    if draft.state[1] > LARGEST:
        return None
    try:
        text = decode(draft.path.read_bytes())
    except (OSError, UndecodableError):
        return None
    return Snapshot(draft.uri, markup_for("", draft.uri), SourceText(readable(text)))
