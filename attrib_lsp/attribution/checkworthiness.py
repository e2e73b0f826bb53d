"""Score how much an assertion asks for a source: who does what, how secretly, how deliberately, how hedged.

A score between 0 and 1 adds up the weights in the word lists of "claims". It is low for almost every sentence of
news: only conduct that a fair reader would want to see proved (concealment, deception, neglect, pressure, gain, blame
for a harm), told of somebody in particular, comes near 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.forms import listed, listed_in, openings
from attrib_lsp.attribution.grounds import has_phrase
from attrib_lsp.attribution.standing import Standing, standing
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

_CLAUSES = ("root", "conj", "acl:relcl", "parataxis")
_BE = frozenset({"is", "are", "was", "were"})
_PERFECT = frozenset({"has", "have", "had", "'ve", "’ve"})
_PRONOUNS = frozenset({"he", "she", "they"})
_KINDS = ("concealment", "deception", "neglect", "pressure", "enrichment")


@dataclass(frozen=True, slots=True)
class Assertion:
    """Conduct that a sentence asserts of somebody.

    ``score`` says how much it asks for a source, 0 to 1; ``kind`` is what it charges the doer with.
    """

    span: Span
    verb: Token
    actor: Token
    kind: str
    score: float


@gathered
def assertions(paragraph: Paragraph, sentence: Sentence) -> Iterator[Assertion]:
    """Yield the conduct that ``sentence`` of ``paragraph`` asserts of a doer in the story's own voice.

    What is attributed, quoted, alleged, denied or only supposed is none.
    """
    if not sentence.holds(_charging()) or listed_in(sentence, "claims", "genres.fiction"):
        return
    for verb in sentence.tokens:
        if verb.pos != "VERB" or not _in_asserting_clause(sentence, verb):
            continue
        actor = _actor(sentence, verb)
        if actor is None:
            continue
        charge = _charge(sentence, verb) or _blame(sentence, verb, actor)
        told = _to_blame(sentence, verb) or standing(paragraph, sentence, verb) is Standing.TOLD
        if charge is None or not told:
            continue
        kind, base = charge
        score = base + _actor_weight(sentence, actor) + _manner(sentence, verb)
        yield Assertion(sentence.span, verb, actor, kind, min(round(score, 3), 1.0))


@cache
def _charging() -> frozenset[str]:
    """Return the words without which a sentence charges nobody with anything: verbs, "blame", what tells of secrecy."""
    kinds = (f"{weight}.{kind}" for weight in ("strong", "weak") for kind in _KINDS)
    verbs = openings("claims", *kinds, "breaches.verbs", "omissions.verbs", "causes.verbs")
    secrecy = {word for phrase in words("claims", "manner.phrases") for word in phrase.split()[-1:]}
    return verbs | secrecy | words("claims", "manner.secret") | words("claims", "manner.quiet") | {"blame"}


def _weight(name: str) -> float:
    """Return a weight of the word lists."""
    return float(lexicon("claims")["weights"][name])


def _in_asserting_clause(sentence: Sentence, verb: Token) -> bool:
    """Say whether the verb's clause is one that the sentence asserts: the main one, one beside it, a relative one."""
    for above in (sentence.head(verb) if _to_blame(sentence, verb) else verb, *sentence.ancestors(verb)):
        if above.relation == "root":
            return True
        if above.pos in ("VERB", "AUX") and above.relation not in _CLAUSES:
            return False
    return False


def _actor(sentence: Sentence, verb: Token) -> Token | None:
    """Return who does it: the verb's subject, what a relative clause hangs from, or a passive's agent."""
    passive = sentence.child(verb, "aux:pass") is not None
    if passive:
        return sentence.child(verb, "obl:agent")
    for _ in range(3):
        subject = sentence.child(verb, "nsubj", "nsubj:pass")
        if subject is not None:
            if subject.tag in ("WP", "WDT") and verb.relation == "acl:relcl":
                return sentence.head(verb)
            return subject
        if verb.relation != "conj" and not _to_blame(sentence, verb):
            return None
        verb = sentence.head(verb)
        if sentence.child(verb, "aux:pass") is not None:
            return None
    return None


def _actor_weight(sentence: Sentence, actor: Token) -> float:
    """Return how much it counts that the doer is somebody in particular."""
    entity = sentence.entity_at(actor)
    if actor.pos == "PROPN" or (entity is not None and entity.label in ("PERSON", "ORG", "PLACE")):
        return _weight("actor_named")
    if actor.text.lower() in _PRONOUNS:
        return _weight("actor_pronoun")
    lemma = actor.lemma.lower()
    definite = any(
        token.text.lower() in ("the", "its", "their", "his", "her", "this") or token.relation == "nmod:poss"
        for token in sentence.children(actor, "det", "nmod:poss")
    )
    known = sentence.lists.bodies | sentence.lists.roles | words("claims", "doers.described")
    if lemma in known and definite:
        return _weight("actor_described")
    return _weight("actor_bare") if listed(sentence, actor, "claims", "doers.bare") else 0.0


