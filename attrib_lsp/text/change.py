"""What an edit changed: the one stretch in which two versions of a text differ."""

from __future__ import annotations

from dataclasses import dataclass

from attrib_lsp.text.span import Span

#: Code points compared at once.
_STRIDE = 4096
#: Code points through which the beginning of a word is looked for.
_LONGEST_WORD = 64


@dataclass(frozen=True, slots=True)
class Change:
    """``before`` of the old text became ``after`` of the new one; both begin at the same offset.

    What stands in front of them is the same in both texts, and so is what stands behind.
    """

    before: Span
    after: Span

    @property
    def growth(self) -> int:
        """How many code points the text has grown by; negative where it has shrunk."""
        return len(self.after) - len(self.before)

    def moved(self, span: Span) -> Span | None:
        """Return where ``span`` of the old text stands in the new one; None if the change reaches into it."""
        if span.end <= self.before.start:
            return span
        return span.shifted(self.growth) if span.start >= self.before.end else None


def difference(before: str, after: str) -> Change:
    """Return the smallest change that makes ``after`` of ``before``.

    What was put in or taken out begins with a word if it can: of "some sources" made of "sources", "some " is new, not
    "ome s".

    >>> difference("one two three", "one too three")
    Change(before=Span(start=5, end=6), after=Span(start=5, end=6))
    """
    start = _common_start(before, after)
    most = min(len(before), len(after)) - start
    same = _common_end(before, after, most)
    change = Change(Span(start, len(before) - same), Span(start, len(after) - same))
    if bool(change.before) == bool(change.after):
        return change
    back = _back_to_word(after, change.after) if len(change.after) else _back_to_word(before, change.before)
    return Change(change.before.shifted(-back), change.after.shifted(-back))


def _back_to_word(text: str, span: Span) -> int:
    """Return by how much ``span`` can begin earlier, so as to begin with a word, and leave the same text without it."""
    for back in range(min(span.start, _LONGEST_WORD) + 1):
        if back and text[span.start - back] != text[span.end - back]:
            break
        if not text[span.start - back - 1 : span.start - back].isalnum():
            return back
    return 0


def _common_start(one: str, other: str) -> int:
    """Return how many code points two texts share at their beginnings."""
    low, most = 0, min(len(one), len(other))
    while low + _STRIDE <= most and one[low : low + _STRIDE] == other[low : low + _STRIDE]:
        low += _STRIDE
    high = min(low + _STRIDE, most)
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(one: str, other: str, most: int) -> int:
    """Return how many code points two texts share at their ends, ``most`` at most."""
    low = 0
    ends = len(one), len(other)

    def same(first: int, last: int) -> bool:
        return one[ends[0] - last : ends[0] - first] == other[ends[1] - last : ends[1] - first]

    while low + _STRIDE <= most and same(low, low + _STRIDE):
        low += _STRIDE
    high = min(low + _STRIDE, most)
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
