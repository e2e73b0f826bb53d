"""Say how a clause stands in its sentence: told by the story itself, attributed, alleged, denied or only supposed."""

from __future__ import annotations

from enum import Enum

from attrib_lsp.attribution.values import Attribution, CueKind, Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

#: Tags of verbs that tell what is or was; headlines leave the auxiliary of a participle out.
TELLING = ("VBD", "VBN", "VBP", "VBZ")
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "without", "neither", "nor", "nobody", "nothing", "none"})
_MODALS = frozenset(
    {"would", "could", "might", "may", "should", "can", "must", "will", "shall", "ought", "'ll", "’ll", "'d", "’d"}
)
_GOVERNED = ("xcomp", "ccomp", "obj", "obl", "nmod", "acl", "aux", "cop", "nmod:poss")
_CONDITIONS = frozenset({"if", "whether", "unless", "lest", "until"})
#: Words that lead in the circumstances of a stance; what they bring is the story's own.
_CIRCUMSTANCES = frozenset(
    {"given", "after", "because", "following", "despite", "amid", "since", "as", "due", "considering", "over"}
)
_UNCARRIED = (
    CueKind.IMPERSONAL,
    CueKind.ADVERB,
    CueKind.BARE,
    CueKind.SPEECH,
    CueKind.WRITING,
    CueKind.ACCORDING_TO,
    CueKind.EVIDENCE,
)


class Standing(Enum):
    """How a clause or a phrase stands."""

    TOLD = "told in the story's own voice"
    QUOTED = "in quotation marks"
    ATTRIBUTED = "attributed to somebody"
    ALLEGED = "marked as alleged, suspected or charged"
    DENIED = "denied"
    SUPPOSED = "supposed: a condition, a wish, a question"


def standing(paragraph: Paragraph, sentence: Sentence, token: Token) -> Standing:
    """Return how the clause or phrase that ``token`` heads stands in ``sentence`` of ``paragraph``."""
    if paragraph.quoted(token.span):
        return Standing.QUOTED
    if carrier(paragraph, sentence, token) is not None or _according(paragraph, sentence) or _torn(paragraph, sentence):
        return Standing.ATTRIBUTED
    if _heard(paragraph, sentence):
        return Standing.ATTRIBUTED
    if any(_covers(one, token) for one in paragraph.attributions if _sourceless(one)):
        return Standing.ALLEGED
    if negated(sentence, token):
        return Standing.DENIED
    if asks(sentence.text):
        return Standing.SUPPOSED
    return _above(sentence, token)


def _according(paragraph: Paragraph, sentence: Sentence) -> bool:
    """Say whether "according to" stands in a sentence: as a rule it carries all of it."""
    return any(
        one.kind is CueKind.ACCORDING_TO and one.source and paragraph.sentences[one.sentence] is sentence
        for one in paragraph.attributions
    )


def _heard(paragraph: Paragraph, sentence: Sentence) -> bool:
    """Say whether it is what a court was told: "he lied about the sale, the jury has heard"."""
    for token in sentence.spelled(frozenset({"hear", "heard", "hears"})):
        subject = sentence.child(token, "nsubj")
        if subject is not None and subject.lemma.lower() in words("accusing", "finders"):
            return not paragraph.quoted(token.span)
    return False


def _torn(paragraph: Paragraph, sentence: Sentence) -> bool:
    """Say whether a verb of saying stands in a sentence outside quotations whose content was not found."""
    return any(
        token.pos == "VERB"
        and token.lemma.lower() in words("claims", "records.saying")
        and not paragraph.quoted(token.span)
        and not any(part.overlaps(token.span) for one in paragraph.attributions for part in one.cue)
        for token in sentence.spelled(words("claims", "records.saying"))
    )


def _sourceless(attribution: Attribution) -> bool:
    """Say whether an attribution passes something on from nobody in particular, or from whom the tree does not show."""
    if attribution.source or attribution.kind not in _UNCARRIED:
        return False
    return attribution.cue_lemma not in words("accusing", "asking")


#: Verbs that, with a preposition, name something without stating it.
_OF = frozenset({"speak", "talk"})


def carrier(paragraph: Paragraph, sentence: Sentence, token: Token) -> Attribution | None:
    """Return the innermost attribution with a source that carries ``token``.

    What stands in the circumstances of a stance ("were wary, given its spreading of rumours") is not carried by it, nor
    what is only spoken of in passing, by a name for it ("spoke of its spreading of rumours").
    """
    holding = [
        one
        for one in paragraph.attributions
        if one.source and _covers(one, token)
        if not _in_circumstances(sentence, one, token) and not _only_named(sentence, one, token)
    ]
    return min(holding, key=lambda one: sum(map(len, one.content)), default=None)


def _covers(attribution: Attribution, token: Token) -> bool:
    """Say whether an attribution's content holds ``token``."""
    return any(part.covers(token.span) for part in attribution.content)


def _only_named(sentence: Sentence, attribution: Attribution, token: Token) -> bool:
    """Say whether a cue that is no accusing one leads to ``token`` by a preposition: a noun that it speaks of."""
    return (
        attribution.kind is CueKind.STANCE
        and attribution.cue_lemma in _OF
        and token.pos == "NOUN"
        and sentence.child(token, "case") is not None
    )


