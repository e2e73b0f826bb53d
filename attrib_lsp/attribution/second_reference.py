"""What a story calls a named person once they are introduced: "Mr Sullivan", "Sullivan", as its own words have it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.genders import Gender, gender_of_word, is_given_name
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.phrases import bare_name
from attrib_lsp.attribution.values import Source, SourceKind
from attrib_lsp.language.remembered import remembered
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Titles that a story which uses them gives to everybody.
_EVERYBODY = ("Mr", "Mrs", "Ms", "Miss", "Mx")


@dataclass(frozen=True, slots=True)
class Titled:
    """A courtesy title as the story writes it ("Mr", "Mr."), and the name behind it ("Sullivan")."""

    title: str
    name: str


def second_reference(graph: AttributionGraph, source: Source) -> str | None:
    """Return what to call a named person after the first time; None where that cannot be told, but by the full name.

    The story's own form goes before everything. A story that gives everybody a title gets one only for whom a pronoun
    shows it. Two people with one surname are told apart by their full names.
    """
    name = bare_name(source.name)
    short = surname(name)
    own = [one for one in titles(graph) if _sub_name(one.name, name)]
    if own:
        shorter = next((one.name for one in reversed(own) if one.name != name), short)
        return None if shorter is None or _shared(graph, source, shorter) else f"{own[-1].title} {shorter}"
    short = next((said for one in source.mentions if _sub_name(said := one.text, name) and said != name), short)
    if short is None or _shared(graph, source, short):
        return None
    if not any(_plain(one.title) in _EVERYBODY for one in titles(graph)):
        return short
    title = _title(graph, source)
    return f"{title} {short}" if title else None


def surname(name: str) -> str | None:
    """Return the family name in a name without titles; None where it cannot be told from the given name.

    >>> [surname(name) for name in ("Jake Sullivan", "Ursula von der Leyen", "Liu Pengyu", "Ken Griffey Jr.", "Pelé")]
    ['Sullivan', 'von der Leyen', 'Liu', 'Griffey', 'Pelé']
    """
    parts = name.split()
    while len(parts) > 1 and parts[-1].lower() in words("family_names", "behind"):
        parts.pop()
    if len(parts) < 2:
        return parts[0] if parts else None
    if parts[-1].islower():
        return None
    small = next((number for number, part in enumerate(parts) if number and part.islower()), None)
    if small is not None:
        return " ".join(parts[small:])
    first = parts[0].lower()
    if first in words("family_names", "unsure"):
        return None
    if first in words("family_names", "first"):
        return None if is_given_name(first) else parts[0]
    return parts[-1]


@remembered
def titles(graph: AttributionGraph) -> tuple[Titled, ...]:
    """Return the courtesy titles before names in the story's own words, in reading order."""
    return tuple(
        Titled(match["title"], match["name"].removesuffix("’s").removesuffix("'s"))
        for _, paragraph in graph.numbered
        for match in _titled().finditer(paragraph.text)
        if not paragraph.quoted(Span(*match.span()))
    )


@cache
def _titled() -> re.Pattern[str]:
    """Match a courtesy title and the name behind it."""
    listed = "|".join(sorted({one.rstrip(".").capitalize() for one in words("people", "courtesy")}))
    capital = r"[^\W\d_a-z][\w’'-]+"
    return re.compile(
        rf"\b(?P<title>(?:{listed})\b\.?)\s+(?P<name>(?:(?:[a-z]{{1,3}} ){{0,2}}{capital})(?: {capital})*)"
    )


def _sub_name(said: str, name: str) -> bool:
    """Say whether ``said`` is ``name``, or its beginning or end."""
    return f"{name} ".startswith(f"{said} ") or f" {name}".endswith(f" {said}")


def _shared(graph: AttributionGraph, source: Source, short: str) -> bool:
    """Say whether another person of the story has the name ``short`` too."""
    return any(
        one is not source and one.kind is SourceKind.NAMED_PERSON and _sub_name(short, bare_name(one.name))
        for one in graph.sources
    )


def _title(graph: AttributionGraph, source: Source) -> str | None:
    """Return the title that a pronoun shows to be somebody's, spelled as the story spells titles; None without one."""
    genders = {gender_of_word(one.text) for one in source.mentions if " " not in one.text} - {Gender.UNKNOWN}
    if len(genders) != 1:
        return None
    used = Counter(one.title for one in titles(graph) if _plain(one.title) in _EVERYBODY)
    fitting = [title for title, _ in used.most_common() if gender_of_word(title) in genders]
    stop = "." if any(title.endswith(".") for title in used) else ""
    return fitting[0] if fitting else f"{'Mr' if Gender.MASCULINE in genders else 'Ms'}{stop}"


def _plain(title: str) -> str:
    """Return a title without its full stop."""
    return title.rstrip(".")
