"""Find whole classes of people who say or think something: "experts say", "many Democrats fear", "seen by some as"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.forms import entry_of, listed, openings
from attrib_lsp.attribution.grounds import names_somebody
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

#: Words between the class and its verb at most: "critics of the government's plan say".
ATTACHED = 8
_DEFINITE = frozenset({"the", "these", "those", "both", "our", "their", "its", "his", "her", "other"})
_ATTACHING = frozenset({"in", "of", "on", "within", "inside", "around", "across"})
_RELATIVE = ("WDT", "WP", "WRB")
_PRESENT = ("VBP", "VB", "VBZ")
_PAST = ("VBD", "VBN")
_QUOTES = frozenset("\"'“”‘’")
_PROGRESSIVE = frozenset({"are", "were", "'re", "’re"})
_PHRASE = ("ADJ", "NOUN", "DET", "ADV", "NUM", "PRON", "PROPN")


@dataclass(frozen=True, slots=True)
class Chorus:
    """A class of people that speaks: words ``[first, end)`` up to its verb, and the lemma of the class."""

    first: int
    end: int
    lemma: str


@gathered
def choruses(sentence: Sentence) -> Iterator[Chorus]:
    """Yield the classes of people that say or think something in ``sentence``, in their order.

    Classes that are counted, definite, or placed at a body by name are none.
    """
    told = 0
    for head in sentence.spelled(_heads()):
        lemma = _class(sentence, head)
        if lemma is None or head.index < told:
            continue
        first = _beginning(sentence, head)
        if _named(sentence, sentence.tokens[first : head.index], lemma) or _owned(sentence, first, head):
            continue
        found = _speaking(sentence, first, head, lemma) or _cited(sentence, first, head, lemma)
        if found is not None:
            told = found.end
            yield found


@cache
def _heads() -> frozenset[str]:
    """Return the words that may stand for a class."""
    return openings("evidential", "anybody", "authorities", "choral", "people", "camps")


def _text(sentence: Sentence, index: int) -> str:
    """Return the word at ``index`` in lower case, "" outside the sentence."""
    return sentence.tokens[index].text.lower() if 0 <= index < len(sentence.tokens) else ""


def _class(sentence: Sentence, head: Token) -> str | None:
    """Return the lemma of the class that a word stands for; None where it stands for none."""
    lower = head.text.lower()
    if lower in words("evidential", "anybody"):
        return lower if _alone(sentence, head) else None
    if head.pos not in ("NOUN", "PROPN") or not (lower.endswith("s") or lower == "people"):
        return None
    if head.relation == "compound" and sentence.head(head).tag in ("NNP", "NNPS"):
        return None  # "analysts Brenner Clay": they are named
    for name in ("authorities", "choral"):
        authority = entry_of(sentence, head, "evidential", name)
        if authority is not None:
            return authority
    before = sentence.tokens[max(head.index - 2, 0) : head.index]
    counted = any(token.text.lower() in words("evidential", "quantifiers") for token in before)
    if not counted or any(token.text.lower() in ("of", "the", "these", "those") for token in before):
        return None
    return entry_of(sentence, head, "evidential", "people") or entry_of(sentence, head, "evidential", "camps")


def _alone(sentence: Sentence, head: Token) -> bool:
    """Say whether "some" stands by itself and not before a noun, nor before "of them"."""
    following = sentence.tokens[head.index + 1 : head.index + 3]
    opines = bool(following) and listed(sentence, following[0], "evidential", "opining")
    if not following or (
        following[0].pos in ("NOUN", "PROPN", "ADJ", "NUM") and not opines and not _led(sentence, head)
    ):
        return False
    return not (following[0].text.lower() == "of" and following[-1].pos in ("PRON", "DET"))


def _led(sentence: Sentence, head: Token) -> bool:
    """Say whether "by" or "to" leads in a bare "some" before "as": "seen by some as"."""
    return _text(sentence, head.index - 1) == "by" and _text(sentence, head.index + 1) in ("as", "to")


def _beginning(sentence: Sentence, head: Token) -> int:
    """Return the first word of the class's phrase."""
    first = head.index
    while first > 0 and (sentence.tokens[first - 1].pos in _PHRASE or sentence.tokens[first - 1].relation == "amod"):
        before = sentence.tokens[first - 1]
        if before.tag in _RELATIVE or (before.pos == "ADV" and before.text.lower() not in ("very", "most")):
            break
        first -= 1
        if before.text.lower() in words("evidential", "quantifiers"):
            break
    return first


