"""From the bytes of a file to its text, or to the line and the reason why there is none."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from attrib_lsp.text.source_text import SourceText

#: Code points of the draft shown at most before a byte that cannot be read.
SHOWN = 20

_ADVICE = "save the story as plain text (.txt) or Markdown (.md)"
_FORMATS = (
    (b"PK\x03\x04", "a Word or OpenDocument file, or another zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich text file (RTF)"),
)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_CODECS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(rb"\r\n|\n|\r")


class UndecodableError(ValueError):
    """Bytes that are no text we read; ``line`` (from one) is where it shows."""

    def __init__(self, message: str, line: int) -> None:
        """Say what is wrong and what would mend it."""
        super().__init__(message)
        self.line = line


def decode(raw: bytes) -> str:
    """Return the text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one.

    The mark is no part of the text, so offsets count from the first code point behind it. Line ends stay as they are.

    Raises:
        UndecodableError: the file is of a known kind that is no text, or in another encoding.
    """
    _refuse(raw, ((_UTF_32, "UTF-32"),))
    text = _decoded(raw, "utf-16" if raw.startswith(_UTF_16) else "utf-8-sig")
    if "\0" in text:
        line, _ = SourceText(text).line_column(text.index("\0"))
        raise UndecodableError(f"this is not text (it holds NUL bytes); {_ADVICE}, with the encoding UTF-8", line)
    return text


@dataclass(frozen=True, slots=True)
class Codec:
    """How a file's text is written down: the byte order ``mark`` it opens with, then ``name``."""

    name: str = "utf-8"
    mark: bytes = b""

    @classmethod
    def of(cls, raw: bytes) -> Codec:
        """Return the codec of a file that `decode` reads."""
        for mark, name in _CODECS:
            if raw.startswith(mark):
                return cls(name, mark)
        return cls()

    def encode(self, text: str) -> bytes:
        """Return ``text`` as the file has it."""
        return self.mark + text.encode(self.name)


def refuse_rows(raw: bytes) -> None:
    """Look at the first line of a JSON Lines file, ``raw``: it must be UTF-8.

    Raises:
        UndecodableError: the whole file is something else.
    """
    _refuse(raw, ((_UTF_32, "UTF-32"), (_UTF_16, "UTF-16")))


def refuse_formats(raw: bytes) -> None:
    """Look at the opening of a file, ``raw``, that is too large to be read as text.

    Raises:
        UndecodableError: it is no text anyway.
    """
    _refuse(raw, ((_UTF_32, "UTF-32"),))


def _refuse(raw: bytes, encodings: Iterable[tuple[tuple[bytes, bytes], str]]) -> None:
    """Raise an error if the opening of a file says that it is no text, or text in one of ``encodings``."""
    for opening, kind in _FORMATS:
        if raw.startswith(opening):
            raise UndecodableError(f"this is {kind}, not text; {_ADVICE}", 1)
    for marks, encoding in encodings:
        if raw.startswith(marks):
            raise UndecodableError(f"this is text in {encoding}; save it with the encoding UTF-8", 1)


def _decoded(raw: bytes, encoding: str) -> str:
    """Return ``raw`` decoded, or say at which byte that ended."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        # The "-sig" codec counts from behind the byte order mark, and only the object it was given tells how far.
        before = error.object[: error.start]
        if b"\0" in raw and encoding != "utf-16":
            message = f"this is not text (it holds NUL bytes); {_ADVICE}, with the encoding UTF-8"
            raise UndecodableError(message, _line(raw[: raw.index(b"\0")])) from None
        if encoding == "utf-16":
            line = before.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
            raise UndecodableError("the UTF-16 text is damaged here; save it with the encoding UTF-8", line) from None
        byte = error.object[error.start]
        message = f"{_place(before)} is not UTF-8 (byte 0x{byte:02X}); save the file with the encoding UTF-8"
        raise UndecodableError(message, _line(before)) from None


def _place(before: bytes) -> str:
    """Return words for the place behind ``before``, which is UTF-8."""
    line = before.decode("utf-8-sig").replace("\r", "\n").rpartition("\n")[2]
    shown = line.lstrip()
    if len(shown) > SHOWN:
        shown = shown[-SHOWN:].partition(" ")[2] or shown[-SHOWN:]
    return f"the character after “{shown}”" if shown else "the first character of the line"


def _line(before: bytes) -> int:
    """Return the line (from one) of what follows ``before``."""
    return 1 + len(_LINE_END.findall(before))
