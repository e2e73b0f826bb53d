"""Find the verbs by which a sentence judges a speaker or the words, where they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.forms import entry_of, opening
from attrib_lsp.attribution.mentions import Reference, describe
from attrib_lsp.attribution.phrases import noun_phrase, span_of
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.attribution.standing import asks
from attrib_lsp.attribution.values import Attribution, ContentType, Paragraph, SourceKind
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

#: Slants whose verbs carry words, in the order in which they are looked up.
SPEAKING = ("doubt", "persistence", "truth", "guilt", "temper", "house")
#: Words behind "claim" in which what is claimed for oneself may stand.
OBJECT_WITHIN = 6
#: The lists of verbs that judge.
_JUDGING = tuple(f"{slant}.verbs" for slant in (*SPEAKING, "blow", "omission"))
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly"})
_MODALS = frozenset(
    {"can", "could", "may", "might", "must", "shall", "should", "would", "'d", "’d", "will", "'ll", "’ll"}
)
_ABOUT = frozenset({"as", "for", "over"})


@dataclass(frozen=True, slots=True)
class LoadedVerb:
    """A verb that judges: ``span`` are the words to report, ``verb`` those that a neutral verb can replace.

    ``whose`` tells its speaker from others: the number-free words of the subject. ``plain`` is set where "said" fits
    in its place.
    """

    span: Span
    verb: Span
    token: Token
    entry: str
    slant: str
    subject: Token
    plain: bool


@gathered
def loaded_verbs(paragraph: Paragraph, sentence: Sentence) -> Iterator[LoadedVerb]:
    """Yield the judging verbs of ``sentence`` that stand in the story's own voice and have a subject that can speak."""
    judging = opening(sentence, "verbs", *_JUDGING)
    if not judging or asks(sentence.text):
        return
    for token in judging:
        if token.pos != "VERB" or paragraph.quoted(token.span) or _unasserted(sentence, token):
            continue
        found = _speaking(paragraph, sentence, token) or _blow(paragraph, sentence, token) or _omission(sentence, token)
        if found is not None and not paragraph.attributed(token.span) and not _warranted(paragraph, sentence, found):
            yield found


def _unasserted(sentence: Sentence, token: Token) -> bool:
    """Say whether a verb is negated, only possible, an infinitive, or a passive that hides who speaks."""
    for child in sentence.children(token):
        lower = child.text.lower()
        if lower in _NEGATIONS or (child.relation == "aux" and lower in _MODALS):
            return True
        if child.relation == "aux:pass" or (child.relation == "mark" and lower == "to"):
            return True
    return token.relation in ("amod", "compound")


def _speaking(paragraph: Paragraph, sentence: Sentence, token: Token) -> LoadedVerb | None:
    """Return a verb that carries words and judges them or their speaker."""
    for slant in SPEAKING:
        entry = entry_of(sentence, token, "verbs", f"{slant}.verbs")
        if entry is None:
            continue
        if _plain_sense(sentence, token, entry):
            return None
        quotes = _quotes(paragraph, token)
        clause = sentence.child(token, "ccomp") is not None
        carries = quotes or clause or token.relation == "parataxis" or _infinitive(sentence, token, slant)
        if not carries and not (slant == "doubt" and _claims_to_be(sentence, token)):
            return None
        said = (quotes or clause or token.relation == "parataxis") and not _of_infinitive(sentence, token)
        return _found(sentence, token, entry, slant, plain=said)
    return None


def _of_infinitive(sentence: Sentence, token: Token) -> bool:
    """Say whether what a verb carries has no tense, as "said" cannot: "claims to be", "insists that it include"."""
    for content in sentence.children(token, "ccomp", "xcomp"):
        below = sentence.children(content, "aux", "cop", "mark")
        if any(child.text.lower() == "to" for child in below):
            return True
        finite = any(child.tag in ("MD", "VBD", "VBZ", "VBP") for child in below)
        if not finite and ("VB" in (content.tag, *(child.tag for child in below)) or _wished(sentence, content)):
            return True
    return False


