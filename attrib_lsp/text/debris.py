"""Tell what is on the page but not of the article. Whole lines only, and silent when in doubt."""

from __future__ import annotations

import re
from functools import cache

from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.story import DebrisKind

#: No line of page furniture is longer.
LONGEST = 400

_KINDS = {
    "related_link": DebrisKind.RELATED_LINK,
    "comment_prompt": DebrisKind.COMMENT_PROMPT,
    "share_prompt": DebrisKind.SHARE_PROMPT,
    "cookie_notice": DebrisKind.COOKIE_NOTICE,
    "advertisement": DebrisKind.ADVERTISEMENT,
    "section_label": DebrisKind.SECTION_LABEL,
}


@cache
def _furniture() -> re.Pattern[str]:
    """Match a line of page furniture; the group that matched names its kind."""
    lists = lexicon("debris")
    kinds = (f"(?P<{name}>{'|'.join(lists[name])})" for name in _KINDS)
    return re.compile("|".join(kinds), re.IGNORECASE)


@cache
def _caption() -> re.Pattern[str]:
    """Match a picture's credit or caption."""
    return re.compile("|".join(lexicon("debris")["caption"]))


@cache
def _caption_sign() -> re.Pattern[str]:
    """Match what no caption is without."""
    return re.compile("|".join(lexicon("debris")["caption_signs"]))


def furniture(line: str) -> DebrisKind | None:
    """Return what kind of page furniture ``line`` is; None if it may be of the article."""
    if len(line) > LONGEST:
        return None
    found = _furniture().fullmatch(line)
    return _KINDS[found.lastgroup] if found and found.lastgroup else None


def is_caption(line: str) -> bool:
    """Say whether ``line`` is a picture's credit, or its caption with the credit."""
    if len(line) > LONGEST or not _caption_sign().search(line):
        return False
    return _caption().fullmatch(line) is not None


def is_section(line: str) -> bool:
    """Say whether ``line`` is the name of a paper's section."""
    return len(line) <= 40 and line.rstrip(".:").casefold() in words("story", "sections")


def is_breadcrumb(line: str) -> bool:
    """Say whether ``line`` is a path through a site ("Home > World > Storm hits")."""
    for separator in lexicon("story")["breadcrumb_separators"]:
        steps = line.split(separator)
        if len(steps) >= 2 and is_section(steps[0].strip()):
            return True
    return False
