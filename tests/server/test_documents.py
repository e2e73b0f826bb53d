"""Which markup a document has, and what happens to documents that are not open."""

from __future__ import annotations

import pytest
from lsprotocol.types import PositionEncodingKind, TextDocumentContentChangeWholeDocument

from attrib_lsp.server.documents import Documents, markup_for
from attrib_lsp.text.markup import Markup


@pytest.mark.parametrize(
    ("language", "uri", "markup"),
    [
        ("markdown", "file:///story.txt", Markup.MARKDOWN),
        ("Markdown", "untitled:Untitled-1", Markup.MARKDOWN),
        ("plaintext", "file:///story.md", Markup.PLAIN),
        ("text", "file:///a%20story.md", Markup.MARKDOWN),
        ("text", "vscode-remote://host/story.markdown?x#y.txt", Markup.MARKDOWN),
        ("", "file:///c%3A/story.MD", Markup.MARKDOWN),
        ("latex", "file:///story.txt", Markup.LATEX),
        ("html", "untitled:Untitled-1", Markup.HTML),
        ("restructuredtext", "untitled:Untitled-1", Markup.RST),
        ("asciidoc", "untitled:Untitled-1", Markup.ASCIIDOC),
        ("org", "untitled:Untitled-1", Markup.ORG),
        ("text", "file:///story.htm", Markup.HTML),
        ("", "file:///story.adoc", Markup.ASCIIDOC),
        ("typst", "file:///story.typ", Markup.PLAIN),
        ("", "untitled:Untitled-1", Markup.PLAIN),
        ("", "", Markup.PLAIN),
        ("", "http://[::1", Markup.PLAIN),
    ],
)
def test_markup(language: str, uri: str, markup: Markup) -> None:
    assert markup_for(language, uri) is markup


def test_a_change_makes_the_snapshot_before_it_old() -> None:
    documents = Documents()
    first = documents.open("u", "markdown", 1, "one")
    whole = [TextDocumentContentChangeWholeDocument("two")]
    second = documents.change("u", 2, whole, PositionEncodingKind.Utf16)
    assert second is not None
    assert (first.source.text, second.source.text, second.source.version) == ("one", "two", 2)
    assert documents.current(second)
    assert not documents.current(first)
    assert documents.close("u") is second
    assert not documents.current(second)
    assert documents.close("u") is None
    assert documents.change("u", 3, whole, PositionEncodingKind.Utf16) is None


def test_the_same_text_opened_again_is_another_snapshot() -> None:
    documents = Documents()
    first = documents.open("u", "markdown", 1, "one")
    again = documents.open("u", "markdown", 1, "one")
    assert documents.current(again)
    assert not documents.current(first)
    assert list(documents) == [again]
