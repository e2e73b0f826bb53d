"""Mutations of published headlines, most of them wrong afterwards in one place that is known."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.comparing.mutations.certainty import alleged, modal, planned
from pipeline.comparing.mutations.controls import recased, respelled_number, shortened_name, unquoted
from pipeline.comparing.mutations.countries import country
from pipeline.comparing.mutations.figures import number
from pipeline.comparing.mutations.measures import measure
from pipeline.comparing.mutations.names import misspelt, organisation, person, place
from pipeline.comparing.mutations.polarity import affirmed, contrary, negated, swapped
from pipeline.comparing.mutations.ranks import ranked
from pipeline.comparing.mutations.values import Mutation


class Tried(NamedTuple):
    """A mutation and how often it is tried: what few headlines allow, always."""

    mutation: Mutation
    often: float


#: Mutations of headlines that make them wrong.
MUTATIONS = (
    Tried(contrary, 0.9),
    Tried(negated, 0.9),
    Tried(affirmed, 1.0),
    Tried(modal, 1.0),
    Tried(planned, 1.0),
    Tried(alleged, 1.0),
    Tried(ranked, 0.15),
    Tried(person, 1.0),
    Tried(place, 0.45),
    Tried(organisation, 0.36),
    Tried(country, 0.9),
    Tried(swapped, 0.6),
    Tried(number, 0.9),
    Tried(measure, 0.45),
    Tried(misspelt, 0.21),
)
#: Those that leave them right.
CONTROLS = tuple(Tried(control, 0.35) for control in (respelled_number, shortened_name, unquoted, recased))
#: Mutations of a story's own sentences, which hedge and negate more often than headlines.
OF_SENTENCES = (
    Tried(modal, 1.0),
    Tried(planned, 1.0),
    Tried(alleged, 1.0),
    Tried(affirmed, 1.0),
    Tried(negated, 0.1),
    Tried(contrary, 0.1),
)
