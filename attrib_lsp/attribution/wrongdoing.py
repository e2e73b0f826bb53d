"""Find words that say that somebody did wrong, and who: "stole from his clients", "its spreading of misinformation"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.cues import lemma_of
from attrib_lsp.attribution.keys import stem
from attrib_lsp.attribution.phrases import by_phrase, span_of, trimmed
from attrib_lsp.attribution.source_spans import subject_of
from attrib_lsp.language.remembered import gathered
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

_ASIDE = ("case", "cc", "punct", "acl:relcl", "conj", "parataxis", "advcl", "cop")
_OBJECTS = ("obj", "obl", "nmod", "nsubj:pass", "advmod", "amod", "compound", "iobj", "conj")

#: What wrongs are told by, beside the listed forms of their verbs.
_TELLING = ("VERB", "NOUN")


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong in its sentence. ``head`` is its verb or noun, ``actor`` the head word of who did it."""

    head: Token
    actor: Token
    span: Span


@cache
def _frames() -> dict[str, frozenset[str]]:
    """Return, for the stem of each verb that accuses with certain objects only, the stems of those objects.

    Those of adjectives, participles and adverbs begin with a tilde.
    """
    found: dict[str, set[str]] = {}
    for frame in lexicon("wrongdoing")["frames"]:
        wanted = {*map(stem, frame["objects"]), *(f"~{stem(word)}" for word in frame.get("qualities", ()))}
        for verb in frame["verbs"]:
            found.setdefault(stem(verb), set()).update(wanted)
    return {verb: frozenset(objects) for verb, objects in found.items()}


@cache
def _stems(name: str) -> frozenset[str]:
    """Return the stems of a list of words of wrongdoing."""
    return frozenset(map(stem, words("wrongdoing", name)))


@cache
def _idioms() -> dict[str, frozenset[str]]:
    """Return, for the stem of a verb, the stems of objects with which it accuses nobody."""
    return {stem(verb): frozenset(map(stem, objects)) for verb, objects in lexicon("wrongdoing")["idioms"].items()}


@gathered
def find_wrongs(sentence: Sentence) -> Iterator[Wrong]:
    """Yield the wrongs that ``sentence`` tells of whose doer it names or points to, in order."""
    forms = lexicon("wrongdoing")["forms"]
    for token in sentence.tokens:
        if token.pos not in _TELLING and token.text.lower() not in forms:
            continue
        if accuses(sentence, token):
            actor = _charged(sentence, token) or subject_of(sentence, token) or _just_before(sentence, token)
            if actor is not None and actor is not token:
                yield Wrong(token, actor, _predicate_span(sentence, token))
        elif _wrong_noun(sentence, token):
            actor = _doer(sentence, token)
            if actor is not None:
                yield Wrong(token, actor, _phrase_span(sentence, token))


def accuses(sentence: Sentence, verb: Token) -> bool:
    """Say whether a word is a verb that, with the objects it has here, is a wrong."""
    form = lexicon("wrongdoing")["forms"].get(verb.text.lower())
    if verb.pos != "VERB" and form is None:
        return False
    if verb.relation in ("amod", "compound") or _suffered(sentence, verb):
        return False
    stems, phrasal = _names()
    if form is None and stem(lemma := verb.lemma.lower()) not in stems and lemma not in phrasal:
        return False
    name = stem(form or lemma_of(sentence, verb))
    objects = _objects(sentence, verb)
    if form == "steal" and not objects:
        return False
    if name in _stems("verbs") or form == "lie":
        return not {one.lstrip("~") for one in objects} & _idioms().get(name, frozenset())
    return bool(objects & _frames().get(name, frozenset()))


def _suffered(sentence: Sentence, verb: Token) -> bool:
    """Say whether a wrong was done to whoever "had" it done: "she had her passport stolen"."""
    above = sentence.head(verb)
    return verb.tag == "VBN" and above is not verb and above.lemma.lower() == "have" and above.pos == "VERB"


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of all verbs that may accuse, and the verbs of those with a particle."""
    stems = _stems("verbs") | _frames().keys()
    return stems, frozenset(name.partition(" ")[0] for name in stems if " " in name)


def _charged(sentence: Sentence, verb: Token) -> Token | None:
    """Return whom a verb of accusing charges with ``verb`` ("sued the club for hiding", "was fined for hiding")."""
    above = sentence.head(verb)
    led = any(child.text.lower() in ("for", "of", "with") for child in sentence.children(verb, "mark", "case"))
    if not led or above is verb or above.pos != "VERB":
        return None
    return sentence.child(above, "nsubj:pass", "obj") if above.lemma.lower() in words("accusing", "hedges") else None


def _just_before(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun just before a verb that the reader took for a noun ("the fund manager stole")."""
    before = sentence.tokens[verb.index - 1] if verb.index else verb
    return before if verb.pos != "VERB" and before.pos in ("NOUN", "PROPN", "PRON") else None


