"""The rules' pages as files, for editors that open a page when somebody clicks on a diagnostic's code.

The link must open without a network, so the pages are written where the user's other caches are, each when it is first
needed. Where that is not possible there is no link, and nobody is bothered.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

from attrib_lsp import __version__
from attrib_lsp.reports.rule_pages import page
from attrib_lsp.rules.registry import find
from attrib_lsp.rules.rule import Rule

#: Versions whose pages are kept: another editor may still show an older one.
KEPT = 3


@cache
def link_to(code: str) -> str | None:
    """Return the URI of the page of the rule ``code``, which is there; None if there is no such rule or no such place.

    It is asked for once in a process. Any thread may.
    """
    rule = find(code)
    if rule is None:
        return None
    try:
        return written(rule, user_cache_path("attrib-lsp", appauthor=False) / "rules").as_uri()
    except (OSError, ValueError, RuntimeError):  # no home, no room, no right
        return None


def written(rule: Rule, folder: Path) -> Path:
    """Return the file that holds the page of ``rule``, below ``folder``, written unless it is there.

    Raises:
        OSError: it cannot be written.
    """
    ours = folder / __version__
    file = ours / f"{rule.code}-{rule.name}.md"
    content = page(rule).encode("utf-8")
    if not file.is_file() or file.read_bytes() != content:
        ours.mkdir(parents=True, exist_ok=True)
        _replace(file, content)
        _prune(folder)
    return file


def _replace(file: Path, content: bytes) -> None:
    """Write a file such that whoever reads it meanwhile sees all of it or what was there before."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
        Path(name).replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _prune(folder: Path) -> None:
    """Remove the pages of versions that have not been used for longest."""
    versions = sorted((one for one in folder.iterdir() if one.is_dir()), key=lambda one: one.stat().st_mtime)
    for old in versions[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)
