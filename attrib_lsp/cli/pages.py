"""Where pages go: to a file, to a folder with an index, or to standard output; never over somebody's work."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from attrib_lsp.cli.errors import RunError, reason
from attrib_lsp.cli.files import ROWS_SUFFIX, STDIN
from attrib_lsp.text.own_pages import is_own_page, looked_at

#: Where pages on several drafts go unless the user says otherwise.
FOLDER = "attrib-report"
#: What a page is called after its draft: a name of its own, for the draft itself may be HTML.
ENDING = ".report.html"


@dataclass(frozen=True, slots=True)
class Place:
    """A ``file`` for one page, or a ``folder`` for a page each; standard output where neither is set."""

    file: Path | None = None
    folder: Path | None = None


def place_for(output: str | None, paths: Sequence[str], stdin_filename: str | None) -> Place:
    """Return where pages on ``paths`` go if the user said ``output``.

    Raises:
        RunError: that names neither a page nor a folder.
    """
    if output == STDIN or (output is None and (STDIN in paths or (not paths and stdin_filename))):
        return Place()
    if output is None:
        if len(paths) == 1 and not Path(paths[0]).is_dir() and not paths[0].lower().endswith(ROWS_SUFFIX):
            return Place(file=Path(Path(paths[0]).stem + ENDING))
        return Place(folder=Path(FOLDER))
    path = Path(output)
    if path.is_dir() or output.endswith(("/", os.sep)):
        return Place(folder=path)
    if path.suffix.lower() in (".html", ".htm"):
        return Place(file=path)
    if path.suffix or path.exists():
        raise RunError(f"{output}: name a page that ends in .html, or a folder")
    return Place(folder=path)


def refuse_others_work(path: Path, force: bool = False) -> None:
    """See to it that a page goes to ``path`` only where nothing is, or an older page; ``force`` allows any file.

    Raises:
        RunError: something else is there.
    """
    try:
        if not path.exists():
            return
        if path.is_dir():
            raise RunError(f"{path}: this is a folder, and a page cannot be written over it")
        with path.open("rb") as file:
            ours = is_own_page(looked_at(file))
    except OSError as error:
        raise RunError(f"{path}: the page cannot be written here: {reason(error)}") from None
    if not ours and not force:
        raise RunError(f"{path}: a file is here that is no page of attrib-lsp; choose another place, or use --force")
