"""Tell the pages that attrib-lsp writes from drafts: they lie in the same folders, and are HTML, too."""

from __future__ import annotations

import re
from typing import BinaryIO

#: What stands in a page's head, by the name and the version.
GENERATOR = "attrib-lsp"
#: Bytes at the beginning of a file in which that would stand.
HEAD = 512

_BEGINNING = (
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    f'<meta name="generator" content="{GENERATOR} ',
)
_MARK = re.compile(r"\s+".join(_BEGINNING).encode())


def looked_at(file: BinaryIO) -> bytes:
    """Return as much of a file's beginning as `is_own_page` looks at."""
    return file.read(HEAD)


def is_own_page(raw: bytes) -> bool:
    r"""Say whether a file begins as our pages do.

    >>> is_own_page(b'<!doctype html>\n<html lang="en">\n<title>A draft that quotes attrib-lsp</title>')
    False
    """
    return _MARK.match(raw) is not None
