"""Losses planted in real copy: each makes one known cut or change, by what the attribution graph says of the story.

A plant is a function that takes a `Page` and a source of chance and returns the edits that make the loss, or None
where the story offers no place for it. Nothing is stored of the stories themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from benchmarks.versions.pages import Edit, Page
from benchmarks.versions.plants.answers import denial_moved, denial_removed
from benchmarks.versions.plants.certainty import (
    expectation_cut,
    headline_modal,
    headline_source_cut,
    hedge_cut,
    modal_strengthened,
)
from benchmarks.versions.plants.cuts import cue_loaded, cut_according, cut_leading, cut_trailing
from benchmarks.versions.plants.sources import description_cut, name_to_role, reason_cut, source_swapped
from benchmarks.versions.plants.wording import figure_changed, paraphrase_marked, quote_altered, quote_unmarked

Plant = Callable[[Page, Random], "list[Edit] | None"]

#: Every plant with the kind of change that it must be reported as.
PLANTS: Mapping[str, tuple[Plant, str]] = {
    "attribution behind the words cut": (cut_trailing, "attribution-cut"),
    "attribution before the words cut": (cut_leading, "attribution-cut"),
    "according to cut": (cut_according, "attribution-cut"),
    "may made will": (modal_strengthened, "certainty-raised"),
    "hedging word cut": (hedge_cut, "certainty-raised"),
    "expected to made will": (expectation_cut, "certainty-raised"),
    "name made a role": (name_to_role, "name-lost"),
    "named source swapped": (source_swapped, "source-swapped"),
    "description of unnamed source cut": (description_cut, "description-lost"),
    "reason for anonymity cut": (reason_cut, "reason-lost"),
    "denial taken out": (denial_removed, "response-removed"),
    "denial moved to the end": (denial_moved, "response-moved-down"),
    "figure changed": (figure_changed, "figure-changed"),
    "headline: may made will": (headline_modal, "headline-outgrew"),
    "headline: source cut": (headline_source_cut, "headline-outgrew"),
    "word of a quotation changed": (quote_altered, "quote-changed"),
    "quotation marks dropped": (quote_unmarked, "quote-marks-dropped"),
    "quotation marks added": (paraphrase_marked, "quote-marks-added"),
    "said made a judging verb": (cue_loaded, "cue-changed"),
}
