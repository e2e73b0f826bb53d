"""What blocks of AsciiDoc begin with."""

from __future__ import annotations

import re

from attrib_lsp.text.story import BlockKind

TITLE = re.compile(r"(?P<signs>={1,6}|#{1,6})[ \t]+(?=\S)")
COMMENT = re.compile(r"//(?!/)")
ENTRY = re.compile(r":(?P<name>!?\w[\w-]{0,80}!?):(?:[ \t]+(?P<value>.*))?$")
#: A line in square brackets: what the block below it is.
LIST_OF_ATTRIBUTES = re.compile(r"\[(?P<style>[^\],%#.\[\n]*)[^\n]*\][ \t]*$")
BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")
MACRO = re.compile(r"(?P<name>[a-z]\w{0,40})::(?P<target>[^\s\[]*)\[(?P<inner>.*)\][ \t]*$")
BULLET = re.compile(r"(?:\*{1,6}|-|\.{1,6}|\d{1,5}\.|[a-zA-Z]\.|<(?:\d+|\.)>)[ \t]+(?:\[[ xX*]\][ \t]+)?(?=\S)")
TERM = re.compile(r"(?P<term>[^\s:][^:\n]{0,200}?)(?:::+|;;)(?:[ \t]+|$)")
LABEL = re.compile(r"(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING):[ \t]+(?=\S)")
RULE = re.compile(r"'{3,}|<{3,}|-{3}|\*{3}|- - -|\* \* \*")
QUOTED = re.compile(r">(?:[ \t]+|$)")
UNDERLINE = re.compile(r"={4,}|-{4,}|~{4,}|\^{4,}")
AUTHOR = re.compile(r"[^\W\d_][\w.'’-]*(?:[ \t]+[\w.'’-]+){0,3}(?:[ \t]+<[^<>\s]+>)?(?:;.*)?$")

#: The lines around blocks, by their first sign: such a line is one sign, four times at least.
_FENCE = re.compile(r"(?P<sign>[-.=*_+/])(?P=sign){3,}|--|\|===+|,===+|:===+|!===+|`{3,}.*")
#: What stands between two such lines is shown as it is, or (None) not at all.
VERBATIM: dict[str, BlockKind | None] = {
    "-": BlockKind.CODE,
    ".": BlockKind.CODE,
    "`": BlockKind.CODE,
    "+": None,
    "/": None,
    **dict.fromkeys("|,:!", BlockKind.TABLE),
}
#: Styles of paragraphs, and of blocks, that change what they are; None is no prose.
STYLES: dict[str, BlockKind | None] = {
    **dict.fromkeys(["source", "listing", "literal"], BlockKind.CODE),
    **dict.fromkeys(["stem", "latexmath", "asciimath", "pass", "comment", "index", "bibliography", "glossary"]),
    "quote": BlockKind.BLOCK_QUOTE,
    "verse": BlockKind.VERSE,
}
METADATA = {"lang": "lang", "language": "lang", "kind": "kind"}


def fence_of(words: str) -> str:
    """Return what closes a block that a line of these ``words`` opens; nothing if it opens none.

    >>> fence_of("----"), fence_of("```python"), fence_of("--- not"), fence_of("|===")
    ('----', '```', '', '|===')
    """
    found = _FENCE.fullmatch(words)
    if found is None:
        return ""
    return words[: len(words) - len(words.lstrip("`"))] or words
