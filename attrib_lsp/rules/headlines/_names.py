"""Findings at names and ranks of the headline that the story does not have."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.compared import cleared, doubts
from attrib_lsp.attribution.displaced import displaced
from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.keys import place_key
from attrib_lsp.attribution.misattributed import misattributions, says_so
from attrib_lsp.attribution.strangers import strangers
from attrib_lsp.attribution.superlatives import unheard_of
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.attribution.vocabulary import plain
from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.lexicons.common import common_words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.headlines._claim import headline_of, headline_prose, related
from attrib_lsp.rules.mending import without
from attrib_lsp.text.span import Span

#: Letters that a name has: fewer are an initial.
LEAST = 3


def name_findings(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each name that the story does not have."""
    headline, within = headline_of(graph), headline_prose(graph)
    interview = genre_of(graph).transcript
    for stranger in strangers(headline, graph.vocabulary):
        if interview and not stranger.meant:  # whoever is asked may be named above alone
            continue
        if not stranger.meant and cleared(graph.comparison, stranger.span, Wrong.NAME):  # a coinage, a nickname
            continue
        written = stranger.span.of(headline.text)
        if stranger.misspelt:
            message = f"The story spells this name “{stranger.meant}”."
        elif stranger.meant:
            message = f"The story does not mention “{written}”; it speaks of “{stranger.meant}”. Check which is right."
        else:
            message = f"The story names no “{written}”. Check who is meant."
        title = "Spell it as the story does" if stranger.misspelt else "Use the story’s name"
        whole = stranger.misspelt or not _named_before(headline, stranger.span)
        fixes = (
            (Fix(f"{title}: “{stranger.meant}”", stranger.span, stranger.meant),) if stranger.meant and whole else ()
        )
        pointer = (related(graph, "the story's name", stranger.place),) if stranger.place is not None else ()
        yield Finding(stranger.span, message, within, pointer, fixes, None if stranger.meant else Severity.WARNING)
    for one in displaced(headline, graph.numbered):
        if says_so(graph, one.span):  # whose news it is, is another question
            continue
        written = one.span.of(headline.text)
        message = f"The story tells this of “{one.meant}”; “{written}” comes in further down. Check the name."
        pointers = (related(graph, "whom the story begins with", one.place),)
        fix = Fix(f"Use the story’s name: “{one.meant}”", one.span, one.meant)
        yield Finding(one.span, message, within, pointers, (fix,), Severity.WARNING)


def doubted_names(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each person's name of the story's that the comparer doubts in the headline."""
    headline, within = headline_of(graph), headline_prose(graph)
    for span in doubts(graph.comparison, Wrong.NAME):
        sentence = headline.sentence_at(span.start)
        inside = sentence.tokens_in(span)
        entities = {sentence.entity_at(token) for token in inside}
        if any(one is None or one.label != "PERSON" or place_key(one.text) for one in entities):
            continue
        last = plain(inside[-1].text)
        if len(last) < LEAST or last not in graph.vocabulary.words or last in common_words():
            continue
        message = f"The story does not seem to tell this of “{span.of(headline.text)}”. Check the name."
        yield Finding(span, message, within, severity=Severity.WARNING)


def speaker_findings(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each source of the headline that the story does not have say it."""
    headline, within = headline_of(graph), headline_prose(graph)
    for one in misattributions(graph):
        written = one.span.of(headline.text)
        if one.refused:
            message = f"In the story “{written}” denies this or says nothing of it. Check who says so."
        else:
            message = f"In the story “{one.source}” says this, and not “{written}”. Check who says so."
        pointers = (related(graph, "what the story says", one.place),)
        yield Finding(one.span, message, within, pointers, severity=Severity.WARNING)


def _named_before(headline: Paragraph, span: Span) -> bool:
    """Say whether the word before a name is part of it: a first name."""
    before = [token for token in headline.sentence_at(span.start).tokens if token.span.end <= span.start]
    return bool(before) and before[-1].pos == "PROPN"


def rank_findings(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each "record" or the like of which the story knows nothing."""
    headline = headline_of(graph)
    for span in unheard_of(headline, graph.vocabulary):
        said = span.of(headline.text)
        message = f"“{said}”: the story does not say so. Give in the story what it beats, or leave it out here."
        dropped = without(headline, span)
        fix = Fix(f"Cut “{said}”", dropped.span, dropped.replacement)
        yield Finding(span, message, headline_prose(graph), fixes=(fix,))
