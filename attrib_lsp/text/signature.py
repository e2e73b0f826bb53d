"""Recognise who signs a story, when and from where: bylines, lines of date and time, datelines."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Lines that are longer do not sign a story, in code points.
LONGEST = 250

_PARTICLES = "de|da|del|di|du|van|von|der|den|al|el|bin|ibn|la|le|y"
_NAME = rf"[A-Z][\w.’'-]*(?:\s+(?:(?:{_PARTICLES})\s+)*[A-Z][\w.’'-]*){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s*,?\s+(?:and|&|with)\s+){_NAME})*"
_PLACE = r"\s+(?:in|at|from)\s+[A-Z][\w .,’'-]{1,50}"
_BYLINE = re.compile(
    rf"(?:By|BY|by|(?:Words|Written|Story|Text|Reported|Report|Posted|Co-authored) by)\s*:?\s+(?P<names>{_NAMES})"
    rf"(?:{_PLACE})?(?:\.|\s*[,|•·–—-]\s*[^.!?]{{2,80}})?|From (?:[Ss]taff|our|wire)\s[\w ,]{{3,40}}"
)
_ROLE_LINE = re.compile(rf"{_NAMES}(?:{_PLACE})?(?:\s*,\s*|\s+[|–—-]\s+)(?P<role>[^.!?,]{{2,50}})(?:{_PLACE})?")
_CREDIT = re.compile(
    r"[(\[]?(?:(?:Additional )?[Rr]eporting|Editing|Writing|Compiled|Edited|Translated|Produced|With files)"
    r"(?: and (?:writing|editing|additional reporting))? (?:by|from):? [^!?]{2,250}"
    r"|This (?:article|story|report) (?:was )?(?:originally |first )?(?:appeared|published) (?:in|on|at|by) .{2,80}"
)
_CONTRIBUTED = re.compile(r" contributed (?:reporting|to this (?:report|story|article))\.?$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?"
_DATE = (
    rf"(?:{_WEEKDAY},?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?(?:\s+\d{{4}})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}})"
)
_TIME = (
    r"(?:\d{1,2}(?:[:.]\d{2}){1,2}\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?"
    r"|\d{1,3} (?:second|minute|hour|day|week|month|year)s? ago)"
)
_ZONE = r"(?:\s*\(?(?:local time|GMT|BST|UTC|CET|CEST|E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T|AEST|AEDT|IST|JST|KSA)\)?)?"
_WHEN = re.compile(
    rf"(?:(?:[Ff]irst |[Ll]ast )?(?:[Pp]ublished|[Uu]pdated?|[Pp]osted|[Mm]odified|PUBLISHED|UPDATED?|POSTED)"
    rf"(?: (?:on|at))?:?\s*)?(?:(?:{_DATE}|{_TIME}{_ZONE}|{_WEEKDAY}|[Tt]oday|[Yy]esterday|at|on)"
    rf"[\s,|•·–—-]*)+(?:[|•·–—-]\s*\d+ min(?:ute)?s? read)?|\d+[ -]min(?:ute)?s? read"
)
_WORD_END = re.compile(r"[\s,]")
_AGENCY = r"\s*[(\[][A-Z][\w .’'/-]{0,40}[)\]]"
_DASH = r"\s*[-–—―]{1,2}(?=\s|$)"
_UPPER_PLACE = r"[A-Z][A-Z.’'-]+(?:[ /][A-Z.’'-]+){0,4}"
_DAY = rf",\s*(?:{_DATE})"
_REGION = r",\s*[A-Z][\w. ]{1,25}"
_DATELINE = re.compile(
    rf"(?:{_UPPER_PLACE}(?:{_REGION})?(?:{_DAY})?(?:{_AGENCY})?"
    rf"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}}(?:{_REGION})?(?:{_DAY})?{_AGENCY}){_DASH}"
)


@cache
def _roles() -> re.Pattern[str]:
    """Match a role that somebody who signs a story has."""
    return re.compile(rf"\b(?:{'|'.join(words('story', 'byline_roles'))})s?\b", re.IGNORECASE)


@cache
def _end_marks() -> re.Pattern[str]:
    """Match the line that tells the desk that the copy ends, or goes on."""
    return re.compile(rf"\W*(?:{'|'.join(words('story', 'end_marks'))})\W*", re.IGNORECASE)


def signs(line: str) -> Literal["byline", "date", "place", "end"] | None:
    """Return what ``line`` says of the story rather than in it: who wrote it, when, where, or that it ends here."""
    if len(line) > LONGEST:
        return None
    if is_byline(line):
        return "byline"
    if is_when(line):
        return "date"
    if _DATELINE.fullmatch(line):
        return "place"
    return "end" if _end_marks().fullmatch(line) else None


def is_byline(line: str) -> bool:
    """Say whether ``line`` does nothing but name who wrote the story.

    >>> is_byline("By Jane Smith and Tom Ray in London"), is_byline("By Monday, the river had risen.")
    (True, False)
    """
    if len(line) > LONGEST:
        return False
    if _CREDIT.fullmatch(line) or _CONTRIBUTED.search(line):
        return True
    found = _BYLINE.fullmatch(line)
    if found:
        first = _WORD_END.split(found["names"] or "", maxsplit=1)[0]
        return first.casefold() not in words("story", "not_names")
    found = _ROLE_LINE.fullmatch(line)
    return found is not None and len(line) <= 100 and _roles().search(found["role"]) is not None


def is_when(line: str) -> bool:
    """Say whether ``line`` does nothing but give the date or time of publication.

    >>> is_when("Updated 10:30 GMT, 3 March 2021"), is_when("March 3 was a Tuesday")
    (True, False)
    """
    return len(line) <= 120 and _WHEN.fullmatch(line) is not None


def dateline(text: str) -> Span | None:
    """Return the span of the place and agency in front of a story's first paragraph, with the dash; None without.

    >>> dateline("ROME (Agency) - The strike ended.")
    Span(start=0, end=15)
    """
    found = _DATELINE.match(text)
    return Span(0, found.end()) if found and found.end() < len(text) else None
