"""What became of a draft's pragmas: the subject of rules about them."""

from __future__ import annotations

from dataclasses import dataclass

from attrib_lsp.text.pragma import Pragma, Term
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story


@dataclass(frozen=True, slots=True)
class Idle:
    """A pragma that keeps nothing back: no name in it does, or only these ``names`` do not."""

    pragma: Pragma
    names: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class PragmaUse:
    """The pragmas in ``story`` that keep nothing back, though the rules that they name are in force."""

    story: Story
    idle: tuple[Idle, ...] = ()


def prose_at(story: Story, span: Span) -> Prose:
    """Return what stands at ``span`` of a draft's file, for a finding or an edit that is not in a block."""
    return Prose.verbatim(story.sources["text"].text, span)


def without_name(pragma: Pragma, name: Term) -> Span | None:
    """Return what has to go from the file to be rid of one of a pragma's names, or of the pragma if that is the last.

    None where that is not easily said.
    """
    names = pragma.names or ()
    number = names.index(name)
    if len(names) == 1:
        return pragma.removal
    if number + 1 < len(names):
        return Span(name.span.start, names[number + 1].span.start)
    return Span(names[number - 1].span.end, name.span.end)
