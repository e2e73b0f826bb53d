"""Find the cues of a sentence: the words by which it says that somebody said, wrote, thought or showed something."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.values import CueKind
from attrib_lsp.language.values import Quotation, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Relations of clauses that a cue verb takes as its content.
CLAUSES = ("ccomp", "xcomp")
_GROUPS = (
    ("denial", CueKind.DENIAL),
    ("speech", CueKind.SPEECH),
    ("writing", CueKind.WRITING),
    ("evidence", CueKind.EVIDENCE),
    ("cognition", CueKind.COGNITION),
    ("stance", CueKind.STANCE),
)
_COMMENT = frozenset({"comment", "respond", "answer", "discuss", "elaborate", "reply", "say", "speak", "confirm"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_WITHHOLDING = frozenset({"decline", "refuse"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in its sentence: tokens ``[first, end)``; ``head`` is the word that source and content hang from."""

    head: Token
    first: int
    end: int
    kind: CueKind
    lemma: str

    def span(self, sentence: Sentence) -> Span:
        """Return the cue's span, in the offsets of the sentence's paragraph."""
        return sentence.tokens[self.first].span.joined(sentence.tokens[self.end - 1].span)


def find_cues(
    sentence: Sentence, quotations: tuple[Quotation, ...], taken: AbstractSet[int] = frozenset()
) -> tuple[Cue, ...]:
    """Return the cues of ``sentence``, in order, no two sharing a token.

    These are "according to" and its like, verbs of the word lists where the tree or a quotation shows that they carry a
    content, and adverbs. ``quotations`` are those of the whole paragraph, ``taken`` the numbers of tokens that are no
    cue's any more.
    """
    found: list[Cue] = []
    taken = set(taken)
    for cue in (*_according(sentence), *_listed(sentence, quotations), *_adverbs(sentence)):
        tokens = set(range(cue.first, cue.end))
        if not tokens & taken:
            taken |= tokens
            found.append(cue)
    return tuple(sorted(found, key=lambda cue: cue.first))


def head_of(sentence: Sentence, first: int, end: int) -> Token:
    """Return the head of tokens ``[first, end)``: the verb nearest the root, else the word nearest the root."""
    tokens = [token for token in sentence.tokens[first:end] if token.pos != "PUNCT"] or list(sentence.tokens[first:end])
    verbs = [token for token in tokens if token.pos == "VERB"]
    return min(verbs or tokens, key=lambda token: sum(1 for _ in sentence.ancestors(token)))


def cue_of(sentence: Sentence, head: Token, first: int, end: int) -> Cue:
    """Return the cue of those tokens with its kind."""
    lemma = lemma_of(sentence, head)
    return Cue(head, first, end, kind_of(sentence, head, lemma), lemma)


def lemma_of(sentence: Sentence, verb: Token) -> str:
    """Return the verb's lemma with its particle: "rule out"."""
    particle = sentence.child(verb, "compound:prt")
    return f"{verb.lemma.lower()} {particle.text.lower()}" if particle else verb.lemma.lower()


def kind_of(sentence: Sentence, head: Token, lemma: str) -> CueKind:
    """Return what kind of cue a verb (or other word) is where it stands."""
    if _no_comment(sentence, head):
        return CueKind.NO_COMMENT
    if impersonal(sentence, head):
        return CueKind.IMPERSONAL
    for group, kind in _GROUPS:
        if lemma in words("cues", group) or head.lemma.lower() in words("cues", group):
            return kind
    return CueKind.ADVERB if head.text.lower() in words("cues", "adverbs") else CueKind.STANCE


def _no_comment(sentence: Sentence, head: Token) -> bool:
    """Say whether the verb withholds an answer: declined to comment, did not respond, could not be reached."""
    lemma = head.lemma.lower()
    if lemma in _WITHHOLDING:
        below = (*sentence.children(head, "xcomp", "obj", "obl"),)
        return any(token.lemma.lower() in _COMMENT for token in below)
    negated = any(token.text.lower() in ("not", "n't", "n’t", "never") for token in sentence.children(head, "advmod"))
    if lemma == "reach":
        return negated and sentence.child(head, "aux:pass") is not None
    if lemma in ("respond", "reply", "comment"):
        return negated
    if lemma == "return" and negated:
        return any(t.lemma.lower() in ("call", "message", "email", "request") for t in sentence.children(head, "obj"))
    return False


def impersonal(sentence: Sentence, head: Token) -> bool:
    """Say whether the verb is an evidential passive without agent ("is thought to", "it is understood that")."""
    if head.lemma.lower() not in words("cues", "impersonal") or head.tag != "VBN":
        return False
    if sentence.child(head, "aux:pass") is None or sentence.child(head, "obl:agent") is not None:
        return False
    return sentence.child(head, *CLAUSES, "csubj", "csubj:pass") is not None


def _according(sentence: Sentence) -> Iterator[Cue]:
    """Yield "according to" and its like, with the noun they lead to as head where there is one."""
    tokens = sentence.tokens
    for parts in _phrases():
        if not sentence.spellings.issuperset(parts):
            continue
        spoken = tuple(token.text.lower() for token in tokens)
        for index, word in enumerate(spoken):
            end = index + len(parts)
            if word != parts[0] or spoken[index:end] != parts:
                continue
            following = tokens[end].lemma.lower() if end < len(tokens) else ""
            if following not in words("cues", "not_sources"):
                yield Cue(_object(sentence, index, end), index, end, CueKind.ACCORDING_TO, " ".join(parts))


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    """The prepositional cues of several words, split; a single word ("per") is too often something else."""
    phrases = (tuple(phrase.split()) for phrase in sorted(words("cues", "prepositional")))
    return tuple(parts for parts in phrases if len(parts) > 1)


