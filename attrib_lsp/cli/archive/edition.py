"""What tells one installation from another by what is in it, so that several machines can compare theirs."""

from __future__ import annotations

import os
from functools import cache
from hashlib import blake2b
from pathlib import Path

import attrib_lsp
from attrib_lsp.cli.results.keys import library_version

#: Libraries that have a say in how a row is read.
LIBRARIES = ("spacy", "thinc", "onnxruntime", "numpy")


@cache
def edition() -> str:
    """Return a digest of the code, the pipeline and the versions of the libraries it reads with.

    Other than `attrib_lsp.cli.results.keys.edition` it goes by the files' contents, not by their places and times,
    which differ between machines. That takes some tenths of a second.
    """
    hasher = blake2b(digest_size=16)
    root = Path(attrib_lsp.__file__).parent
    for place, below, names in os.walk(root):
        below[:] = sorted(name for name in below if name != "__pycache__")
        for name in sorted(names):
            path = Path(place, name)
            hasher.update(f"{path.relative_to(root).as_posix()}\0".encode())
            hasher.update(blake2b(path.read_bytes()).digest())
    for library in LIBRARIES:
        hasher.update(f"{library}\0{library_version(library)}\0".encode())
    return hasher.hexdigest()
