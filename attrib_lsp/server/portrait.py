"""What a hover says of a source: who it is, how often it speaks, through whom, and why it has no name."""

from __future__ import annotations

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import ContentType, CueKind
from attrib_lsp.linter.places import Found, Part
from attrib_lsp.linter.sourcing import LocatedSource, LocatedStatement
from attrib_lsp.reports.markdown import escaped
from attrib_lsp.reports.source_facts import KINDS
from attrib_lsp.reports.words import counted

#: How well an unnamed source is described, by its points.
_DESCRIBED = (
    "not described at all",
    "barely described",
    "vaguely described",
    "described in part",
    "well described",
    "very well described",
)
#: What a source did with its words, where it did not just say them.
_DONE = {
    CueKind.WRITING: "Written by",
    CueKind.EVIDENCE: "Shown by",
    CueKind.DENIAL: "Denied by",
    CueKind.COGNITION: "Thought by",
    CueKind.STANCE: "The position of",
    CueKind.NO_COMMENT: "No comment from",
}


def portrayed(found: Found, graph: AttributionGraph, *, markdown: bool) -> str:
    """Return what to show of what stands at a place; "" where there is nothing to tell."""
    if found.source is None:
        return ""
    if found.part is Part.MENTION:
        return portrait(found.source, graph, markdown=markdown)
    return said_by(found.source, found.statement, graph, markdown=markdown) if found.statement is not None else ""


def portrait(source: LocatedSource, graph: AttributionGraph, *, markdown: bool) -> str:
    """Return who a source is, how often it speaks and through whom, and why its name is withheld."""
    known = source.source
    name = f"**{escaped(known.name)}**" if markdown else known.name
    description = escaped(known.description) if markdown else known.description
    lines = [f"{name}, {description}" if description else name, _facts(source)]
    if known.kind.unnamed:
        lines.append(_reason(source, graph, markdown=markdown))
    return "\n\n".join(lines)


def said_by(source: LocatedSource, statement: LocatedStatement, graph: AttributionGraph, *, markdown: bool) -> str:
    """Return in one line who speaks, and to whom ("Said by Jake Sullivan, to CNN")."""
    attribution = statement.statement.attribution
    text = graph.paragraphs[statement.statement.paragraph].text
    outlets = ", ".join(dict.fromkeys(span.of(text) for span in attribution.via))
    name = escaped(source.source.name) if markdown else source.source.name
    unnamed = " (unnamed)" if source.source.kind.unnamed else ""
    through = f", to {escaped(outlets) if markdown else outlets}" if outlets else ""
    return f"{_DONE.get(attribution.kind, 'Said by')} {name}{unnamed}{through}"


def _facts(source: LocatedSource) -> str:
    """Return of what kind a source is, how often it speaks and through whom."""
    known = source.source
    quotes = sum(one.statement.attribution.type is not ContentType.INDIRECT for one in source.statements)
    said = counted(len(source.statements), "statement") + (f", {counted(quotes, 'quote')}" if quotes else "")
    kind = KINDS[known.kind]
    facts = [f"{kind}, {_DESCRIBED[known.specificity]}" if known.kind.unnamed else kind, said]
    if known.via:
        facts.append("via " + ", ".join(known.via))
    return " · ".join([facts[0].capitalize(), *facts[1:]])


def _reason(source: LocatedSource, graph: AttributionGraph, *, markdown: bool) -> str:
    """Return the story's words on why the name is withheld."""
    place = source.source.reason
    if place is None:
        return "The story does not say why the name is withheld."
    words = " ".join(place.span.of(graph.paragraphs[place.paragraph].text).split())
    return f"Anonymity: “{escaped(words) if markdown else words}”"
