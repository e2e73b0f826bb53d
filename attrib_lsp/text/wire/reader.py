"""Read a file of a format made for machines: which it is, and the stories in it."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from attrib_lsp.text.decoding import UndecodableError, decode
from attrib_lsp.text.front_matter import UnreadableError
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.wire.docx import read_docx
from attrib_lsp.text.wire.item import LARGEST, Item, NotNewsError
from attrib_lsp.text.wire.newsml import ROOTS, newsml_items
from attrib_lsp.text.wire.ninjs import read_ninjs
from attrib_lsp.text.wire.nitf import nitf_item
from attrib_lsp.text.wire.xml_tree import root_name, tree

#: Bytes of the largest file that is read.
LARGEST_FILE = 4 * LARGEST

_DECLARED = re.compile(rb"""<\?xml[^<>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
#: Encodings of one byte a character, in which agencies still send.
_CODECS = frozenset({"iso8859-1", "iso8859-15", "cp1252", "ascii"})


def read_items(name: str | PurePath, raw: bytes) -> list[Item]:
    """Return the stories in a file of that name that holds ``raw``.

    Raises:
        NotNewsError: it is JSON or XML, but no news document.
        UndecodableError: it is no text, though it should be.
        UnreadableError: it is broken, too large, or not to be trusted.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix == ".docx":
        return read_docx(raw)
    source = SourceText(_decoded(raw) if suffix in (".xml", ".nitf") else decode(raw))
    if len(source.text) > LARGEST:
        raise UnreadableError(f"too large: {len(source.text):,} characters, where {LARGEST:,} are the most", 1)
    return read_ninjs(source) if suffix == ".json" else _read_xml(source)


def _read_xml(source: SourceText) -> list[Item]:
    """Return the stories in an XML text."""
    name = root_name(source.text)
    if name == "nitf":
        item = nitf_item(source, tree(source))
        return [item] if item.has_words else []
    if name in ROOTS:
        return list(newsml_items(source, tree(source)))
    what = f"this is XML that begins with <{name}>" if name else "this is not XML"
    raise NotNewsError(f"{what}, and no news document (NITF or NewsML-G2)")


def _decoded(raw: bytes) -> str:
    """Return the text of an XML file, in UTF-8, UTF-16 or the encoding that it declares."""
    found = _DECLARED.match(raw)
    if found is not None:
        try:
            name = codecs.lookup(found[1].decode("ascii")).name
        except LookupError:
            name = ""
        if name in _CODECS:
            try:
                return raw.decode(name)
            except UnicodeDecodeError as error:
                line = raw.count(b"\n", 0, error.start) + 1
                raise UndecodableError(f"this is not in the encoding that it declares ({name})", line) from None
    return decode(raw)
