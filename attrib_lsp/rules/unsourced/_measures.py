"""Tell which figures state a measure that somebody must have taken, and not a date, a price, a score or a rule."""

from __future__ import annotations

import re

from attrib_lsp.attribution.forms import listed, listed_in
from attrib_lsp.attribution.grounds import starts_with
from attrib_lsp.language.remembered import remembered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon
from attrib_lsp.rules.unsourced._contests import leads, result
from attrib_lsp.rules.unsourced._figures import Figure, FigureKind
from attrib_lsp.rules.unsourced._laid_down import any_of, bought, paid_for
from attrib_lsp.rules.unsourced._settled import settled
from attrib_lsp.rules.unsourced._tallies import amounts, tallied

#: From which number of people harmed on somebody has counted.
TOLL = 3
#: From which sum on somebody must have reckoned it up; the same where it is spent, lost or taken in.
SUM, SPENT = 1_000_000, 10_000
#: From which number of people on a crowd is an estimate.
CROWD = 1_000
#: From which on where it is called one.
ESTIMATED = 100
#: From which number on things counted up since a date are a statistic.
SINCE = 100
#: From which number on people or things are no longer counted at a glance.
MANY = 20
#: How a sum begins that sets a bound.
_BOUNDS = ("up to", "over", "under", "less than", "more than", "at least")
_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "root")


@remembered
def measures(sentence: Sentence, figure: Figure) -> str | None:
    """Return what ``figure`` measures (toll, crowd, share, rate, change, cost or count); None where nothing."""
    if settled(sentence, figure) or result(sentence, figure):
        return None
    near = _near(sentence, figure)
    if figure.kind is FigureKind.COUNT and any_of(sentence, near, "toll_verbs", "toll_nouns"):
        return "toll" if _large(figure, TOLL) and _harmed(sentence, figure) else None
    if figure.kind is FigureKind.PERCENT:
        return _proportion(sentence, figure)
    if figure.kind is FigureKind.SHARE:
        return _part(sentence, figure, near)
    if amounts(sentence, figure):
        return "count"
    if leads(sentence, figure):
        return "share"
    if not _large(figure):
        return None
    if _rate(sentence, figure) and (figure.kind is not FigureKind.MONEY or _sum(sentence, figure)):
        return "rate"
    if figure.kind is FigureKind.MONEY:
        return _cost(sentence, figure, near)
    return _number(sentence, figure, near)


def _part(sentence: Sentence, figure: Figure, near: tuple[Token, ...]) -> str | None:
    """Return what a share measures: a part of people or of things that are counted, or of opinions."""
    if figure.noun is not None and (
        figure.noun.tag in ("NNS", "NNPS") or any_of(sentence, near, "people_nouns", "measure_nouns")
    ):
        return "share"
    if figure.noun is not None and listed(sentence, figure.noun, "measures", "wholes"):
        return "share"
    return "share" if any_of(sentence, near, "share_verbs", "change_verbs", "opinion_words") else None


def _cost(sentence: Sentence, figure: Figure, near: tuple[Token, ...]) -> str | None:
    """Return what a sum measures: what something cost or brought in, or what somebody is worth."""
    reckoned = _sum(sentence, figure) and any_of(sentence, near, "cost_verbs", "measure_nouns")
    return "cost" if reckoned or _worth(sentence, figure) else None


