"""Find the adverbs that stand in for a source: reportedly, allegedly, apparently."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.claims import Evidence, Line, carries
from attrib_lsp.attribution.forms import listed_in
from attrib_lsp.attribution.grounds import on_record
from attrib_lsp.attribution.values import ContentType, SourceKind
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

#: Sentences before the adverb's in which its source may stand.
WINDOW = 2
#: Sentences within which an outlet is credited for what a story begins with.
SOON = 2


def bare_hedges(evidence: Evidence, line: Line, window: int = WINDOW) -> Iterator[Token]:
    """Yield the adverbs of a sentence, outside quotation marks, that have no source in it or ``window`` before it."""
    for token in _adverbs(evidence.sentence(line)):
        if evidence.paragraph(line).quoted(token.span) or _sourced(evidence, line, token, window):
            continue
        if token.text.lower() != "allegedly" or not _charged(evidence, line, window):
            yield token


@gathered
def _adverbs(sentence: Sentence) -> Iterator[Token]:
    """Yield the adverbs of ``sentence`` that hedge a statement."""
    hedges = words("evidential", "seeming_adverbs") | words("evidential", "sourceless_adverbs")
    for token in sentence.spelled(hedges):
        lower = token.text.lower()
        seems = lower in words("evidential", "seeming_adverbs") and not _looks(sentence, token)
        told = lower in words("evidential", "sourceless_adverbs") and not _doubts(sentence, token)
        if seems or told:
            yield token


def _looks(sentence: Sentence, adverb: Token) -> bool:
    """Say whether the adverb says how something looks: it belongs to an adjective, a participle or a noun."""
    head = sentence.head(adverb)
    if head.pos not in ("VERB", "AUX"):
        return True
    return head.relation in ("amod", "acl", "advcl", "compound", "nmod", "obl", "conj") and head.tag in (
        "VBN",
        "VBG",
        "JJ",
    )


def _doubts(sentence: Sentence, adverb: Token) -> bool:
    """Say whether "supposedly" doubts an adjective before its noun and reports nothing: "the supposedly near end"."""
    head = sentence.head(adverb)
    return adverb.text.lower() in words("evidential", "doubting_adverbs") and head.relation == "amod"


def _sourced(evidence: Evidence, line: Line, adverb: Token, window: int) -> bool:
    """Say whether a source or a document stands in the sentence or just before it."""
    sentence = evidence.sentence(line)
    subject = sentence.child(sentence.head(adverb), "nsubj", "nsubj:pass")
    told = frozenset(token.index for token in sentence.subtree(subject)) if subject is not None else frozenset[int]()
    if evidence.sourced(line, adverb.span) or on_record(sentence, without=told):
        return True
    near = evidence.before(line, window)
    if adverb.text.lower() in words("evidential", "seeming_adverbs"):
        return any(other in evidence.spoken or on_record(evidence.sentence(other)) for other in near)
    if near and _published(evidence, near[0]):
        return True
    begins = evidence.after(line, SOON) if line == evidence.lines[0] else ()
    if any(_by_outlet(evidence, other) for other in (*near, *begins)):
        return True
    return any(
        _tells(evidence, other) and (other.number == line.number - 1 or evidence.taken_up(other, line))
        for other in near
        if other.paragraph == line.paragraph
    )


def _by_outlet(evidence: Evidence, line: Line) -> bool:
    """Say whether an outlet tells something in ``line``."""
    told = (evidence.graph.sources[one.source] for one in evidence.named(line) if one.source is not None)
    return any(source.kind is SourceKind.MEDIA_OUTLET for source in told)


def _published(evidence: Evidence, line: Line) -> bool:
    """Say whether an outlet or a document tells something in ``line``: a report of its goes on over paragraphs."""
    kinds = (SourceKind.MEDIA_OUTLET, SourceKind.DOCUMENT)
    told = (evidence.graph.sources[one.source] for one in evidence.named(line) if one.source is not None)
    return on_record(evidence.sentence(line)) or any(source.kind in kinds for source in told)


def _tells(evidence: Evidence, line: Line) -> bool:
    """Say whether somebody or a document gives the facts in ``line``; a quotation gives somebody's words alone."""
    spoken = [one for one in evidence.attributions(line) if one.source and carries(one)]
    if line in evidence.spoken and (not spoken or any(one.type is not ContentType.DIRECT for one in spoken)):
        return True
    return on_record(evidence.sentence(line))


def _charged(evidence: Evidence, line: Line, window: int) -> bool:
    """Say whether the paragraph, the sentences before or the next one tell of a charge or a court."""
    near = [
        *evidence.before(line, window),
        *evidence.after(line, 1),
        *(one for one in evidence.lines if one.paragraph == line.paragraph),
    ]
    return any(listed_in(evidence.sentence(one), "evidential", "court") for one in near)