def _charge(sentence: Sentence, verb: Token) -> tuple[str, float] | None:
    """Return what the verb charges its doer with, and how heavily it weighs."""
    matter = _weight("matter") if _matters(sentence, verb) else 0.0
    for kind in _KINDS:
        if listed(sentence, verb, "claims", f"strong.{kind}"):
            return kind, _weight("strong") + matter + _secrecy(sentence, verb)
        if matter and listed(sentence, verb, "claims", f"weak.{kind}"):
            return kind, _weight("weak") + matter + _secrecy(sentence, verb)
    if listed(sentence, verb, "claims", "breaches.verbs") and _about(sentence, verb, "breaches.nouns"):
        return "breach", _weight("breach")
    duty = sentence.child(verb, "xcomp")
    if duty is not None and listed(sentence, verb, "claims", "omissions.verbs"):
        done = listed(sentence, duty, "claims", "omissions.duties")
        return ("omission", _weight("omission")) if done else None
    if sentence.child(verb, "obj", "ccomp", "xcomp") is not None:
        said = listed(sentence, verb, "cues", "speech", "cognition")  # "privately, officials think so"
        secret = 0.0 if said else _secrecy(sentence, verb)
        return ("secrecy", secret + matter) if secret else None
    return None


def _blame(sentence: Sentence, verb: Token, actor: Token) -> tuple[str, float] | None:
    """Return the charge of causing a harm by blameworthy conduct: "the ministry's negligence led to the crash"."""
    if _to_blame(sentence, verb):
        return "blame", _weight("strong")
    if not listed(sentence, verb, "claims", "causes.verbs"):
        return None
    harmed = any(
        listed(sentence, token, "claims", "causes.harms")
        for child in sentence.children(verb, "obj", "obl")
        for token in sentence.subtree(child)
    )
    blamed = listed(sentence, actor, "claims", "causes.conduct")
    owner = sentence.child(actor, "nmod:poss", "nmod")
    if harmed and blamed and owner is not None:
        return "blame", _weight("strong") + _weight("actor_described")
    return None


def _to_blame(sentence: Sentence, verb: Token) -> bool:
    """Say whether the verb stands in "is to blame"."""
    before = [token.text.lower() for token in sentence.tokens[max(verb.index - 2, 0) : verb.index]]
    return verb.text.lower() == "blame" and before[-1:] == ["to"] and before[0] in _BE


def _matters(sentence: Sentence, verb: Token) -> bool:
    """Say whether what is done to is a matter that counts: costs, warnings, evidence."""
    return _about(sentence, verb, "matters.nouns")


def _about(sentence: Sentence, verb: Token, nouns: str) -> bool:
    """Say whether a word on the list ``nouns`` is what something is done to, or belongs to it."""
    return sentence.holds(openings("claims", nouns)) and any(
        listed(sentence, token, "claims", nouns)
        for child in sentence.children(verb, "obj", "obl", "ccomp", "nmod")
        for token in (child, *sentence.children(child, "nmod", "conj", "compound", "amod"))
    )


def _secrecy(sentence: Sentence, verb: Token) -> float:
    """Return how much it weighs that something is done in secret, or only quietly."""
    beside = {token.text.lower() for token in sentence.children(verb, "advmod", "obl", "advcl")}
    if beside & words("claims", "manner.secret"):
        return _weight("secret")
    clause = sentence.subtree(verb)
    start, end = clause[0].span.start - sentence.span.start, clause[-1].span.end - sentence.span.start
    if has_phrase(sentence.text[start:end], "claims", "manner.phrases"):
        return _weight("secret")
    return _weight("quiet") if beside & words("claims", "manner.quiet") else 0.0


def _manner(sentence: Sentence, verb: Token) -> float:
    """Return what intent, lasting conduct and figures add."""
    score = 0.0
    below = sentence.children(verb, "aux", "advmod", "obl")
    beside = {token.text.lower() for token in below}
    if beside & words("claims", "manner.intent"):
        score += _weight("intent")
    if beside & _PERFECT or verb.tag == "VBG":
        score += _weight("conduct")
    if any(entity.label in ("NUMBER", "PERCENT", "MONEY") for entity in sentence.entities):
        score += _weight("quantity")
    return score
