"""Read NewsML-G2, in which agencies wrap their news: https://iptc.org/standards/newsml-g2/ has the standard.

An item's words stand in its ``contentSet``: as XHTML or NITF (``inlineXML``), or as plain text or escaped HTML
(``inlineData``). A message or package may hold several.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from attrib_lsp.text.html.reader import read_html
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.part import Part
from attrib_lsp.text.plain import read_plain
from attrib_lsp.text.prose import Piece, Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import BlockKind
from attrib_lsp.text.wire.flow import line_in, parts_of
from attrib_lsp.text.wire.item import Item
from attrib_lsp.text.wire.nitf import nitf_item
from attrib_lsp.text.wire.through import part_through
from attrib_lsp.text.wire.xml_tree import Element, Words

#: What a NewsML-G2 document may begin with.
ROOTS = frozenset({"newsItem", "newsMessage", "packageItem"})


def newsml_items(source: SourceText, root: Element) -> Iterator[Item]:
    """Yield the stories in a NewsML-G2 document; items without words (pictures, lists of others) hold none."""
    for element in [root] if root.name == "newsItem" else root.all("newsItem"):
        item = _item(source, element)
        if item is not None and item.parts:
            yield item


def _item(source: SourceText, element: Element) -> Item | None:
    """Return the story in a news item; None where it has no words."""
    meta, content = element.child("contentMeta"), element.child("contentSet")
    if content is None:
        return None
    headline = None if meta is None else _headline(source, meta)
    language = _language(element, meta)
    guid = element.values.get("guid")
    bylines = () if meta is None else tuple(_bylines(source, meta))
    for inline in content.children:
        if inline.name == "inlineXML":
            nitf = next(inline.all("nitf"), None)
            if nitf is not None:
                found = nitf_item(source, nitf, headline, language, guid)
                signed = any(part.kind is BlockKind.BYLINE for part in found.parts)
                return replace(found, format="NewsML-G2", parts=found.parts if signed else (*bylines, *found.parts))
            parts = parts_of(source, inline.children)
        elif inline.name == "inlineData":
            parts = _data(inline, source)
        else:
            continue
        if parts:
            marked = inline.name == "inlineXML"
            whole = (*bylines, *parts)
            return Item(
                source,
                "NewsML-G2",
                whole,
                headline,
                language=language,
                markup=Markup.HTML if marked else None,
                id=guid,
            )
    return None


def _headline(source: SourceText, meta: Element) -> Prose | None:
    """Return the headline: of several the first that is for no special use."""
    given = sorted((one for one in meta.children if one.name == "headline"), key=lambda one: "role" in one.values)
    return next((line for one in given if (line := line_in(source, one)) is not None), None)


def _bylines(source: SourceText, meta: Element) -> Iterator[Part]:
    """Yield the by lines."""
    for one in meta.children:
        line = line_in(source, one) if one.name == "by" else None
        if line is not None:
            yield Part(line, BlockKind.BYLINE)


def _language(element: Element, meta: Element | None) -> str:
    """Return the language of an item's words."""
    named = None if meta is None else meta.child("language")
    return (named.values.get("tag", "") if named is not None else "") or element.values.get("lang", "")


def _data(inline: Element, source: SourceText) -> list[Part]:
    """Return what stands in an ``inlineData``: plain text, or HTML whose marks are written as entities."""
    if "encoding" in inline.values:
        return []
    words, pieces = "", []
    for node in inline.nodes:
        if isinstance(node, Words):
            own = source.text[node.start : node.end] if node.meant is None else node.meant
            if own:
                written = 0 if node.meant is None else node.end - node.start
                pieces.append(Piece(len(words), node.start, len(own), written))
                words += own
    prose = Prose(words, tuple(pieces))
    marked_up = "html" in inline.values.get("contenttype", "")
    inner = read_html(SourceText(words)).parts if marked_up else read_plain(words)
    return [part_through(part, prose) for part in inner]
