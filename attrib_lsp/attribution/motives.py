"""Find the motives and feelings that a sentence gives to somebody: "fears that", "in a bid to silence", "out of spite".

A feeling is one whatever it is about. A wish or a purpose counts only where the end discredits whoever has it ("to
avoid scrutiny"): to what end somebody meets, votes or builds is mostly plain from the act.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from attrib_lsp.attribution.forms import forms, listed, listed_in, openings
from attrib_lsp.attribution.genre import genre_of
from attrib_lsp.attribution.graph import FINITE, AttributionGraph
from attrib_lsp.attribution.standing import Standing, standing
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import DebrisKind

#: Different nouns of sport in a body from which it is taken for a report of sport.
SPORTING = 3
#: Words that may stand between "in a" and "bid to".
_ADJECTIVES = 3
_SINGULAR = frozenset({"he", "she"})
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "this", "that", "these", "those"})
_SUBJECTS = ("nsubj", "nsubj:pass")


class MotiveKind(Enum):
    """What is told of a mind."""

    FEELING = "what somebody feels"
    AIM = "what somebody is after"
    REASON = "what moves somebody"


@dataclass(frozen=True, slots=True)
class Motive:
    """A motive that a sentence gives to ``holder``: the words ``span``, told with the verb or adjective ``told``.

    ``end`` holds the numbers of the words that say what is felt or wanted.
    """

    span: Span
    kind: MotiveKind
    holder: Token
    told: Token
    end: frozenset[int]


@gathered
def motives(paragraph: Paragraph, sentence: Sentence) -> Iterator[Motive]:
    """Yield the motives that ``sentence`` of ``paragraph`` gives to somebody in particular, in the story's own voice.

    What is quoted, attributed, alleged, denied or only supposed is none.
    """
    if not sentence.holds(_minded()) or listed_in(sentence, "claims", "genres.fiction"):
        return
    for token in sentence.spelled(_minded()):
        found = _feeling(sentence, token) or _aim(sentence, token) or _reason(sentence, token)
        if found is None or paragraph.quoted(found.span) or not _particular(sentence, found):
            continue
        if standing(paragraph, sentence, found.told) is Standing.TOLD:
            yield found


@cache
def _minded() -> frozenset[str]:
    """Return the words without which a sentence gives nobody a motive."""
    ends = openings("motives", "discreditable.alone", *(f"discreditable.{pair}.verbs" for pair in _pairs()))
    feelings = words("motives", "reasons.feelings") | words("motives", "reasons.gains")
    return openings("motives", "states.felt") | ends | feelings


def somebody(sentence: Sentence, holder: Token) -> bool:
    """Say whether a word stands for a person or a body in particular that can have a motive and be asked for it."""
    lower, lemma = holder.text.lower(), holder.lemma.lower()
    if lower in words("motives", "holders.markets") or lemma in words("motives", "holders.moods"):
        return False
    entity = sentence.entity_at(holder)
    if entity is not None and entity.label in ("PERSON", "ORG", "PLACE"):
        return True
    if lower in _SINGULAR:
        return True
    known = sentence.lists.bodies | sentence.lists.roles | words("claims", "doers.described")
    return lemma in known and any(
        token.relation == "nmod:poss" or token.text.lower() in _DEFINITE
        for token in sentence.children(holder, "det", "nmod:poss")
    )


def _particular(sentence: Sentence, motive: Motive) -> bool:
    """Say whether a motive is somebody's in particular; those who act may be given as bare "ministers"."""
    acts = motive.kind is not MotiveKind.FEELING
    return somebody(sentence, motive.holder) or (acts and listed(sentence, motive.holder, "claims", "doers.bare"))


