"""Read one paragraph: its quotations and its attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attrib_lsp.attribution.assembly import KINDS_WITHOUT_CONTENT, assembled
from attrib_lsp.attribution.contents import content_type, find_content
from attrib_lsp.attribution.cues import find_cues
from attrib_lsp.attribution.marked import marked_attributions
from attrib_lsp.attribution.source_spans import find_source
from attrib_lsp.attribution.values import Attribution, ContentType, CueKind, Paragraph
from attrib_lsp.language.quotations import quotations as pair
from attrib_lsp.language.values import Parse, Quotation, Sentence

#: Words that a quotation needs to be somebody's speech; a shorter one is a term, a title or an echo.
SPEECH_WORDS = 4
_OF_VERBS = frozenset({CueKind.SPEECH, CueKind.WRITING, CueKind.COGNITION, CueKind.EVIDENCE, CueKind.STANCE})


def read_paragraph(text: str, parse: Parse) -> Paragraph:
    """Return ``text`` read: ``parse`` is what the pipeline makes of it."""
    quotations, sentences = pair(text), parse.sentences
    found = marked_attributions(text, parse, quotations)
    for number, sentence in enumerate(sentences):
        found += _unmarked(text, sentence, number, quotations, found)
    found = _continued(text, found, sentences, quotations)
    found.sort(key=lambda one: (one.extent.start, one.extent.end))
    return Paragraph(text, tuple(sentences), quotations, tuple(found))


def _unmarked(
    text: str, sentence: Sentence, number: int, quotations: tuple[Quotation, ...], marked: Sequence[Attribution]
) -> list[Attribution]:
    """Return the attributions with a cue in ``sentence`` that the trained reader leaves out.

    What somebody says that somebody else said is that somebody's to say: verbs inside of a content are left alone.
    """
    found: list[Attribution] = []
    parts = [part for one in marked for part in (*one.source, *one.cue) if part.overlaps(sentence.span)]
    taken = {token.index for part in parts for token in sentence.tokens_in(part)}
    contents = [part for one in marked for part in one.content if part.overlaps(sentence.span)]
    for cue in find_cues(sentence, quotations, taken):
        if cue.kind in _OF_VERBS and any(part.covers(cue.head.span) for part in contents):
            continue
        source = find_source(sentence, cue, quotations)
        content = find_content(sentence, cue, source[0] if source else None, quotations)
        if not content and cue.kind not in KINDS_WITHOUT_CONTENT:
            continue
        if not content and source is None:
            continue
        found.append(assembled(text, sentence, number, cue, source, content, quotations))
    return found


def _continued(
    text: str, found: list[Attribution], sentences: Sequence[Sentence], quotations: tuple[Quotation, ...]
) -> list[Attribution]:
    """Give quotations that no attribution holds to the nearest speaker of the paragraph, or let them stand alone.

    A quotation goes to the last attribution before it that quotes, else to the first one after it. Without either,
    one that is long enough to be speech becomes an attribution without source and cue.
    """
    result = list(found)
    for quotation in quotations:
        if any(_holds(one, quotation) for one in result):
            continue
        if not _speech(quotation, sentences):
            continue
        index = _speaker_index(result, quotation)
        if index is None:
            number = max((n for n, s in enumerate(sentences) if s.span.start <= quotation.inner.start), default=0)
            result.append(Attribution((), (), (quotation.span,), ContentType.DIRECT, CueKind.BARE, "", number))
            continue
        content = tuple(sorted((*result[index].content, quotation.span)))
        result[index] = replace(result[index], content=content, type=content_type(content, quotations, text))
    return result


def _holds(one: Attribution, quotation: Quotation) -> bool:
    """Say whether an attribution has taken ``quotation`` up: one whose cue, too, stands inside it has not."""
    parts = (*one.content, *one.cue, *one.source)
    inside = bool(one.cue) and quotation.span.covers(one.extent)
    return any(part.overlaps(quotation.inner) for part in parts) and not inside


def _speech(quotation: Quotation, sentences: Sequence[Sentence]) -> bool:
    """Say whether a quotation holds enough words to be speech."""
    words = sum(
        token.pos != "PUNCT"
        for sentence in sentences
        for token in sentence.tokens
        if token.span.overlaps(quotation.inner)
    )
    return words >= SPEECH_WORDS


def _speaker_index(found: list[Attribution], quotation: Quotation) -> int | None:
    """Return the number of the attribution that ``quotation`` goes on from or leads up to."""
    quoting = [
        (index, one)
        for index, one in enumerate(found)
        if one.type is not ContentType.INDIRECT and one.source and one.kind in (CueKind.SPEECH, CueKind.WRITING)
    ]
    before = [(one.extent.start, index) for index, one in quoting if one.extent.start <= quotation.span.start]
    after = [(one.extent.start, index) for index, one in quoting if one.extent.start > quotation.span.start]
    if before:
        return max(before)[1]
    return min(after)[1] if after else None
