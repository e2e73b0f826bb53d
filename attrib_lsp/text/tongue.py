"""Tell whether a draft is written in English.

The share of small words decides: in English copy every fifth word in lower case is one that English alone has ("the",
"which", "said"), in other languages next to none is, while theirs, or letters beyond a to z, make up as much. Only
what stands outside quotation marks counts, so that a story may quote at length in any language. When in doubt a draft
is English: a short line, a list of names, a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from attrib_lsp.lexicons import words

#: Signs of another language that a draft must have, and how many times as many as it has of English.
FOREIGN_SIGNS, AS_MANY = 5, 4
#: A draft of so many words ...
WORDS = 60
#: ... of which fewer than this share are English small words is foreign even where no other language shows.
LEAST_ENGLISH = 0.03
#: Words that must stand outside quotation marks for those inside to be left out.
UNQUOTED = 20

#: From letter to letter: between them may stand the vowel signs of Indian scripts, which are no letters.
_WORD = re.compile(r"[^\W\d_](?:[^\s\d_,.;:!?…—–/\"“”«»()\[\]-]*[^\W\d_])?")
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|»[^«»]*«|„[^„“”]*[“”]|\"[^\"]*\"|「[^」]*」")


class Signs(NamedTuple):
    """Counts of a text's words in lower case, and of those that are signs of English or of another language."""

    words: int
    english: int
    foreign: int


def is_foreign(paragraphs: Iterable[str]) -> bool:
    """Say whether a draft with these paragraphs is plainly written in another language than English.

    >>> is_foreign(["Le maire a démissionné mardi, a dit la ville dans un communiqué qui ne donne pas de raison."])
    True
    >>> is_foreign(["The mayor resigned on Tuesday.", "« Je suis désolé pour tous les citoyens », dit-il."])
    False
    """
    text = "\n".join(paragraphs)
    signs = signs_of(_QUOTED.sub(" ", text))
    if signs.words < UNQUOTED:
        signs = signs_of(text)
    if signs.foreign >= FOREIGN_SIGNS and signs.foreign > AS_MANY * signs.english:
        return True
    return signs.words >= WORDS and signs.english < LEAST_ENGLISH * signs.words


def declared(metadata: Mapping[str, object]) -> bool | None:
    """Say whether a draft's front matter calls it English (``lang: en-GB``); None where it says nothing.

    >>> declared({"language": "English"}), declared({"lang": "fr"}), declared({})
    (True, False, None)
    """
    named = str(metadata.get("lang") or metadata.get("language") or "").strip().lower()
    return re.match(r"en(?:glish|g)?\b", named) is not None if named else None


def signs_of(text: str) -> Signs:
    """Return the signs of a language that ``text`` shows.

    Words with a capital are left out: names tell nothing, in whatever language. Of scripts without capitals every
    word counts.

    >>> signs_of("Der Bürgermeister sagte, das ist nicht wahr. The mayor said so.")
    Signs(words=8, english=1, foreign=3)
    """
    english, foreign = words("languages", "english"), words("languages", "foreign")
    found = [word for word in _WORD.findall(text) if word == word.lower()]
    return Signs(
        len(found),
        sum(word.replace("’", "'") in english for word in found),
        sum(word in foreign or not _latin(word) for word in found),
    )


def _latin(word: str) -> bool:
    """Say whether ``word`` is spelt with the letters of English alone."""
    return word.isascii() or word.replace("’", "'").isascii()
