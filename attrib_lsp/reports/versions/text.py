"""The comparison of versions for people: each loss with its words before and now, then the rest in a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.attribution.versions.change import Effect
from attrib_lsp.linter.versions import LocatedChange, LocatedPlace
from attrib_lsp.reports.excerpt import Mark, excerpt
from attrib_lsp.reports.origin import Origin
from attrib_lsp.reports.printable import printable
from attrib_lsp.reports.terminal import Terminal
from attrib_lsp.reports.versions.messages import message
from attrib_lsp.reports.versions.pair import Pair, position
from attrib_lsp.reports.words import counted
from attrib_lsp.text.source_text import SourceText


def report(pairs: Iterable[Pair], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield the report pair by pair; identical versions say nothing. ``quiet`` shows losses only, and no summary."""
    losses = others = stories = 0
    for pair in pairs:
        stories += 1
        found = pair.compared
        losses += len(found.losses)
        others += len(found.changes) - len(found.losses)
        for change in found.losses:
            yield "\n".join(_loss(pair, change, terminal)) + "\n\n"
        if not quiet:
            yield _rest(pair, terminal)
    if not quiet and (losses or others):
        yield _summary(losses, others, stories, terminal) + "\n"


def _loss(pair: Pair, change: LocatedChange, terminal: Terminal) -> Iterator[str]:
    """Yield the lines that show one loss."""
    origin, text, place = _main(pair, change)
    yield (
        f"{terminal.paint(printable(position(origin, text, place)), 'bold')}: {terminal.paint('loss', 'bold red')} "
        f"{terminal.paint(change.change.kind.value, 'dim')}"
    )
    yield f"  {printable(message(change))}"
    if change.old is not None:
        yield from _shown("before", pair.old, pair.old_text(change.old.field), change.old, "-", "red", terminal)
    if change.new is not None:
        yield from _shown("now", pair.new, pair.new_text(change.new.field), change.new, "^", "yellow", terminal)


def _main(pair: Pair, change: LocatedChange) -> tuple[Origin, SourceText, LocatedPlace]:
    """Return where a change is to be looked for: in the new version, in the old one where the new has it no more."""
    if change.new is not None:
        return pair.new, pair.new_text(change.new.field), change.new
    if change.old is not None:
        return pair.old, pair.old_text(change.old.field), change.old
    raise ValueError("a change that is nowhere")


def _shown(
    when: str, origin: Origin, text: SourceText, place: LocatedPlace, sign: str, style: str, terminal: Terminal
) -> Iterator[str]:
    """Yield an excerpt with the words at a place, under a line that says of which version it is."""
    yield terminal.paint(f"  {when} ({printable(origin.label(place.field))})", "dim")
    yield from excerpt(text, [Mark(place.span, sign, style)], terminal)


def _rest(pair: Pair, terminal: Terminal) -> str:
    """Return the lines on who has left or joined, and on what was gained."""
    lines = []
    for effect, style in ((Effect.NEUTRAL, "blue"), (Effect.GAIN, "green")):
        for change in pair.compared.of(effect):
            origin, text, place = _main(pair, change)
            head = f"{printable(position(origin, text, place))}: {terminal.paint(_WORDS[effect], style)}"
            lines.append(f"{head} {terminal.paint(change.change.kind.value, 'dim')} {printable(message(change))}\n")
    return "".join(lines) + ("\n" if lines else "")


_WORDS = {Effect.NEUTRAL: "note", Effect.GAIN: "gain"}


def _summary(losses: int, others: int, stories: int, terminal: Terminal) -> str:
    """Return the closing line."""
    where = f"in {counted(stories, 'story', 'stories')}"
    if not losses:
        return terminal.paint(f"No loss {where}; {counted(others, 'other change')}.", "green")
    rest = f", {counted(others, 'other change')}" if others else ""
    return f"{terminal.paint(counted(losses, 'loss', 'losses'), 'bold red')} {where}{rest}."
