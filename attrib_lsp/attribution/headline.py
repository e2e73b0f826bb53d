"""Values that say how the body bears on the headline."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

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
    graph's ``statements`` where an attribution carries the claim there.
    """

    place: Place
    score: float
    manner: Manner
    statement: int | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """The headline's claim and what the body says of it.

    ``claim`` is the claim's span in the headline's prose, without attribution and without trailing circumstances.
    ``shows_attribution`` is set where the headline itself says who claims it, quotes it, or marks it as disputed.
    ``denials`` are the places where somebody denies it or professes not to know of it.
    """

    claim: Span
    shows_attribution: bool
    supports: tuple[Support, ...]
    denials: tuple[Place, ...]