def charges_wrong(tokens: Iterable[Token]) -> bool:
    """Say whether words that follow "accused of" and the like charge a wrong, however they are put."""
    stems = {stem(word) for token in tokens for word in (token.lemma.lower(), token.text.lower())}
    grave = _stems("verbs") | _stems("nouns.plain") | _stems("nouns.with_of") - _stems("nouns.only_of") | _charges()
    marked = stems | {f"~{one}" for one in stems}
    return bool(stems & grave) or any(marked & objects for verb, objects in _frames().items() if verb in stems)


@cache
def _charges() -> frozenset[str]:
    """Return the stems of offences and of adverbs of wrongdoing."""
    return frozenset(map(stem, words("accusing", "offences") | words("accusing", "wrongly")))


def _objects(sentence: Sentence, verb: Token) -> frozenset[str]:
    """Return the stems of what a verb is done to, with what modifies or joins it; a tilde marks what is no noun."""
    found: set[str] = set()
    near = list(sentence.children(verb, "obj", "obl", "nsubj:pass", "advmod", "iobj", "nmod"))
    for _ in range(3):
        for token in near:
            mark = "" if token.pos in ("NOUN", "PROPN") else "~"
            found |= {mark + stem(word) for word in (token.lemma.lower(), token.text.lower())}
        near = [child for token in near for child in sentence.children(token, *_OBJECTS)]
    return frozenset(found)


def _wrong_noun(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun is a wrong: by itself, or with what it is done to behind "of" or "in"."""
    if token.pos not in ("NOUN", "VERB") or token.relation in ("compound", "amod"):
        return False
    forms = {token.text.lower(), token.lemma.lower()}
    if forms.isdisjoint(_nouns()):
        return False
    if token.pos == "NOUN" and forms & words("wrongdoing", "nouns.plain"):
        return True
    if token.lemma.lower() in words("wrongdoing", "nouns.undertakings"):
        before = sentence.children(token, "compound", "amod")
        return any(child.lemma.lower() in words("wrongdoing", "nouns.of_what") for child in before)
    if forms & words("wrongdoing", "nouns.with_in") and _followed(sentence, token, "in"):
        return True
    if forms & words("wrongdoing", "nouns.with_of") and _followed(sentence, token, "of"):
        return not forms & words("wrongdoing", "nouns.only_of") or bool(_objects_of(sentence, token) & _matters())
    return False


@cache
def _nouns() -> frozenset[str]:
    """Return the nouns that are a wrong by themselves or with what it is done to."""
    lists = ("nouns.plain", "nouns.undertakings", "nouns.with_in", "nouns.with_of")
    return frozenset(word for name in lists for word in words("wrongdoing", name))


@cache
def _matters() -> frozenset[str]:
    """Return the stems of what it is wrong to spread, to bomb or to use."""
    return _stems("nouns.of_matters")


def _followed(sentence: Sentence, noun: Token, word: str) -> bool:
    """Say whether ``word`` follows a noun at once."""
    following = sentence.tokens[noun.index + 1 : noun.index + 2]
    return bool(following) and following[0].text.lower() == word


def _objects_of(sentence: Sentence, noun: Token) -> frozenset[str]:
    """Return the stems of the words behind a noun's "of", up to the next mark."""
    found = set()
    for token in sentence.tokens[noun.index + 2 : noun.index + 7]:
        if token.pos == "PUNCT":
            break
        found.add(stem(token.lemma.lower()))
    return frozenset(found)


def _doer(sentence: Sentence, noun: Token) -> Token | None:
    """Return who owns a noun of wrongdoing, or did it: "his fraud", "the theft by the clerk"."""
    owner = sentence.child(noun, "nmod:poss")
    if owner is not None:
        return owner
    return by_phrase(sentence, noun, "nmod", "obl")


def _predicate_span(sentence: Sentence, verb: Token) -> Span:
    """Return the words of a verb with its objects up to a comma, without clauses and dates that follow."""
    end = verb.index
    for child in sentence.children(verb, "obj", "obl", "iobj", "compound:prt", "xcomp", "advmod", "nmod"):
        if child.index < verb.index:
            continue
        entity = sentence.entity_at(child)
        if entity is not None and entity.label == "DATE":
            continue
        if child.relation == "advmod" and child.index != end + 1:
            continue
        clauses = frozenset(t.index for t in sentence.children(child, "acl:relcl", "conj", "cc", "punct", "parataxis"))
        end = max(end, sentence.subtree(child, without=clauses)[-1].index)
    run = sentence.tokens[verb.index : end + 1]
    comma = next((number for number, token in enumerate(run) if token.text in ",;:"), len(run))
    return span_of(trimmed(run[:comma]) or [verb])


def _phrase_span(sentence: Sentence, noun: Token) -> Span:
    """Return the words of a noun's phrase, its owner with it, without preposition before and clauses behind."""
    aside = frozenset(token.index for token in sentence.children(noun, *_ASIDE))
    inside = [token for token in sentence.subtree(noun, without=aside) if token.index not in aside]
    run = [token for token in inside if token.index <= noun.index or _unbroken(sentence, noun, token)]
    return span_of(trimmed(run) or [noun])


def _unbroken(sentence: Sentence, noun: Token, token: Token) -> bool:
    """Say whether no comma stands between a noun and a word behind it."""
    return all(one.text not in ",;:" for one in sentence.tokens[noun.index : token.index])
