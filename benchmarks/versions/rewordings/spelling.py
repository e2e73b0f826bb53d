"""The same words spelt or marked otherwise."""

from __future__ import annotations

import re
from random import Random

from attrib_lsp.attribution.figures import Unit, figures
from attrib_lsp.text.span import Span
from benchmarks.versions.pages import Edit, Page
from benchmarks.versions.rewordings.places import own, some

_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = {"January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.",
           "November": "Nov.", "December": "Dec."}  # fmt: skip


def typos(page: Page, chance: Random) -> list[Edit] | None:
    """Mistype some words; see `BACKWARDS`: the version with the slips is the old one."""
    pattern = re.compile(r"\b[a-z]{6,}\b")
    found = []
    for number in page.graph.body:
        for match in pattern.finditer(page.graph.paragraphs[number].text):
            word = match.group()
            at = chance.randrange(1, len(word) - 2)
            slip = chance.choice(
                (
                    word[:at] + word[at + 1 :],
                    word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                    word[:at] + word[at] + word[at:],
                )
            )
            if slip != word:
                found.append([page.edit(number, Span(match.start(), match.end()), slip)])
    return some(chance, found, 6)


def punctuation(page: Page, chance: Random) -> list[Edit] | None:
    """Change dashes, serial commas and semicolons."""
    changes = (
        (re.compile(r" [—–-] "), "—"), (re.compile(r"(?<=\w)—(?=\w)"), " – "), (re.compile(r"; (?=[a-z])"), " – "),
        (re.compile(r"(?<=\w), and (?=\w+\.)"), " and "), (re.compile(r"(?<=[a-z]) - (?=[a-z])"), " – "),
        (re.compile(r"(?<=\w), (?=who |which )"), " – "), (re.compile(r"\bper cent\b"), "percent"),
    )  # fmt: skip
    found = [
        [page.edit(number, Span(match.start(), match.end()), new)]
        for pattern, new in changes
        for number, match in own(page, pattern)
        if match.group() != new
    ]
    return some(chance, found, 5)


def quotation_marks(page: Page, chance: Random) -> list[Edit] | None:
    """Straighten curly marks, or curl straight ones, all through headline and text."""
    edits: list[Edit] = []
    curly = any(mark in page.body_text for mark in "“”’")
    table = {"“": '"', "”": '"', "‘": "'", "’": "'"}
    for name in ("headline", "text"):
        text = page.row[name]
        for at, letter in enumerate(text):
            if curly and letter in table:
                edits.append(Edit(name, Span(at, at + 1), table[letter]))
            elif not curly and letter in "\"'":
                opens = at == 0 or text[at - 1] in " \n([—-“"
                new = ("“" if opens else "”") if letter == '"' else ("‘" if opens else "’")
                edits.append(Edit(name, Span(at, at + 1), new))
    return edits or None


def number_style(page: Page, chance: Random) -> list[Edit] | None:
    """Write small numbers in letters or digits, shorten months, write the sign for per cent."""
    found: list[list[Edit]] = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for figure in figures(paragraph.text):
            words = figure.span.of(paragraph.text)
            if paragraph.quoted(figure.span) or figure.unit is not Unit.COUNT or figure.joined:
                continue
            if words.isdigit() and 2 <= int(words) < len(_SMALL):
                found.append([page.edit(number, figure.span, _SMALL[int(words)])])
            elif words in _SMALL[2:]:
                found.append([page.edit(number, figure.span, str(_SMALL.index(words)))])
    for number, match in own(page, re.compile(r"(?<=\d)(?: per ?cent\b|%)"), names=True):
        found.append([page.edit(number, Span(match.start(), match.end()), "%" if match.group() != "%" else " percent")])
    for number, match in own(page, re.compile(rf"\b(?:{'|'.join(_MONTHS)}) (?=\d)"), names=True):
        found.append([page.edit(number, Span(match.start(), match.end() - 1), _MONTHS[match.group().strip()])])
    return some(chance, found, 5)
