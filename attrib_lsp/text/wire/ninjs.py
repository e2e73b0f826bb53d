"""Read IPTC ninjs, news in JSON, of versions 1 to 3: one story, or a list of them.

https://iptc.org/std/ninjs/ has the standard. Version 1 says ``headline`` and ``body_text`` or ``body_xhtml``, the later
ones ``headlines`` and ``bodies``, lists of ``{"role", "contenttype", "value"}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lsp.text.front_matter import UnreadableError
from attrib_lsp.text.html.reader import read_html
from attrib_lsp.text.part import Part
from attrib_lsp.text.plain import read_plain
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import BlockKind
from attrib_lsp.text.wire.item import Item, NotNewsError
from attrib_lsp.text.wire.json_values import String, Value, values
from attrib_lsp.text.wire.through import line_of, part_through

#: What says that a text which breaks off was meant for ninjs.
_MEANT = re.compile(r'"(?:body_text|body_xhtml|body_html|bodies|headlines|headline)"\s*:')
_MARKED_UP = ("html", "xml")
#: How a body, or headline, that is the story's own is called among several; "" says nothing.
_ROLES = ("main", "richtext", "")
_NOT_NEWS = "this is JSON, but no news document (ninjs); rows of stories are read from .jsonl files"

Object = dict[str, Value]


def read_ninjs(source: SourceText) -> list[Item]:
    """Return the stories in a ninjs document, or in a list of such.

    Raises:
        NotNewsError: it is not ninjs.
        UnreadableError: it seems to be, and is broken.
    """
    try:
        found = values(source)
    except UnreadableError as error:
        if '"uri"' in source.text and _MEANT.search(source.text):
            raise
        raise NotNewsError(str(error)) from None
    held = found if isinstance(found, list) else [found]
    objects = [one for one in held if isinstance(one, dict) and _is_ninjs(one)]
    if not objects:
        raise NotNewsError(_NOT_NEWS)
    return [item for one in objects if (item := _item(source, one)).has_words]


def _is_ninjs(found: Object) -> bool:
    """Say whether an object is a ninjs document: it has the one member that every version demands, and words."""
    named = isinstance(found.get("uri"), String)
    return named and any(name in ("headline", "headlines", "bodies") or name.startswith("body_") for name in found)


def _item(source: SourceText, found: Object) -> Item:
    """Return the story in a ninjs document."""
    body = _body(found)
    parts = [*_bylines(found), *body]
    return Item(
        source,
        "ninjs",
        tuple(parts),
        headline=_headline(found),
        language=_words(found.get("language")),
        id=_words(found.get("uri")) or None,
    )


def _words(value: Value) -> str:
    """Return the characters of a string; none of any other value."""
    return str(value).strip() if isinstance(value, String) else ""


def _line(value: Value) -> Prose | None:
    """Return a string as one line; None if it holds no words."""
    return line_of(value.prose()) if isinstance(value, String) else None


def _headline(found: Object) -> Prose | None:
    """Return the headline: the main one of several."""
    single = _line(found.get("headline"))
    if single is not None:
        return single
    ranked = sorted(_roles(found.get("headlines")), key=lambda one: _rank(one, "main", ""))
    return next((line for one in ranked if (line := _line(one.get("value"))) is not None), None)


def _bylines(found: Object) -> Iterator[Part]:
    """Yield the by lines."""
    given = [found.get("byline"), found.get("by")]
    more = found.get("bylines")
    given += more if isinstance(more, list) else []
    for value in given:
        line = _line(value.get("value") or value.get("byline") if isinstance(value, dict) else value)
        if line is not None:
            yield Part(line, BlockKind.BYLINE)


def _roles(value: Value) -> list[Object]:
    """Return the objects in a list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _rank(found: Object, *roles: str) -> int:
    """Return how far behind in ``roles`` the role of an object stands."""
    role = _words(found.get("role")).lower()
    return roles.index(role) if role in roles else len(roles)


def _body(found: Object) -> list[Part]:
    """Return the body: with its paragraphs and lists marked as such, if one of several is."""
    held = [(value, name.removeprefix("body_")) for name, value in found.items() if name.startswith("body_")]
    for one in sorted(_roles(found.get("bodies")), key=lambda one: _rank(one, *_ROLES)):
        kind = _words(one.get("contenttype")) or _words(one.get("contentType"))
        held.append((one.get("value"), kind or _words(one.get("role"))))
    strings = [(value.prose(), kind.lower()) for value, kind in held if isinstance(value, String)]
    written = [(prose, any(sign in kind for sign in _MARKED_UP)) for prose, kind in strings if prose.text.strip()]
    if not written:
        return []
    prose, marked_up = next((one for one in written if one[1]), written[0])
    inner = read_html(SourceText(prose.text)).parts if marked_up else read_plain(prose.text)
    return [part_through(part, prose) for part in inner]
