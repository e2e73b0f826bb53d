"""The comparison of versions as a page: losses first, each with its words before and now, then both versions whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Place
from attrib_lsp.attribution.versions.change import Effect
from attrib_lsp.linter.versions import LocatedChange
from attrib_lsp.reports.page.environment import render
from attrib_lsp.reports.page.marking import Mark, Run, runs
from attrib_lsp.reports.places import headline_of, line_of
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.reports.versions.messages import message
from attrib_lsp.reports.versions.pair import Pair
from attrib_lsp.reports.words import counted
from attrib_lsp.text.span import Span

#: The role by which `runs` keeps the number of what is marked.
_ROLE = "finding"


@dataclass(frozen=True, slots=True)
class Side:
    """What one version has at a change: the sentence around it, cut where the words begin and end, and its line."""

    runs: tuple[Run, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A change as the page has it; a loss has its ``number``, by which both versions mark its words."""

    number: int
    kind: str
    effect: str
    message: str
    old: Side | None
    new: Side | None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a version, cut where marks begin and end; ``kind`` is "headline", "deck" or "paragraph"."""

    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A pair of versions as the page has it; ``key`` begins its identifiers."""

    key: str
    title: str
    old_label: str
    new_label: str
    summary: str
    losses: tuple[Shown, ...]
    others: tuple[Shown, ...]
    before: tuple[Block, ...]
    now: tuple[Block, ...]


def report(pairs: Iterable[Pair], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield one page on all ``pairs``; the screen and ``quiet`` change nothing."""
    sheets = []
    for number, pair in enumerate(pairs, start=1):
        sheets.append(sheet(pair, f"v{number}-"))
        yield ""
    yield render("versions.html.j2", styles=("versions.css",), sheets=sheets)


def sheet(pair: Pair, key: str = "") -> Sheet:
    """Return what a page says of a pair."""
    found = pair.compared
    losses = tuple(_shown(pair, one, number) for number, one in enumerate(found.losses, start=1))
    others = tuple(_shown(pair, one, 0) for effect in (Effect.NEUTRAL, Effect.GAIN) for one in found.of(effect))
    title = headline_of(found.new) or headline_of(found.old) or pair.new.label()
    places = [(number, one.change) for number, one in enumerate(found.losses, start=1)]
    return Sheet(
        key,
        title,
        pair.old.label(),
        pair.new.label(),
        _summary(pair),
        losses,
        others,
        tuple(_blocks(found.old, [(number, one.old) for number, one in places])),
        tuple(_blocks(found.new, [(number, one.new) for number, one in places])),
    )


def _summary(pair: Pair) -> str:
    """Return in words how many changes there are."""
    found = pair.compared
    if not found.changes:
        return "Nothing happened to the sourcing."
    gains, neutral = len(found.of(Effect.GAIN)), len(found.of(Effect.NEUTRAL))
    losses = counted(len(found.losses), "loss", "losses") if found.losses else "No loss"
    rest = [counted(gains, "gain")] if gains else []
    rest += [counted(neutral, "source that left or joined", "sources that left or joined")] if neutral else []
    return ", ".join([losses, *rest])


def _shown(pair: Pair, located: LocatedChange, number: int) -> Shown:
    """Return one change as the page has it."""
    one = located.change
    return Shown(
        number,
        one.kind.value,
        one.kind.effect.value,
        message(located),
        _side(pair.compared.old, one.old),
        _side(pair.compared.new, one.new),
    )


def _side(graph: AttributionGraph, place: Place | None) -> Side | None:
    """Return the sentences around a place, its words marked."""
    if place is None:
        return None
    paragraph = graph.paragraphs[place.paragraph]
    around = [one.span for one in paragraph.sentences if one.span.overlaps(place.span)] or [place.span]
    whole = around[0].joined(around[-1]).joined(place.span)
    mark = Mark(place.span.shifted(-whole.start), _ROLE, 0)
    return Side(runs(whole.of(paragraph.text), [mark]), line_of(graph, place))


def _blocks(graph: AttributionGraph, places: Sequence[tuple[int, Place | None]]) -> Iterator[Block]:
    """Yield the paragraphs of a version with the words of losses marked by their numbers."""
    for number, paragraph in enumerate(graph.paragraphs):
        kind = "headline" if number == graph.headline else "deck" if number == graph.deck else "paragraph"
        marks = [
            Mark(_within(place.span, paragraph.text), _ROLE, loss)
            for loss, place in places
            if place is not None and place.paragraph == number
        ]
        yield Block(kind, runs(paragraph.text, marks))


def _within(span: Span, text: str) -> Span:
    """Return a span that ends with its text at the latest."""
    return Span(min(span.start, len(text)), min(span.end, len(text)))
