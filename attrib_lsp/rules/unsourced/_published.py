"""Tell which figures their owners or the trade publish, so that the reader knows whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.attribution.claims import Evidence, Line
from attrib_lsp.attribution.forms import listed, listed_in
from attrib_lsp.attribution.grounds import has_phrase, names_somebody
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.rules.unsourced._figures import Figure, FigureKind, figures

#: Sentences over which a company's results, once given, go on.
RESULTS = 8
#: Sentences over which a chart, once named, goes on.
CHART = 6
#: Sentences at the head of a story in which a release of figures shows that the story is about it.
OPENING = 4
#: Words before a noun, at most, that belong to it.
PHRASE = 6


def published(evidence: Evidence, line: Line, figure: Figure) -> bool:
    """Say whether a figure is one of a release, a chart, a ranking or the accounts that the story names."""
    sentence = evidence.sentence(line)
    if listed(sentence, sentence.root, "measures", "own_verbs") or _measurer(sentence) or _owned(sentence, figure):
        return True
    if figure.kind is FigureKind.MONEY and any(_announces(evidence.sentence(one)) for one in evidence.before(line, 1)):
        return True
    return (
        _charted(evidence, line, figure)
        or _ranked(evidence, line, figure)
        or _accounts(evidence, line, figure)
        or _results(evidence, line, figure)
        or _released(evidence, line, figure)
    )


def official(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a percentage is one that an office publishes for all to see: "the jobless rate is 4 per cent"."""
    if figure.kind is not FigureKind.PERCENT:
        return False
    clause = figure.verb or sentence.root
    subjects = sentence.children(clause, "nsubj", "nsubj:pass")
    near = [token for token in (figure.noun, *subjects) if token is not None]
    near += [child for token in near for child in sentence.children(token, "compound", "amod")]
    if any(listed(sentence, subject, "measures", "official_subjects") for subject in subjects):
        return True
    if any(listed(sentence, token, "measures", "official_output") for token in near):
        return True
    return any(
        listed(sentence, token, "measures", "official")
        or (token.lemma.lower() == "product" and "domestic" in {one.lemma.lower() for one in sentence.children(token)})
        for token in near
    )


def _announces(sentence: Sentence) -> bool:
    """Say whether a sentence tells of an act by which a body makes a sum public: a contract, a law, a budget."""
    subject = sentence.child(sentence.root, "nsubj")
    by_somebody = subject is not None and names_somebody(sentence, sentence.subtree(subject))
    return by_somebody and listed(sentence, sentence.root, "measures", "announcing")


def _measurer(sentence: Sentence) -> bool:
    """Say whether a sentence names whose measure it tells of: "in the Harbour Watch average"."""
    return any(_bears_name(sentence, noun) for noun in listed_in(sentence, "measures", "published"))


def _bears_name(sentence: Sentence, noun: Token) -> bool:
    """Say whether a name stands between a noun and its article: "the Harbour Watch average"."""
    for token in reversed(sentence.tokens[max(noun.index - PHRASE, 0) : noun.index]):
        if token.pos in ("DET", "PUNCT", "VERB", "AUX"):
            return False
        if token.tag in ("NNP", "NNPS"):
            return True
    return False


def _charted(evidence: Evidence, line: Line, figure: Figure) -> bool:
    """Say whether a sum is one of those that the trade publishes every week: takings at the box office."""
    near = (line, *evidence.before(line, CHART))
    return figure.kind is FigureKind.MONEY and any(
        has_phrase(evidence.sentence(other).text, "measures", "charts") for other in near
    )


def _accounts(evidence: Evidence, line: Line, figure: Figure) -> bool:
    """Say whether a figure is from the accounts of a company: its sales or its profit, by name and for a period."""
    sentence = evidence.sentence(line)
    if any(_in_books(sentence, subject) for subject in _subjects(sentence, figure)):
        return True
    if not any(entity.label == "DATE" for entity in sentence.entities):
        return False
    near = [figure.noun, *(sentence.children(figure.verb, "nsubj", "obj") if figure.verb is not None else ())]
    results = [token for token in near if token is not None and listed(sentence, token, "measures", "result_nouns")]
    if not results:
        return False
    subjects = sentence.children(figure.verb, "nsubj") if figure.verb is not None else ()
    owners = (
        token
        for result in (*results, *subjects)
        for token in (result, *sentence.children(result, "compound", "nmod", "nmod:poss"))
    )
    if any(_company(sentence, token) for token in owners):
        return True
    alone = all(sentence.child(result, "compound", "nmod", "nmod:poss", "amod") is None for result in results)
    return alone and any(
        _company(evidence.sentence(other), token)
        for other in evidence.before(line, 1)
        for token in evidence.sentence(other).tokens
    )


