"""Read a rule's documentation: the docstring of its module, and the examples in it.

The docstring is Markdown: a first line that says in one sentence what is flagged, then sections headed ``## What it
flags``, ``## Why``, ``## Options`` (where there are any), ``## Flagged``, ``## Fixes`` (where any are offered) and ``##
Clean``. Each example is a fenced block: a whole draft in Markdown, or in plain text where the fence says ``text``. In a
flagged example each span that the rule must report is marked ⟦so⟧. A fix is shown by its title, a colon, and a fenced
block with what it changes in one of the flagged examples: the paragraph as it reads then.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass

from attrib_lsp.text.span import Span

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FIX = re.compile(r"^(\S[^\n]*):\n\n```\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A draft from a rule's documentation; ``spans`` (code points of ``text``) are what the rule must report."""

    text: str
    markup: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """What a fix, by its title, makes of a paragraph of a flagged example."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Documentation:
    """A rule's documentation: one sentence, the sections by title, the examples, what the fixes make of them."""

    summary: str
    sections: dict[str, str]
    flagged: tuple[Example, ...]
    clean: tuple[Example, ...]
    fixes: tuple[Mended, ...]
    markdown: str


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return ``marked`` without its ⟦brackets⟧, and the spans they enclosed.

    >>> unmark("It ⟦is said⟧ so.")
    ('It is said so.', (Span(start=3, end=10),))
    """
    text, starts, spans = "", [], []
    for character in marked:
        if character == "⟦":
            starts.append(len(text))
        elif character == "⟧":
            spans.append(Span(starts.pop(), len(text)))
        else:
            text += character
    return text, tuple(sorted(spans))


def examples(section: str) -> tuple[Example, ...]:
    """Return the examples of a section."""
    found = []
    for markup, body in _FENCE.findall(section):
        text, spans = unmark(body.rstrip("\n"))
        found.append(Example(text, markup or "markdown", spans))
    return tuple(found)


def parse(docstring: str) -> Documentation:
    """Parse a rule's docstring; sections that are missing are empty."""
    markdown = inspect.cleandoc(docstring)
    parts = _HEADING.split(markdown)
    sections = {title.strip(): body.strip() for title, body in zip(parts[1::2], parts[2::2], strict=True)}
    return Documentation(
        summary=" ".join(parts[0].split()),
        sections=sections,
        flagged=examples(sections.get("Flagged", "")),
        clean=examples(sections.get("Clean", "")),
        fixes=tuple(Mended(title, text.rstrip("\n")) for title, text in _FIX.findall(sections.get("Fixes", ""))),
        markdown=markdown,
    )
