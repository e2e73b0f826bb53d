"""The words of an article in XML (NITF, XHTML): which elements are blocks of which kind, and what is not read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from attrib_lsp.text.composition import Composition
from attrib_lsp.text.part import Part, Stress
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BlockKind
from attrib_lsp.text.wire.xml_tree import Element, Words

#: Elements that begin on a line of their own; those with a kind make what is inside that kind.
KINDS = {
    **{f"h{level}": BlockKind.CROSSHEAD for level in range(1, 7)},
    **dict.fromkeys(("hl1", "hl2"), BlockKind.CROSSHEAD),
    **dict.fromkeys(("blockquote", "bq"), BlockKind.BLOCK_QUOTE),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("figcaption", "media-caption", "media-producer", "caption"), BlockKind.CAPTION),
    **dict.fromkeys(("table", "nitf-table"), BlockKind.TABLE),
    "pre": BlockKind.CODE,
    "byline": BlockKind.BYLINE,
    "tagline": BlockKind.BYLINE,
}
#: Of several kinds around some words the first counts.
_PRECEDENCE = (
    BlockKind.TABLE,
    BlockKind.CODE,
    BlockKind.CAPTION,
    BlockKind.BYLINE,
    BlockKind.CROSSHEAD,
    BlockKind.BLOCK_QUOTE,
    BlockKind.LIST_ITEM,
)
_LEVELS = {**{f"h{level}": level for level in range(1, 7)}, "hl1": 1, "hl2": 2}
_BLOCKS = frozenset(
    [
        *(*KINDS, "p", "div", "block", "section", "article", "body", "ul", "ol", "dl", "figure", "media", "abstract"),
        *("header", "main", "hr", "body.content", "body.end", "credit", "dateline", "html", "tr", "address", "title"),
    ]
)
#: What is never seen as words of the article.
HIDDEN = frozenset(
    [
        *("head", "script", "style", "nav", "footer", "aside", "iframe", "object", "video", "audio", "svg", "math"),
        *("template", "noscript", "button", "fn", "media-metadata", "media-object", "media-reference", "correction"),
        *("bibliography", "note", "datasource", "custom-table"),
    ]
)
#: What stands apart on its line.
_APART = frozenset({"br", "byttl"})
_EMPHASIS = frozenset({"em", "i", "cite"})
_STRONG = frozenset({"strong", "b"})


def parts_of(source: SourceText, elements: Iterable[Element]) -> list[Part]:
    """Return the parts that ``elements`` hold, in the order of the file."""
    flow = _Flow(source)
    for element in elements:
        flow.element(element, ())
        flow.flush(())
    return flow.parts


def line_in(source: SourceText, element: Element | None) -> Prose | None:
    """Return all words in ``element`` on one line; None if there are none."""
    if element is None:
        return None
    words = Composition(source.text)
    _all(source, element, words)
    prose = words.prose()
    return prose if prose.text else None


def _all(source: SourceText, element: Element, words: Composition) -> None:
    """Take all words in ``element`` into ``words``."""
    for node in element.nodes:
        if isinstance(node, Words):
            take(words, node)
        else:
            if node.name in _BLOCKS or node.name in _APART:
                words.space()
            _all(source, node, words)
            if node.name in _BLOCKS:
                words.space()


def take(words: Composition, node: Words) -> None:
    """Take the words of a text into ``words``."""
    if node.meant is None:
        words.take(node.start, node.end)
    else:
        words.put(node.meant, node.start, node.end)


class _Flow:
    """Gathers words into parts; the kinds around them are handed down."""

    def __init__(self, source: SourceText) -> None:
        """Begin with none."""
        self.parts: list[Part] = []
        self._source = source
        self._words = Composition(source.text)
        self._stresses: set[Stress] = set()

    def element(self, element: Element, around: tuple[str, ...], stress: Stress = Stress.NONE) -> None:
        """Take in an element that stands in elements of those names."""
        name = element.name
        if name in HIDDEN:
            return
        if name in ("table", "nitf-table", "pre"):
            self.flush(around)
            whole = Prose.verbatim(self._source.text, Span(element.start, element.end))
            self.parts.append(Part(whole, KINDS[name]))
            return
        inside = (*around, name) if name in KINDS else around
        if name in _BLOCKS:
            self.flush(around)
        elif name == "br":
            self._words.space()
        elif name in _STRONG or name in _EMPHASIS:
            stress = Stress.STRONG if name in _STRONG else Stress.EMPHASIS
        mark = name == "q" and bool(element.nodes) and element.end > element.start
        if mark:
            self._words.put("“", element.start, element.start + 1)
        self._nodes(element, inside, stress)
        if mark:
            self._words.put("”", element.end - 1, element.end)
        if name in _BLOCKS:
            self.flush(inside)

    def _nodes(self, element: Element, inside: tuple[str, ...], stress: Stress) -> None:
        """Take in what stands in an element."""
        for node in element.nodes:
            if isinstance(node, Element):
                self.element(node, inside, stress)
                continue
            before = self._words.length
            take(self._words, node)
            if self._words.length > before:
                self._stresses.add(stress)

    def flush(self, around: tuple[str, ...]) -> None:
        """Make a part of the words so far, which stand in elements of those names."""
        prose = self._words.prose()
        if prose.text:
            held = {KINDS[name] for name in around}
            kind = next((one for one in _PRECEDENCE if one in held), BlockKind.PARAGRAPH)
            part = Part(prose, kind)
            if kind is BlockKind.CROSSHEAD:
                part = replace(part, level=next(_LEVELS[name] for name in reversed(around) if name in _LEVELS))
            if len(self._stresses) == 1:
                part = replace(part, stress=next(iter(self._stresses)))
            self.parts.append(part)
        self._words = Composition(self._source.text)
        self._stresses = set()