def _in_circumstances(sentence: Sentence, attribution: Attribution, token: Token) -> bool:
    """Say whether ``token`` stands behind "given", "after" and the like in a stance's content that is no clause."""
    if attribution.kind is not CueKind.STANCE or not attribution.cue:
        return False
    first = next((one.index for one in sentence.tokens if one.span.start >= attribution.cue[-1].end), token.index)
    return any(one.text.lower() in _CIRCUMSTANCES for one in sentence.tokens[first : token.index])


def negated(sentence: Sentence, token: Token) -> bool:
    """Say whether ``token``, or a word that governs it in its clause, is negated.

    What somebody did not say is not denied by that: the search upwards ends where a verb of saying or thinking begins.
    """
    if _unproven(sentence, token):
        return True
    below = token
    for above in (token, *sentence.ancestors(token)):
        if below is not above and below.relation == "ccomp" and _reports(above):
            return above.lemma.lower() in words("cues", "denial")
        if any(child.text.lower() in _NEGATIONS for child in sentence.children(above) if child.index <= token.index):
            return True
        if above is not token and above.lemma.lower() in words("cues", "denial"):
            return True
        if above.relation not in _GOVERNED:
            return False
        below = above
    return False


def _unproven(sentence: Sentence, token: Token) -> bool:
    """Say whether "no evidence", "no sign" or the like stands before ``token`` in its sentence."""
    return any(
        before.lemma.lower() in words("accusing", "proofs")
        and sentence.tokens[before.index - 1].text.lower() in _NEGATIONS
        for before in sentence.spelled(words("accusing", "proofs"))
        if 0 < before.index < token.index
    )


def _reports(token: Token) -> bool:
    """Say whether a verb carries what somebody says, thinks or shows."""
    lemma = token.lemma.lower()
    return any(lemma in words("cues", group) for group in ("speech", "cognition", "evidence", "denial"))


def _above(sentence: Sentence, token: Token) -> Standing:
    """Return how the words that govern ``token`` let it stand.

    A noun takes its deed for granted whatever its sentence only supposes; so does a relative or adverbial clause.
    """
    if _claimed(sentence, token):
        return Standing.ALLEGED
    for below, above in _path(sentence, token):
        if _clause(sentence, token) and _supposed(sentence, below, above):
            return Standing.SUPPOSED
        if alleged(sentence, below):
            return Standing.ALLEGED
        if below.relation in ("acl:relcl", "parataxis") or (
            below.relation == "advcl" and not _charged(sentence, below)
        ):
            break
        if above is not below and (_hedge(above) or (not _clause(sentence, token) and _shows(above))):
            return Standing.ALLEGED
    return Standing.TOLD


def _shows(token: Token) -> bool:
    """Say whether a verb's object is what somebody shows or tells ("a report documenting his fraud")."""
    lemma = token.lemma.lower()
    told = lemma in words("cues", "evidence") or lemma in words("cues", "speech")
    return token.pos == "VERB" and told and lemma not in words("accusing", "asking")


def _charged(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause says what for: "sued for hiding", "accused of hiding"."""
    return any(child.text.lower() in ("for", "of", "with") for child in sentence.children(clause, "mark", "case"))


def _claimed(sentence: Sentence, token: Token) -> bool:
    """Say whether "a claim that", "allegations of" or the like stands before ``token`` in its sentence."""
    return any(
        one.index < token.index
        and one.pos == "NOUN"
        and _hedge(one)
        and any(led.text.lower() in ("that", "of") for led in sentence.tokens[one.index + 1 : token.index])
        for one in sentence.spelled(words("accusing", "hedges"))
    )


def _clause(sentence: Sentence, token: Token) -> bool:
    """Say whether a word heads a clause."""
    return token.pos == "VERB" or sentence.child(token, "nsubj") is not None


def _path(sentence: Sentence, token: Token) -> list[tuple[Token, Token]]:
    """Return each word from ``token`` upwards with the one above it; the root stands below itself."""
    chain = [token, *sentence.ancestors(token)]
    return list(zip(chain, [*chain[1:], chain[-1]], strict=True))


def _hedge(token: Token) -> bool:
    """Say whether a word marks what hangs from it as alleged."""
    return token.lemma.lower() in words("accusing", "hedges")


def alleged(sentence: Sentence, token: Token) -> bool:
    """Say whether a word has a modifier that marks it as alleged."""
    return any(_hedge(child) or child.text.lower() in words("cues", "adverbs") for child in
               sentence.children(token, "amod", "advmod", "compound", "acl", "case"))  # fmt: skip


def _supposed(sentence: Sentence, below: Token, above: Token) -> bool:
    """Say whether a clause is a condition, an intention or a possibility."""
    if any(child.text.lower() in _MODALS for child in sentence.children(below, "aux")):
        return True
    marks = sentence.children(below, "mark", "advmod")
    if any(child.text.lower() in _CONDITIONS for child in marks):
        return True
    infinitive = any(child.text.lower() == "to" for child in sentence.children(below, "mark", "aux"))
    return infinitive and (above is below or above.lemma.lower() not in words("accusing", "implicative"))


def asks(text: str) -> bool:
    """Say whether a sentence or a headline is a question, quotation marks behind its mark left out."""
    return text.rstrip("”’\"' ").endswith("?")
