"""The rules behind a page's findings, explained on it: what, why, and how to mend it, from the rules' own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from attrib_lsp.rules.registry import find
from attrib_lsp.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule explained. ``what`` and ``why`` are HTML; ``mending`` are the titles of its fixes with what they make."""

    code: str
    name: str
    summary: str
    what: Markup
    why: Markup
    mending: tuple[tuple[str, str], ...]


def explanations(codes: Iterable[str]) -> tuple[Explanation, ...]:
    """Return the rules of ``codes`` explained, each once, by code."""
    known = (find(code) for code in sorted(set(codes)))
    return tuple(_explanation(rule) for rule in known if rule is not None)


@cache
def _explanation(rule: Rule) -> Explanation:
    """Return a rule explained."""
    told = rule.documentation
    return Explanation(
        rule.code,
        rule.name,
        told.summary,
        _html(told.sections.get("What it flags", "")),
        _html(told.sections.get("Why", "")),
        tuple((fix.title, " ".join(fix.text.split())) for fix in told.fixes),
    )


def _html(markdown: str) -> Markup:
    """Return a section as HTML; tags in it are words, and a link is only its words: a page leads nowhere else."""
    reader = MarkdownIt("commonmark", {"html": False}).disable(["link", "autolink", "image", "html_inline"])
    return Markup(reader.render(markdown))
