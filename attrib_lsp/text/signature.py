"""Recognise who signs a story, when and from where: bylines, lines of date and time, datelines."""

from __future__ import annotations

import re
from functools import cache

from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

_NAME = r"(?:[A-Z][\w.’'-]*|[A-Z]\.)(?:\s+(?:(?:de|da|del|di|du|van|von|der|den|al|el|bin|ibn|la|le|y)\s+)*[A-Z][\w.’'-]*){0,4}"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s+(?:and|&|with)\s+|\s*,\s*and\s+){_NAME})*"
_PLACE = r"\s+(?:in|at|from)\s+[A-Z][\w .,’'-]{1,50}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Words by|Written by|Story by|Text by|Reported by|Report by|From)\s*:?\s+(?P<names>{_NAMES})"
    rf"(?:{_PLACE})?(?:\s*[,|•·–—-]\s*(?P<role>[^.!?]{{2,80}}))?[.]?"
)
_ROLE_LINE = re.compile(rf"(?P<names>{_NAMES})(?:\s*,\s*|\s+\|\s+|\s+[–—-]\s+)(?P<role>[^.!?,]{{2,50}})(?:{_PLACE})?")
_CREDIT = re.compile(
    r"[(\[]?(?:(?:Additional )?[Rr]eporting|Editing|Writing|Compiled|Edited|Translated|Produced)"
    r"(?: and (?:writing|editing|additional reporting))? by:? [^!?]{3,250}"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?"
_DATE = (
    rf"(?:{_WEEKDAY},?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?(?:\s+\d{{4}})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}})"
)
_TIME = r"\d{1,2}(?:[:.]\d{2}){1,2}\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\d{1,3} (?:second|minute|hour|day|week|month|year)s? ago"
_ZONE = r"(?:\s*\(?(?:GMT|BST|UTC|CET|CEST|E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T|AEST|AEDT|IST|JST)\)?)?"
_WHEN = re.compile(
    rf"(?:(?:[Ff]irst |[Ll]ast )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified|[Cc]reated|PUBLISHED|UPDATED|POSTED)"
    rf"(?: (?:on|at))?:?\s*)?(?:(?:{_DATE}|{_TIME}{_ZONE}|{_WEEKDAY}|[Tt]oday|[Yy]esterday|at|on)"
    rf"[\s,|•·–—-]*)+(?:[|•·–—-]\s*\d+ min(?:ute)?s? read)?|\d+[ -]min(?:ute)?s? read"
)
_AGENCY = r"\s*[(\[][A-Z][\w .’'/-]{0,40}[)\]]"
_DASH = r"\s*(?:[-–—―]{1,2})(?=\s)"
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


def is_byline(line: str) -> bool:
    """Say whether ``line`` does nothing but name who wrote the story.

    >>> is_byline("By Jane Smith and Tom Ray in London"), is_byline("By Monday the river had risen.")
    (True, False)
    """
    if len(line) > 250:
        return False
    if _CREDIT.fullmatch(line):
        return True
    found = _BYLINE.fullmatch(line)
    if found:
        first = re.split(r"[\s,]", found["names"], maxsplit=1)[0]
        return first.casefold() not in words("story", "not_names")
    found = _ROLE_LINE.fullmatch(line)
    return found is not None and _roles().search(found["role"]) is not None and len(line) <= 100


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
