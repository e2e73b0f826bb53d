"""Tell whom a mention means once the whole story is looked at: the full name, the holder of the office, the body."""

from __future__ import annotations

from dataclasses import replace

from attrib_lsp.attribution.genders import Gender
from attrib_lsp.attribution.mentions import Reference, Referent
from attrib_lsp.attribution.names import At, StoryNames
from attrib_lsp.attribution.phrases import bare_name, strip_article
from attrib_lsp.attribution.values import SourceKind
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words


def known_as(names: StoryNames, found: Referent, sentence: Sentence, head: Token, at: At) -> Referent:
    """Return a referent with what the rest of the story tells of it: the full name, the holder of the office."""
    surname = found.name if found.kind is SourceKind.NAMED_PERSON else _surname(names, found)
    if surname is not None:
        name = names.full_name(bare_name(surname), at, found.gender)
        gender = found.gender if found.gender is not Gender.UNKNOWN else names.gender(name, at)
        return replace(
            found, reference=Reference.NAME, kind=SourceKind.NAMED_PERSON, name=name, gender=gender, plural=False
        )
    if found.kind is SourceKind.NAMED_ORGANISATION:
        body = names.spelled_out(found.name) or (_meant_body(names, found, at) if found.definite else None)
        return replace(found, reference=Reference.NAME, name=body) if body is not None else found
    if found.kind is SourceKind.UNNAMED_PERSON and found.definite:
        modifiers = frozenset(
            child.lemma.lower() for child in sentence.children(head, "amod", "compound", "nmod", "nmod:poss")
        )
        holder = names.holder(found.head, modifiers, at)
        if holder is not None:
            name = names.full_name(holder.name, at)
            gender = holder.gender if found.gender is Gender.UNKNOWN else found.gender
            return replace(found, reference=Reference.NAME, kind=SourceKind.NAMED_PERSON, name=name, gender=gender)
    return found


def _surname(names: StoryNames, found: Referent) -> str | None:
    """Return the surname by which what was not taken for a person is called: "Guardian" is no paper's, here."""
    *before, last = found.name.split() or [""]
    titled = all(word.lower() in words("people", "titles") for word in before[-1:])
    return last if titled and not found.definite and not found.plural and names.is_person(last) else None


def _meant_body(names: StoryNames, found: Referent, at: At) -> str | None:
    """Return the body that "the ministry" means, with nothing else said of it."""
    bare = strip_article(found.name)
    return names.body(bare.lower(), at) if " " not in bare and found.reference is not Reference.NAME else None


def said_of(name: str) -> frozenset[str]:
    """Return the words of a description in lower case, articles and pointing words left out."""
    return frozenset(name.lower().split()) - words("people", "pointing")


def related_noun(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for."""
    for above in sentence.ancestors(pronoun):
        if above.relation in ("acl:relcl", "acl"):
            return sentence.head(above)
    return None
