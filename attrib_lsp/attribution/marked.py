"""Take over the attributions that the trained reader marks: their kind, their source's head, what they lack."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lsp.attribution.contents import content_type, find_content
from attrib_lsp.attribution.cues import Cue, according_to, cue_of, head_of, negated
from attrib_lsp.attribution.outlets import outlets_between
from attrib_lsp.attribution.values import Attribution, CueKind
from attrib_lsp.language.values import MarkedAttribution, Parse, Quotation, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Cues that say enough without a content.
KINDS_WITHOUT_CONTENT = frozenset({CueKind.NO_COMMENT, CueKind.DENIAL, CueKind.BARE})
#: Cues whose content the tree gives well enough where the reader marks none.
_TELLING = frozenset({CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO, CueKind.DENIAL, CueKind.NO_COMMENT})


def marked_attributions(text: str, parse: Parse, quotations: tuple[Quotation, ...]) -> list[Attribution]:
    """Return the attributions of a paragraph that have a cue here, in the order of their cues.

    One that carries nothing is left out, unless its cue says that somebody kept silent or denied.
    """
    found: list[Attribution] = []
    for one in parse.attributions:
        number = next(
            (n for n, sentence in enumerate(parse.sentences) if one.cue and sentence.span.overlaps(one.cue)), None
        )
        if number is None or one.cue is None:
            continue
        attribution = _attribution(text, one, one.cue, parse.sentences[number], number, quotations)
        if attribution.content or (attribution.source and attribution.kind in KINDS_WITHOUT_CONTENT):
            found.append(attribution)
    return found


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
    here = one.source if one.source is not None and sentence.span.covers(one.source) else None
    here = _with_name(sentence, here) if here is not None else None
    head = head_word(sentence, sentence.tokens_in(here)) if here is not None else None
    source = (here, head) if here is not None and head is not None else None
    content = one.contents
    if cue.kind is CueKind.ADVERB or (not content and cue.kind in _TELLING):
        content = find_content(sentence, cue, here, quotations)
    return Attribution(
        source=(here,) if here is not None else (),
        cue=(cue.span(sentence),),
        content=content,
        type=content_type(content, quotations, text),
        kind=cue.kind,
        cue_lemma=cue.lemma,
        sentence=number,
        head=head.index if head is not None else None,
        via=outlets_between(sentence, cue, source, content),
        negated=negated(sentence, cue),
    )


def _with_name(sentence: Sentence, source: Span) -> Span:
    """Return a source with the name right before it that it only describes ("Maria Lind, an official")."""
    tokens = sentence.tokens_in(source)
    head = head_word(sentence, tokens)
    if head is None or head.relation != "appos":
        return source
    name = sentence.head(head)
    entity = sentence.entity_at(name)
    between = sentence.tokens[entity.end : tokens[0].index] if entity is not None else ()
    if entity is None or entity.label != "PERSON" or [token.text for token in between] != [","]:
        return source
    return entity.span.joined(source)


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


def head_word(sentence: Sentence, tokens: Sequence[Token]) -> Token | None:
    """Return the word that a source's words hang together by, None where there are no words.

    An adjective that describes whom it stands behind gives way to them ("sources close to the talks").
    """
    inside = {token.index for token in tokens}
    words = [token for token in tokens if token.pos != "PUNCT"] or list(tokens)
    tops = [token for token in words if token.head not in inside or token.head == token.index]
    if not tops:
        return words[0] if words else None
    nominal = [token for token in tops if token.pos in ("NOUN", "PROPN", "PRON", "NUM")]
    if nominal:
        return nominal[0]
    return next((token for token in words if token.pos in ("NOUN", "PROPN", "PRON")), tops[0])