def _named(sentence: Sentence, tokens: Sequence[Token], lemma: str) -> bool:
    """Say whether words before a class name a body.

    A party's camp is none in particular ("some GOP strategists"), nor are many of somebody's supporters.
    """
    followers = lemma in words("evidential", "partisans") and any(
        token.text.lower() in words("evidential", "quantifiers") for token in tokens
    )
    return names_somebody(
        sentence,
        [
            token
            for token in tokens
            if token.text.lower() not in words("evidential", "camp_names")
            and not (followers and (entity := sentence.entity_at(token)) is not None and entity.label == "PERSON")
        ],
    )


def _owned(sentence: Sentence, first: int, head: Token) -> bool:
    """Say whether the phrase is counted, definite or somebody's: "the critics", "three analysts", "its opponents"."""
    return any(
        token.text.lower() not in words("evidential", "quantifiers")
        and (token.text.lower() in _DEFINITE or token.pos in ("NUM", "PRON") or token.tag == "POS")
        for token in sentence.tokens[first : head.index]
    ) or (first > 0 and sentence.tokens[first - 1].tag in ("POS", "PRP$", "CD"))


def _speaking(sentence: Sentence, first: int, head: Token, lemma: str) -> Chorus | None:
    """Return a class with the verb or mood by which it speaks, before or behind it; None where it does not."""
    before = sentence.tokens[first - 1] if first > 0 else None
    end = _through_verb(sentence, head, lemma)
    if before is not None and before.pos == "ADP" and before.relation != "mark":
        beside = before.text.lower() == "with" and end is not None and sentence.tokens[end - 1].tag == "VBG"
        return Chorus(first, end, lemma) if beside and end is not None else None
    own = sentence.tokens[first].text.lower() in words("evidential", "quantifiers")
    if before is not None and before.text.lower() in ("and", "or") and head.relation == "conj" and not own:
        return None
    if end is None and _text(sentence, head.index + 1) == "who":
        verb = sentence.head(head)
        own_verb = head.relation == "nsubj" and verb.index > head.index and _holds(sentence, verb.index, lemma)
        return Chorus(first, head.index + 1, lemma) if own_verb else None
    if end is not None:
        term = _text(sentence, first - 1) == "what" and listed(
            sentence, sentence.tokens[end - 1], "evidential", "terming"
        )
        return None if term else Chorus(first, end, lemma)
    return Chorus(first - 1, head.index + 1, lemma) if _said_before(sentence, first, head) else None


def _through_verb(sentence: Sentence, head: Token, lemma: str) -> int | None:
    """Return the end of the verb by which the class speaks; None where it does not, or is placed or named."""
    index = _past_company(sentence, head)
    if _text(sentence, index) in _ATTACHING:
        limit, quoted = index + ATTACHED, False
        while index < min(limit, len(sentence.tokens)) and not _holds(sentence, index, lemma):
            token = sentence.tokens[index]
            marks = token.pos == "PUNCT" and token.text not in _QUOTES
            if marks or token.pos in ("VERB", "AUX", "SCONJ") or (token.pos == "PROPN" and not quoted):
                return None
            quoted = quoted != (token.text in _QUOTES)
            index += 1
    index = _past_aside(sentence, index)
    while index < len(sentence.tokens) and (
        sentence.tokens[index].pos == "ADV" or _text(sentence, index) in ("have", "had", "been")
    ):
        index += 1
    if _holds(sentence, index, lemma):
        other = sentence.tokens[index].tag == "VBZ" and head.tag == "NNS"  # "research by economists suggests"
        return None if other else index + 1
    if _moved(sentence, index, head):
        return index + 2
    return _in_a_mood(sentence, index, lemma)


def _past_company(sentence: Sentence, head: Token) -> int:
    """Return the first word behind a class and those joined to it: "critics and opponents"."""
    index = head.index + 1
    while _text(sentence, index) in ("and", "or") or (_text(sentence, index) == "," and _joined(sentence, index, head)):
        joined = next(
            (
                token
                for token in sentence.tokens[index + 1 : index + 6]
                if token.relation == "conj" and token.pos in ("NOUN", "PROPN") and token.head == head.index
            ),
            None,
        )
        if joined is None or names_somebody(sentence, sentence.tokens[index + 1 : joined.index + 1]):
            break
        index = joined.index + 1
    return index


