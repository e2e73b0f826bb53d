"""Figures and quotations changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from attrib_lsp.attribution.figures import Unit, figures
from attrib_lsp.attribution.values import ContentType
from attrib_lsp.lexicons.common import is_function_word
from attrib_lsp.text.span import Span
from benchmarks.versions.pages import Edit, Page
from benchmarks.versions.plants.statements import SPOKEN, long, statements


def figure_changed(page: Page, chance: Random) -> list[Edit] | None:
    """Change a figure that stands outside of quotation marks."""
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for figure in figures(paragraph.text):
            words = figure.span.of(paragraph.text)
            digits = re.search(r"\d[\d,]*", words)
            plain = figure.unit in (Unit.COUNT, Unit.MONEY, Unit.SHARE) and not figure.joined and not figure.age
            if not plain or digits is None or "." in words or paragraph.quoted(figure.span) or figure.value < 3:
                continue
            old = int(digits.group().replace(",", ""))
            new = chance.choice((old * 2 + 1, old + max(1, old // 3), max(2, old // 2)))
            if new == old:
                continue
            written = f"{new:,}" if "," in digits.group() else str(new)
            span = Span(figure.span.start + digits.start(), figure.span.start + digits.end())
            found.append([page.edit(number, span, written)])
    return chance.choice(found) if found else None


def _quotes(page: Page, fewest: int) -> Iterator[tuple[int, Span]]:
    """Yield the quotations of some length in the body, each with its paragraph and the span within its marks."""
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for quotation in paragraph.quotations:
            words = quotation.inner.of(paragraph.text).split()
            whole = all(one.opened and one.closed for one in paragraph.quotations)
            if whole and len(words) >= fewest:
                yield number, quotation.inner


def quote_altered(page: Page, chance: Random) -> list[Edit] | None:
    """Put another word of the story, of the same sort, into a quotation."""
    words: dict[str, list[str]] = {}
    for number in page.graph.body:
        for sentence in page.graph.paragraphs[number].sentences:
            for token in sentence.tokens:
                if token.tag in ("NN", "JJ", "VBD") and token.text.islower() and len(token.text) > 3:
                    words.setdefault(token.tag, []).append(token.text)
    found = []
    for number, inner in _quotes(page, 6):
        paragraph = page.graph.paragraphs[number]
        for sentence in paragraph.sentences:
            for token in sentence.tokens:
                usable = token.tag in words and token.text.islower() and len(token.text) > 3
                if not usable or not inner.covers(token.span) or is_function_word(token.text):
                    continue
                others = sorted(
                    {word for word in words[token.tag] if word != token.text and word[:3] != token.text[:3]}
                )
                if others:
                    found.append([page.edit(number, token.span, chance.choice(others))])
    return chance.choice(found) if found else None


def quote_unmarked(page: Page, chance: Random) -> list[Edit] | None:
    """Take the marks off a quotation."""
    found = []
    for number, inner in _quotes(page, 5):
        text = page.graph.paragraphs[number].text
        first, last = text[inner.start - 1], text[inner.end : inner.end + 1]
        if first in '"“' and last in '"”':
            found.append(
                [
                    page.edit(number, Span(inner.start - 1, inner.start), ""),
                    page.edit(number, Span(inner.end, inner.end + 1), ""),
                ]
            )
    return chance.choice(found) if found else None


def paraphrase_marked(page: Page, chance: Random) -> list[Edit] | None:
    """Put marks round what a source was only reported to have said."""
    found = []
    for one in statements(page):
        if (
            one.attribution.type is not ContentType.INDIRECT
            or one.attribution.kind not in SPOKEN
            or not long(page, one)
        ):
            continue
        text = page.graph.paragraphs[one.paragraph].text
        content = one.attribution.content[0]
        words = content.of(text)
        lead = len("that ") if words.startswith("that ") else 0
        end = content.end - (words[-1] in ",.")
        found.append(
            [
                page.edit(one.paragraph, Span(content.start + lead, content.start + lead), "“"),
                page.edit(one.paragraph, Span(end, end), "”"),
            ]
        )
    return chance.choice(found) if found else None
