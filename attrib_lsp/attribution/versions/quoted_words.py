"""The words of some sentences, parted by quotation marks, and where words of the one stand in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from attrib_lsp.attribution.claims import Line
from attrib_lsp.attribution.values import Place
from attrib_lsp.attribution.versions.version import Version
from attrib_lsp.attribution.vocabulary import words_in
from attrib_lsp.language.values import Quotation


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its place; ``part`` is the number of the quotation, or of the stretch between two, that it is in."""

    plain: str
    place: Place
    part: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of some lines: those in quotation marks, and those that are not, in order of appearance."""

    inside: tuple[Word, ...]
    outside: tuple[Word, ...]

    def part(self, number: int) -> tuple[Word, ...]:
        """Return the words of one quotation."""
        return tuple(word for word in self.inside if word.part == number)

    @property
    def parts(self) -> tuple[int, ...]:
        """The numbers of the quotations."""
        return tuple(dict.fromkeys(word.part for word in self.inside))


def quoted(version: Version, lines: Sequence[Line]) -> Quoted:
    """Return the words of some lines, parted by quotation marks; a quotation ends with its sentence."""
    inside: list[Word] = []
    outside: list[Word] = []
    part = 0
    for line in lines:
        paragraph, sentence = version.paragraph(line), version.sentence(line)
        holder: Quotation | None = None
        for word, span in words_in(sentence.text):
            there = span.shifted(sentence.span.start)
            around = next((one for one in paragraph.quotations if one.inner.overlaps(there)), None)
            part += around is not holder
            holder = around
            (outside if holder is None else inside).append(Word(word, Place(line.paragraph, there), part))
        part += 1
    return Quoted(tuple(inside), tuple(outside))


def plain(words: Sequence[Word]) -> list[str]:
    """Return words in their plain form."""
    return [word.plain for word in words]


def common(words: Sequence[Word], others: Sequence[Word]) -> list[Match]:
    """Return the stretches that two runs of words have in common, in the order of both."""
    matcher = SequenceMatcher(None, plain(words), plain(others), autojunk=False)
    return [block for block in matcher.get_matching_blocks() if block.size]


def share(words: Sequence[Word], blocks: Sequence[Match]) -> float:
    """Return the share of ``words`` that stand in ``blocks``, 0 to 1."""
    return sum(block.size for block in blocks) / len(words)


def stands(words: Sequence[Word], within: Sequence[Word]) -> bool:
    """Say whether words stand together, in this order, among others."""
    return f" {' '.join(plain(words))} " in f" {' '.join(plain(within))} "


def place_of(words: Sequence[Word]) -> Place:
    """Return where words (at least one) stand, in the paragraph of the first."""
    first = words[0].place
    last = [word.place.span for word in words if word.place.paragraph == first.paragraph][-1]
    return Place(first.paragraph, first.span.joined(last))


def written(version: Version, words: Sequence[Word]) -> str:
    """Return words as they are written."""
    return version.written(place_of(words)) if words else ""
