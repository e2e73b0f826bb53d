"""Bytes to text: which encodings are read, and what is said of the others."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib_lsp.text.decoding import UndecodableError, decode
from attrib_lsp.text.source_text import SourceText

TEXT = "Zoë said:\r\n“No.” 😀\rEnd\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be"],
)
def test_the_mark_goes_and_line_ends_stay(raw: bytes) -> None:
    assert decode(raw) == TEXT


def test_only_one_mark_goes() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"a") == "\ufeffa"


@pytest.mark.parametrize(
    ("raw", "line", "words"),
    [
        ("Café".encode("latin-1"), 1, "after “Caf” is not UTF-8 (byte 0xE9)"),
        ("Closed\r\n\r\nThe café shut".encode("latin-1"), 3, "after “The caf” is not UTF-8 (byte 0xE9)"),
        ("Closed\r\rThe café shut".encode("latin-1"), 3, "after “The caf”"),
        (codecs.BOM_UTF8 + "One\nCafé".encode("latin-1"), 2, "after “Caf”"),
        ("“No”\n".encode("cp1252"), 1, "the first character of the line is not UTF-8 (byte 0x93)"),
        ("😀 said".encode()[:3], 1, "the first character of the line is not UTF-8 (byte 0xF0)"),
        (b"\x93" + b"\0" * 9, 1, "this is not text (it holds NUL bytes)"),
        (b"One\nTwo\0\n", 2, "this is not text (it holds NUL bytes)"),
        ("One".encode("utf-16-le"), 1, "this is not text (it holds NUL bytes)"),
        (codecs.BOM_UTF16_LE + "One\r\nTwo".encode("utf-16-le")[:-1], 2, "the UTF-16 text is damaged here"),
        (codecs.BOM_UTF16_BE + "One\n\udc00".encode("utf-16-be", "surrogatepass"), 2, "the UTF-16 text is damaged"),
        (codecs.BOM_UTF32_LE + "One".encode("utf-32-le"), 1, "UTF-32"),
        (codecs.BOM_UTF32_BE + "One".encode("utf-32-be"), 1, "UTF-32"),
        (b"PK\x03\x04\x14\0", 1, "a Word or OpenDocument file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", 1, "an old Word file"),
        (b"%PDF-1.7\n", 1, "a PDF"),
        (b"{\\rtf1\\ansi Mayor quits}", 1, "a rich text file"),
    ],
)
def test_what_is_not_read(raw: bytes, line: int, words: str) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(raw)
    assert caught.value.line == line
    assert words in str(caught.value)
    assert "save" in str(caught.value)


def test_no_more_than_a_few_words_are_shown_before_a_bad_byte() -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(b"word " * 1000 + b"caf\xe9")
    assert "“word word word caf”" in str(caught.value)


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_one_line_says_why_not(raw: bytes) -> None:
    try:
        text = decode(raw)
    except UndecodableError as error:
        assert error.line >= 1
        assert "\n" not in str(error)
    else:
        assert "\0" not in text


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60), st.integers(0, 60))
def test_the_line_of_the_first_bad_byte_is_told(text: str, at: int) -> None:
    good = text[:at]
    if good.startswith(("\ufeff", "%PDF-", "{\\rtf", "PK\x03\x04")):
        return
    with pytest.raises(UndecodableError) as caught:
        decode(good.encode() + b"\xff" + text[at:].encode())
    assert caught.value.line == SourceText(good).line_column(len(good))[0]
