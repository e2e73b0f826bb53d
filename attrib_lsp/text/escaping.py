"""How words are written in each markup, so that its reader sees them as they are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrib_lsp.text.markup import Markup

#: What a character that means something else in a markup is written as; None where that cannot be said in it.
_ESCAPES: Mapping[Markup, Mapping[str, str | None]] = MappingProxyType(
    {
        Markup.HTML: {"&": "&amp;", "<": "&lt;", ">": "&gt;"},
        Markup.LATEX: {**{sign: f"\\{sign}" for sign in "&%$#_{}"}, **dict.fromkeys("~^\\", None)},
        Markup.RST: {sign: f"\\{sign}" for sign in "\\*`|_"},
        Markup.ASCIIDOC: dict.fromkeys("\\*_`#^~+{<|", None),
        Markup.ORG: dict.fromkeys("\\*/_=~+[|", None),
    }
)
#: The markups that words are put into as they are.
_PLAIN: Mapping[str, str | None] = MappingProxyType({})


def escaped(words: str, markup: Markup) -> str | None:
    """Return ``words`` as they are written in ``markup``; None where they cannot be.

    >>> escaped("A&E", Markup.HTML), escaped("A&E", Markup.MARKDOWN)
    ('A&amp;E', 'A&E')
    """
    escapes = _ESCAPES.get(markup, _PLAIN)
    if any(escapes.get(sign, sign) is None for sign in words):
        return None
    return "".join(escapes.get(sign) or sign for sign in words)
