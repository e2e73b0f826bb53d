"""Find the unnamed people who speak in a story's own voice: each source once, where it first speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from attrib_lsp.attribution.anonymity import UnnamedKind, UnnamedPhrase, unnamed_phrase
from attrib_lsp.attribution.cues import head_of
from attrib_lsp.attribution.descriptions import names_body
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.outlets import outlets_in
from attrib_lsp.attribution.values import Attribution, CueKind, Paragraph, Source, SourceKind, Statement
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

_UTTERING = (CueKind.SPEECH, CueKind.WRITING, CueKind.DENIAL, CueKind.EVIDENCE, CueKind.STANCE)
_CONDITIONAL = frozenset({"if", "whether", "unless"})


@dataclass(frozen=True, slots=True)
class UnnamedSpeaker:
    """An unnamed source of the graph, and the statement in which it first speaks by a phrase that describes it.

    ``number`` counts in the graph's sources. ``second_hand`` is set where it speaks only through other outlets.
    """

    number: int
    source: Source
    statement: Statement
    phrase: UnnamedPhrase
    second_hand: bool


@lru_cache(maxsize=2)
def unnamed_speakers(graph: AttributionGraph) -> tuple[UnnamedSpeaker, ...]:
    """Return the unnamed sources that speak in the body's own voice, in the order in which they first speak.

    Left out are who only acts or thinks, who speaks inside somebody else's words, whom the story names close by, and
    repeats of a description that was there before ("US officials" again).
    """
    found: list[UnnamedSpeaker] = []
    for statement in graph.statements:
        if statement.paragraph not in graph.body or statement.source is None:
            continue
        source = graph.sources[statement.source]
        if not source.kind.unnamed or any(one.number == statement.source for one in found):
            continue
        paragraph = graph.paragraphs[statement.paragraph]
        if not tells(paragraph, statement.attribution):
            continue
        sentence, head = place(paragraph, statement.attribution)
        phrase = unnamed_phrase(sentence, head)
        if phrase is None or named_beside(graph, statement.paragraph, sentence, phrase):
            continue
        if speaks_for_body(graph, statement.paragraph, sentence, phrase) or _passing(
            paragraph, statement.attribution, phrase
        ):
            continue
        if any(_repeats(graph, one, sentence, phrase) for one in found):
            continue
        found.append(UnnamedSpeaker(statement.source, source, statement, phrase, _second_hand(graph, statement.source)))
    return tuple(found)


def place(paragraph: Paragraph, attribution: Attribution) -> tuple[Sentence, Token]:
    """Return the sentence of an attribution that has a source, and the source's head word."""
    sentence = paragraph.sentences[attribution.sentence]
    return sentence, sentence.tokens[attribution.head or 0]


