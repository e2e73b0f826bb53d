"""Read one paragraph: its quotations and its attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attrib_lsp.attribution.contents import content_type, find_content
from attrib_lsp.attribution.cues import Cue, find_cues
from attrib_lsp.attribution.outlets import outlets_between
from attrib_lsp.attribution.source_spans import find_source
from attrib_lsp.attribution.values import Attribution, ContentType, CueKind, Paragraph
from attrib_lsp.language.quotations import quotations as pair
from attrib_lsp.language.values import Quotation, Sentence, Token
from attrib_lsp.text.span import Span

#: Words that a quotation needs to be somebody's speech; a shorter one is a term, a title or an echo.
SPEECH_WORDS = 4
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_KINDS_WITHOUT_CONTENT = frozenset({CueKind.NO_COMMENT, CueKind.DENIAL, CueKind.BARE})


def read_paragraph(text: str, sentences: Sequence[Sentence]) -> Paragraph:
    """Return ``text`` read: ``sentences`` are the pipeline's, with spans in ``text``."""
    quotations = pair(text)
    found = [
        one for number, sentence in enumerate(sentences) for one in _in_sentence(text, sentence, number, quotations)
    ]
    found = _continued(text, found, sentences, quotations)
    found.sort(key=lambda one: (one.extent.start, one.extent.end))
    return Paragraph(text, tuple(sentences), quotations, tuple(found))


def _in_sentence(text: str, sentence: Sentence, number: int, quotations: tuple[Quotation, ...]) -> list[Attribution]:
    """Return the attributions whose cue stands in ``sentence``."""
    found: list[Attribution] = []
    taken: set[Span] = set()
    for cue in find_cues(sentence, quotations):
        source = find_source(sentence, cue, quotations, frozenset(taken))
        if source is not None:
            taken.add(source[0])
        content = find_content(sentence, cue, source[0] if source else None, quotations)
        if not content and cue.kind not in _KINDS_WITHOUT_CONTENT:
            continue
        if not content and source is None:
            continue
        found.append(_attribution(text, sentence, number, cue, source, content, quotations))
    return found


def _attribution(
    text: str,
    sentence: Sentence,
    number: int,
    cue: Cue,
    source: tuple[Span, Token] | None,
    content: tuple[Span, ...],
    quotations: tuple[Quotation, ...],
) -> Attribution:
    """Put an attribution together."""
    span = cue.span(sentence)
    return Attribution(
        source=(source[0],) if source else (),
        cue=(span,),
        content=content,
        type=content_type(content, quotations, text),
        kind=cue.kind,
        cue_lemma=cue.lemma,
        sentence=number,
        head=source[1].index if source else None,
        via=outlets_between(sentence, cue, source, content),
        negated=_negated(sentence, cue),
    )


def _negated(sentence: Sentence, cue: Cue) -> bool:
    """Say whether the cue's verb is negated."""
    return any(token.text.lower() in _NEGATIONS for token in sentence.children(cue.head, "advmod", "neg"))


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
    """Say whether an attribution has taken ``quotation`` up: one that stands wholly inside it has not."""
    parts = (*one.content, *one.cue, *one.source)
    return any(part.overlaps(quotation.inner) for part in parts) and not quotation.inner.covers(one.extent)


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