def _harmed(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a toll is of people, and news: one that only recalls an event ("which killed 130") is known."""
    if figure.verb is not None and _recalled(sentence, figure.verb):
        return False
    if figure.noun is None or listed(sentence, figure.noun, "measures", "toll_nouns"):
        return figure.verb is None or listed(sentence, figure.verb, "measures", "harm_verbs", "toll_nouns")
    people = listed(sentence, figure.noun, "measures", "people_nouns")
    return people or listed(sentence, figure.noun, "people", "civilians", "roles")


def _recalled(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb stands in a relative clause, or goes on one: "the attack that left 14 dead and 20 wounded".

    So it does behind a span of time that it only places ("in the days after nine miners were killed"), and in what came
    later ("a week before he steered into a quay, killing 12").
    """
    clauses = (verb, *sentence.ancestors(verb))
    if any(one.text.lower() == "before" for above in clauses for one in sentence.children(above, "mark")):
        return True
    if verb.relation == "acl" and sentence.head(verb).lemma.lower() in lexicon("measures")["times"]:
        return True
    return any(
        token.relation == "acl:relcl"
        for token in (verb, *(above for above in sentence.ancestors(verb) if verb.relation in ("conj", "xcomp")))
    )


def _worth(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a sum is what somebody is worth."""
    return figure.first > 0 and sentence.tokens[figure.first - 1].text.lower() == "worth" and _large(figure, SUM)


def _sum(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a sum is one that was reckoned up, and no price, threshold or mere description ("a £7m lawsuit")."""
    if figure.verb is not None and figure.verb.relation == "acl" and figure.text.lower().startswith(_BOUNDS):
        return False  # "workers earning up to $47,476"
    if paid_for(sentence, figure) or (figure.verb is not None and bought(sentence, figure.verb)):
        return False
    described = sentence.tokens[figure.end : figure.end + 1]
    thing = bool(described) and described[0].pos in ("NOUN", "PROPN", "ADJ")
    if thing and not any_of(sentence, described, "sum_nouns"):
        return False
    spent = figure.verb is not None and listed(sentence, figure.verb, "measures", "cost_verbs")
    return _large(figure, SPENT if spent else SUM)


def _proportion(sentence: Sentence, figure: Figure) -> str | None:
    """Return what a percentage measures; None for all of a thing, and for "the 1 per cent"."""
    the = figure.first > 0 and sentence.tokens[figure.first - 1].text.lower() == "the"
    return None if figure.text.startswith("100") or (the and figure.noun is None) else "share"


def _rate(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number is one by the day or year, or one counted up since a date."""
    behind = re.split(r"[,;:()–—]", sentence.text[figure.span.end - sentence.span.start :])[0].split()
    if any(starts_with(" ".join(behind[skipped:]), "measures", "rates") for skipped in range(3)):
        return True
    if figure.kind is not FigureKind.COUNT or not _large(figure, SINCE) or figure.verb is None:
        return False
    perfect = any(token.text.lower() in ("has", "have") for token in sentence.children(figure.verb, "aux", "aux:pass"))
    return perfect and re.search(r"\bsince (?:\w+ )?(?:1[0-9]|20)\d\d\b", sentence.text) is not None


def _number(sentence: Sentence, figure: Figure, near: tuple[Token, ...]) -> str | None:
    """Return what a large number measures."""
    if _crowd(sentence, figure, near):
        return "crowd" if _large(figure, ESTIMATED if "estimated" in figure.text.lower() else CROWD) else None
    if figure.verb is None:
        return None
    if tallied(sentence, figure):
        return "count"
    if listed(sentence, figure.verb, "measures", "change_verbs"):
        subject = sentence.child(figure.verb, "nsubj")
        scored = figure.noun is None and subject is not None and subject.pos == "PROPN"
        return None if scored else "change"
    if not listed(sentence, figure.verb, "measures", "condition_verbs") or figure.noun is None:
        return None
    people = listed(sentence, figure.noun, "measures", "people_nouns") or listed(
        sentence, figure.noun, "people", "civilians"
    )
    is_subject = figure.noun.relation in ("nsubj", "nsubj:pass")
    had = listed(sentence, figure.verb, "measures", "having_verbs") and not is_subject
    return "count" if people and not had and figure.noun.relation in _ARGUMENTS else None


def _crowd(sentence: Sentence, figure: Figure, near: tuple[Token, ...]) -> bool:
    """Say whether a number is that of people who came together."""
    if any_of(sentence, near, "crowd_nouns"):
        return True
    people = any_of(sentence, near, "people_nouns")
    if people and any_of(sentence, near, "crowd_verbs"):
        return True
    drawn = figure.verb is not None and listed(sentence, figure.verb, "measures", "drawing_verbs")
    return people and drawn and bool(listed_in(sentence, "measures", "crowd_events"))


def _near(sentence: Sentence, figure: Figure) -> tuple[Token, ...]:
    """Return the words that tell what a figure is of: its noun with modifiers, its verb with subject and object."""
    before = 4 if figure.kind is FigureKind.MONEY else 0
    near = [
        *sentence.tokens[max(figure.first - before, 0) : figure.first],
        *sentence.tokens[figure.end : figure.end + 2],
    ]
    if figure.noun is not None:
        near += [figure.noun, *sentence.children(figure.noun, "amod", "compound", "acl", "nmod", "conj")]
        near += [above for above in (sentence.head(figure.noun),) if above.pos in ("NOUN", "VERB")]
    if figure.verb is not None:
        near.append(figure.verb)
        for child in sentence.children(figure.verb, "nsubj", "nsubj:pass", "obj"):
            near += [child, *sentence.children(child, "compound", "nmod", "amod")]
    return tuple(near)


def _large(figure: Figure, least: int = MANY) -> bool:
    """Say whether a number is ``least`` or more: by default, more than can be counted at a glance."""
    return value(figure.text) >= least


def value(text: str) -> float:
    """Return what a figure comes to, at the least: "hundreds of" is 100, "three million" 3,000,000.

    >>> value("more than £2.5m"), value("tens of thousands of"), value("twenty-three")
    (2500000.0, 10000.0, 23.0)
    """
    lower = text.lower()
    scales = lexicon("measures")["scales"]
    factor = 1.0
    for scale in re.findall(rf"(?<![a-z])(?:{'|'.join(scales)})(?![a-z])", lower):
        factor *= scales[scale]
    digits = re.search(r"\d+(?:,\d{3})*(?:\.\d+)?", lower)
    if digits is not None:
        return float(digits.group().replace(",", "")) * factor
    values = lexicon("measures")["number_words"]
    spelled = [values[word] for word in re.split(r"[\s-]", lower) if word in values]
    return float(sum(spelled) or (1 if factor > 1 else 0)) * factor
