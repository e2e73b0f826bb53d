"""Losses planted in real copy: each makes one known cut or change, by what the attribution graph says of the story.

A plant is a function that takes a `Page` and a source of chance and returns the edits that make the loss, or None
where the story offers no place for it. Nothing is stored of the stories themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

from attrib_lsp.attribution.denials import denies
from attrib_lsp.attribution.figures import Unit, figures
from attrib_lsp.attribution.standing import negated
from attrib_lsp.attribution.values import ContentType, CueKind, SourceKind, Statement
from attrib_lsp.lexicons.common import is_function_word
from attrib_lsp.text.span import Span
from benchmarks.pages import Edit, Page, capital, lowered

Plant = Callable[[Page, Random], "list[Edit] | None"]

_SPOKEN = (CueKind.SPEECH, CueKind.WRITING, CueKind.EVIDENCE)
_NAMES = ("Ilan Moss", "Petra Wynn", "Jonas Hale", "Mira Torrance", "Edda Falk", "Corin Vale")


def _statements(page: Page) -> Iterator[Statement]:
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


def _long(page: Page, one: Statement) -> bool:
    """Say whether a statement says enough to be told without its source."""
    return len(page.text_of(one).split()) >= 7


def cut_trailing(page: Page, chance: Random) -> list[Edit] | None:
    """Cut ", Jo Lind said" behind what was said."""
    found = []
    for one in _statements(page):
        attribution = one.attribution
        paragraph = page.graph.paragraphs[one.paragraph]
        sentence = paragraph.sentences[attribution.sentence]
        content = attribution.content[0]
        behind = paragraph.text[content.end : sentence.span.end]
        telling = attribution.type is ContentType.INDIRECT and attribution.kind in (*_SPOKEN, CueKind.ACCORDING_TO)
        start = content.start - sentence.span.start <= 1
        if telling and start and _long(page, one) and len(behind.split()) <= 14 and not attribution.negated:
            found.append([page.edit(one.paragraph, Span(content.end, sentence.span.end), ".")])
    return chance.choice(found) if found else None


def cut_leading(page: Page, chance: Random) -> list[Edit] | None:
    """Cut "Jo Lind said that" before what was said."""
    found = []
    for one in _statements(page):
        attribution = one.attribution
        paragraph = page.graph.paragraphs[one.paragraph]
        sentence = paragraph.sentences[attribution.sentence]
        content = attribution.content[0]
        before = paragraph.text[sentence.span.start : content.start]
        words = content.of(paragraph.text)
        telling = attribution.type is ContentType.INDIRECT and attribution.kind in (*_SPOKEN, CueKind.ACCORDING_TO)
        plain = not re.match(r"(?:to|whether|if|how|why|what|it|he|she|they|his|her|its|their)\b", words)
        if (
            telling
            and plain
            and _long(page, one)
            and len(before.split()) <= 14
            and not attribution.negated
            and attribution.source[0].start - sentence.span.start <= 14
            and sentence.span.end - content.end <= 2
        ):
            bare = re.sub(r"^that ", "", words)
            span = Span(sentence.span.start, content.start + len(words) - len(bare) + 1)
            found.append([page.edit(one.paragraph, span, bare[:1].upper())])
    return chance.choice(found) if found else None


def cut_according(page: Page, chance: Random) -> list[Edit] | None:
    """Cut "according to …" at either end of a sentence."""
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for sentence in paragraph.sentences:
            if '"' in sentence.text or "“" in sentence.text or sentence.text.lower().count("according to") != 1:
                continue
            behind = re.search(r",? according to [^,.;:]+\.$", sentence.text)
            before = re.match(r"According to [^,.;:]+, (\w)", sentence.text)
            if behind and behind.start() > 35:
                span = Span(behind.start(), behind.end()).shifted(sentence.span.start)
                found.append([page.edit(number, span, ".")])
            elif before and len(sentence.text) - before.end() > 35:
                span = Span(0, before.end()).shifted(sentence.span.start)
                found.append([page.edit(number, span, before[1].upper())])
    return chance.choice(found) if found else None


def modal_strengthened(page: Page, chance: Random) -> list[Edit] | None:
    """Make "may", "might" or "could" a "will"."""
    found = []
    for number, sentence in page.own_sentences():
        for token in sentence.tokens:
            head = sentence.head(token)
            modal = token.relation == "aux" and token.text in ("may", "might", "could") and head.pos == "VERB"
            if not modal or negated(sentence, head) or page.graph.paragraphs[number].quoted(token.span):
                continue
            have = sentence.tokens[token.index + 1 : token.index + 2]
            if not have or have[0].lemma != "have":
                found.append([page.edit(number, token.span, "will")])
    return chance.choice(found) if found else None


def hedge_cut(page: Page, chance: Random) -> list[Edit] | None:
    """Cut "allegedly", "probably", "alleged" and the like."""
    pattern = re.compile(
        r"\b(allegedly|reportedly|apparently|probably|possibly|perhaps|potentially|supposedly|alleged|suspected|"
        r"purported) (?=[a-z]{3})"
    )
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for match in pattern.finditer(paragraph.text):
            span = Span(match.start(), match.end())
            hedging = any(
                one.relation in ("amod", "advmod") and one.span.start == span.start
                for one in paragraph.sentence_at(span.start).tokens
            )
            if hedging and not paragraph.quoted(span):
                edits = [page.edit(number, span, "")]
                if re.search(r"\ban $", paragraph.text[: match.start()]):
                    after = paragraph.text[match.end()]
                    if after not in "aeiou":
                        edits.append(page.edit(number, Span(match.start() - 2, match.start() - 1), ""))
                found.append(edits)
    return chance.choice(found) if found else None


def expectation_cut(page: Page, chance: Random) -> list[Edit] | None:
    """Make "is expected to", "is likely to", "plans to" and the like a "will"."""
    pattern = re.compile(
        r"\b(?:is|are) (?:also |now |still )?(?:expected|likely|thought|believed|due|set|considering) to (?=[a-z]+)|"
        r"\b(?:plans?|hopes?|intends?|aims?) to (?=[a-z]+)"
    )
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for match in pattern.finditer(paragraph.text):
            before = paragraph.text[: match.start()].rsplit(" ", 2)[-2:]
            noun = bool(before) and before[0].lower() in ("the", "a", "his", "her", "their", "its", "of", "new")
            if not noun and not paragraph.quoted(Span(match.start(), match.end())):
                found.append([page.edit(number, Span(match.start(), match.end()), "will ")])
    return chance.choice(found) if found else None


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
            statements = [one for one in _statements(page) if one.source == number]
            if any(parts[-1] in page.source_of(one) and _long(page, one) for one in statements):
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


def headline_modal(page: Page, chance: Random) -> list[Edit] | None:
    """Make a "may" in the headline a "will"."""
    match = re.search(r"\b(may|might|could)\b", page.headline, re.IGNORECASE)
    if match is None or page.headline.rstrip().endswith("?") or re.match(r"(?:may|could|might)\b", page.headline, re.I):
        return None
    if re.match(r" (?:have|not|\d)", page.headline[match.end() :]) or re.search(
        r"\b(?:in|of|since) $", page.headline[: match.start()]
    ):
        return None
    word = "Will" if match.group()[0].isupper() else "will"
    return [page.headline_edit(Span(match.start(), match.end()), word)]


def headline_source_cut(page: Page, chance: Random) -> list[Edit] | None:
    """Cut who says it from a headline: ", police say", "… , says minister", "Report: …"."""
    behind = re.search(
        r"(?:,| [-–—]) (?:(?:\w+ ){1,4}(?:says?|said|warns?|claims?|finds?|shows?|suggests?)|"
        r"(?:says?|said|warns?|according to) (?:\w+ ?){1,4})$",
        page.headline,
        re.IGNORECASE,
    )
    if behind is None or behind.start() < 18:
        return None
    return [page.headline_edit(Span(behind.start(), len(page.headline)), "")]


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
    for one in _statements(page):
        if (
            one.attribution.type is not ContentType.INDIRECT
            or one.attribution.kind not in _SPOKEN
            or not _long(page, one)
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


def cue_loaded(page: Page, chance: Random) -> list[Edit] | None:
    """Make "said" an "admitted", a "confirmed" or a "claimed"."""
    found = []
    for one in _statements(page):
        text = page.graph.paragraphs[one.paragraph].text
        span = one.attribution.cue[0]
        if span.of(text) in ("said", "says") and _long(page, one):
            new = chance.choice(("admitted", "conceded", "confirmed", "claimed", "revealed"))
            word = new if span.of(text) == "said" else {"confirmed": "confirms", "claimed": "claims"}.get(new, "admits")
            found.append([page.edit(one.paragraph, span, word)])
    return chance.choice(found) if found else None


#: Every plant with the kind of change that it must be reported as.
PLANTS: Mapping[str, tuple[Plant, str]] = {
    "attribution behind the words cut": (cut_trailing, "attribution-cut"),
    "attribution before the words cut": (cut_leading, "attribution-cut"),
    "according to cut": (cut_according, "attribution-cut"),
    "may made will": (modal_strengthened, "certainty-raised"),
    "hedging word cut": (hedge_cut, "certainty-raised"),
    "expected to made will": (expectation_cut, "certainty-raised"),
    "name made a role": (name_to_role, "name-lost"),
    "named source swapped": (source_swapped, "source-swapped"),
    "description of unnamed source cut": (description_cut, "description-lost"),
    "reason for anonymity cut": (reason_cut, "reason-lost"),
    "denial taken out": (denial_removed, "response-removed"),
    "denial moved to the end": (denial_moved, "response-moved-down"),
    "figure changed": (figure_changed, "figure-changed"),
    "headline: may made will": (headline_modal, "headline-outgrew"),
    "headline: source cut": (headline_source_cut, "headline-outgrew"),
    "word of a quotation changed": (quote_altered, "quote-changed"),
    "quotation marks dropped": (quote_unmarked, "quote-marks-dropped"),
    "quotation marks added": (paraphrase_marked, "quote-marks-added"),
    "said made a judging verb": (cue_loaded, "cue-changed"),
}

__all__ = ["PLANTS", "Plant", "lowered"]
