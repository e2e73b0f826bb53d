"""The page of a rule, on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rich.console import Console, ConsoleOptions
from rich.markdown import CodeBlock, Markdown, MarkdownElement
from rich.text import Text

from attrib_lsp.reports.rendering import rendered
from attrib_lsp.reports.rule_pages import page
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.rules.rule import Rule

#: Cells of a page, at most and at least.
WIDEST, NARROWEST = 90, 40

_MARKED = re.compile("⟦.*?⟧", re.DOTALL)
_MARGIN = "  │ "


class _Example(CodeBlock):
    """An example: a draft beside a line, the words that are flagged in a colour."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Yield it line by line."""
        draft = Text(str(self.text).strip("\n"))
        draft.highlight_regex(_MARKED, "bold yellow")
        for line in draft.wrap(console, options.max_width - len(_MARGIN)):
            yield Text.assemble((_MARGIN, "dim"), line)


class _Page(Markdown):
    """Markdown whose fenced blocks are examples."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "fence": _Example,
        "code_block": _Example,
    }


def report(rule: Rule, terminal: Terminal) -> str:
    """Return a rule's page as it looks on ``terminal``, no wider than is good to read."""
    width = min(WIDEST, terminal.width)
    return rendered(_Page(page(rule), hyperlinks=False), replace(terminal, width=width), NARROWEST)
