"""Put an attribution together from its parts, wherever they were found."""

from __future__ import annotations

from attrib_lsp.attribution.contents import content_type
from attrib_lsp.attribution.cues import Cue, negated
from attrib_lsp.attribution.outlets import outlets_between
from attrib_lsp.attribution.values import Attribution, CueKind
from attrib_lsp.language.values import Quotation, Sentence, Token
from attrib_lsp.text.span import Span

#: Cues that say enough without a content.
KINDS_WITHOUT_CONTENT = frozenset({CueKind.NO_COMMENT, CueKind.DENIAL, CueKind.BARE})


def assembled(
    text: str,
    sentence: Sentence,
    number: int,
    cue: Cue,
    source: tuple[Span, Token] | None,
    content: tuple[Span, ...],
    quotations: tuple[Quotation, ...],
) -> Attribution:
    """Return the attribution of ``cue`` in ``sentence``, which is that ``number`` of its paragraph ``text``.

    ``source`` is its span with its head word; ``quotations`` are those of the whole paragraph.
    """
    return Attribution(
        source=(source[0],) if source else (),
        cue=(cue.span(sentence),),
        content=content,
        type=content_type(content, quotations, text),
        kind=cue.kind,
        cue_lemma=cue.lemma,
        sentence=number,
        head=source[1].index if source else None,
        via=outlets_between(sentence, cue, source, content),
        negated=negated(sentence, cue),
    )
