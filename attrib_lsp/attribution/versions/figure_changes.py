"""Figures that another figure has replaced in what is otherwise told as before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib_lsp.attribution.claims import Line
from attrib_lsp.attribution.figures import Figure, Unit, figures, fractions, groups
from attrib_lsp.attribution.keys import key
from attrib_lsp.attribution.values import Place
from attrib_lsp.attribution.versions.change import Change, ChangeKind
from attrib_lsp.attribution.versions.passages import Passage, Versions
from attrib_lsp.attribution.versions.version import Version
from attrib_lsp.attribution.vocabulary import words_in
from attrib_lsp.lexicons.common import is_function_word

#: Content words on either side of a figure by which it is known.
AROUND = 3
#: Share of a figure's neighbours that must be the other's for the two to stand for the same.
SAME = 0.34


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure in its line, with the keys of the content words before and behind it."""

    figure: Figure
    place: Place
    text: str
    before: frozenset[str]
    after: frozenset[str]

    @property
    def around(self) -> frozenset[str]:
        """The keys on either side."""
        return self.before | self.after


def figures_changed(both: Versions) -> Iterator[Change]:
    """Yield the figures of the old version in whose place the new one has another."""
    for passage in (*both.front, *both.changed):
        yield from _changed(both, passage)


def _changed(both: Versions, passage: Passage) -> Iterator[Change]:
    """Yield the figures that have changed in one passage."""
    before, after = _placed(both.old, passage.old), _placed(both.new, passage.new)
    gone = [one for one in before if not any(agree(one.figure, other.figure) for other in after)]
    come = [one for one in after if not any(agree(one.figure, other.figure) for other in before)]
    gone = [one for one in gone if not _in_words(one.figure, both.new, passage.new)]
    come = [one for one in come if not _in_words(one.figure, both.old, passage.old)]
    for one in gone:
        other = _replacing(one, come, alone=len(gone) == len(come) == 1)
        if other is not None:
            come.remove(other)
            yield Change(ChangeKind.FIGURE_CHANGED, one.place, other.place, before=one.text, after=other.text)


def _placed(version: Version, lines: Sequence[Line]) -> list[Placed]:
    """Return the figures of some lines, in reading order."""
    found = []
    for line in lines:
        sentence = version.sentence(line)
        known = [(word, span) for word, span in words_in(sentence.text) if not is_function_word(word)]
        for figure in figures(sentence.text):
            ahead = [key(word) for word, span in known if span.end <= figure.span.start][-AROUND:]
            behind = [key(word) for word, span in known if span.start >= figure.span.end][:AROUND]
            place = Place(line.paragraph, figure.span.shifted(sentence.span.start))
            words = figure.span.of(sentence.text).strip()
            found.append(Placed(figure, place, words, frozenset(ahead), frozenset(behind)))
    return found


def agree(one: Figure, other: Figure) -> bool:
    """Say whether two figures are the same, or the one is the other, rounded."""
    if not _of_a_kind(one, other):
        return False
    if one.currency and other.currency and one.currency != other.currency:
        return False
    rough, fine = (one, other) if one.step >= other.step else (other, one)
    return abs(one.value - other.value) < 1e-9 or (
        rough.step > fine.step and abs(round(fine.value / rough.step) * rough.step - rough.value) < 1e-9
    )


def _of_a_kind(one: Figure, other: Figure) -> bool:
    """Say whether two figures may count the same."""
    loose = {Unit.COUNT, Unit.MONEY, Unit.YEAR, Unit.RANK, Unit.DAY}
    return one.unit is other.unit or (one.value == other.value and one.unit in loose and other.unit in loose)


def _in_words(figure: Figure, version: Version, lines: Sequence[Line]) -> bool:
    """Say whether some lines have a figure as a fraction or as a word for a group ("half", "a trio")."""
    text = " ".join(version.sentence(line).text for line in lines)
    told = [*fractions(text)] if figure.unit is Unit.SHARE else [*groups(text)]
    return any(abs(figure.value - value) <= max(figure.step, 1.0) for value in told)


def _replacing(one: Placed, others: Sequence[Placed], *, alone: bool) -> Placed | None:
    """Return the figure that stands in the place of another; None where none surely does."""
    fitting = [other for other in others if other.figure.unit is one.figure.unit]
    scored = sorted(((_alike(one, other), number) for number, other in enumerate(fitting)), reverse=True)
    if not scored:
        return None
    best, number = scored[0]
    return fitting[number] if best >= (SAME / 2 if alone else SAME) else None


def _alike(one: Placed, other: Placed) -> float:
    """Return the share of the words around two figures that they have in common, 0 to 1."""
    smaller = min(len(one.around), len(other.around))
    return len(one.around & other.around) / smaller if smaller else 1.0