def according_to(sentence: Sentence, first: int, end: int) -> Cue | None:
    """Return the prepositional cue that tokens ``[first, end)`` are, None if they are none."""
    text = " ".join(token.text.lower() for token in sentence.tokens[first:end])
    if text not in words("cues", "prepositional"):
        return None
    return Cue(_object(sentence, first, end), first, end, CueKind.ACCORDING_TO, text)


def negated(sentence: Sentence, cue: Cue) -> bool:
    """Say whether the cue's verb is negated."""
    return any(token.text.lower() in _NEGATIONS for token in sentence.children(cue.head, "advmod", "neg"))


def _object(sentence: Sentence, first: int, end: int) -> Token:
    """Return the noun that a prepositional cue ``[first, end)`` introduces, else the cue's last word."""
    for token in sentence.tokens[first:end]:
        for above in (sentence.head(token), *sentence.ancestors(token)):
            if above.index >= end:
                return above
    return sentence.tokens[end - 1]


def _listed(sentence: Sentence, quotations: tuple[Quotation, ...]) -> Iterator[Cue]:
    """Yield verbs of the word lists that carry a content here by tree or by quotation marks."""
    for token in sentence.tokens:
        if token.pos != "VERB" or inside_quotation(token, quotations):
            continue
        lemma = lemma_of(sentence, token)
        if impersonal(sentence, token) or _no_comment(sentence, token) or _carries(sentence, token, lemma, quotations):
            first, end = verb_group(sentence, token)
            yield cue_of(sentence, token, first, end)


def inside_quotation(token: Token, quotations: tuple[Quotation, ...]) -> bool:
    """Say whether the token stands in somebody's quoted words: who speaks there is theirs to say."""
    return any(quotation.inner.overlaps(token.span) for quotation in quotations)


def _carries(sentence: Sentence, verb: Token, lemma: str, quotations: tuple[Quotation, ...]) -> bool:
    """Say whether a listed verb has a content: a clause, a quotation beside it, or the sentence it is let into."""
    kinds = {kind for group, kind in _GROUPS if lemma in words("cues", group)}
    if not kinds:
        return False
    utters = bool(kinds & {CueKind.SPEECH, CueKind.WRITING})
    if sentence.child(verb, "ccomp") is not None:
        return True
    if kinds & {CueKind.DENIAL}:
        return sentence.child(verb, "obj") is not None
    if let_in(sentence, verb) and (utters or CueKind.EVIDENCE in kinds):
        return True
    return utters and quotation_beside(sentence, verb, quotations)


def let_in(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb with its subject is let into the sentence that it carries ("It is safe, a study found").

    Such a verb may look like a second main clause or a clause of circumstance; but those are led in by a word.
    """
    before = sentence.tokens[max(verb.index - 2, 0) : verb.index]
    named = len(before) == 2 and before[0].pos == "PROPN" and before[1].text == ","
    if sentence.child(verb, "nsubj") is None and not named:
        return False
    if verb.relation == "parataxis":
        return True
    led = sentence.child(verb, "cc", "mark", "obj", *CLAUSES) is not None
    first = sentence.subtree(verb)[0].index
    comma = named or any(token.text == "," for token in sentence.tokens[max(first - 1, 0) : first + 1])
    return verb.relation in ("conj", "advcl") and not led and first > 0 and comma


def quotation_beside(sentence: Sentence, verb: Token, quotations: tuple[Quotation, ...]) -> bool:
    """Say whether a quotation touches the verb's own words (itself, its subject, what addresses whom)."""
    own = sentence.subtree(verb, without=frozenset(t.index for t in sentence.children(verb, *CLAUSES, "parataxis")))
    for quotation in quotations:
        near = Span(max(quotation.span.start - 2, 0), quotation.span.end + 2)
        outside = [token for token in own if not quotation.inner.overlaps(token.span)]
        if any(near.overlaps(token.span) for token in outside if token.pos != "PUNCT"):
            return True
    return False


def verb_group(sentence: Sentence, verb: Token) -> tuple[int, int]:
    """Return tokens ``[first, end)`` of the verb with its auxiliaries and negation before it and its particle."""
    first, end = verb.index, verb.index + 1
    own = {
        token.index
        for token in sentence.children(verb, "aux", "aux:pass", "advmod")
        if token.pos in ("AUX", "PART") or token.text.lower() in ("not", "never", "also")
    }
    while first - 1 in own:
        first -= 1
    particle = sentence.child(verb, "compound:prt")
    if particle is not None and particle.index == end:
        end += 1
    return first, end


def _adverbs(sentence: Sentence) -> Iterator[Cue]:
    """Yield reportedly, allegedly and the like, each hanging from what it modifies."""
    for token in sentence.spelled(words("cues", "adverbs")):
        if token.text.lower() in words("cues", "adverbs") and token.pos == "ADV":
            yield Cue(token, token.index, token.index + 1, CueKind.ADVERB, token.text.lower())
