"""Tell what a source's words refer to: a name, a body, a document, somebody unnamed, or a pronoun."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from itertools import pairwise

from attrib_lsp.attribution.genders import Gender, gender_of_name, gender_of_word
from attrib_lsp.attribution.kinds import INDEFINITE, kind_of, kind_shown, shown_on_paper
from attrib_lsp.attribution.outlets import is_outlet
from attrib_lsp.attribution.phrases import bare_name, names_person, strip_article, top_of
from attrib_lsp.attribution.values import Attribution, Paragraph, SourceKind
from attrib_lsp.language.values import Entity, Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

_PLURAL_TAGS = ("NNS", "NNPS")


class Reference(Enum):
    """How words refer."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    RELATIVE = "relative pronoun"
    SPEAKER = "first person"
    NOTHING = "nothing that can speak"


@dataclass(frozen=True, slots=True)
class Referent:
    """What a mention's words say of their bearer, before anything else of the story is looked at.

    ``name`` is a name without titles, or the description as it stands. ``kind`` is None for pronouns. ``definite``
    is set for "the official", "the officials": somebody the reader met before.
    """

    reference: Reference
    name: str
    head: str
    kind: SourceKind | None
    plural: bool
    gender: Gender
    definite: bool
    span: Span


def referent(paragraph: Paragraph, attribution: Attribution) -> Referent:
    """Return what the source of ``attribution`` (it has one) refers to; what it does tells of what no list knows."""
    sentence = paragraph.sentences[attribution.sentence]
    head = sentence.tokens[attribution.head if attribution.head is not None else 0]
    found = describe(sentence, head, attribution.source[0])
    if found.kind is not SourceKind.DOCUMENT and shown_on_paper(sentence, head, attribution.kind):
        return replace(found, reference=Reference.DESCRIPTION, kind=SourceKind.DOCUMENT)
    if found.reference is not Reference.NOTHING:
        return found
    kind = kind_shown(sentence, head, attribution.kind, found.plural)
    return found if kind is None else replace(found, reference=Reference.DESCRIPTION, kind=kind)


def describe(sentence: Sentence, head: Token, span: Span) -> Referent:
    """Return what the phrase ``span`` with its head word refers to."""
    lower = head.text.lower()
    if head.tag in ("WP", "WDT") and not _capitals(head):
        return _plain(Reference.RELATIVE, head, span, plural=False)
    if head.pos == "PRON" and lower in ("i", "we", "me", "us", "you"):
        return _plain(Reference.SPEAKER, head, span, plural=lower in ("we", "us"))
    if head.pos == "PRON" and lower in ("he", "she", "him", "her", "they", "them", "it"):
        return _plain(Reference.PRONOUN, head, span, plural=lower in ("they", "them"))
    tokens = sentence.tokens_in(span)
    person = _named(sentence, head, tokens) or _titled(head, tokens) or _leading(sentence, tokens)
    if person is not None:
        return Referent(
            Reference.NAME, bare_name(person.text), head.lemma.lower(), SourceKind.NAMED_PERSON, False,
            _gender(sentence, person, tokens), False, person.span,
        )  # fmt: skip
    return _described(sentence, head, tokens, span)


def _capitals(token: Token) -> bool:
    """Say whether a word is written in capitals throughout, as a body's initials are ("WHO", not "I")."""
    return len(token.text) > 1 and token.text.isupper()


def _plain(reference: Reference, head: Token, span: Span, *, plural: bool) -> Referent:
    """Return the referent of a pronoun."""
    return Referent(reference, head.text, head.text.lower(), None, plural, gender_of_word(head.text), False, span)


def _described(sentence: Sentence, head: Token, tokens: tuple[Token, ...], span: Span) -> Referent:
    """Return the referent of a body, a document, an outlet or somebody unnamed."""
    text = _name_of(sentence, head, tokens)
    lemma = head.lemma.lower()
    plural = head.tag in _PLURAL_TAGS or lemma in INDEFINITE or any(t.relation == "conj" for t in tokens)
    kind = kind_of(sentence, head, tokens, text, plural)
    if kind is None:
        return Referent(Reference.NOTHING, text, lemma, None, plural, Gender.UNKNOWN, False, span)
    definite = bool(tokens) and tokens[0].text.lower() in ("the", "that", "those", "these", "this", "both")
    named = kind in (SourceKind.NAMED_ORGANISATION, SourceKind.MEDIA_OUTLET) and (
        head.pos == "PROPN" or head.tag in ("WP", "WDT")
    )
    reference = Reference.NAME if named else Reference.DESCRIPTION
    return Referent(
        reference, strip_article(text) if named else text, lemma, kind, plural, gender_of_word(lemma), definite, span
    )


