"""Match listed words by their inflected forms, whatever the reader took for their lemma.

A lemma that is learned goes wrong most often where it matters most: at rare verbs. A word list is short, so its forms
can be spelled out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words

_VOWELS = frozenset("aeiou")
_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_HISSING = ("s", "x", "z", "ch", "sh")


def inflections(word: str) -> Iterator[str]:
    """Yield ``word`` with its plural, third person, past, participle and gerund, by rule and by the irregular list.

    Forms that English does not have come along ("hided"); no text holds them.

    >>> sorted(inflections("bury"))
    ['buried', 'buries', 'bury', 'burying']
    >>> sorted(inflections("rig"))
    ['rig', 'riged', 'rigged', 'rigging', 'riging', 'rigs']
    """
    yield word
    yield from lexicon("irregular")["forms"].get(word, ())
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        yield from (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
        return
    if word.endswith("e"):
        yield from (word + "s", word + "d", word[:-1] + "ing")
        return
    yield word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    yield from (word + "ed", word + "ing")
    if len(word) > 2 and word[-1] not in _VOWELS | {"w", "x", "y"} and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        yield from (word + word[-1] + "ed", word + word[-1] + "ing")


def third_person(lemma: str) -> str:
    """Return a verb as it stands behind "he", "she" or "it".

    >>> [third_person(verb) for verb in ("warn", "deny", "have", "push", "buy")]
    ['warns', 'denies', 'has', 'pushes', 'buys']
    """
    if lemma in _THIRD:
        return _THIRD[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(_HISSING) else f"{lemma}s"


def every_form(listed: Iterable[str]) -> frozenset[str]:
    """Return the words ``listed`` in all their forms."""
    return frozenset(form for word in listed for form in inflections(word))


@cache
def forms(subject: str, name: str) -> dict[str, tuple[str, ...]]:
    """Return the entries of a list, as it ships, by every form of their first words ("covered": "cover up")."""
    return _forms(words(subject, name))


@lru_cache(maxsize=256)
def _forms(entries: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Return ``entries`` by every form of their first words."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in sorted(entries):
        for form in set(inflections(entry.partition(" ")[0])):
            found[form] = (*found.get(form, ()), entry)
    return found


def entry_of(sentence: Sentence, token: Token, subject: str, name: str) -> str | None:
    """Return the entry of a list that ``token`` is a form of, by its lemma or spelling; None if there is none.

    An entry of more words needs the others right behind ("covered up"), or behind one word ("hushed it up").
    """
    lemma = token.lemma.lower()
    own = sentence.lists.altered.get((subject, name)) if sentence.lists.altered else None
    if lemma in (words(subject, name) if own is None else own):
        return lemma
    for entry in (forms(subject, name) if own is None else _forms(own)).get(token.text.lower(), ()):
        rest = entry.split()[1:]
        if not rest or _follows(sentence, token, rest):
            return entry
    return None


def listed(sentence: Sentence, token: Token, subject: str, *names: str) -> bool:
    """Say whether ``token`` is a form of an entry of one of the lists."""
    if sentence.lists.altered:
        return any(entry_of(sentence, token, subject, name) is not None for name in names)
    lemmas, first_words = _openings(subject, names)
    if token.lemma.lower() in lemmas:
        return True
    if token.text.lower() not in first_words:
        return False
    return any(entry_of(sentence, token, subject, name) is not None for name in names)


def listed_in(sentence: Sentence, subject: str, *names: str) -> tuple[Token, ...]:
    """Return the tokens of ``sentence`` that are forms of an entry of one of the lists, in order."""
    return tuple([token for token in opening(sentence, subject, *names) if listed(sentence, token, subject, *names)])


def opening(sentence: Sentence, subject: str, *names: str) -> tuple[Token, ...]:
    """Return the tokens of ``sentence`` by which an entry of one of the lists may begin, in order."""
    known = openings(subject, *names)
    for name in names if sentence.lists.altered else ():
        own = sentence.lists.altered.get((subject, name), frozenset())
        known |= own | _forms(own).keys()
    return sentence.spelled(known)


@cache
def openings(subject: str, *names: str) -> frozenset[str]:
    """Return every spelling and lemma by which an entry of one of the lists, as they ship, can begin.

    A sentence or a token that holds none of them need not be looked at more closely.
    """
    lemmas, first_words = _openings(subject, names)
    return lemmas | first_words


@cache
def _openings(subject: str, names: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the entries of several lists, and every form of their first words: most words are in neither."""
    return (
        frozenset(entry for name in names for entry in words(subject, name)),
        frozenset(form for name in names for form in forms(subject, name)),
    )


def _follows(sentence: Sentence, token: Token, wanted: list[str]) -> bool:
    """Say whether the words ``wanted`` stand behind ``token``, at once or after one word that is an object."""
    behind = sentence.tokens[token.index + 1 : token.index + 2 + len(wanted)]
    after = [following.text.lower() for following in behind]
    object_between = bool(behind) and behind[0].pos in ("PRON", "NOUN", "PROPN")
    return after[: len(wanted)] == wanted or (object_between and after[1:] == wanted)
