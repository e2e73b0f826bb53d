"""The word lists that a desk may change, and the lists as they stand with its changes.

These are the lists in which a house has words of its own: the outlets around it, the labels and verbs that it does not
use, the offices and bodies of its beat, its set terms. Lists of the language itself (hedges, pronouns, the shape of a
quotation) are the same for everybody and cannot be changed: the rules were measured with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from attrib_lsp.lexicons import words

#: Lists with changes that are kept: one for each configuration in use.
KEPT = 64

_ARTICLE = re.compile(r"^[Tt]he\s+")


@dataclass(frozen=True, slots=True)
class Changeable:
    """A list that a desk may change: what it holds, in words, and the lists (subject and name) that it is made of.

    What a desk adds goes into the last of these. The words of a list are single ones in lower case, unless they are
    ``names`` (letters as they are) or ``phrases``.
    """

    about: str
    parts: tuple[tuple[str, str], ...]
    names: bool = False
    phrases: bool = False

    @property
    def shipped(self) -> frozenset[str]:
        """The words of the list as it ships."""
        return frozenset().union(*(words(*part) for part in self.parts))

    def normal(self, word: str) -> str:
        """Return a word as the list has it: blanks single, small letters unless it is a name, no article before that.

        >>> CHANGEABLE["outlets"].normal(" The  Evening Packet"), CHANGEABLE["labels"].normal("Firebrand")
        ('Evening Packet', 'firebrand')
        """
        plain = " ".join(word.split())
        return (_ARTICLE.sub("", plain) or plain) if self.names else plain.lower()


_VERBS = ("doubt", "persistence", "truth", "guilt", "temper", "blow", "omission", "house")

#: The lists that may be changed, by the names that they have in a configuration.
CHANGEABLE = {
    "outlets": Changeable("News outlets and platforms, by name.", (("outlets", "names"),), names=True),
    "agencies": Changeable(
        "News agencies, by name: outlets that newsrooms subscribe to.", (("outlets", "agencies"),), names=True
    ),
    "labels": Changeable("Nouns that pass judgement on whom they name: extremist.", (("labels", "people"),)),
    "label-adjectives": Changeable("Words before a noun that pass such a judgement.", (("labels", "qualities"),)),
    "loaded-verbs": Changeable(
        "Verbs that judge a speaker or the words, where “said” would do.",
        tuple(("verbs", f"{slant}.verbs") for slant in _VERBS),
        phrases=True,
    ),
    "roles": Changeable("Nouns for offices, trades and ranks: alderman.", (("people", "roles"),)),
    "bodies": Changeable("Nouns for bodies that speak with one voice: council.", (("people", "institutions"),)),
    "terms": Changeable(
        "Set terms, which stand in quotation marks as terms and not in doubt.",
        (("scare_quotes", "terms"),),
        phrases=True,
    ),
}


@dataclass(frozen=True, slots=True)
class Changes:
    """What is added to lists and taken out of them: pairs of a list's name and a word as that list has it."""

    added: frozenset[tuple[str, str]] = frozenset()
    removed: frozenset[tuple[str, str]] = frozenset()

    def then(self, later: Changes) -> Changes:
        """Return these changes with ``later`` ones over them: a word that one takes out the next may add again."""
        return Changes((self.added - later.removed) | later.added, (self.removed - later.added) | later.removed)

    def of(self, name: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return what is added to the list of that name, and what is taken out of it."""
        added, removed = ({word for one, word in pairs if one == name} for pairs in (self.added, self.removed))
        return frozenset(added), frozenset(removed)


#: Every list is as it ships.
UNCHANGED = Changes()


@dataclass(frozen=True, eq=False)
class WordLists:
    """The lists of `CHANGEABLE` as they stand after some changes. For the same changes there is one object.

    ``altered`` has the parts that differ from those that ship, by subject and name; the others are as `words` has
    them. ``removed_outlets`` are names that are no outlet's, however they are built.
    """

    outlets: frozenset[str]
    agencies: frozenset[str]
    labels: frozenset[str]
    label_adjectives: frozenset[str]
    roles: frozenset[str]
    bodies: frozenset[str]
    terms: frozenset[str]
    altered: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    removed_outlets: frozenset[str] = frozenset()

    @cached_property
    def outlet(self) -> re.Pattern[str]:
        """Match the name of a known outlet, or a name built like one ("the Evening Post"; "the Post" for short)."""
        names = "|".join(re.escape(name) for name in sorted(self.outlets, key=len, reverse=True))
        tails = "|".join(sorted(words("outlets", "name_endings")))
        short = rf"(?:The|the) (?:{tails})\b(?! [A-Z])"
        station = r"[KW][A-Z]{2,3}-(?:TV|FM|AM)|[A-Z][A-Za-z]{2,}\.com"
        known = rf"(?:{names})(?!\w)|" if names else ""
        built = rf"(?:[A-Z][\w’'-]+ ){{1,3}}(?:[A-Z][a-z]+-)?(?:{tails})\b"
        return re.compile(rf"\b(?:{short}|(?:{station})\b|(?:(?:The|the) )?(?:{known}{built}))")


@lru_cache(maxsize=KEPT)
def _changed(changes: Changes) -> WordLists:
    """Return the lists after ``changes``."""
    parts: dict[tuple[str, str], frozenset[str]] = {}
    for name, one in CHANGEABLE.items():
        added, removed = changes.of(name)
        for part in one.parts:
            parts[part] = frozenset(word for word in words(*part) if one.normal(word) not in removed)
        parts[one.parts[-1]] |= added
    removed_outlets = changes.of("outlets")[1]
    agencies = parts["outlets", "agencies"] - removed_outlets
    return WordLists(
        outlets=parts["outlets", "names"] | changes.of("agencies")[0] - removed_outlets,
        agencies=agencies,
        labels=parts["labels", "people"],
        label_adjectives=parts["labels", "qualities"],
        roles=parts["people", "roles"],
        bodies=parts["people", "institutions"],
        terms=parts["scare_quotes", "terms"],
        altered={part: held for part, held in parts.items() if held != words(*part)},
        removed_outlets=removed_outlets,
    )


@cache
def standard() -> WordLists:
    """Return the lists as they ship."""
    return _changed(UNCHANGED)


def word_lists(changes: Changes) -> WordLists:
    """Return the lists after ``changes``: the very object that `standard` gives where there are none."""
    return _changed(changes) if changes != UNCHANGED else standard()


def changes(name: str, added: Iterable[str] = (), removed: Iterable[str] = ()) -> Changes:
    """Return the changes of one list, by words as somebody wrote them.

    Raises:
        KeyError: there is no such list, or none that may be changed.
    """
    one = CHANGEABLE[name]
    return Changes(
        frozenset((name, one.normal(word)) for word in added), frozenset((name, one.normal(word)) for word in removed)
    )
