"""What the elements of HTML are to a draft."""

from __future__ import annotations

from attrib_lsp.text.story import BlockKind

#: Elements without an end tag.
VOID = frozenset(
    [
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"),
        "wbr",
    ]
)
#: What is on the page and not of the article, or never seen as words.
HIDDEN = frozenset(
    [
        *("nav", "footer", "aside", "dialog", "menu", "button", "select", "datalist", "label", "textarea"),
        *("script", "style", "template", "noscript", "noembed", "noframes", "iframe", "object", "video", "audio"),
        *("canvas", "svg", "math", "rp", "rt"),
    ]
)
#: Parts of the class of an element that shows somebody's post from elsewhere.
EMBEDS = ("twitter-tweet", "instagram-media", "tiktok-embed", "fb-post", "fb-video", "bluesky-embed", "mastodon-embed")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
KINDS = {
    "blockquote": BlockKind.BLOCK_QUOTE,
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "figcaption": BlockKind.CAPTION,
    "table": BlockKind.TABLE,
    "pre": BlockKind.CODE,
    **dict.fromkeys(HEADINGS, BlockKind.CROSSHEAD),
}
#: Which of several kinds around some words counts.
PRECEDENCE = (
    BlockKind.TABLE,
    BlockKind.CODE,
    BlockKind.CAPTION,
    BlockKind.CROSSHEAD,
    BlockKind.BLOCK_QUOTE,
    BlockKind.LIST_ITEM,
)
#: Elements that are shown as they stand: none of their words are read.
VERBATIM = frozenset({"table", "pre"})
#: Elements that a note above them is meant for as a whole.
GROUPS = frozenset({"ul", "ol", "dl", "blockquote", "figure", "table", "pre"})
#: Elements that begin on a line of their own.
BLOCKS = frozenset(
    [
        *("address", "article", "body", "caption", "center", "details", "div", "fieldset", "form", "header", "hgroup"),
        *(
            "head",
            "html",
            "main",
            "p",
            "search",
            "section",
            "summary",
            "title",
            "tbody",
            "td",
            "th",
            "thead",
            "tfoot",
            "tr",
        ),
        *GROUPS,
        *KINDS,
    ]
)
#: What opening an element closes, if it is open: those, up to the nearest of these others.
CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    **dict.fromkeys(HEADINGS, (frozenset(HEADINGS), frozenset({"section", "article", "div", "blockquote", "li"}))),
    # A heading that is being typed is not to swallow the story below it.
    **dict.fromkeys(
        ("p", "ul", "ol", "dl", "blockquote", "figure", "table", "pre"), (frozenset(HEADINGS), frozenset())
    ),
}
EMPHASIS = frozenset({"em", "i", "cite"})
STRONG = frozenset({"strong", "b"})
