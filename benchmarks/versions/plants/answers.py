"""Denials taken out or moved down."""

from __future__ import annotations

from random import Random

from attrib_lsp.attribution.denials import denies
from attrib_lsp.attribution.values import CueKind, Statement
from attrib_lsp.text.span import Span
from benchmarks.versions.pages import Edit, Page


def _denials(page: Page) -> list[tuple[int, Statement]]:
    """Return the paragraphs below the first in which somebody denies something, each with the statement."""
    return [
        (one.paragraph, one)
        for one in page.graph.statements
        if one.paragraph in page.graph.body
        and one.paragraph > page.graph.body.start
        and one.attribution.cue
        and one.source is not None
        and (
            one.attribution.kind is CueKind.NO_COMMENT
            or (
                one.attribution.kind is CueKind.DENIAL and denies(page.graph.paragraphs[one.paragraph], one.attribution)
            )
        )
    ]


def denial_removed(page: Page, chance: Random) -> list[Edit] | None:
    """Take the only sentence out in which somebody denies something or does not comment, or its paragraph."""
    denials = _denials(page)
    speakers = [one.source for _, one in denials]
    found = []
    for number, one in denials:
        if speakers.count(one.source) > 1:
            continue
        paragraph = page.graph.paragraphs[number]
        if len(paragraph.sentences) == 1:
            found.append([page.without(number)])
        else:
            at = one.attribution.sentence
            start = paragraph.sentences[at].span.start
            last = at == len(paragraph.sentences) - 1
            end = paragraph.sentences[at].span.end if last else paragraph.sentences[at + 1].span.start
            found.append([page.edit(number, Span(start, end), "")])
    return chance.choice(found) if found else None


def denial_moved(page: Page, chance: Random) -> list[Edit] | None:
    """Move a paragraph in which somebody denies something from the upper half to the end."""
    body = page.graph.body
    found = [number for number, _ in _denials(page) if number - body.start <= len(body) / 2 and body.stop - number >= 6]
    if not found:
        return None
    number = chance.choice(found)
    return page.moved(number, body.stop - 1)
