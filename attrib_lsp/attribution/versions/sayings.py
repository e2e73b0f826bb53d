"""What is said in one version, found in the other: by its words, whoever says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.claims import Line
from attrib_lsp.attribution.values import CueKind, Statement
from attrib_lsp.attribution.versions.passages import Passage, Versions
from attrib_lsp.attribution.vocabulary import words_in

#: Share of a content's weight that must still be told for the content to be.
TOLD = 0.6
#: Share of what is still told of a content that a statement must hold to carry it.
CARRIED = 0.4
#: Content words that a content needs to be found again.
FEWEST = 2
#: Cues by which what is said rests on somebody.
CARRYING = frozenset(
    {
        CueKind.SPEECH,
        CueKind.WRITING,
        CueKind.ACCORDING_TO,
        CueKind.COGNITION,
        CueKind.EVIDENCE,
        CueKind.DENIAL,
        CueKind.STANCE,
        CueKind.BARE,
    }
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement of the old version whose words the new one still has, with the statement that carries them there."""

    passage: Passage
    old: Statement
    new: Statement


def sayings(both: Versions, passages: tuple[Passage, ...]) -> Iterator[Saying]:
    """Yield the statements of the old version that have one for them in the same passage of the new version."""
    for passage in passages:
        taken: set[int] = set()
        for statement in both.old.statements(passage.old):
            found = carrying(both, passage, statement, frozenset(taken))
            if found is not None:
                taken.add(id(found))
                yield Saying(passage, statement, found)


def carrying(
    both: Versions, passage: Passage, statement: Statement, without: frozenset[int] = frozenset()
) -> Statement | None:
    """Return the statement of the new version that carries most of what ``statement`` says, in its passage."""
    keys = both.old.said(statement, passage.old)
    best: tuple[float, Statement] | None = None
    for other in both.new.statements(passage.new):
        if id(other) in without or inside(both, statement, other):
            continue
        said = both.new.said(other, passage.new)
        if not keys and not said and other.attribution.kind is statement.attribution.kind:
            return other
        smaller = keys if both.weight(keys) <= both.weight(said) else said
        score = both.held(smaller, said if smaller is keys else keys)
        larger = both.held(said if smaller is keys else keys, smaller)
        rank = score + larger
        if score >= CARRIED and (best is None or rank > best[0]):
            best = rank, other
    return None if best is None else best[1]


def inside(both: Versions, statement: Statement, other: Statement) -> bool:
    """Say whether ``other``, of the new version, was itself told in what ``statement`` said in the old one."""
    given = f"{both.new.source_words(other)} {both.new.cue_words(other)}"
    found = {word for word, _ in words_in(given)}
    return bool(found) and found <= {word for word, _ in words_in(both.old.said_words(statement))}


def still_told(both: Versions, keys: frozenset[str], lines: tuple[Line, ...]) -> bool:
    """Say whether some lines of the new version tell what the words ``keys`` of the old one told."""
    return len(keys) >= FEWEST and both.held(keys, both.new.keys(lines)) >= TOLD
