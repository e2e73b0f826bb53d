"""Tell whether a figure has a source: in its sentence, beside it, or where the story gives it once more."""

from __future__ import annotations

from attrib_lsp.attribution.claims import LINKS, Carrier, Evidence, Line, carries
from attrib_lsp.attribution.forms import listed
from attrib_lsp.attribution.grounds import has_phrase, names_somebody, on_record, polled
from attrib_lsp.attribution.keys import keys_among
from attrib_lsp.attribution.values import ContentType, CueKind
from attrib_lsp.language.values import Sentence
from attrib_lsp.rules.unsourced._figures import Figure, FigureKind, figures
from attrib_lsp.rules.unsourced._published import published

#: Sentences over which a poll, once named, goes on.
POLL = 8
_PARTS = frozenset({FigureKind.PERCENT, FigureKind.SHARE})
#: Measures that do not come with an event that somebody reports.
_PLAIN = frozenset({"share", "rate", "change", "count", "crowd"})
_CARRIED = frozenset({Carrier.QUOTED, Carrier.ATTRIBUTED, Carrier.DOCUMENT, Carrier.INHERITED})


def backed(evidence: Evidence, line: Line, figure: Figure, measure: str) -> bool:
    """Say whether a figure has a source: in its sentence, beside it, or where the story first gave it."""
    sentence = evidence.sentence(line)
    carrier = evidence.carrier(line, figure.span, frozenset())
    if carrier in _CARRIED and not (
        carrier is Carrier.INHERITED and measure in _PLAIN and not _goes_on(evidence, line)
    ):
        return True
    if has_phrase(sentence.text, "measures", "derived") or _broken_down(sentence, figure):
        return True
    if published(evidence, line, figure) or _found(sentence, figure):
        return True
    if any(_cites(evidence, other) for other in evidence.before(line, 1)) or _of_document(evidence, line):
        return True
    if _filed(evidence, line, figure) or _told_before(evidence, line, figure):
        return True
    if measure in _PLAIN and any(
        _gives_parts(evidence, other, figure)
        for other in evidence.before(line, POLL)
        if line.paragraph - other.paragraph <= 1
    ):
        return True
    if measure == "share" and any(polled(evidence.sentence(other)) for other in evidence.before(line, POLL)):
        return True
    return _neighbours(evidence, line, figure, measure) or _given_elsewhere(evidence, line, figure)


def _found(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a court, an inquiry or an auditor finds what the figure is part of, or somebody accounts for it."""
    verb = figure.verb
    if verb is None:
        return False
    explains = listed(sentence, verb, "measures", "accounting") and any(
        names_somebody(sentence, sentence.subtree(child)) or listed(sentence, child, "people", "roles")
        for child in sentence.children(verb, "nsubj")
    )
    return explains or any(
        listed(sentence, token, "accusing", "finding")
        and any(listed(sentence, child, "accusing", "finders") for child in sentence.children(token, "nsubj"))
        for token in sentence.ancestors(verb)
    )


def _of_document(evidence: Evidence, line: Line) -> bool:
    """Say whether figures of a document ("according to the returns") go on: the sentences between give some too."""
    for other in evidence.before(line, POLL):
        found = figures(evidence.sentence(other))
        if not found:
            return False
        if _cites(evidence, other):
            return True
    return False


def _filed(evidence: Evidence, line: Line, figure: Figure) -> bool:
    """Say whether the next sentence gives figures of the same kind by a document: "according to public filings"."""
    return any(
        _cites(evidence, other)
        and on_record(evidence.sentence(other))
        and any(one.kind is figure.kind for one in figures(evidence.sentence(other)))
        for other in evidence.after(line, 1)
    )


def _told_before(evidence: Evidence, line: Line, figure: Figure) -> bool:
    """Say whether the story gave the same figure of the same thing further up: it is reported once."""
    number = _digits(figure.text)
    return bool(number) and any(
        one.kind is figure.kind and number == _digits(one.text) and evidence.shared(line, other)
        for other in evidence.lines
        if other < line
        for one in figures(evidence.sentence(other))
    )


def _cites(evidence: Evidence, line: Line) -> bool:
    """Say whether a line gives what it tells "according to" somebody: the figures of a release may follow."""
    return any(
        one.kind is CueKind.ACCORDING_TO and one.source and one.sentence == line.number
        for one in evidence.attributions(line)
    )


def _gives_parts(evidence: Evidence, line: Line, like: Figure) -> bool:
    """Say whether a source or a document gives shares in ``line``: the shares of a release go on from there."""
    known = line in evidence.spoken or on_record(evidence.sentence(line))
    return known and like.kind in _PARTS and _counts(evidence, line, like)


def _goes_on(evidence: Evidence, line: Line) -> bool:
    """Say whether a plain measure goes on from a source beside it, or that source goes on from it.

    A source just beside it carries it, one farther off only where they share their matter; words in quotation marks
    carry no figures that stand outside them.
    """
    for other in evidence.beside(line):
        if other not in evidence.spoken or _only_quotes(evidence, other):
            continue
        if abs(other.number - line.number) == 1 or len(evidence.shared(line, other)) >= LINKS:
            return True
    return False


def _only_quotes(evidence: Evidence, line: Line) -> bool:
    """Say whether whoever speaks in a line does so only in quotation marks."""
    spoken = [one for one in evidence.attributions(line) if one.source and carries(one)]
    return bool(spoken) and all(one.type is ContentType.DIRECT for one in spoken)


def _neighbours(evidence: Evidence, line: Line, figure: Figure, measure: str) -> bool:
    """Say whether a neighbour has the figure's source: one that speaks in figures, or names where they come from.

    For a toll any source beside it that speaks of the same event will do.
    """
    paragraph = [one for one in evidence.lines if one.paragraph == line.paragraph and one != line]
    loose = measure == "toll"
    if any(on_record(evidence.sentence(one)) or (loose and one in evidence.spoken) for one in evidence.beside(line)):
        return True
    if any(one in evidence.spoken and _counts(evidence, one, figure) for one in paragraph):
        return True
    about = keys_among(part for part in (figure.noun, figure.verb) if part is not None)
    for other in evidence.next_door(line):
        backed = other in evidence.spoken or on_record(evidence.sentence(other))
        tells = loose or _counts(evidence, other, figure) or on_record(evidence.sentence(other))
        if backed and tells and (evidence.linked(line, other, about) or evidence.linked(line, other)):
            return True
    return False


def _counts(evidence: Evidence, line: Line, like: Figure) -> bool:
    """Say whether a line holds a figure that may come from where ``like`` does: for a part, another part."""
    found = figures(evidence.sentence(line))
    return any(one.kind in _PARTS for one in found) if like.kind in _PARTS else bool(found)


def _broken_down(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure only says who those are that the story has told of: "the injured, two women and a man"."""
    noun = figure.noun
    if noun is None or noun.relation != "appos":
        return False
    told = sentence.head(noun)
    return any(token.text.lower() in ("the", "these", "those") for token in sentence.children(told, "det"))


def _given_elsewhere(evidence: Evidence, line: Line, figure: Figure) -> bool:
    """Say whether a source gives the same number in another sentence."""
    number = _digits(figure.text)
    return bool(number) and any(
        number == _digits(other.text)
        for one in evidence.spoken
        if one != line
        for other in figures(evidence.sentence(one))
    )


def _digits(text: str) -> str:
    """Return a figure without the words around it."""
    return "".join(character for character in text if character.isdigit() or character == ".").rstrip(".")
