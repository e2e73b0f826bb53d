"""The sourcing memo: one page on who stands behind a story, with blanks for what only the desk knows.

It is what editors ask a reporter before an unnamed source goes into the paper: who knows the name, on what terms the
source speaks, who else bears it out, who approved. None of that can be read from a draft, so none of it is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib_lsp.attribution.claim_table import claims_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Place
from attrib_lsp.reports.claims import asks, words_of
from attrib_lsp.reports.headline_basis import basis_of
from attrib_lsp.reports.markdown import BLANK, document, escaped, table
from attrib_lsp.reports.origin import AnalysedDraft
from attrib_lsp.reports.places import headline_of, line_of, words_at
from attrib_lsp.reports.replies import Reply, replies
from attrib_lsp.reports.shares import shares
from attrib_lsp.reports.source_facts import SourceFacts, source_facts
from attrib_lsp.reports.terminal import Terminal

#: What the desk fills in for each unnamed source.
BLANKS = ("Identity known to", "Ground rules", "Second source", "Approved by")


def report(drafts: Iterable[AnalysedDraft], terminal: Terminal, quiet: bool = False) -> Iterator[str]:
    """Yield each draft's memo, a rule between two; the screen and ``quiet`` change nothing."""
    for number, draft in enumerate(drafts):
        yield ("\n---\n\n" if number else "") + page(draft.graph, draft.origin.label())


def page(graph: AttributionGraph, label: str) -> str:
    """Return the memo of a story, which ``label`` names where it has no headline."""
    headline = headline_of(graph)
    return document(
        f"# Sourcing memo: {escaped(headline or label)}",
        f"Story: {escaped(label)} · Date: {BLANK} · Reporter: {BLANK}",
        escaped(shares(graph)),
        *_sources(graph),
        *_section("Accused, and what they answer", _accused(graph)),
        *_section("In the story’s own voice: from whom?", _own_voice(graph)),
        *_section("The headline", _headline(graph, headline)),
    )


def _section(title: str, body: str) -> tuple[str, ...]:
    """Return a section, nothing where it is empty."""
    return (f"## {title}", body) if body else ()


def _sources(graph: AttributionGraph) -> Iterator[str]:
    """Yield the sources, named ones in a table, each unnamed one with its blanks."""
    known = source_facts(graph)
    named = [facts for facts in known if not facts.source.kind.unnamed]
    if named:
        yield "## Named sources"
        yield table(("Who", "Described as", "Statements", "Via", "First in line"), map(_named, named))
    if len(named) < len(known):
        yield "## Unnamed sources"
    yield from (_unnamed(facts) for facts in known if facts.source.kind.unnamed)


def _named(facts: SourceFacts) -> tuple[str, ...]:
    """Return a row on a source that has a name."""
    source = facts.source
    described = escaped(source.description) or source.kind.value.replace("-", " ")
    return f"**{escaped(source.name)}**", described, facts.said, escaped(facts.via), str(facts.line)


def _unnamed(facts: SourceFacts) -> str:
    """Return what is known of a source without a name, and the blanks for what is not."""
    known = [f"**{escaped(facts.source.name)}**", facts.said, f"first in line {facts.line}"]
    if facts.via:
        known.append(f"via {escaped(facts.via)}")
    reason = f"“{escaped(facts.reason)}”" if facts.reason else "the story does not say"
    lines = ["; ".join(known)]
    if facts.source.description:
        lines.append(f"Described as: {escaped(facts.source.description)}")
    lines.append(f"Why no name: {reason}")
    lines += [f"{blank}: {BLANK}" for blank in BLANKS]
    return "- " + "\n  - ".join(lines)


def _accused(graph: AttributionGraph) -> str:
    """Return who is accused, where, and where they answer."""
    rows = [
        (
            f"**{escaped(words_at(graph, one.target.place))}**",
            str(line_of(graph, one.target.place)),
            _answer(graph, one),
        )
        for one in replies(graph)
    ]
    return table(("Who", "Accused in line", "Their answer"), rows) if rows else ""


def _answer(graph: AttributionGraph, reply: Reply) -> str:
    """Return where an accused party answers."""
    if reply.answer is not None:
        return f"line {line_of(graph, reply.answer)}: “{escaped(words_at(graph, reply.answer))}”"
    if reply.settled:
        return "convicted, or admitted it"
    return f"none in the story. Asked on: {BLANK} by: {BLANK}"


def _own_voice(graph: AttributionGraph) -> str:
    """Return the claims that rest on nobody and ask for a source."""
    found = [claim for claim in claims_of(graph) if asks(claim)]
    return "\n".join(
        f"- line {line_of(graph, Place(claim.paragraph, claim.spans[0]))}: {escaped(words_of(graph, claim))} "
        f"Source: {BLANK}"
        for claim in found
    )


def _headline(graph: AttributionGraph, headline: str | None) -> str:
    """Return the headline and what it rests on."""
    if headline is None:
        return ""
    return "\n".join((f"> {escaped(headline)}", "", *(f"- {escaped(line)}" for line in basis_of(graph))))