def _joined(sentence: Sentence, comma: int, head: Token) -> bool:
    """Say whether a noun behind a comma is one more of a list that ``head`` begins."""
    return any(
        token.relation == "conj" and token.head == head.index for token in sentence.tokens[comma + 1 : comma + 4]
    )


def _past_aside(sentence: Sentence, index: int) -> int:
    """Return the word behind ", however," or "meanwhile" between commas, if one stands at ``index``."""
    if _text(sentence, index) == "," and _text(sentence, index + 2) == ",":
        inserted = sentence.tokens[index + 1]
        if inserted.pos in ("ADV", "SCONJ"):
            return index + 3
    return index


def _holds(sentence: Sentence, index: int, lemma: str) -> bool:
    """Say whether the word at ``index`` is a verb by which such a class speaks; neighbours only when they still do."""
    if index >= len(sentence.tokens):
        return False
    token = sentence.tokens[index]
    if not listed(sentence, token, "evidential", "holding"):
        return False
    if token.tag not in _PRESENT + _PAST:
        following = sentence.tokens[index + 1 : index + 2]
        return bool(following) and (following[0].pos in ("DET", "PRON") or following[0].text.lower() in ("that", "of"))
    crowd = lemma in words("evidential", "anybody") | words("evidential", "people")
    if crowd and not listed(sentence, token, "evidential", "opining"):
        return False
    if token.tag in _PAST and token.lemma.lower() == "expect":
        return False  # "more than analysts expected": what a market had reckoned with
    past_said = token.tag in _PAST and listed(sentence, token, "evidential", "telling")
    return not (past_said and lemma in words("evidential", "anybody") | words("evidential", "neighbours"))


def _moved(sentence: Sentence, index: int, head: Token) -> bool:
    """Say whether something moves a class to say or think something: "led some to speculate", at the "to"."""
    if _text(sentence, index) != "to" or head.relation not in ("obj", "iobj"):
        return False
    verb = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else head
    return verb.tag == "VB" and listed(sentence, verb, "evidential", "holding")


def _in_a_mood(sentence: Sentence, index: int, lemma: str) -> int | None:
    """Return the end of the mood that a class is in ("are concerned that", "were divided"); None where it is in none.

    Also of what it is saying just now: "are warning".
    """
    if _text(sentence, index) not in _PROGRESSIVE and _text(sentence, index - 1) != "been":
        return None
    at = index + (_text(sentence, index) in _PROGRESSIVE)
    while at < len(sentence.tokens) and sentence.tokens[at].pos == "ADV":
        at += 1
    if at >= len(sentence.tokens):
        return None
    token = sentence.tokens[at]
    crowd = lemma in words("evidential", "anybody") | words("evidential", "people")
    if not crowd and token.text.lower() in words("sourcing", "opinion.moods"):
        return at + 1
    saying = token.tag == "VBG" and listed(sentence, token, "evidential", "opining" if crowd else "holding")
    return at + 1 if saying else None


def _said_before(sentence: Sentence, first: int, head: Token) -> bool:
    """Say whether the class stands behind its verb at a clause's end: ", say critics."."""
    if first < 2:
        return False
    verb, following = sentence.tokens[first - 1], sentence.tokens[head.index + 1 : head.index + 2]
    ends = not following or following[0].pos == "PUNCT"
    opens = sentence.tokens[first - 2].pos == "PUNCT"
    return ends and opens and listed(sentence, verb, "evidential", "telling") and verb.tag in _PRESENT + _PAST


def _cited(sentence: Sentence, first: int, head: Token, lemma: str) -> Chorus | None:
    """Return a class that something goes "according to", or that a passive gives a view to: "seen by some as"."""
    following = _text(sentence, head.index + 1)
    if _text(sentence, first - 2) == "according" and _text(sentence, first - 1) == "to":
        placed = following in (*_ATTACHING, "at", "from", "with", "who", "for", "such", "like", "including")
        named = head.index + 1 < len(sentence.tokens) and sentence.tokens[head.index + 1].pos == "PROPN"
        if placed or named or lemma in words("evidential", "anybody"):
            return None
        return Chorus(first - 2, head.index + 1, lemma)
    verb = sentence.tokens[first - 2] if first > 1 else None
    if verb is None or _text(sentence, first - 1) != "by" or verb.tag not in _PAST:
        return None
    viewed = verb.text.lower() in words("evidential", "viewing") and following in ("as", "to")
    return Chorus(first - 2, head.index + 1, lemma) if viewed else None
