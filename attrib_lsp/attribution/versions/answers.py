"""Answers to what somebody is accused of: taken out, or moved far down, while the accusation stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib_lsp.attribution.claims import Line
from attrib_lsp.attribution.denials import denies, response_span, unknowing
from attrib_lsp.attribution.forms import every_form
from attrib_lsp.attribution.parties import speaker_keys
from attrib_lsp.attribution.values import CueKind, Place, Statement
from attrib_lsp.attribution.versions.change import Change, ChangeKind
from attrib_lsp.attribution.versions.passages import Versions
from attrib_lsp.attribution.versions.version import Version, content_keys
from attrib_lsp.attribution.vocabulary import words_in
from attrib_lsp.lexicons import words

#: Sentences before an answer among which what it answers stands, where nothing else tells.
BEFORE = 3
#: By how many paragraphs, and by what share of the body, an answer must have moved away from what it answers.
PARAGRAPHS, SHARE = 3, 0.2


def answers(version: Version) -> tuple[Statement, ...]:
    """Return the statements of the body that deny something, profess not to know of it, or are no comment."""
    return tuple(
        one for one in version.graph.statements if one.paragraph in version.graph.body and _answers(version, one)
    )


def _answers(version: Version, statement: Statement) -> bool:
    """Say whether a statement answers what somebody is accused of."""
    one, paragraph = statement.attribution, version.graph.paragraphs[statement.paragraph]
    if not one.cue or not (one.source or statement.source is not None):
        return False
    return one.kind is CueKind.NO_COMMENT or denies(paragraph, one) or unknowing(paragraph, one)


def responses_lost(both: Versions) -> Iterator[Change]:
    """Yield the answers that the new version no longer has, or has far below, while it still tells what they answer."""
    seen: set[Line] = set()
    now = answers(both.new)
    for statement in answers(both.old):
        line = Line(statement.paragraph, statement.attribution.sentence)
        answered = _answered(both, statement, line)
        kept = [one for one in answered if both.of_old(one).new]
        if line in seen or not kept:
            continue
        seen.add(line)
        twin = _twin(both, statement, line, now)
        if twin is None:
            if not both.of_old(line).new or _dropped(both, statement, both.of_old(line).new):
                yield _change(
                    ChangeKind.RESPONSE_REMOVED, both, statement, both.new.place(both.of_old(kept[-1]).new[0])
                )
        elif _moved(both, line, kept[-1], twin):
            yield _change(ChangeKind.RESPONSE_MOVED_DOWN, both, statement, _place(both.new, twin))


def _dropped(both: Versions, statement: Statement, there: Sequence[Line]) -> bool:
    """Say whether an answer was taken out of a sentence that stays: nothing of it, nor any other denial, is left."""
    answer = content_keys(both.old.written(_place(both.old, statement)))
    denying = every_form(words("cues", "denial")) | words("versions", "negations")
    spoken = {word for line in there for word, _ in words_in(both.new.sentence(line).text)}
    return bool(answer) and answer.isdisjoint(both.new.keys(there)) and spoken.isdisjoint(denying)


def _answered(both: Versions, statement: Statement, line: Line) -> tuple[Line, ...]:
    """Return the sentences of the old version that an answer may be to, in reading order.

    Those are the claims that it is known to contest; else the last sentence above its paragraph that names who answers;
    else the last few above it.
    """
    graph, body = both.old.graph, both.old.body
    told = [one.told for one in graph.contested if one.denied is not None and one.denied.paragraph == line.paragraph]
    lines = [one for one in body if one != line and any(_at(both.old, one, place) for place in told)]
    if lines:
        return tuple(lines)
    above = [one for one in body[: body.index(line)] if one.paragraph != line.paragraph]
    speaker = speaker_keys(graph, statement)
    naming = [one for one in above if speaker & both.old.keys((one,))]
    return tuple(naming[-1:] or above[-BEFORE:] or body[: body.index(line)][-BEFORE:])


def _at(version: Version, line: Line, place: Place) -> bool:
    """Say whether a sentence stands at a place."""
    return line.paragraph == place.paragraph and version.sentence(line).span.overlaps(place.span)


def _twin(both: Versions, statement: Statement, line: Line, now: tuple[Statement, ...]) -> Statement | None:
    """Return the answer of the new version that is this one: in its passage, or by the same speaker."""
    there = both.of_old(line).new
    speaker = speaker_keys(both.old.graph, statement)
    inside = [one for one in now if Line(one.paragraph, one.attribution.sentence) in there]
    if inside:
        return inside[0]
    spoken = [one for one in now if speaker & speaker_keys(both.new.graph, one)]
    before = [one for one in answers(both.old) if speaker & speaker_keys(both.old.graph, one)]
    return spoken[0] if spoken and len(spoken) >= len(before) else None


def _moved(both: Versions, line: Line, answered: Line, twin: Statement) -> bool:
    """Say whether an answer stands far below what it answers, and did not."""
    there = both.of_old(answered).new[0]
    before, after = line.paragraph - answered.paragraph, twin.paragraph - there.paragraph
    length = max(len(both.new.graph.body), 1)
    share = twin.paragraph / length - line.paragraph / max(len(both.old.graph.body), 1)
    return after - before >= PARAGRAPHS and share >= SHARE


def _place(version: Version, statement: Statement) -> Place:
    """Return the words by which an answer is known."""
    one = statement.attribution
    sentence = version.graph.paragraphs[statement.paragraph].sentences[one.sentence]
    return Place(statement.paragraph, response_span(one, sentence))


def _change(kind: ChangeKind, both: Versions, statement: Statement, new: Place) -> Change:
    """Return what has become of an answer."""
    source = both.old.source_of(statement)
    who = source.name if source is not None else both.old.source_words(statement)
    place = _place(both.old, statement)
    return Change(kind, place, new, who, both.old.written(place))
