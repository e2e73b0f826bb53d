"""Values that say how the body bears on the headline."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from attrib_lsp.attribution.events import Event
from attrib_lsp.attribution.values import Place
from attrib_lsp.text.span import Span


class Manner(Enum):
    """How a body sentence carries the headline's claim."""

    NAMED = "attributed to a named source"
    UNNAMED = "attributed to an unnamed source"
    IMPERSONAL = "attributed to nobody"
    ASSERTED = "asserted in the story's own voice"
    PUBLIC_ACT = "a public act, on record"
    PRESUPPOSED = "taken for granted in passing"


@dataclass(frozen=True, slots=True)
class Support:
    """A body sentence that bears on the headline.

    ``score``, 0 to 1, is the share of the headline's content words that it holds. ``statement`` is a number in the
    graph's ``statements`` where an attribution carries the claim there. ``own`` is set where whoever is given as the
    source is the one that the headline speaks of, or speaks for it. ``close``, 0 to 1, is the share of the
    claim's other words that stand in the clause of its verb there; ``doer`` is set where its doer does.
    """

    place: Place
    score: float
    manner: Manner
    statement: int | None = None
    own: bool = False
    close: float = 0.0
    doer: bool = False


@dataclass(frozen=True, slots=True)
class Denial:
    """Where somebody denies the headline's claim or professes not to know of it.

    ``place`` holds the words that do so ("denied the reports"). ``statement`` is a number in the graph's
    ``statements``. ``ignorance`` is set for who only professes not to know.
    """

    place: Place
    statement: int
    ignorance: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """The headline's claim and what the body says of it.

    ``claim`` is the claim's span in the headline's prose, without attribution and without trailing circumstances;
    ``predicate`` is its verb's, ``event`` the same by keys. ``shows_attribution`` is set where the headline itself
    says who claims it, quotes it, or marks it as disputed. ``supports`` hold the claim's predicate; ``echoes`` are
    other sentences, in the story's own voice, that hold enough of its words to tell it in different ones.
    ``debunked`` are places where the story itself calls it false.
    """

    claim: Span
    predicate: Span
    event: Event
    shows_attribution: bool
    supports: tuple[Support, ...]
    denials: tuple[Denial, ...]
    echoes: tuple[Place, ...] = ()
    debunked: tuple[Place, ...] = ()
