"""Say whether words take for granted what they tell, or only take up what others told."""

from __future__ import annotations

from attrib_lsp.attribution.values import Attribution, CueKind, Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

_ARGUMENTS = ("obj", "nsubj", "nsubj:pass")
_WH = ("WP", "WDT", "WRB", "WP$")


def takes_up(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether an attribution only takes up what it is about, without telling it.

    So do questions ("asked about"), stances ("praised the plan") and what somebody would not say ("declined to say").
    """
    if attribution.cue_lemma in words("accusing", "asking") or attribution.negated:
        return True
    if attribution.kind is CueKind.NO_COMMENT or withheld(paragraph, attribution):
        return True
    return attribution.kind is CueKind.STANCE and attribution.cue_lemma not in words("accusing", "accuse")


def withheld(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether the cue's verb hangs from one of not doing: "refused to disclose"."""
    sentence = paragraph.sentences[attribution.sentence]
    return any(
        token.relation == "xcomp" and sentence.head(token).lemma.lower() in words("accusing", "withholding")
        for part in attribution.cue
        for token in sentence.tokens_in(part)
    )


def carries_clause(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Say whether what is attributed is a statement: it has a verb ("asked China for arms" attributes none)."""
    sentence = paragraph.sentences[attribution.sentence]
    return any(
        token.pos in ("VERB", "AUX") and part.covers(token.span)
        for part in attribution.content
        for token in sentence.tokens
    )


def presupposed(paragraph: Paragraph, sentence: Sentence, token: Token, carrying: Attribution | None) -> bool:
    """Say whether a word takes its event for granted: a noun outside reported clauses, a relative or wh-clause.

    Within reported speech only what is presupposed there counts: the search upwards ends where the content does. A
    noun that the story's verb is about ("the request was made", "ordered the arrest") is told, not taken for granted.
    """
    if token.pos in ("NOUN", "PROPN", "ADJ") and (carrying is None or not carries_clause(paragraph, carrying)):
        governor = sentence.head(token)
        spoken = token.relation in _ARGUMENTS and governor.pos == "VERB" and governor.relation in ("root", "conj")
        return not spoken or (carrying is not None and takes_up(paragraph, carrying))
    for above in (token, *sentence.ancestors(token)):
        if carrying is not None and not any(part.covers(above.span) for part in carrying.content):
            return False
        if above.relation == "acl:relcl":
            return True
        if above.relation in ("ccomp", "advcl", "acl") and _led_by_question(sentence, above):
            return True
        if above.relation in ("root", "parataxis"):
            return False
    return False


def _led_by_question(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause begins with a question word ("what it had asked for"); "when" tells a time.

    A "who" that leads in a clause within it ("People who walked were fitter") is none of its own.
    """
    first = sentence.subtree(clause)[:2]
    return any(
        below.tag in _WH and below.text.lower() != "when" and not _relative(sentence, below, clause) for below in first
    )


def _relative(sentence: Sentence, word: Token, clause: Token) -> bool:
    """Say whether ``word`` belongs to a relative clause within ``clause``."""
    for above in (word, *sentence.ancestors(word)):
        if above is clause:
            return False
        if above.relation == "acl:relcl":
            return True
    return False
