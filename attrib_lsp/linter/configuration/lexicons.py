"""Read what a configuration changes of the word lists: ``extend-NAME`` adds to a list, ``without-NAME`` takes out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping

from attrib_lsp.lexicons.house import CHANGEABLE, UNCHANGED, Changes, changes
from attrib_lsp.linter.errors import hint, nearest, shown

#: What the keys of the table begin with: a list is added to, or words are taken out of it.
EXTEND, WITHOUT = "extend-", "without-"
#: The keys of the table.
LISTS = tuple(f"{prefix}{name}" for name in CHANGEABLE for prefix in (EXTEND, WITHOUT))
#: Words that one key may hold, and characters that one of them may have.
MOST, LONGEST = 1_000, 100


def right_words(table: Mapping[str, object], tell: Callable[[str, str], None], *, alone: bool) -> dict[str, list[str]]:
    """Return the words under each key of ``table`` that can be followed; ``tell`` hears of the others, and why.

    ``alone``: no other place may add the words that are taken out here.
    """
    found: dict[str, list[str]] = {}
    for key, given in table.items():
        why = wrong_list(key)
        if why is None and not (isinstance(given, list) and all(isinstance(one, str) for one in given)):
            why = f"this is no list of words but {shown(given)}"
        elif why is None and isinstance(given, list):
            why = next(wrong_words(key, given), None)
            if given:
                found[key] = given
        if why is not None:
            found.pop(key, None)
            tell(key, why)
    for key, why in [*contrary(found), *(unknown_words(found) if alone else ())]:
        if found.pop(key, None) is not None:
            tell(key, why)
    return found


def wrong_list(key: str) -> str | None:
    """Return what is wrong with a key of the table, None if nothing."""
    if key in LISTS:
        return None
    known = f"the lists are {', '.join(CHANGEABLE)}, each with {EXTEND} or {WITHOUT} before its name"
    return f"there is no such word list{hint(nearest(key, LISTS), known)}"


def wrong_words(key: str, given: list[str]) -> Iterator[str]:
    """Yield what is wrong with the words that stand under a key of the table."""
    if len(given) > MOST:
        yield f"{len(given):,} words are too many: {MOST:,} are the most"
        return
    name = name_of(key)
    for word in given:
        why = _wrong_word(name, word)
        if why is not None:
            yield f"{word[:LONGEST]!r} {why}"


def unknown_words(table: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield the keys of ``table`` under which a list is to lose a word that it does not ship with, and what is wrong.

    Outlets may go by names that are in no list, but built like an outlet's.
    """
    for name, one in CHANGEABLE.items():
        known = {one.normal(word) for word in one.shipped}
        for word in table.get(f"{WITHOUT}{name}", []):
            if not one.names and one.normal(word) not in known:
                otherwise = hint(nearest(one.normal(word), known), "so there is nothing to take out")
                yield f"{WITHOUT}{name}", f"{word!r} is not in this list{otherwise}"


def read_changes(table: Mapping[str, list[str]]) -> Changes:
    """Return the changes that the words in ``table``, all of them right, mean."""
    found = UNCHANGED
    for key, given in table.items():
        added, removed = (given, []) if key.startswith(EXTEND) else ([], given)
        found = found.then(changes(name_of(key), added, removed))
    return found


def contrary(table: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield the keys under which a word is taken out that the same ``table`` adds, each with what is wrong."""
    for name, one in CHANGEABLE.items():
        added, removed = (table.get(f"{prefix}{name}", []) for prefix in (EXTEND, WITHOUT))
        both = {one.normal(word) for word in added}
        for word in removed:
            if one.normal(word) in both:
                yield f"{WITHOUT}{name}", f"{word!r} is added by {EXTEND}{name}, too; leave it out of one of them"


def name_of(key: str) -> str:
    """Return the list that a key of the table is about."""
    return key.removeprefix(EXTEND).removeprefix(WITHOUT)


def _wrong_word(name: str, word: str) -> str | None:
    """Return what is wrong with a word of a list, None if nothing."""
    if not any(letter.isalnum() for letter in word):
        return "has no letter in it"
    if len(word) > LONGEST:
        return f"… is too long: {LONGEST} characters are the most"
    if any(unicodedata.category(letter) == "Cc" for letter in word):
        return "has a line break or another control character in it"
    one = CHANGEABLE[name]
    if not (one.names or one.phrases) and not all(letter.isalpha() or letter in "'’" for letter in word.strip()):
        return "is more than one word; this list holds single words, without hyphens"
    return None