def _subjects(sentence: Sentence, figure: Figure) -> Iterator[Token]:
    """Yield the subjects of a figure that tells itself what they are: "sales were down 4%", "was £2m, 1% up"."""
    last = sentence.tokens[figure.end - 1]
    for above in (last, sentence.head(last)):
        yield from sentence.children(above, "nsubj")


def _in_books(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is of what a company's books hold: "Nokia's profit", "its sales", "the firm's", "revenue"."""
    if not listed(sentence, token, "measures", "result_nouns"):
        return False
    owner = sentence.child(token, "nmod:poss")
    if owner is None:
        alone = sentence.child(token, "compound", "nmod", "amod") is None
        return alone and listed(sentence, token, "measures", "company_results")
    company = owner.text.lower() == "its" or listed(sentence, owner, "measures", "bookkeepers")
    return company or (owner.pos == "PROPN" and not _place(sentence, owner))


def _place(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is of the name of a place."""
    entity = sentence.entity_at(token)
    return entity is not None and entity.label == "PLACE"


def _company(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is of the name of a body."""
    entity = sentence.entity_at(token)
    return entity is not None and entity.label == "ORG"


def _owned(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is of what a body that is named is made up of: "the firm's 83 divisions"."""
    noun = figure.noun
    if figure.kind is not FigureKind.COUNT or noun is None or listed(sentence, noun, "measures", "people_nouns"):
        return False
    owner = sentence.child(noun, "nmod:poss")
    return owner is not None and _company(sentence, owner)


def _results(evidence: Evidence, line: Line, figure: Figure) -> bool:
    """Say whether a figure is of a company's results, and the story told before that the company gave them."""
    sentence = evidence.sentence(line)
    near = [figure.noun, figure.verb, *sentence.children(figure.verb or sentence.root, "nsubj")]
    if not any(token is not None and _result(sentence, token) for token in near):
        return False
    return any(_gives_results(evidence.sentence(other)) for other in (line, *evidence.before(line, RESULTS)))


def _result(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is of what a company's results tell: "profit", "earned" with the period it did so in."""
    if listed(sentence, token, "measures", "result_nouns"):
        return True
    period = any(entity.label == "DATE" for entity in sentence.entities)
    return period and token.pos == "VERB" and listed(sentence, token, "measures", "result_verbs")


def _gives_results(sentence: Sentence) -> bool:
    """Say whether a sentence tells that somebody gave results: "has reported a rise in profit"."""
    gives = any(token.pos == "VERB" for token in listed_in(sentence, "measures", "own_verbs"))
    return gives and bool(listed_in(sentence, "measures", "result_nouns"))


def _ranked(evidence: Evidence, line: Line, figure: Figure) -> bool:
    """Say whether a sum is one of those of a ranking that was named just before, with its publisher."""
    return figure.kind is FigureKind.MONEY and any(
        _measurer(evidence.sentence(one)) for one in evidence.before(line, CHART)
    )


def _released(evidence: Evidence, line: Line, figure: Figure) -> bool:
    """Say whether the story is about figures that somebody has released, and this may be one of them."""
    if figure.kind not in (FigureKind.PERCENT, FigureKind.MONEY) or _foretold(evidence.sentence(line)):
        return False
    opening = (one for one in evidence.lines[:OPENING] if one < line)
    return any(
        listed_in(evidence.sentence(one), "measures", "releases") and bool(figures(evidence.sentence(one)))
        for one in opening
    )


def _foretold(sentence: Sentence) -> bool:
    """Say whether a sentence looks ahead: a release tells of what was."""
    return listed_in(sentence, "measures", "looking_ahead") != ()