def sporting(graph: AttributionGraph) -> bool:
    """Say whether a story is a report of sport, in which will and nerves are part of the game."""
    if genre_of(graph).called("news"):
        return False
    sections = (one.prose.text for one in graph.story.debris if one.kind is DebrisKind.SECTION_LABEL)
    if any(text.strip(" .:").lower() in words("motives", "sport.labels") for text in sections):
        return True
    nouns = {
        token.lemma.lower()
        for number in graph.body
        for sentence in graph.paragraphs[number].sentences
        for token in sentence.spelled(words("motives", "sport.nouns"))
        if token.pos in ("NOUN", "PROPN")
    }
    return len(nouns) >= SPORTING


def _feeling(sentence: Sentence, token: Token) -> Motive | None:
    """Return what ``token`` says that somebody feels: "fears that", "was furious with"."""
    behind = _led_to(sentence, token, "states.felt")
    if behind is None or token.pos not in ("VERB", "ADJ"):
        return None
    holder = _holder(sentence, token)
    if holder is None:
        return None
    below = sentence.children(token, "ccomp", "xcomp", "obl", "obj", "advcl")
    return Motive(token.span.joined(behind.span), MotiveKind.FEELING, holder, token, _numbers(sentence, below))


def _aim(sentence: Sentence, token: Token) -> Motive | None:
    """Return the aim that the verb ``token`` tells where it is a discreditable one: "in a bid to silence"."""
    last = discreditable(sentence, token)
    if last is None:
        return None
    wanting = _wanting(sentence, token)
    act = _act(sentence, wanting or token)
    if _courts(sentence, token, act):
        return None
    if wanting is not None:
        holder, told, first = _holder(sentence, wanting), wanting, wanting
    elif act is not None:
        holder, told, first = _doer(sentence, act), act, _opening(sentence, token.index - 1)
    else:
        return None
    if holder is None:
        return None
    return Motive(first.span.joined(last.span), MotiveKind.AIM, holder, told, _numbers(sentence, (token,)))


def _courts(sentence: Sentence, verb: Token, act: Token | None) -> bool:
    """Say whether ``verb`` names votes as an end that is nobody's discredit: no other act is done for them."""
    if not listed(sentence, verb, "motives", "discreditable.courting.verbs"):
        return False
    return act is None or listed(sentence, act, "motives", "purposes.open")


def _reason(sentence: Sentence, token: Token) -> Motive | None:
    """Return the reason that the noun ``token`` gives for what somebody does: "out of spite", "for political gain"."""
    if token.pos != "NOUN":
        return None
    before = [one.text.lower() for one in sentence.tokens[max(token.index - 2, 0) : token.index]]
    if len(before) < 2:
        return None
    feeling = token.lemma.lower() in words("motives", "reasons.feelings")
    gain = token.text.lower() in words("motives", "reasons.gains") and before[1] in words(
        "motives", "reasons.interests"
    )
    if (feeling and before == ["out", "of"]) or (gain and before[0] == "for"):
        act = next((one for one in sentence.ancestors(token) if one.pos == "VERB"), None)
        holder = None if act is None else _doer(sentence, act)
    elif feeling and before[1] == "by":
        act = sentence.tokens[token.index - 2]
        moved = listed(sentence, act, "motives", "reasons.moving") and sentence.child(act, "nsubj:pass")
        holder = moved or None
    else:
        return None
    if act is None or holder is None:
        return None
    span = sentence.tokens[token.index - 2].span.joined(token.span)
    return Motive(span, MotiveKind.REASON, holder, act, frozenset({token.index}))


def discreditable(sentence: Sentence, verb: Token) -> Token | None:
    """Return the last word of the end that ``verb`` names where it discredits whoever has it ("scrutiny")."""
    if verb.pos != "VERB":
        return None
    if listed(sentence, verb, "motives", "discreditable.alone"):
        return sentence.child(verb, "compound:prt") or verb
    for pair in _pairs():
        if listed(sentence, verb, "motives", f"discreditable.{pair}.verbs"):
            for child in sentence.children(verb, "obj", "obl"):
                if listed(sentence, child, "motives", f"discreditable.{pair}.objects"):
                    return child
    return None


