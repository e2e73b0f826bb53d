"""Find whom a cue speaks of: the words that give its source."""

from __future__ import annotations

from attrib_lsp.attribution.cues import Cue, inside_quotation, let_in
from attrib_lsp.attribution.phrases import by_phrase, noun_phrase, span_of
from attrib_lsp.attribution.values import CueKind
from attrib_lsp.language.values import Quotation, Sentence, Token
from attrib_lsp.text.span import Span

_SUBJECTS = ("nsubj", "nsubj:outer")
#: How many words of description may stand beside a name.
NEAR = 12


def find_source(sentence: Sentence, cue: Cue, quotations: tuple[Quotation, ...]) -> tuple[Span, Token] | None:
    """Return the source's span and head word, as the tree has it; None where the sentence gives none."""
    if cue.kind in (CueKind.IMPERSONAL, CueKind.ADVERB):
        return None
    if cue.kind is CueKind.BARE:
        return _before_colon(sentence, cue)
    if _asked(sentence, cue.head):
        return None
    if sentence.child(cue.head, *_SUBJECTS) is None and let_in(sentence, cue.head):
        return _named_before(sentence, cue)
    head = cue.head if cue.kind is CueKind.ACCORDING_TO else _unquoted_subject(sentence, cue, quotations)
    own = frozenset(range(cue.first, cue.end))
    if head is not None and head.index not in own and head.pos != "PUNCT":
        return span_of(noun_phrase(sentence, head, own)), head
    return _named_before(sentence, cue) or _introduced(sentence, cue)


def _asked(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb tells what somebody was asked ("Asked about the fire, she said"): who asks is not said."""
    return (
        verb.tag == "VBN"
        and verb.relation == "advcl"
        and sentence.child(verb, "nsubj", "aux", "aux:pass", "mark") is None
    )


def _unquoted_subject(sentence: Sentence, cue: Cue, quotations: tuple[Quotation, ...]) -> Token | None:
    """Return the cue's subject; where that is somebody's quoted words, the nearest subject outside of them."""
    subject = subject_of(sentence, cue.head)
    if subject is None or not inside_quotation(subject, quotations) or inside_quotation(cue.head, quotations):
        return subject
    others = [token for token in sentence.children(cue.head, *_SUBJECTS) if not inside_quotation(token, quotations)]
    return min(others, key=lambda token: abs(token.index - cue.head.index), default=None)


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the head of who does ``verb``: its subject, the agent of a passive, or whoever it is taken over from."""
    for _ in range(4):
        if sentence.child(verb, "aux:pass") is not None:
            return sentence.child(verb, "obl:agent") or by_phrase(sentence, verb, "obl")
        subject = sentence.child(verb, *_SUBJECTS)
        if subject is not None:
            return subject
        above = sentence.head(verb)
        if verb.relation in ("conj", "xcomp", "advcl") and above is not verb:
            if verb.relation == "xcomp" and (told := sentence.child(above, "obj", "iobj")) is not None:
                return told
            if verb.relation == "advcl" and verb.tag not in ("VBG", "VBN", "VB") and above.pos != "VERB":
                return None
            passive = sentence.child(above, "nsubj:pass")
            if passive is not None and verb.relation == "advcl":
                return passive
            verb = above
        elif _purpose(sentence, verb):
            verb = sentence.head(above)
            if verb.pos in ("NOUN", "PROPN"):
                return verb
        else:
            modified = verb.relation in ("acl", "acl:relcl") and verb.tag in ("VBG", "VB", "VBD", "VBZ", "VBP")
            return above if modified and above.pos in ("NOUN", "PROPN", "PRON") else None
    return None


def _purpose(sentence: Sentence, verb: Token) -> bool:
    """Say whether an infinitive tells what a noun is for ("in talks to buy"): the talks buy nothing."""
    return verb.relation == "acl" and verb.tag == "VB" and sentence.head(verb).relation in ("nmod", "obl", "obj")


def _before_colon(sentence: Sentence, cue: Cue) -> tuple[Span, Token] | None:
    """Return what stands before a colon that speaks: a short run of names."""
    before = sentence.tokens[: cue.first]
    if before and len(before) <= 5 and before[-1].pos == "PROPN":
        return span_of(before), before[-1]
    return None


def _named_before(sentence: Sentence, cue: Cue) -> tuple[Span, Token] | None:
    """Return the person named just before a verb of saying, with the description before the name.

    The tree often hangs the last of "..., a mechanic, Ada Kent, said" from the sentence that she says.
    """
    if cue.kind not in (CueKind.SPEECH, CueKind.WRITING):
        return None
    end = cue.first
    while end > 0 and sentence.tokens[end - 1].text == ",":
        end -= 1
    first = end
    while first > 0 and sentence.tokens[first - 1].pos == "PROPN":
        first -= 1
    if not 0 < first < end or sentence.tokens[first - 1].text != ",":
        return None
    start = _description_start(sentence, first)
    return sentence.tokens[start].span.joined(sentence.tokens[end - 1].span), sentence.tokens[end - 1]


def _introduced(sentence: Sentence, cue: Cue) -> tuple[Span, Token] | None:
    """Return the person whose name and description stand between commas before the verb, or before one above it.

    The tree often loses the subject of "Asked about the fire, Ada Kent, head of the yard, denied it, saying ...".
    """
    if cue.kind not in (CueKind.SPEECH, CueKind.WRITING, CueKind.DENIAL):
        return None
    starts = (cue.first, *(verb.index for verb in sentence.ancestors(cue.head) if verb.pos == "VERB"))
    for end in starts:
        if end < 2 or sentence.tokens[end - 1].text != ",":
            continue
        for entity in reversed(sentence.entities):
            between = sentence.tokens[entity.end : end]
            if entity.label != "PERSON" or not 1 < len(between) <= 2 * NEAR or between[0].text != ",":
                continue
            if not any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in between):
                return entity.span.joined(sentence.tokens[end - 2].span), sentence.tokens[entity.end - 1]
    return None


def _description_start(sentence: Sentence, name: int) -> int:
    """Return where the words begin that describe a name set behind them by a comma ("the mayor, Jo Lind")."""
    if name < 3 or sentence.tokens[name - 1].text != ",":
        return name
    for index in range(name - 2, max(name - NEAR, 0) - 1, -1):
        token = sentence.tokens[index]
        if token.text == ",":
            begins = sentence.tokens[index + 1]
            return index + 1 if begins.pos == "DET" or begins.tag in ("PRP$", "POS") or begins.pos == "PROPN" else name
    return name
