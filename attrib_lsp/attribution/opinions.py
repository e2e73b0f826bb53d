"""Find opinions that a sentence gives to somebody: moods, beliefs, doubts, forecasts and judgements."""

from __future__ import annotations

from attrib_lsp.attribution.cues import lemma_of
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

_LINKING = frozenset({"remain", "feel", "seem", "appear", "grow", "become", "get", "stay", "sound", "look"})
_CONDITIONAL = frozenset({"if", "whether", "unless"})


def opinion(sentence: Sentence, subject: Token) -> Token | None:
    """Return the last word of the predicate by which ``subject`` holds an opinion ("sceptical" in "were sceptical").

    None where the predicate gives none, or gives it only perhaps ("may doubt", "if they fear").
    """
    if subject.relation not in ("nsubj", "nsubj:pass"):
        return None
    predicate = sentence.head(subject)
    if _perhaps(sentence, predicate):
        return None
    for found in (_mood(sentence, predicate), _belief(sentence, predicate), _voiced(sentence, predicate)):
        if found is not None:
            return found
    return predicate if _judges(sentence, predicate) else None


def forecast(predicate: Token) -> bool:
    """Say whether a predicate of opinion looks ahead."""
    return predicate.lemma.lower() in words("sourcing", "opinion.forecasts")


def _perhaps(sentence: Sentence, predicate: Token) -> bool:
    """Say whether the predicate stands under a condition or a verb of possibility."""
    return any(
        token.text.lower() in words("sourcing", "telling.unsaid") or token.text.lower() in _CONDITIONAL
        for token in sentence.children(predicate, "aux", "mark")
    )


def _mood(sentence: Sentence, predicate: Token) -> Token | None:
    """Return the word of mood: "were sceptical", "are alarmed by", "remain hopeful"."""
    if predicate.text.lower() in words("sourcing", "opinion.moods"):
        linked = sentence.child(predicate, "cop", "aux:pass") is not None
        return predicate if linked else None
    if predicate.lemma.lower() in _LINKING:
        for child in sentence.children(predicate, "xcomp", "acomp"):
            if child.text.lower() in words("sourcing", "opinion.moods"):
                return child
    return None


def _belief(sentence: Sentence, predicate: Token) -> Token | None:
    """Return a verb of belief that carries a clause or is let into one, or a verb of feeling with its object."""
    lemma = predicate.lemma.lower()
    if lemma in words("sourcing", "opinion.beliefs"):
        let_in = predicate.relation == "parataxis"
        if let_in or sentence.child(predicate, "ccomp") is not None:
            return predicate
    if lemma in words("sourcing", "opinion.feelings") and sentence.child(predicate, "obj") is not None:
        return predicate
    return None


def _voiced(sentence: Sentence, predicate: Token) -> Token | None:
    """Return the noun of a mood that is voiced: "expressed alarm", "have doubts"."""
    if predicate.lemma.lower() not in words("sourcing", "opinion.voicing"):
        return None
    for child in sentence.children(predicate, "obj"):
        if child.lemma.lower() in words("sourcing", "opinion.mood_nouns"):
            return child
    return None


def _judges(sentence: Sentence, predicate: Token) -> bool:
    """Say whether a verb of telling carries a judgement: "said the plan was reckless", "called it a shambles"."""
    lemma = lemma_of(sentence, predicate)
    branding = lemma in words("sourcing", "opinion.branding")
    if not branding and lemma not in words("sourcing", "telling.verbs"):
        return False
    relations = ("ccomp", "xcomp", "obj") if branding else ("ccomp", "xcomp")
    return any(
        {child.text.lower(), child.lemma.lower()} & words("sourcing", "opinion.judgements")
        for child in sentence.children(predicate, *relations)
    )