def tells(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether an attribution's source passes something on to the reader, in the story's own voice."""
    if not attribution.source or attribution.head is None or attribution.negated or not attribution.content:
        return False
    if paragraph.quoted(attribution.source[0]) or nested(paragraph, attribution):
        return False
    if attribution.kind is CueKind.ACCORDING_TO:
        return True
    if attribution.kind not in _UTTERING or attribution.cue_lemma not in words("sourcing", "telling.verbs"):
        return False
    sentence, head = place(paragraph, attribution)
    verb = cue_verb(sentence, attribution)
    if head.relation == "nsubj:pass" or (verb.relation == "acl" and verb.tag == "VBN"):
        return False
    return not _unsaid(sentence, verb) and not _on_record(sentence, verb) and _to_the_reader(sentence, verb)


def cue_verb(sentence: Sentence, attribution: Attribution) -> Token:
    """Return the main word of an attribution's cue (it has one)."""
    tokens = sentence.tokens_in(attribution.cue[0])
    return head_of(sentence, tokens[0].index, tokens[-1].index + 1)


def nested(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether an attribution stands in what another source says: whoever speaks there speaks to that source.

    "According to" behind a comma carries the whole sentence ("he told her that it was off, according to officials").
    """
    if attribution.kind is CueKind.ACCORDING_TO and paragraph.text[: attribution.cue[0].start].rstrip().endswith(","):
        return False
    return any(
        start <= attribution.source[0].start and attribution.source[0].end <= end and other is not attribution
        for start, end, other in _told_by_sources(paragraph)
    )


@gathered
def _told_by_sources(paragraph: Paragraph) -> Iterator[tuple[int, int, Attribution]]:
    """Yield the parts of what sources say in ``paragraph``: where each begins and ends, and its attribution."""
    for one in paragraph.attributions:
        if one.source:
            yield from ((part.start, part.end, one) for part in one.content)


def _unsaid(sentence: Sentence, verb: Token) -> bool:
    """Say whether nothing has been said, or only perhaps: "may say", "if a source says", "declined to say"."""
    below = {token.text.lower() for token in sentence.children(verb, "aux", "mark")}
    if below & (words("sourcing", "telling.unsaid") | _CONDITIONAL):
        return True
    above = sentence.head(verb)
    return verb.relation == "xcomp" and above.lemma.lower() not in words("sourcing", "telling.begun")


def _on_record(sentence: Sentence, verb: Token) -> bool:
    """Say whether it was said in public: before a court, in a statement or the like."""
    if any(token.text.lower() in words("sourcing", "telling.openly") for token in sentence.children(verb, "advmod")):
        return True
    return any(
        token.lemma.lower() in words("sourcing", "telling.on_record")
        for token in sentence.children(verb, "obj", "iobj", "obl")
    )


def _to_the_reader(sentence: Sentence, verb: Token) -> bool:
    """Say whether what is told is told to the press, if the sentence says to whom: "told them to leave" is not."""
    if verb.lemma.lower() not in words("cues", "addressed"):
        return True
    told = sentence.children(verb, "obj", "iobj")
    outlets = outlets_in(sentence)
    return not told or any(
        token.lemma.lower() in words("sourcing", "telling.press") or any(span.overlaps(token.span) for span in outlets)
        for token in told
    )


def named_beside(graph: AttributionGraph, paragraph: int, sentence: Sentence, phrase: UnnamedPhrase) -> bool:
    """Say whether the story names whom ``phrase``, in a ``sentence`` of a paragraph, means: there or in the next one.

    After people in general, a private person or one with an office or trade ("a leading economist"), whoever is met
    and speaks there counts; after an insider, only somebody who is described by the same word, and after a bare plural
    ("officials") anybody in office.
    """
    if _lists_names(sentence, phrase):
        return True
    if phrase.kind is UnnamedKind.BARE:
        return False
    for number in _met_beside(graph, paragraph, sentence):
        source = graph.sources[number]
        described = f"{source.first.text} {source.description}".lower().split()
        discreet = words("sourcing", "unnamed.insiders") - words("sourcing", "unnamed.soon_named")
        fellow = not phrase.counted and (_in_office(source) or _met_in_office(graph, source))
        loose = fellow or phrase.head.lemma.lower() not in discreet
        if loose or phrase.head.lemma.lower() in described:
            return True
    return False


def _lists_names(sentence: Sentence, phrase: UnnamedPhrase) -> bool:
    """Say whether a colon or dash after the phrase leads to names: "Four senators object: Joan Reyes and Al Kott"."""
    marks = [
        token.index
        for token in sentence.tokens
        if token.text in (":", "—", "–", "-", "(", "[") and token.index > phrase.head.index
    ]
    return phrase.counted and any(
        entity.label == "PERSON" and any(mark < entity.first <= mark + 4 for mark in marks)
        for entity in sentence.entities
    )


def _met_beside(graph: AttributionGraph, paragraph: int, sentence: Sentence) -> Iterator[int]:
    """Yield the named people who are met and speak in a sentence or the next."""
    own = graph.paragraphs[paragraph].sentences
    number = next(index for index, one in enumerate(own) if one is sentence)
    near = {(paragraph, number), (paragraph, number + 1) if number + 1 < len(own) else (paragraph + 1, 0)}
    for statement in (*graph.statements_in(paragraph), *graph.statements_in(paragraph + 1)):
        if statement.source is None or (statement.paragraph, statement.attribution.sentence) not in near:
            continue
        source = graph.sources[statement.source]
        speaks = statement.attribution.kind in (*_UTTERING, CueKind.COGNITION) and not statement.attribution.negated
        first = next((one for one in source.mentions if one.place.paragraph in graph.body), None)
        met = first is not None and (first.place.paragraph, first.sentence) in near
        if source.kind is SourceKind.NAMED_PERSON and speaks and met:
            yield statement.source


def speaks_for_body(graph: AttributionGraph, paragraph: int, sentence: Sentence, phrase: UnnamedPhrase) -> bool:
    """Say whether bare "officials" speak for a body that was named just before, or for an official who was."""
    if phrase.counted or phrase.head.lemma.lower() not in words("sourcing", "unnamed.officers"):
        return False
    if _telling_words(sentence, phrase) - {phrase.head.lemma.lower()}:
        return False
    own = graph.paragraphs[paragraph].sentences
    number = next(index for index, one in enumerate(own) if one is sentence)
    near = [(paragraph, index) for index in range(number + 1)]
    if paragraph - 1 in graph.body:
        near += [(paragraph - 1, index) for index in range(len(graph.paragraphs[paragraph - 1].sentences))]
    return any(_names_voice(graph, where, index, phrase.head) for where, index in near)


def _passing(paragraph: Paragraph, attribution: Attribution, phrase: UnnamedPhrase) -> bool:
    """Say whether a private person speaks only in passing: in somebody's own story, or beside what they do."""
    if phrase.kind is not UnnamedKind.PRIVATE:
        return False
    if cue_verb(paragraph.sentences[attribution.sentence], attribution).relation == "advcl":
        return True
    return any(
        token.text.lower() in words("people", "pronouns.first") and not paragraph.quoted(token.span)
        for sentence in paragraph.sentences
        for token in sentence.tokens
    )


def _names_voice(graph: AttributionGraph, paragraph: int, number: int, head: Token) -> bool:
    """Say whether a sentence names a body, or quotes a named source, that officials may speak for."""
    sentence = graph.paragraphs[paragraph].sentences[number]
    outlets = outlets_in(sentence)
    others = [
        token
        for token in sentence.tokens
        if not _outlawed(sentence, token) and not any(span.overlaps(token.span) for span in outlets)
    ]
    if names_body(sentence, others, head):
        return True
    if any(token.lemma.lower() in words("sourcing", "unnamed.bodies") for token in sentence.tokens):
        return True
    return any(
        statement.attribution.sentence == number
        and statement.attribution.kind in _UTTERING
        and statement.source is not None
        and _in_office(graph.sources[statement.source])
        for statement in graph.statements_in(paragraph)
    )


def _outlawed(sentence: Sentence, token: Token) -> bool:
    """Say whether a word belongs to the name of a band of gunmen, for which no officials speak."""
    entity = sentence.entity_at(token)
    name = token.text if entity is None else entity.text
    return not words("accusing", "unanswering").isdisjoint(name.lower().split())


def _in_office(source: Source) -> bool:
    """Say whether a source is a person whom the story gives an office in such a body."""
    described = {word.lower().strip(",.") for word in f"{source.first.text} {source.description}".split()}
    return source.kind is SourceKind.NAMED_PERSON and bool(described & words("sourcing", "unnamed.officeholders"))


def _met_in_office(graph: AttributionGraph, source: Source) -> bool:
    """Say whether a clause behind a name gives its bearer an office: "Ada Cole, who heads the customs office"."""
    met = next(one for one in source.mentions if one.place.paragraph in graph.body)
    sentence = graph.paragraphs[met.place.paragraph].sentences[met.sentence]
    return any(
        below.lemma.lower() in words("sourcing", "unnamed.officeholders") | sentence.lists.bodies
        for token in sentence.tokens_in(met.place.span)
        for clause in sentence.children(token, "acl:relcl")
        for below in sentence.subtree(clause)
    )


def _repeats(graph: AttributionGraph, known: UnnamedSpeaker, sentence: Sentence, phrase: UnnamedPhrase) -> bool:
    """Say whether ``phrase`` says nothing of its source that an earlier speaker's did not: it goes on with that one.

    One person is never taken for an earlier group, nor a person or a few for a person met before by "a" or "another".
    """
    if phrase.single != known.phrase.single or phrase.head.lemma != known.phrase.head.lemma:
        return False
    before, _ = place(graph.paragraphs[known.statement.paragraph], known.statement.attribution)
    fresh, old = _telling_words(sentence, phrase), _telling_words(before, known.phrase)
    return fresh == old if phrase.single else fresh <= old


def _telling_words(sentence: Sentence, phrase: UnnamedPhrase) -> frozenset[str]:
    """Return the lemmas in a phrase that describe."""
    return frozenset(
        token.lemma.lower()
        for token in sentence.tokens_in(phrase.span)
        if token.pos not in ("DET", "NUM", "PUNCT", "ADP")
    ) - words("sourcing", "unnamed.counts")


def _second_hand(graph: AttributionGraph, number: int) -> bool:
    """Say whether a source speaks only through other outlets."""
    return all(statement.attribution.via for statement in graph.statements_of(number))