def _led_to(sentence: Sentence, token: Token, name: str) -> Token | None:
    """Return the word behind ``token`` where the two are an entry of that list: "fears that"."""
    behind = sentence.tokens[token.index + 1 : token.index + 2]
    entries = forms("motives", name).get(token.text.lower(), ())
    return behind[0] if behind and any(entry.endswith(f" {behind[0].text.lower()}") for entry in entries) else None


def _wanting(sentence: Sentence, verb: Token) -> Token | None:
    """Return the word that says that what ``verb`` names is wanted: "determined to silence", "bent on silencing"."""
    if verb.index < 2:
        return None
    word = sentence.tokens[verb.index - 2]
    return word if word.pos in ("VERB", "ADJ") and _led_to(sentence, word, "states.wanted") is not None else None


def _opening(sentence: Sentence, to: int) -> Token:
    """Return the first word of what leads in a purpose ending in the "to" numbered ``to``: "in a bid to", "to"."""
    tokens = sentence.tokens
    if to and listed(sentence, tokens[to - 1], "motives", "purposes.nouns"):
        for at in range(to - 2, max(to - 4 - _ADJECTIVES, 0), -1):
            if tokens[at].text.lower() in ("a", "an") and tokens[at - 1].text.lower() == "in":
                return tokens[at - 1]
    if to > 1 and (tokens[to - 2].text + tokens[to - 1].text).lower() in ("inorder", "soas"):
        return tokens[to - 2]
    return tokens[to]


def _act(sentence: Sentence, end: Token) -> Token | None:
    """Return the act that is done to the end that a clause names ("to silence", "hoping to"); None where it is none.

    A verb's own complement ("agreed to silence") is no end, nor a noun's ("a plan to silence") but for "in a bid to".
    """
    before = sentence.tokens[end.index - 1].text.lower() if end.index else ""
    led = before == "to" and _opening(sentence, end.index - 1).index < end.index - 1
    leads = end.relation == "advcl" and (before == "to" or end.tag == "VBG" or end.pos == "ADJ")
    if not leads and not (led and end.relation in ("acl", "xcomp")):
        return None
    return next((one for one in sentence.ancestors(end) if one.pos == "VERB"), None)


def _doer(sentence: Sentence, verb: Token) -> Token | None:
    """Return who does what ``verb`` tells: its subject, what its relative clause hangs from, a passive's agent."""
    for _ in range(3):
        if sentence.child(verb, "aux:pass") is not None:
            return sentence.child(verb, "obl:agent")
        subject = sentence.child(verb, *_SUBJECTS)
        if subject is not None:
            return sentence.head(verb) if subject.tag in ("WP", "WDT") else subject
        if verb.relation not in ("conj", "xcomp", "advcl"):
            return None
        verb = sentence.head(verb)
    return None


def _holder(sentence: Sentence, state: Token) -> Token | None:
    """Return who is in a state of mind: its subject, or that of the clause which it leads in or stands in."""
    if state.tag in FINITE or state.relation in ("root", "acl:relcl", "conj"):
        subject = sentence.child(state, *_SUBJECTS)
        if subject is not None and sentence.child(state, "aux:pass") is not None and state.pos == "VERB":
            return None if state.lemma.lower() == "fear" else subject
        return _doer(sentence, state) if subject is None or subject.tag in ("WP", "WDT") else subject
    if state.relation in ("acl", "amod", "appos"):
        return sentence.head(state)
    return _doer(sentence, state)


def _numbers(sentence: Sentence, tokens: tuple[Token, ...]) -> frozenset[int]:
    """Return the numbers of ``tokens`` and of all below them."""
    return frozenset(below.index for token in tokens for below in sentence.subtree(token))


@cache
def _pairs() -> tuple[str, ...]:
    """Return the names of the lists of ends that discredit by what they are about."""
    return tuple(name for name, found in lexicon("motives")["discreditable"].items() if isinstance(found, dict))
