"""Which of a story's sources can be meant where a source's name is being typed, and what to call them there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.phrases import bare_name
from attrib_lsp.attribution.second_reference import second_reference
from attrib_lsp.attribution.values import SourceKind
from attrib_lsp.linter.sourcing import LocatedSource, located_sources
from attrib_lsp.server.slots import Slot
from attrib_lsp.text.span import Span

_KINDS = (SourceKind.NAMED_PERSON, SourceKind.NAMED_ORGANISATION, SourceKind.MEDIA_OUTLET)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source that can be meant. ``words`` are what to write, ``matched`` the form of its name that fits so far."""

    words: str
    matched: str
    source: LocatedSource


def candidates(graph: AttributionGraph, known: str, text: str, slot: Slot) -> list[Candidate]:
    """Return the named sources that fit ``slot`` of ``text``, the one spoken of last before it first.

    ``known`` is the text that ``graph`` is of: it may be an earlier version of ``text``.
    """
    moves = Moves.between(known, text)
    own = Span(slot.start, slot.start + len(slot.typed))
    headline = graph.story.headline
    body = moves.moved(headline.prose.span.end) if headline is not None and headline.prose.field == "text" else 0
    found = []
    for source in located_sources(graph):
        if source.source.kind not in _KINDS:
            continue
        places = [at for one in source.mentions if (at := moves.moved(one.start)) not in range(own.start, own.end + 1)]
        if places:
            words = _words(graph, source, text[min(body, own.start) : own.start], slot)
            matched = _matched(source, words, slot.typed)
            if matched is not None and words != slot.typed:
                found.append((_distance(places, own.start), Candidate(words, matched, source)))
    return [candidate for _, candidate in sorted(found, key=lambda one: one[0])]


def _words(graph: AttributionGraph, source: LocatedSource, above: str, slot: Slot) -> str:
    """Return what to call a source, of which ``above`` is all that the story has told so far."""
    name = source.source.name
    if source.source.kind is SourceKind.NAMED_PERSON:
        short = second_reference(graph, source.source) if _tells(above, bare_name(name)) else None
        return short or name
    if not any(mention.text.lower().startswith(f"the {name.lower()}") for mention in source.source.mentions):
        return name
    return f"{'The' if slot.begins else 'the'} {name}"


def _tells(above: str, name: str) -> bool:
    """Say whether ``above`` has a full name, on one line or over a line's end."""
    spelled = r"\s+".join(map(re.escape, name.split()))
    return re.search(rf"(?<!\w){spelled}(?!\w)", above) is not None


def _matched(source: LocatedSource, words: str, typed: str) -> str | None:
    """Return the form of a source's name that begins with what is typed; None if none does."""
    forms = (words, source.source.name, *_later_words(words), *_later_words(source.source.name))
    return next((form for form in forms if form.lower().startswith(typed.lower())), None)


def _later_words(name: str) -> Iterator[str]:
    """Yield a name from each of its later words on that has a capital: nobody looks for it by "and" or "the"."""
    parts = name.split()
    return (" ".join(parts[number:]) for number in range(1, len(parts)) if parts[number][:1].isupper())


def _distance(places: list[int], offset: int) -> tuple[bool, int]:
    """Return how far a source's nearest mention is, those before ``offset`` first."""
    before = [offset - at for at in places if at < offset]
    return (False, min(before)) if before else (True, min(places) - offset)


@dataclass(frozen=True, slots=True)
class Moves:
    """Where the offsets of a text went when one stretch of it was edited.

    Up to ``same`` nothing has changed; what stood from ``after`` on stands ``by`` further on.
    """

    same: int
    after: int
    by: int

    @classmethod
    def between(cls, old: str, new: str) -> Moves:
        """Return the moves from ``old`` to ``new``."""
        if old == new:
            return cls(len(old), len(old), 0)
        same = _common(old, new, backwards=False)
        rest = _common(old[same:], new[same:], backwards=True)
        return cls(same, len(old) - rest, len(new) - len(old))

    def moved(self, offset: int) -> int:
        """Return where ``offset`` went; from inside the stretch, to its beginning."""
        return offset + self.by if offset >= self.after else min(offset, self.same)


def _common(one: str, other: str, *, backwards: bool) -> int:
    """Return how many code points two texts have in common at their beginning, or ``backwards`` at their end."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        agree = one.endswith(other[len(other) - middle :]) if backwards else one.startswith(other[:middle])
        low, high = (middle, high) if agree else (low, middle - 1)
    return low
