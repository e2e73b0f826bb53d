"""Statements that a loss can be planted in."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.values import CueKind, Statement
from benchmarks.versions.pages import Page

SPOKEN = (CueKind.SPEECH, CueKind.WRITING, CueKind.EVIDENCE)


def statements(page: Page) -> Iterator[Statement]:
    """Yield the statements of the body that stand whole in one sentence, with a source and a cue of one piece."""
    for one in page.graph.statements:
        attribution = one.attribution
        if one.paragraph not in page.graph.body or len(attribution.source) != 1 or len(attribution.cue) != 1:
            continue
        sentence = page.graph.paragraphs[one.paragraph].sentences[attribution.sentence]
        if len(attribution.content) == 1 and sentence.span.covers(attribution.extent) and one.source is not None:
            alone = [
                other
                for other in page.graph.statements_in(one.paragraph)
                if other.attribution.sentence == attribution.sentence
            ]
            if len(alone) == 1:
                yield one


def long(page: Page, one: Statement) -> bool:
    """Say whether a statement says enough to be told without its source."""
    return len(page.text_of(one).split()) >= 7
