"""Sentences and paragraphs in another order, or broken elsewhere."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from attrib_lsp.attribution.denials import denies
from attrib_lsp.attribution.values import CueKind
from attrib_lsp.text.span import Span
from benchmarks.versions.pages import Edit, Page
from benchmarks.versions.rewordings.places import some


def _selfcontained(page: Page, number: int) -> bool:
    """Say whether a paragraph can stand anywhere: it names who speaks, begins with no pronoun, answers nothing."""
    paragraph = page.graph.paragraphs[number]
    opening = paragraph.text.split()[0].strip("“\"'‘").lower() if paragraph.text.split() else "it"
    pointing = {"he", "she", "they", "it", "his", "her", "their", "its", "this", "that", "these", "those", "but", "and",
                "however", "the", "both", "such", "so", "then", "meanwhile", "also"}  # fmt: skip
    if (
        opening in pointing
        or not paragraph.sentences
        or any(not one.opened or not one.closed for one in paragraph.quotations)
    ):
        return False
    for one in page.graph.statements_in(number):
        attribution = one.attribution
        named = one.source is not None and attribution.source and " " in page.source_of(one)
        if attribution.kind in (CueKind.DENIAL, CueKind.NO_COMMENT) or denies(paragraph, attribution) or not named:
            return False
    return True


def paragraphs_moved(page: Page, chance: Random) -> list[Edit] | None:
    """Move a paragraph that can stand anywhere, where none that leans on the one before is touched by it."""
    body = page.graph.body
    found = []
    for number in range(body.start + 1, body.stop):
        follows = number + 1 >= body.stop or _selfcontained(page, number + 1)
        if not _selfcontained(page, number) or not follows:
            continue
        for behind in range(body.start, body.stop):
            lands = behind + 1 >= body.stop or behind + 1 == number or _selfcontained(page, behind + 1)
            if abs(behind - number) > 1 and lands:
                found.append((number, behind))
    return page.moved(*chance.choice(found)) if found else None


def sentences_swapped(page: Page, chance: Random) -> list[Edit] | None:
    """Change the places of two sentences of a paragraph that both name who speaks, or in which nobody does."""
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        if paragraph.quotations or len(paragraph.sentences) < 2:
            continue
        for one, other in pairwise(paragraph.sentences):
            words = [sentence.text.split()[0].lower() for sentence in (one, other)]
            leaning = {
                "he",
                "she",
                "they",
                "it",
                "this",
                "that",
                "but",
                "and",
                "his",
                "her",
                "their",
                "its",
                "these",
                "so",
            }
            if leaning.isdisjoint(words) and not page.graph.statements_in(number):
                span = one.span.joined(other.span)
                found.append([page.edit(number, span, f"{other.text.strip()} {one.text.strip()}")])
    return some(chance, found, 2)


def paragraphs_cut_otherwise(page: Page, chance: Random) -> list[Edit] | None:
    """Break a paragraph in two between sentences, or run two into one."""
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for one, other in pairwise(paragraph.sentences):
            marked = any(mark.span.overlaps(one.span.joined(other.span)) for mark in paragraph.quotations)
            if not marked and other.span.start > one.span.end:
                found.append([page.edit(number, Span(one.span.end, other.span.start), "\n\n")])
        if number + 1 in page.graph.body:
            end, start = page.block(number).end, page.block(number + 1).start
            between = page.row["text"][end:start]
            if not between.strip() and not paragraph.quotations and not page.graph.paragraphs[number + 1].quotations:
                found.append([Edit("text", Span(end, start), " ")])
    return some(chance, found, 3)
