"""Findings at names and ranks of the headline that the story does not have."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.compared import cleared, doubts
from attrib_lsp.attribution.displaced import displaced
from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.headline_claim import announces_interview, speaks_first
from attrib_lsp.attribution.keys import place_key
from attrib_lsp.attribution.misattributed import misattributions, says_so
from attrib_lsp.attribution.only_speaking import only_speaking
from attrib_lsp.attribution.standing import asks
from attrib_lsp.attribution.strangers import strangers
from attrib_lsp.attribution.superlatives import unheard_of
from attrib_lsp.attribution.swapped_kinds import swapped_kinds
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.attribution.vocabulary import plain
from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons.common import common_words
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.headlines._claim import headline_of, headline_prose, related
from attrib_lsp.rules.mending import without
from attrib_lsp.text.span import Span

#: Sentences at the top of a story in which a name must stand to be surely meant.
TOP = 2
#: At what probability a name in a question is passed over.
PLAYED = 0.9
#: Letters that a name has: fewer are an initial.
LEAST = 3


def name_findings(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each name that the story does not have."""
    headline, within = headline_of(graph), headline_prose(graph)
    for stranger in strangers(headline, graph.vocabulary):
        if not stranger.meant and _may_stand_alone(graph, headline, stranger.span):
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
        sure = stranger.misspelt or (stranger.place is not None and _begins_with(graph, stranger.place))
        yield Finding(stranger.span, message, within, pointer, fixes, None if sure else Severity.WARNING)
    seen = list(displaced(headline, graph.numbered))
    for one in seen:
        if says_so(graph, one.span):  # whose news it is, is another question
            continue
        written = one.span.of(headline.text)
        message = f"The story tells this of “{one.meant}”; “{written}” comes in further down. Check the name."
        pointers = (related(graph, "whom the story begins with", one.place),)
        fix = Fix(f"Use the story’s name: “{one.meant}”", one.span, one.meant)
        yield Finding(one.span, message, within, pointers, (fix,), Severity.WARNING)
    for one in only_speaking(headline, graph.numbered):
        if not any(one.span.overlaps(other.span) for other in seen):
            written = one.span.of(headline.text)
            message = f"In the story this is done to “{one.meant}”; “{written}” only speaks there. Check the name."
            pointers = (related(graph, "whom it is done to", one.place),)
            yield Finding(one.span, message, within, pointers, severity=Severity.WARNING)
    for swapped in swapped_kinds(headline, graph.numbered, graph.vocabulary):
        written = swapped.span.of(headline.text)
        message = f"The story has no “{written}”; it speaks of “{swapped.meant}”. Check which is right."
        pointers = (related(graph, "what the story says", swapped.place),)
        yield Finding(swapped.span, message, within, pointers, severity=Severity.WARNING)


def _begins_with(graph: AttributionGraph, place: Place) -> bool:
    """Say whether a place is in the first sentences of the story."""
    number, paragraph = graph.numbered[0]
    return place.paragraph == number and any(one.span.covers(place.span) for one in paragraph.sentences[:TOP])


def _may_stand_alone(graph: AttributionGraph, headline: Paragraph, name: Span) -> bool:
    """Say whether a ``name`` of the headline may be right though the story has nothing like it.

    Who is asked, or tells of himself, may be named above alone; a coinage or a nickname the comparer passes over, and
    in a question, which may play with a name, whatever it is not sure of.
    """
    genre = genre_of(graph)
    if genre.transcript or announces_interview(headline):
        return True
    if genre.voiced and speaks_first(headline, name):
        return True
    return cleared(graph.comparison, name, Wrong.NAME, PLAYED if asks(headline.text) else None)


def doubted_names(graph: AttributionGraph) -> Iterator[Finding]:
    """Yield a finding at each person's name of the story's that the comparer doubts in the headline."""
    headline, within = headline_of(graph), headline_prose(graph)
    for span in doubts(graph.comparison, Wrong.NAME):
        sentence = headline.sentence_at(span.start)
        inside = sentence.tokens_in(span)
        entities = {sentence.entity_at(token) for token in inside}
        if any(one is None or one.label != "PERSON" or place_key(one.text) for one in entities):
            continue
        if inside[-1].tag == "NNPS" or _goes_on(sentence, inside[-1]):
            continue
        last = plain(inside[-1].text)
        if last.endswith("s") and last[:-1] in graph.vocabulary.words:  # a couple, a family
            continue
        if len(last) < LEAST or last not in graph.vocabulary.words or last in common_words():
            continue
        message = f"The story does not seem to tell this of “{span.of(headline.text)}”. Check the name."
        yield Finding(span, message, within, severity=Severity.WARNING)


def _goes_on(sentence: Sentence, token: Token) -> bool:
    """Say whether a name goes on behind ``token``: the surname is still to come."""
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return (
        bool(following)
        and following[0].pos == "PROPN"
        and sentence.entity_at(token) == sentence.entity_at(following[0])
    )


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
