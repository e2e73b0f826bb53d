"""Where in a draft the name of a source is being typed. Ordinary prose has no such place: nobody is bothered in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.forms import inflections
from attrib_lsp.lexicons import words

#: Code points before and after the cursor that are looked at.
REACH = 160

_GAP = r"(?=\s)[^\S\r\n]*(?:\r\n|[\r\n])?[^\S\r\n]*"
_WORD = r"(?:[A-Z][a-z]{0,3}\.|(?:[A-Z]\.)+|\w[\w’'-]*)"
_TYPED = rf"(?P<typed>(?:{_WORD}[^\S\r\n]){{0,3}}{_WORD}?)\Z"
_MARK = "[”\"’'»]"
_COMMA = re.compile(rf",{_MARK}{_GAP}{_TYPED}")
_INVERTED = re.compile(rf"[,.?!…–—]{_MARK}{_GAP}(?P<verb>\w+){_GAP}{_TYPED}")
_VERB_BEHIND = re.compile(r"(?=\s|\b)[^\S\r\n]*(?:\r\n|[\r\n])?[^\S\r\n]*(?P<verb>[a-z]+)\b")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a source's name: ``typed`` stands in it so far, from ``start`` (code points of the file) on.

    ``begins`` is set where a sentence begins with it.
    """

    start: int
    typed: str
    begins: bool = False


def slot_at(text: str, offset: int) -> Slot | None:
    """Return the place for a source's name that ends at ``offset``; None in ordinary prose.

    That is: behind "according to"; behind a comma and a closing quotation mark; behind the verb that follows a closing
    mark ("…,” said"); and before a verb of saying where a sentence or the words behind a quotation begin.
    """
    before, behind = text[max(0, offset - REACH) : offset], text[offset : offset + REACH]
    found = _according().search(before) or _inverted(before) or _COMMA.search(before)
    if found is not None:
        return Slot(offset - len(found["typed"]), found["typed"])
    opening = _start().match(before if offset <= REACH else f"…{before}")
    if opening is not None and _says(_VERB_BEHIND.match(behind)):
        return Slot(offset - len(opening["typed"]), opening["typed"], begins=True)
    return None


@cache
def _according() -> re.Pattern[str]:
    """Match the prepositions of more than one word that a source follows."""
    listed = sorted(entry for entry in words("cues", "prepositional") if " " in entry)
    spelled = "|".join(_GAP.join(map(re.escape, entry.split())) for entry in listed)
    return re.compile(rf"\b(?:{spelled}){_GAP}{_TYPED}", re.IGNORECASE)


@cache
def _start() -> re.Pattern[str]:
    """Match up to where the last sentence begins; "Mr." ends none."""
    shortened = sorted(word[:-1].capitalize() for word in words("people", "courtesy") if word.endswith("."))
    no_title = "".join(rf"(?<!\b{title})" for title in shortened)
    return re.compile(rf"(?s:.*)(?:\A|[\r\n][^\S\r\n]*|{no_title}[.?!…]{_MARK}*[^\S\r\n]+){_TYPED}")


def _inverted(before: str) -> re.Match[str] | None:
    """Match a verb of saying behind a quotation."""
    found = _INVERTED.search(before)
    return found if _says(found) else None


def _says(found: re.Match[str] | None) -> bool:
    """Say whether the verb that was found says that somebody says something."""
    return found is not None and found["verb"].lower() in _verbs()


@cache
def _verbs() -> frozenset[str]:
    """Return the forms of the verbs of saying that follow their subject: "said", "says"."""
    listed = words("cues", "speech") | words("cues", "writing")
    single = [verb for verb in listed if " " not in verb]
    return frozenset(form for verb in single for form in inflections(verb) if form != verb and not form.endswith("ing"))
