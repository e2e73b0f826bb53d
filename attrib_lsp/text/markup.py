"""The markups that drafts come in, and the way from a draft's text to its story."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath


class Markup(Enum):
    """A markup that has a reader."""

    PLAIN = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    RST = "rst"
    ASCIIDOC = "asciidoc"
    LATEX = "latex"
    ORG = "org"
    MDX = "mdx"


_SUFFIXES = {
    ".txt": Markup.PLAIN,
    ".text": Markup.PLAIN,
    ".md": Markup.MARKDOWN,
    ".markdown": Markup.MARKDOWN,
    ".mdown": Markup.MARKDOWN,
    ".mkd": Markup.MARKDOWN,
    ".html": Markup.HTML,
    ".htm": Markup.HTML,
    ".xhtml": Markup.HTML,
    ".rst": Markup.RST,
    ".rest": Markup.RST,
    ".adoc": Markup.ASCIIDOC,
    ".asciidoc": Markup.ASCIIDOC,
    ".tex": Markup.LATEX,
    ".ltx": Markup.LATEX,
    ".org": Markup.ORG,
    ".mdx": Markup.MDX,
}


def markup_of(path: str | PurePath) -> Markup | None:
    """Return the markup that a file's name promises; None if it promises none that has a reader."""
    return _SUFFIXES.get(PurePath(path).suffix.lower())
