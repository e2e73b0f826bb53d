"""Sources that lose their name, their description, or their words to another."""

from __future__ import annotations

import re
from random import Random

from attrib_lsp.attribution.values import SourceKind
from attrib_lsp.text.span import Span
from benchmarks.versions.pages import Edit, Page, capital
from benchmarks.versions.plants.statements import long, statements

_NAMES = ("Ilan Moss", "Petra Wynn", "Jonas Hale", "Mira Torrance", "Edda Falk", "Corin Vale")


def _person(page: Page, chance: Random) -> tuple[int, str, str] | None:
    """Return a person who speaks and is named in full: its number, its name and its last name."""
    found = []
    for number in page.graph.speakers:
        source = page.graph.sources[number]
        parts = source.name.split()
        alone = [
            one for one in page.graph.sources if one is not source and parts[-1:] and parts[-1] in one.name.split()
        ]
        if source.kind is SourceKind.NAMED_PERSON and len(parts) >= 2 and not alone and parts[-1] in page.body_text:
            theirs = [one for one in statements(page) if one.source == number]
            if any(parts[-1] in page.source_of(one) and long(page, one) for one in theirs):
                found.append((number, source.name, parts[-1]))
    return chance.choice(found) if found else None


def name_to_role(page: Page, chance: Random) -> list[Edit] | None:
    """Take a source's name out of the story: "an official", then "the official"."""
    chosen = _person(page, chance)
    if chosen is None:
        return None
    number, name, last = chosen
    edits: list[Edit] = []
    taken: list[tuple[int, Span]] = []
    role = chance.choice(("official", "source", "person close to the matter"))
    told = False
    for one in page.graph.statements_of(number):
        spans = one.attribution.source
        if one.paragraph == page.graph.headline or len(spans) != 1 or last not in page.source_of(one):
            continue
        sentence = page.graph.paragraphs[one.paragraph].sentences[one.attribution.sentence]
        words = f"{'the' if told else 'a' if role[0] not in 'aeiou' else 'an'} {role}"
        told = True
        first = spans[0].start == sentence.span.start
        edits.append(page.edit(one.paragraph, spans[0], capital(words) if first else words))
        taken.append((one.paragraph, spans[0]))
    pattern = re.compile(rf"(?:\b(?:Mr|Ms|Mrs|Dr)\.? )?(?:{re.escape(name)}|\b{re.escape(last)})\b")
    for paragraph in page.graph.body:
        text = page.graph.paragraphs[paragraph].text
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            if not any(at == paragraph and other.overlaps(span) for at, other in taken):
                first = span.start == 0 or text[: span.start].rstrip().endswith((".", "”", '"'))
                edits.append(page.edit(paragraph, span, f"{'The' if first else 'the'} {role}"))
    return edits if told else None


def source_swapped(page: Page, chance: Random) -> list[Edit] | None:
    """Put another name in a source's place, all through the body."""
    chosen = _person(page, chance)
    if chosen is None:
        return None
    _, name, last = chosen
    other = chance.choice(_NAMES)
    pattern = re.compile(rf"{re.escape(name)}\b|\b{re.escape(last)}\b")
    edits = []
    for paragraph in page.graph.body:
        for match in pattern.finditer(page.graph.paragraphs[paragraph].text):
            new = other if match.group() == name else other.split()[-1]
            edits.append(page.edit(paragraph, Span(match.start(), match.end()), new))
    return edits or None


def description_cut(page: Page, chance: Random) -> list[Edit] | None:
    """Leave of an unnamed source nothing but "a source", or of several "sources"."""
    found = []
    for number in page.graph.speakers:
        source = page.graph.sources[number]
        if not source.kind.unnamed or source.specificity < 2 or len(source.name.split()) < 3:
            continue
        edits = []
        for one in page.graph.statements_of(number):
            if len(one.attribution.source) != 1 or one.paragraph == page.graph.headline:
                break
            span = one.attribution.source[0]
            sentence = page.graph.paragraphs[one.paragraph].sentences[one.attribution.sentence]
            plural = source.kind is SourceKind.UNNAMED_GROUP or re.match(
                r"(?:two|three|\w+ \w+s\b)", source.name.lower()
            )
            words = "sources" if plural else "a source"
            edits.append(page.edit(one.paragraph, span, capital(words) if span.start == sentence.span.start else words))
        else:
            if edits:
                found.append(edits)
    return chance.choice(found) if found else None


def reason_cut(page: Page, chance: Random) -> list[Edit] | None:
    """Cut why a source is not named."""
    pattern = re.compile(
        r",? (?:who (?:asked|spoke|requested|declined|wished|insisted|was not authori[sz]ed|were not authori[sz]ed)|"
        r"speaking|on (?:the )?condition of anonymity|asking not to be|who (?:was|were) granted)"
        r"[^.“”\"]*?(?=,? (?:said|told|added|says)\b|[.]$|[.] )"
    )
    found = []
    for number in page.graph.body:
        text = page.graph.paragraphs[number].text
        for match in pattern.finditer(text):
            if re.search(r"anonym|not to be (?:named|identified)|not authori[sz]ed", match.group()):
                lone = text[match.end() : match.end() + 1] == "," and match.group().startswith(",")
                found.append([page.edit(number, Span(match.start(), match.end() + lone), "")])
    return chance.choice(found) if found else None
