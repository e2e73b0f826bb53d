"""Take over the attributions that the trained reader marks: their kind, their source's head, what they lack."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lsp.attribution.assembly import KINDS_WITHOUT_CONTENT, assembled
from attrib_lsp.attribution.contents import find_content
from attrib_lsp.attribution.cues import Cue, according_to, cue_of, head_of
from attrib_lsp.attribution.values import Attribution, CueKind
from attrib_lsp.language.values import MarkedAttribution, Parse, Quotation, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Cues whose content the tree gives well enough where the reader marks none.
_TELLING = frozenset({CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO, CueKind.DENIAL, CueKind.NO_COMMENT})


def marked_attributions(text: str, parse: Parse, quotations: tuple[Quotation, ...]) -> list[Attribution]:
    """Return the attributions of a paragraph that have a cue here, in the order of their cues.

    One that carries nothing is left out, unless its cue says that somebody kept silent or denied.
    """
    found: list[Attribution] = []
    for one in parse.attributions:
        if one.cue is None:
            continue
        for number, sentence in enumerate(parse.sentences):
            if sentence.span.overlaps(one.cue):
                attribution = _attribution(text, one, one.cue, sentence, number, quotations)
                if _carries(attribution) and not _far(attribution, sentence):
                    found.append(attribution)
                break
    return found


def _carries(one: Attribution) -> bool:
    """Say whether an attribution says anything: it has a content, or its cue needs none."""
    return bool(one.content or (one.source and one.kind in KINDS_WITHOUT_CONTENT))


def _far(one: Attribution, sentence: Sentence) -> bool:
    """Say whether all that is said stands in other sentences than its cue, which is no word of saying.

    So it is where a quotation that nobody says is followed by what somebody does ("The office closed").
    """
    return one.kind is CueKind.STANCE and bool(one.content) and not any(map(sentence.span.overlaps, one.content))


def _attribution(
    text: str,
    one: MarkedAttribution,
    span: Span,
    sentence: Sentence,
    number: int,
    quotations: tuple[Quotation, ...],
) -> Attribution:
    """Return the attribution marked, whose cue stands at ``span`` in ``sentence``."""
    cue = read_cue(sentence, sentence.tokens_in(span))
    source = _source(sentence, one.source) if one.source is not None and sentence.span.covers(one.source) else None
    content = one.contents
    if cue.kind is CueKind.ADVERB or (not content and cue.kind in _TELLING):
        content = find_content(sentence, cue, source[0] if source else None, quotations)
    return assembled(text, sentence, number, cue, source, content, quotations)


def _source(sentence: Sentence, span: Span) -> tuple[Span, Token]:
    """Return a source with its head word; with it the name right before it that it only describes.

    So it is with "Maria Lind, an official", where only the description was marked.
    """
    tokens = sentence.tokens_in(span)
    head = head_word(tokens)
    entity = sentence.entity_at(sentence.head(head)) if head.relation == "appos" else None
    between = sentence.tokens[entity.end : tokens[0].index] if entity is not None else ()
    if entity is None or entity.label != "PERSON" or [token.text for token in between] != [","]:
        return span, head
    named = entity.span.joined(span)
    return named, head_word(sentence.tokens_in(named))


def read_cue(sentence: Sentence, tokens: Sequence[Token]) -> Cue:
    """Return the cue that ``tokens`` (not empty) are, with its kind; of "reportedly left", it is "reportedly"."""
    first, end = tokens[0].index, tokens[-1].index + 1
    if all(token.pos == "PUNCT" for token in tokens):
        return Cue(tokens[0], first, end, CueKind.BARE, ":")
    cue = according_to(sentence, first, end) or cue_of(sentence, head_of(sentence, first, end), first, end)
    if cue.kind is CueKind.STANCE:
        for token in tokens:
            if token.text.lower() in words("cues", "adverbs") and token.pos == "ADV":
                return Cue(token, token.index, token.index + 1, CueKind.ADVERB, token.text.lower())
    return cue


def head_word(tokens: Sequence[Token]) -> Token:
    """Return the word that a source's ``tokens`` (not empty) hang together by.

    An adjective that describes whom it stands behind gives way to them ("sources close to the talks").
    """
    inside = {token.index for token in tokens}
    spoken = [token for token in tokens if token.pos != "PUNCT"] or list(tokens)
    tops = [token for token in spoken if token.head not in inside or token.head == token.index] or spoken[:1]
    nominal = [token for token in tops if token.pos in ("NOUN", "PROPN", "PRON", "NUM")]
    if nominal:
        return nominal[0]
    return next((token for token in spoken if token.pos in ("NOUN", "PROPN", "PRON")), tops[0])
