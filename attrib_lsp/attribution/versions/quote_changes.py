"""Quotations whose words were changed, or that have lost or gained their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import Match
from itertools import pairwise

from attrib_lsp.attribution.versions.change import Change, ChangeKind
from attrib_lsp.attribution.versions.passages import Versions
from attrib_lsp.attribution.versions.quoted_words import (
    Quoted,
    Word,
    common,
    place_of,
    plain,
    quoted,
    share,
    stands,
    written,
)
from attrib_lsp.attribution.versions.same_words import only_written_otherwise
from attrib_lsp.attribution.versions.version import Version
from attrib_lsp.lexicons.common import is_function_word
from attrib_lsp.text.span import Span

#: Words that a quotation needs for its marks or its words to matter.
FEWEST = 3
#: Share of a quotation's words that the other version's must have, in order, for both to be one.
ONE = 0.6
#: The same for words that stand outside of quotation marks in the other version.
BARE = 0.8
#: Words at either end of a quotation that others can have replaced.
AT_END = 3
_ELLIPSES = ("…", "...", ". . .", "[", "]")

_Words = tuple[Word, ...]


def quotes_changed(both: Versions) -> Iterator[Change]:
    """Yield the quotations that the new version has in other words, or without their marks, or anew in marks."""
    everywhere_old, everywhere_new = (quoted(one, one.body) for one in (both.old, both.new))
    for passage in (*both.front, *both.changed):
        before, after = quoted(both.old, passage.old), quoted(both.new, passage.new)
        for number in before.parts:
            yield from _fate(both, before.part(number), after, everywhere_new)
        for number in after.parts:
            yield from _marked(both, after.part(number), before, everywhere_old)


def _fate(both: Versions, words: _Words, after: Quoted, everywhere: Quoted) -> Iterator[Change]:
    """Yield what has become of one quotation of the old version."""
    if not _weighty(words) or stands(words, everywhere.inside):
        return
    blocks = common(words, after.inside)
    if share(words, blocks) >= ONE:
        altered = _altered(both.new, blocks, words, after.inside) or _at_ends(blocks, words, after.inside)
        if altered is not None:
            longest = after.inside[max(blocks, key=lambda block: block.size).b]
            yield Change(
                ChangeKind.QUOTE_CHANGED,
                place_of(words),
                place_of(after.part(longest.part)),
                before=written(both.old, altered[0]),
                after=written(both.new, altered[1]),
            )
        return
    bare = _run(words, after.outside)
    if bare is not None:
        yield Change(ChangeKind.QUOTE_MARKS_DROPPED, place_of(words), place_of(bare), before=written(both.old, words))


def _marked(both: Versions, words: _Words, before: Quoted, everywhere: Quoted) -> Iterator[Change]:
    """Yield the change that one quotation of the new version was none before, in the same words."""
    known = stands(words, everywhere.inside) or share(words, common(words, before.inside)) >= ONE
    if known or not _weighty(words):
        return
    bare = _run(words, before.outside)
    if bare is not None:
        yield Change(ChangeKind.QUOTE_MARKS_ADDED, place_of(bare), place_of(words), after=written(both.new, words))


def _weighty(words: Sequence[Word]) -> bool:
    """Say whether a quotation is of some length and says something."""
    return len(words) >= FEWEST and sum(not is_function_word(word.plain) for word in words) >= 2


def _run(words: _Words, others: _Words) -> _Words | None:
    """Return the words among ``others`` that are nearly all of ``words``, in one go; None where they are not."""
    blocks = common(words, others)
    if not blocks or share(words, blocks) < BARE:
        return None
    found = others[blocks[0].b : blocks[-1].b + blocks[-1].size]
    return found if len(found) <= len(words) / BARE else None


def _altered(version: Version, blocks: Sequence[Match], words: _Words, others: _Words) -> tuple[_Words, _Words] | None:
    """Return the first words between two stretches in common that are others in the new ``version``: old and new ones.

    What was left out between two quotations was left out and not altered; an ellipsis or brackets say that something
    was.
    """
    for one, other in pairwise(blocks):
        old, new = words[one.a + one.size : other.a], others[one.b + one.size : other.b]
        left, right = others[one.b + one.size - 1], others[other.b]
        apart = left.part != right.part
        if (apart and not (old and new)) or any(word.part not in (left.part, right.part) for word in new):
            continue
        if not only_written_otherwise(plain(old), plain(new)) and not _says_so(version, left, right):
            return old, new
    return None


def _at_ends(blocks: Sequence[Match], words: _Words, others: _Words) -> tuple[_Words, _Words] | None:
    """Return the few words at either end for which the same quotation has others: what was only left out is not."""
    first, last = blocks[0], blocks[-1]
    end, ended = last.a + last.size, last.b + last.size
    ahead = words[: first.a], others[: first.b], others[first.b]
    behind = words[end:], others[ended:], others[ended - 1]
    for old, new, beside in (ahead, behind):
        same = tuple(word for word in new if word.part == beside.part)
        few = 0 < len(old) <= AT_END and 0 < len(same) <= AT_END
        if few and not only_written_otherwise(plain(old), plain(same)):
            return old, same
    return None


def _says_so(version: Version, left: Word, right: Word) -> bool:
    """Say whether an ellipsis or brackets between two words say that something was changed or left out."""
    if left.place.paragraph != right.place.paragraph or left.place.span.end > right.place.span.start:
        return False
    between = Span(left.place.span.end, right.place.span.start)
    text = between.of(version.graph.paragraphs[left.place.paragraph].text)
    return any(sign in text for sign in _ELLIPSES)
