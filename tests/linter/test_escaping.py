"""Fixes put words into a draft as its markup has them, and tear no markup apart."""

from __future__ import annotations

import pytest

from attrib_lsp.linter.fixes import Manuscript, located_fixes
from attrib_lsp.rules.finding import Finding, Fix
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story
from tests.rules.fixing import mended
from tests.text.drafts import read


def fixed(text: str, markup: Markup, words: str, by: str) -> str | None:
    """Return ``text`` with ``words`` of its last block replaced ``by`` others; None where that is not offered."""
    story = read(text, markup)
    prose = story.body[-1].prose
    at = prose.text.index(words)
    span = Span(at, at + len(words))
    fixes = list(located_fixes(Finding(span, "", fixes=(Fix("Mend it", span, by),)), prose, Manuscript.of(story)))
    return mended(text, fixes[0]) if fixes else None


@pytest.mark.parametrize(
    ("markup", "text", "words", "by", "after"),
    [
        (Markup.HTML, "<p>It leaks, he said.</p>", "he", "A&E <who>", "<p>It leaks, A&amp;E <who> said.</p>"),
        (Markup.HTML, "<p>It &mdash; he says &ndash; leaks.</p>", "—", "–", "<p>It – he says &ndash; leaks.</p>"),
        (Markup.HTML, "<p>It leaks, <b>he</b> said.</p>", "he", "she", "<p>It leaks, <b>she</b> said.</p>"),
        (Markup.HTML, "<p>It leaks, <b>he</b> said.</p>", "he said", "she says", None),
        (Markup.HTML, "<p>It leaks,\n  he said.</p>", "leaks, he", "does, she", "<p>It does, she said.</p>"),
        (Markup.LATEX, "It leaks, he said.", "he", "5% & $1", r"It leaks, 5\% \& \$1 said."),
        (Markup.LATEX, "``It leaks,'' he said.", "“It leaks,”", "That it leaks", "That it leaks he said."),
        (Markup.LATEX, r"It \emph{leaks}, he said.", "It leaks", "It does", None),
        (Markup.LATEX, "It leaks, he said.", "he", "a~b", None),
        (Markup.RST, "It leaks, he said.", "he", "a*b", r"It leaks, a\*b said."),
        (Markup.ASCIIDOC, "It leaks, he said.", "he", "a*b", None),
        (Markup.ORG, "It leaks, he said.", "he", "the county", "It leaks, the county said."),
        (Markup.MARKDOWN, "It leaks, he said.", "he", "A&E", "It leaks, A&E said."),
        (Markup.MARKDOWN, "It **leaks**, he said.", "It leaks", "It does", None),
        (Markup.MARKDOWN, "> It leaks,\n> he said.", "leaks, he", "does, she", "> It does, she said."),
        (Markup.PLAIN, "It leaks,\nhe said.", "leaks, he", "does, she", "It does, she said."),
    ],
)
def test_fixes(markup: Markup, text: str, words: str, by: str, after: str | None) -> None:
    story: Story = read(text, markup)
    assert story.markup is markup
    assert fixed(text, markup, words, by) == after
