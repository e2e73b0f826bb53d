"""Statements that have lost their attribution: what a source said, the story now tells in its own voice."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.claims import Line
from attrib_lsp.attribution.forms import listed_in
from attrib_lsp.attribution.values import ContentType, CueKind, Place, Statement
from attrib_lsp.attribution.versions.change import Change, ChangeKind
from attrib_lsp.attribution.versions.passages import Passage, Versions
from attrib_lsp.attribution.versions.people import name_words
from attrib_lsp.attribution.versions.sayings import CARRIED, CARRYING, inside, still_told
from attrib_lsp.attribution.versions.version import Version
from attrib_lsp.attribution.vocabulary import words_in
from attrib_lsp.language.values import Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Cues whose loss leaves a flat statement behind. Who denies something, or does not comment, is another matter.
_LOST = frozenset(
    {CueKind.SPEECH, CueKind.WRITING, CueKind.ACCORDING_TO, CueKind.COGNITION, CueKind.EVIDENCE, CueKind.STANCE}
)


def attributions_cut(both: Versions) -> Iterator[Change]:
    """Yield the statements whose words are still told, but no longer by anybody; each source once in a passage."""
    for passage in (*both.front, *both.changed):
        told: set[int | str] = set()
        for statement in both.old.statements(passage.old):
            who = statement.source if statement.source is not None else both.old.source_words(statement)
            if who in told or not _given(both, statement, passage):
                continue
            place = _told_by_nobody(both, passage, statement)
            if place is not None:
                told.add(who)
                yield _cut(both, statement, place)
    for passage in both.passages:
        if passage.kept and both.same(passage):
            yield from _orphaned(both, passage)


def _given(both: Versions, statement: Statement, passage: Passage) -> bool:
    """Say whether a statement is one by somebody, told in the passage itself."""
    one = statement.attribution
    here = Line(statement.paragraph, one.sentence) in passage.old
    stance = one.kind is CueKind.STANCE and one.cue_lemma not in words("accusing", "accuse")
    return here and one.kind in _LOST and not stance and not one.negated and bool(one.source)


def _told_by_nobody(both: Versions, passage: Passage, statement: Statement) -> Place | None:
    """Return where the new version tells what ``statement`` says in its own voice; None where it does not."""
    keys = both.old.said(statement, passage.old)
    intent = both.old.said_words(statement).lower().startswith("to ")  # what is planned is a matter of certainty
    if intent or _stands(both, passage, statement) or not still_told(both, keys, passage.new):
        return None
    if _carried(both, passage, statement, keys) or _still_reported(both, passage, statement):
        return None
    best = max(passage.new, key=lambda line: both.held(keys, both.new.keys((line,))))
    return both.new.place(best)


def _stands(both: Versions, passage: Passage, statement: Statement) -> bool:
    """Say whether the words that say who says it still stand in the new passage, whatever was made of them."""
    given = " ".join(word for word, _ in words_in(both.old.written(Place(statement.paragraph, _lost(statement)))))
    texts = (" ".join(word for word, _ in words_in(both.new.sentence(line).text)) for line in passage.new)
    return len(given.split()) > 1 and any(f" {given} " in f" {text} " for text in texts)


def _carried(both: Versions, passage: Passage, statement: Statement, keys: frozenset[str]) -> bool:
    """Say whether somebody says the words ``keys`` in the new version of a passage who did not say them besides."""
    kept = keys & both.new.keys(passage.new)
    besides = {_by(one, both.old) for one in both.old.statements(passage.old) if one is not statement}
    for other in both.new.statements(passage.new):
        if other.attribution.kind not in CARRYING or (other.source is None and not other.attribution.source):
            continue
        if inside(both, statement, other):
            continue
        if _by(other, both.new) in besides and _by(other, both.new) != _by(statement, both.old):
            continue
        if both.held(kept, both.new.said(other)) >= CARRIED:
            return True
    return False


def _by(statement: Statement, version: Version) -> tuple[str, str]:
    """Return by which cue and whom a statement is made, as it is written."""
    return statement.attribution.cue_lemma, version.source_words(statement).lower()


def _still_reported(both: Versions, passage: Passage, statement: Statement) -> bool:
    """Say whether the new passage has more of the looks of reported speech than the old one without this statement."""
    before = sum(len(_reporting(both.old, line)) for line in passage.old)
    here = Line(statement.paragraph, statement.attribution.sentence)
    parts = statement.attribution.cue
    own = any(part.overlaps(token.span) for part in parts for token in _reporting(both.old, here))
    return sum(len(_reporting(both.new, line)) for line in passage.new) > before - own


def _reporting(version: Version, line: Line) -> tuple[Token, ...]:
    """Return the words outside of quotation marks by which a sentence has the looks of reported speech."""
    paragraph, sentence = version.paragraph(line), version.sentence(line)
    saying = {token.index for token in listed_in(sentence, "claims", "records.saying") if token.pos != "NOUN"}
    return tuple(
        token
        for token in sentence.tokens
        if (token.index in saying or token.text.lower() in words("claims", "records.cues"))
        and not paragraph.quoted(token.span)
    )


def _cut(both: Versions, statement: Statement, place: Place) -> Change:
    """Return the change that a statement has lost its attribution."""
    source = both.old.source_of(statement)
    return Change(
        ChangeKind.ATTRIBUTION_CUT,
        Place(statement.paragraph, _lost(statement)),
        place,
        source.name if source is not None else both.old.source_words(statement),
        before=both.old.cue_words(statement),
    )


def _lost(statement: Statement) -> Span:
    """Return the span of a statement's source and cue; of the cue alone where the content stands between them."""
    one = statement.attribution
    parts = (*one.source, *one.cue)
    whole = Span(min(part.start for part in parts), max(part.end for part in parts))
    between = any(whole.overlaps(part) for part in one.content)
    return one.cue[0].joined(one.cue[-1]) if between and one.cue else whole


def _orphaned(both: Versions, passage: Passage) -> Iterator[Change]:
    """Yield the quotations of a passage with the same words in both whose speaker the reader is no longer told.

    Their speaker must be named neither in their paragraph nor in the one before, as they were.
    """
    if any(other.source is not None or other.attribution.source for other in both.new.statements(passage.new)):
        return
    for statement in both.old.statements(passage.old):
        one = statement.attribution
        given = Line(statement.paragraph, one.sentence) in passage.old and bool(one.source)
        if statement.source is None or given or one.type is ContentType.INDIRECT:
            continue
        speaker = both.old.graph.sources[statement.source]
        there = passage.new[0].paragraph
        near = [line for line in both.new.body if there - 1 <= line.paragraph <= there]
        named = name_words(speaker) & {word for line in near for word, _ in words_in(both.new.sentence(line).text)}
        if named or not both.old.said(statement, passage.old):
            continue
        yield Change(
            ChangeKind.ATTRIBUTION_CUT, both.old.place(passage.old[0]), both.new.place(passage.new[0]), speaker.name
        )
        return