def _name_of(sentence: Sentence, head: Token, tokens: tuple[Token, ...]) -> str:
    """Return what a phrase calls its bearer: a body's name, or the description up to its first clause or comma."""
    entity = sentence.entity_at(head)
    if (
        head.pos == "PROPN"
        and entity is not None
        and entity.label != "PERSON"
        and not any(token.relation == "conj" for token in tokens)
    ):
        return entity.text
    clauses = [sentence.subtree(token)[0].index for token in sentence.children(head, "acl:relcl", "acl", "appos")]
    ends = [index for index in clauses if index > head.index]
    kept = [token for token in tokens if not ends or token.index < min(ends)] or [head]
    while len(kept) > 1 and kept[-1].pos in ("PUNCT", "ADP"):
        kept.pop()
    start = sentence.span.start
    return sentence.text[kept[0].span.start - start : kept[-1].span.end - start]


def _leading(sentence: Sentence, tokens: tuple[Token, ...]) -> Entity | None:
    """Return the person whose name begins a phrase and is set off by a comma ("Ada Kent, head of the yard")."""
    for entity in sentence.entities:
        if entity.label == "PERSON" and tokens and entity.first == tokens[0].index:
            behind = sentence.tokens[entity.end : entity.end + 1]
            joined = any(token.relation in ("conj", "cc") for token in tokens if token.head < entity.end)
            return entity if behind and behind[0].text == "," and not joined else None
    return None


def _titled(head: Token, tokens: tuple[Token, ...]) -> Entity | None:
    """Return the person whom a courtesy title at the head shows ("Mr Xi"), whatever the name was taken for."""
    for title, name in pairwise(tokens):
        if title.text.lower() not in words("people", "courtesy") or not name.text[:1].isupper():
            continue
        end = name.index + 1
        following = {token.index: token for token in tokens}
        while end in following and following[end].pos == "PROPN" and following[end].text[:1].isupper():
            end += 1
        if not title.index <= head.index < end:
            continue  # "Mr Xi's aides"
        last = following[end - 1]
        text = " ".join(following[index].text for index in range(name.index, end))
        return Entity(name.span.joined(last.span), name.index, end, "PERSON", text)
    return None


def _named(sentence: Sentence, head: Token, tokens: tuple[Token, ...]) -> Entity | None:
    """Return the person whose name is the phrase's: around its head, or in apposition to it."""
    if not tokens:
        return None
    inside = [
        entity
        for entity in sentence.entities
        if names_person(entity)
        if entity.first <= head.index < entity.end
        or (tokens[0].index <= entity.first and entity.end <= tokens[-1].index + 1)
        if entity.text.lower() not in place_names() and not is_outlet(entity.text, sentence.lists)
        if not all(word.lower() in words("people", "titles") for word in entity.text.split())
        if sentence.tokens[entity.end - 1].tag != "NNPS"
    ]
    for entity in inside:
        if entity.first <= head.index < entity.end:
            return entity
        owner = top_of(sentence.tokens[entity.first : entity.end])
        if (
            owner.head == head.index
            and (owner.relation in ("appos", "flat") or (owner.relation == "compound" and owner.index > head.index))
            and not _possessive(sentence, owner)
        ):
            return entity
    return None


@cache
def place_names() -> frozenset[str]:
    """Names of states and capitals in lower case: whatever the trained reader says, they are nobody's."""
    return frozenset(name for cluster in lexicon("places")["states"] for name in cluster)


def _possessive(sentence: Sentence, token: Token) -> bool:
    """Say whether ``token`` is a possessor ("Trump's spokesman")."""
    return token.relation == "nmod:poss" or any(child.tag == "POS" for child in sentence.children(token))


def _gender(sentence: Sentence, entity: Entity, tokens: tuple[Token, ...]) -> Gender:
    """Return the gender that titles and descriptions in the phrase show."""
    near = range(entity.first - 1, entity.end)
    for token in tokens:
        if token.index in near or token.relation in ("appos", "compound"):
            gender = gender_of_word(token.text)
            if token.relation != "nmod:poss" and gender is not Gender.UNKNOWN:
                return gender  # not "Mary Lind, his neighbour"
    title = gender_of_word(sentence.tokens[max(entity.first - 1, 0)].text)
    own = any(
        entity.first <= token.head < entity.end for token in sentence.tokens[max(entity.first - 1, 0) : entity.first]
    )
    return title if own and title is not Gender.UNKNOWN else gender_of_name(bare_name(entity.text))
