"""Read NITF, the IPTC's news in XML: https://iptc.org/standards/nitf/ has the standard."""

from __future__ import annotations

from attrib_lsp.text.markup import Markup
from attrib_lsp.text.part import Part
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import BlockKind
from attrib_lsp.text.wire.flow import line_in, parts_of
from attrib_lsp.text.wire.item import Item
from attrib_lsp.text.wire.xml_tree import Element


def nitf_item(
    source: SourceText, root: Element, headline: Prose | None = None, language: str = "", guid: str | None = None
) -> Item:
    """Return the story in a ``nitf`` element; its own headline counts before the ``headline`` given."""
    body = root.child("body")
    head = None if body is None else body.child("body.head")
    content = [] if body is None else [one for one in body.children if one.name in ("body.content", "body.end")]
    own, deck = _headlines(source, head)
    if own is None:
        own = line_in(source, root.child("head", "title"))
    named = root.child("head", "docdata", "doc-id")
    return Item(
        source,
        "NITF",
        (*_front(source, head), *parts_of(source, content)),
        headline=own or headline,
        deck=deck,
        language=root.values.get("lang", "") or (body.values.get("lang", "") if body else "") or language,
        markup=Markup.HTML,
        id=guid or (None if named is None else named.values.get("id-string")),
    )


def _headlines(source: SourceText, head: Element | None) -> tuple[Prose | None, Prose | None]:
    """Return the main headline, and what stands below it."""
    if head is None:
        return None, None
    main = next((line for one in head.all("hl1") if (line := line_in(source, one)) is not None), None)
    return main, next((line for one in head.all("hl2") if (line := line_in(source, one)) is not None), None)


def _front(source: SourceText, head: Element | None) -> list[Part]:
    """Return the by lines, one part each."""
    if head is None:
        return []
    lines = [line_in(source, one) for one in head.all("byline")]
    return [Part(line, BlockKind.BYLINE) for line in lines if line is not None]
