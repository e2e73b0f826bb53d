"""Decide what a source is: a body, a document, an outlet, somebody unnamed; by its words, else by what it does."""

from __future__ import annotations

import re

from attrib_lsp.attribution.outlets import is_outlet
from attrib_lsp.attribution.phrases import strip_article
from attrib_lsp.attribution.values import CueKind, SourceKind
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words

#: Words for some of many, or for anybody.
INDEFINITE = frozenset({"some", "many", "others", "several", "few", "most", "someone", "somebody", "one", "those"})
_HUMAN_ENDING = re.compile(r"(?:er|or|ist|ian|man|woman|men|women|person|ee)$")
_QUANTITIES = ("DATE", "MONEY", "NUMBER", "PERCENT")


def kind_of(sentence: Sentence, head: Token, tokens: tuple[Token, ...], text: str, plural: bool) -> SourceKind | None:
    """Return what a phrase without a person's name stands for; None for what cannot speak.

    ``tokens`` are the phrase's, ``text`` is its name or description.
    """
    lemma = head.lemma.lower()
    names = (strip_article(text), *((_entity_text(sentence, head),) if head.pos == "PROPN" else ()))
    if any(is_outlet(name, sentence.lists) for name in names):
        return SourceKind.MEDIA_OUTLET
    definite = bool(tokens) and (tokens[0].text.lower() == "the" or tokens[0].tag == "PRP$")
    if lemma in words("people", "spokespeople") and _speaks_for(sentence, head):
        return SourceKind.NAMED_ORGANISATION
    if definite and not plural and lemma in sentence.lists.bodies:
        return SourceKind.NAMED_ORGANISATION  # "the regulator", "its developer": the body, not somebody there
    unnamed = SourceKind.UNNAMED_GROUP if plural or lemma in words("people", "crowds") else SourceKind.UNNAMED_PERSON
    if lemma in sentence.lists.roles or any(lemma in words("people", name) for name in ("bare", "civilians", "crowds")):
        return unnamed
    return _by_name(sentence, head) or _by_noun(sentence, head, unnamed)


def _by_name(sentence: Sentence, head: Token) -> SourceKind | None:
    """Return what a name is that is no person's."""
    label = entity_label(sentence, head)
    if head.pos == "PROPN" and head.text.lower() in words("people", "documents"):
        return SourceKind.DOCUMENT  # "the Clean Air Act"
    if head.pos == "PROPN" and head.tag in ("NNS", "NNPS") and label not in ("ORG", "PLACE"):
        return SourceKind.UNNAMED_GROUP  # "Millennials", "Londoners"
    initials = head.tag in ("WP", "WDT")  # "WHO"
    named = label in ("ORG", "PLACE") or initials or (head.pos == "PROPN" and label not in _QUANTITIES)
    return SourceKind.NAMED_ORGANISATION if named else None


def _by_noun(sentence: Sentence, head: Token, unnamed: SourceKind) -> SourceKind | None:
    """Return what a common noun or a pronoun stands for, by lists and by its ending."""
    lemma = head.lemma.lower()
    if lemma in sentence.lists.bodies:
        return SourceKind.NAMED_ORGANISATION
    if lemma in words("people", "documents"):
        return SourceKind.DOCUMENT
    human = _HUMAN_ENDING.search(lemma) is not None and lemma not in words("people", "not_people")
    if head.pos in ("ADJ", "NUM") or (head.pos == "NOUN" and human):
        return unnamed
    return unnamed if head.pos in ("PRON", "DET") and lemma in INDEFINITE else None


def shown_on_paper(sentence: Sentence, head: Token, cue: CueKind) -> bool:
    """Say whether a noun for people as well as for papers means papers: figures show, senior figures say."""
    lemma = head.lemma.lower()
    if head.pos != "NOUN" or lemma not in words("people", "documents") or lemma not in words("people", "bare"):
        return False
    ranked = any(
        child.lemma.lower() in words("people", "ranks") for child in sentence.children(head, "amod", "compound")
    )
    return not ranked and (cue is CueKind.EVIDENCE or (cue is CueKind.ACCORDING_TO and head.tag == "NNS"))


def kind_shown(sentence: Sentence, head: Token, cue: CueKind, plural: bool) -> SourceKind | None:
    """Return what a noun is by what is said of it: only people think, and whoever is a "who" is one.

    What something goes according to, or what shows it, is a document if it is nobody.
    """
    if head.pos not in ("NOUN", "NUM", "SYM") or entity_label(sentence, head) in ("DATE", "MONEY"):
        return None
    who = any(
        token.text.lower() == "who"
        for clause in sentence.children(head, "acl:relcl")
        for token in sentence.subtree(clause)
    )
    if who or cue is CueKind.COGNITION:
        return SourceKind.UNNAMED_GROUP if plural or head.pos != "NOUN" else SourceKind.UNNAMED_PERSON
    return SourceKind.DOCUMENT if cue in (CueKind.ACCORDING_TO, CueKind.EVIDENCE) and head.pos == "NOUN" else None


def _speaks_for(sentence: Sentence, head: Token) -> bool:
    """Say whether a spokesperson's phrase names whom they speak for ("a spokesman for Ofgem")."""
    for token in sentence.subtree(head):
        entity = sentence.entity_at(token)
        if token is not head and (
            (entity is not None and entity.label in ("ORG", "PERSON", "PLACE"))
            or token.lemma.lower() in sentence.lists.bodies
            or (token.pos == "PROPN" and token.relation in ("compound", "nmod", "nmod:poss"))
        ):
            return True
    return False


def _entity_text(sentence: Sentence, head: Token) -> str:
    """Return the name that ``head`` is part of, or its own text."""
    entity = sentence.entity_at(head)
    return entity.text if entity is not None else head.text


def entity_label(sentence: Sentence, token: Token) -> str:
    """Return the label of the name, date or quantity that ``token`` is part of, or ""."""
    entity = sentence.entity_at(token)
    return entity.label if entity is not None else ""
