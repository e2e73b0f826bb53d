"""Tell whether one source carries a story alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrib_lsp.attribution.graph import SPOKEN, AttributionGraph
from attrib_lsp.attribution.phrases import strip_article
from attrib_lsp.attribution.values import ContentType, CueKind, Source, SourceKind, Statement

#: Words of occasions that one voice reports by right: trials, the dead, and what somebody decides about themselves.
_ONE_VOICE = re.compile(
    r"\b(?:in court|court (?:heard|documents|records)|the (?:judge|jury)|trial|verdict|obituar(?:y|ies)|funeral|"
    r"(?:was|is) survived by|dies|died (?:on|at|aged?)|"
    r"(?:drop|end|launch|suspend)(?:s|ed|ped)? (?:his|her|their) (?:[\w’']+ ){0,3}(?:bid|campaign|candidacy)|"
    r"announce[sd]? (?:his|her|their) (?:[\w’']+ ){0,2}(?:candidacy|engagement|resignation|retirement|withdrawal))\b",
    re.IGNORECASE,
)
#: Impersonal cues by which a text passes on what others know.
_OTHERS = (CueKind.IMPERSONAL, CueKind.ADVERB)


class SoleSource(NamedTuple):
    """The one source of a story: its number in the graph's sources, and how often it speaks in the body."""

    number: int
    statements: int


def sole_source(graph: AttributionGraph) -> SoleSource | None:
    """Return the source that alone speaks in a story's body; None where there are more, or may be."""
    speakers = graph.speakers
    if not speakers or any(_ONE_VOICE.search(graph.paragraphs[number].text) for number in graph.body):
        return None
    first = next((one for one in speakers if graph.sources[one].kind is not SourceKind.NAMED_ORGANISATION), speakers[0])
    if any(not _same_house(graph.sources[first], graph.sources[other]) for other in speakers if other != first):
        return None
    told = [one for one in graph.statements if one.paragraph in graph.body]
    if any(_other_voice(one, speakers) for one in told) or graph.sources[first].via:
        return None
    return SoleSource(first, sum(one.source in speakers and one.attribution.kind in SPOKEN for one in told))


def _same_house(one: Source, other: Source) -> bool:
    """Say whether ``other`` is the body that ``one`` speaks for."""
    name = strip_article(other.name).lower()
    return other.kind is SourceKind.NAMED_ORGANISATION and name in f"{one.first.text} {one.description}".lower()


def _other_voice(statement: Statement, speakers: tuple[int, ...]) -> bool:
    """Say whether a statement is, or may be, that of somebody else than ``speakers``."""
    attribution = statement.attribution
    if attribution.via or attribution.kind in _OTHERS:
        return True
    if statement.source is None:
        return bool(attribution.source) or attribution.type is not ContentType.INDIRECT
    return statement.source not in speakers