def _wished(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb tells what is wished for, and not what is: "that the budget include it"."""
    subject = sentence.child(verb, "nsubj")
    single = subject is not None and (subject.tag in ("NN", "NNP") or subject.text.lower() in ("he", "she", "it"))
    joined = subject is not None and sentence.child(subject, "conj") is not None
    return verb.tag == "VBP" and single and not joined


def _plain_sense(sentence: Sentence, token: Token, entry: str) -> bool:
    """Say whether a verb is the plain word: it claims a title, demands, admits to feelings or faults, reveals how."""
    if entry == "claim":
        for following in sentence.tokens[token.index + 1 : token.index + 1 + OBJECT_WITHIN]:
            if following.lemma.lower() in words("verbs", "exempt.claimed"):
                return True
            if following.pos not in ("DET", "ADJ", "NUM", "PROPN", "NOUN") and following.tag != "POS":
                break
    clause = sentence.child(token, "ccomp")
    if entry == "reveal" and sentence.child(token, "obj") is not None:
        return True
    if clause is None:
        return False
    if entry == "insist" and _demands(sentence, clause):
        return True
    if entry in ("admit", "concede") and _own_fault(sentence, clause):
        return True
    if entry == "admit" and {clause.lemma.lower(), clause.text.lower()} & words("verbs", "exempt.feelings"):
        return True
    return entry == "reveal" and any(child.tag in ("WP", "WRB", "WDT", "WP$") for child in sentence.subtree(clause)[:1])


def _demands(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause says what is to be, not what is: "insists that the budget include a wall"."""
    subject = sentence.child(clause, "nsubj", "nsubj:pass")
    single = subject is not None and subject.tag in ("NN", "NNP")
    bare = clause.tag == "VB" or (clause.tag == "VBP" and single)  # no "includes", and no "will" before it
    if bare and sentence.child(clause, "aux") is None:
        return True
    return any(child.text.lower() == "be" for child in sentence.children(clause, "cop", "aux:pass")) and (
        sentence.child(clause, "aux") is None
    )


def _own_fault(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause owns up to a weakness of the speaker or the speaker's side: "his team needs to improve"."""
    subject = sentence.child(clause, "nsubj", "nsubj:pass")
    if subject is None:
        return False
    owned = sentence.child(subject, "nmod:poss")
    own = subject.pos == "PRON" or (owned is not None and owned.pos == "PRON")
    told = {token.lemma.lower() for token in sentence.subtree(clause)}
    return own and (
        clause.lemma.lower() in words("verbs", "exempt.faults") or bool(told & words("verbs", "exempt.shortcomings"))
    )


def _found(
    sentence: Sentence, token: Token, entry: str, slant: str, *, plain: bool, end: Token | None = None
) -> LoadedVerb | None:
    """Return the verb with its particle, if somebody is its subject."""
    subject = _speaker(sentence, token, bodies=slant == "omission")
    if subject is None or subject.lemma.lower() in words("verbs", "exempt.courts") | words("verbs", "exempt.crimes"):
        return None
    particles = entry.split()[1:]
    last = next((t for t in sentence.tokens[token.index + 1 :] if particles and t.text.lower() == particles[-1]), token)
    verb = token.span.joined(last.span)
    return LoadedVerb(verb.joined((end or last).span), verb, token, entry, slant, subject, plain)


def _speaker(sentence: Sentence, token: Token, *, bodies: bool = False) -> Token | None:
    """Return the subject of a verb if it can speak: a person, a body, a pronoun for one; no document.

    "It" is a body only where ``bodies`` says that nothing else can do what the verb says.
    """
    subject = subject_of(sentence, token)
    if subject is not None and subject.tag in ("WP", "WDT"):
        subject = next(
            (sentence.head(t) for t in (token, *sentence.ancestors(token)) if t.relation == "acl:relcl"), None
        )
    if subject is None or subject is token:
        return None
    found = describe(sentence, subject, span_of(noun_phrase(sentence, subject)))
    if found.reference is Reference.PRONOUN:
        return subject if bodies or subject.text.lower() != "it" else None
    return subject if found.kind is not None and found.kind is not SourceKind.DOCUMENT else None


def _quotes(paragraph: Paragraph, token: Token) -> bool:
    """Say whether the verb is the cue of words in quotation marks."""
    return any(
        cue.covers(token.span) and one.content and one.type is not ContentType.INDIRECT
        for one in paragraph.attributions
        for cue in one.cue
    )


def cued(paragraph: Paragraph, token: Token) -> Attribution | None:
    """Return the attribution whose cue holds ``token``."""
    return next((one for one in paragraph.attributions if any(cue.covers(token.span) for cue in one.cue)), None)


def _infinitive(sentence: Sentence, token: Token, slant: str) -> bool:
    """Say whether the verb carries what its subject does or is: "claims to be", "admitted lying"."""
    below = sentence.child(token, "xcomp")
    if below is None:
        return False
    if slant == "guilt":
        return below.tag == "VBG"
    return slant == "doubt" and any(t.text.lower() == "to" for t in sentence.children(below, "mark"))


def _claims_to_be(sentence: Sentence, token: Token) -> bool:
    """Say whether the verb's object is what its subject says it is: "claimed neutrality"."""
    thing = sentence.child(token, "obj")
    return thing is not None and thing.lemma.lower() in words("verbs", "claimed.objects")


def _blow(paragraph: Paragraph, sentence: Sentence, token: Token) -> LoadedVerb | None:
    """Return a verb that makes a blow of criticism: its object is somebody, or it says what for."""
    entry = entry_of(sentence, token, "verbs", "blow.verbs")
    thing = sentence.child(token, "obj")
    sent_out = " " not in (entry or "") and sentence.child(token, "compound:prt") is not None  # "blasted out an email"
    if entry is None or thing is None or sent_out or thing.lemma.lower() in words("verbs", "blow.literal"):
        return None
    entity = sentence.entity_at(thing)
    somebody = entity is not None and entity.label in ("PERSON", "ORG")
    reason = any(
        case.text.lower() in _ABOUT
        for below in sentence.children(token, "obl", "advcl")
        for case in sentence.children(below, "case", "mark")
    )
    if not (somebody or reason or _quotes(paragraph, token)):
        return None
    return _found(sentence, token, entry, "blow", plain=True)


def _omission(sentence: Sentence, token: Token) -> LoadedVerb | None:
    """Return "refused to condemn", "failed to say": a verb that blames somebody for what was not said."""
    entry = entry_of(sentence, token, "verbs", "omission.verbs")
    below = sentence.child(token, "xcomp")
    if entry is None or below is None or below.index < token.index:
        return None
    if below.lemma.lower() not in words("verbs", "omission.unsaid"):
        return None
    return _found(sentence, token, entry, "omission", plain=entry == "refuse", end=below)


@cache
def _contrary() -> re.Pattern[str]:
    """Match words that hold evidence against what somebody said."""
    return re.compile(str(lexicon("verbs")["exempt"]["contrary"]), re.IGNORECASE)


def _warranted(paragraph: Paragraph, sentence: Sentence, found: LoadedVerb) -> bool:
    """Say whether the judgement has its reason in the sentence: a plea, a case, or evidence against the words."""
    lemmas = {token.lemma.lower() for token in sentence.tokens}
    if found.entry in words("verbs", "exempt.cases") and lemmas & words("verbs", "exempt.courts"):
        return True
    if found.entry in words("verbs", "exempt.pleas"):
        near = {token.lemma.lower() for one in paragraph.sentences for token in one.tokens}
        return bool(near & (words("verbs", "exempt.courts") | words("verbs", "exempt.crimes")))
    if found.slant not in ("doubt", "persistence"):
        return False
    adverbs = (child.text.lower() for child in sentence.children(found.token, "advmod"))
    return any(adverb in words("verbs", "exempt.warranted") for adverb in adverbs) or (
        _contrary().search(sentence.text) is not None
    )
