"""HTML: the words that the reader of a page sees of its article, each where it stands in the file."""

from __future__ import annotations

import pytest

from attrib_lsp.text.html.reader import read_html
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.part import Stress
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story
from tests.text.drafts import byline, headline, in_file, kinds, read


def html(text: str) -> Story:
    """Return the story in an HTML text."""
    return read(text, Markup.HTML)


def places(text: str) -> list[tuple[str, str]]:
    """Return the words of each piece of the only part in ``text``, and what stands in the file for them."""
    (part,) = read_html(SourceText(text)).parts
    pieces = part.prose.pieces
    return [(part.text[one.prose : one.prose + one.length], text[one.file : one.end]) for one in pieces]


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("a <b>b</b> c", "a b c", ["a", "b", "c"]),
        ("<p>a  b\r\n\tc", "a b c", ["a", "b", "c"]),
        ("a&amp;b", "a&b", ["a", "&amp;", "b"]),
        ("&ldquo;a&#8221; &#x2019;", "“a” ’", ["&ldquo;", "a", "&#8221;", "&#x2019;"]),
        ("AT&T &nosuch; &copy", "AT&T &nosuch; ©", ["AT&T &nosuch;", "&copy"]),
        ("a&nbsp;b", "a\xa0b", ["a", "&nbsp;", "b"]),
        ("a<br>b<br/>c", "a b c", ["a", "b", "c"]),
        ("<q>a</q>", "“a”", ["<q>", "a", "</q>"]),
        ("a <!-- b --> c", "a c", ["a", "c"]),
        ('<a href="x>y" title=\'"\'>a</a>', "a", ["a"]),
        ("5 < 6 a<b", "5 < 6 a", ["5 < 6 a"]),
        ("a <wbr>b", "a b", ["a", "b"]),
        ("🌊 <i>🌊</i>", "🌊 🌊", ["🌊", "🌊"]),
        ("<script>a < b</script>c", "c", ["c"]),
        ("a<?php b ?>", "a", ["a"]),
    ],
)
def test_inline(text: str, words: str, pieces: list[str]) -> None:
    (part,) = read_html(SourceText(text)).parts
    assert part.text == words
    assert [written for _, written in places(text)] == pieces


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>It is shut.</p><p>It <b leaks.</p>", ["It is shut.", "It leaks."]),
        ("<p>It is shut.</p><p", ["It is shut."]),
        ('<p><a href="http://x.org>It is shut.</a></p>\n<p class="y">It leaks.', ["It is shut.", "It leaks."]),
        ("<p>It is shut.\n<!-- not yet\n<p>It leaks.", ["It is shut.", "It leaks."]),
        ("<p>It is shut.\n<!-- not yet\n<p>It leaks. <!-- b -->", ["It is shut.", "It leaks."]),
        ("<h2>It is shut\n<p>It leaks.</p>", ["It is shut", "It leaks."]),
        ("<title>It is shut\n<p>It leaks.</p>", ["It is shut", "It leaks."]),
        ("<li>It is shut.<li>It leaks.", ["It is shut.", "It leaks."]),
        ("It is shut.<br><br>It leaks.", ["It is shut.", "It leaks."]),
        ("</p></div>It is shut.</b></i>", ["It is shut."]),
    ],
)
def test_what_is_half_typed_or_broken(text: str, words: list[str]) -> None:
    assert [part.text for part in read_html(SourceText(text)).parts] == words


PAGE = """\
<!doctype html>
<html lang="en-GB">
<head><title>Bridge closed | The Herald</title><style>p { color: red }</style></head>
<body>
<header><h1>The Herald</h1></header>
<nav><ul><li>Home</li></ul></nav>
<article>
<h1>Bridge <em>closed</em> after cracks</h1>
<p class="by">By Ruth Adler</p>
<p>The <b>bridge</b> was closed on Tuesday, the <a href="x">county</a> said.
<figure><img src=x alt="The &quot;old&quot; bridge"><figcaption>The bridge on Tuesday.</figcaption></figure>
<h2>What happens next</h2>
<blockquote><p>&ldquo;We would rather close it,&rdquo; she said.</p></blockquote>
<ul>
  <li>Buses go through Marlow.
  <li>Trains do not run.
</ul>
<table><tr><td>a<td>b</table>
<pre>x &lt; y</pre>
<blockquote class="twitter-tweet"><p>Shut!</p></blockquote>
<iframe src="x">Shut!</iframe>
</article>
<aside><p>Ferry runs again</p></aside>
<p>Terms and conditions apply.</p>
<footer>All rights reserved</footer>
</body></html>
"""


def test_a_page() -> None:
    story = html(PAGE)
    assert headline(story) == "Bridge closed after cracks"
    assert byline(story) == "By Ruth Adler"
    assert story.metadata["lang"] == "en-GB"
    assert kinds(story) == [
        ("paragraph", "The bridge was closed on Tuesday, the county said."),
        ("caption", 'The "old" bridge'),
        ("caption", "The bridge on Tuesday."),
        ("crosshead", "What happens next"),
        ("block quote", "“We would rather close it,” she said."),
        ("list item", "Buses go through Marlow."),
        ("list item", "Trains do not run."),
        ("table", "<table><tr><td>a<td>b</table>"),
        ("code", "<pre>x &lt; y</pre>"),
    ]
    assert in_file(story.body[4].prose, PAGE) == "&ldquo;We would rather close it,&rdquo; she said."


def test_the_title_is_the_headline_of_a_page_without_one() -> None:
    story = html("<title>Bridge closed | The Herald</title><p>The bridge was closed on Tuesday.</p>")
    assert headline(story) == "Bridge closed"


def test_stress_and_verse() -> None:
    parts = read_html(
        SourceText("<p><b>What <i>next</i></b></p><p><em>All of it.</em></p><p>Some <b>of it</b></p>")
    ).parts
    assert [part.stress for part in parts] == [Stress.STRONG, Stress.EMPHASIS, Stress.NONE]
    lines = ["The boats come in with nothing but the tide,", "The gulls complain, the mayor stays inside"] * 2
    assert kinds(html("<p>A poem is here.</p><p>" + "<br>\n".join(lines)))[-1] == ("verse", " ".join(lines))


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("<!-- attrib: ignore[a] -->\n<p>One.</p><p>Two.</p>", ["<p>One"]),
        ("<p>One. <!-- attrib: ignore[a] --></p>\n<p>Two.</p>", ["<p>One"]),
        ("<!-- attrib: ignore[a] -->\n<ul><li>One.<li>Two.</ul>\n<p>Three.", ["<ul><li>One.<li>Two.</ul"]),
        ("<p>One\n<!-- attrib: ignore[a] -->\n<p>Two.", ["<p>Two"]),
        ("<li>One. <!-- attrib: ignore[a] --><li>Two.", ["<li>One"]),
        ("<!-- attrib: ignore[a] --><script>b</script><div><h1>One</h1></div>", ["<h1>One"[:-1]]),
        ("<p>One.</p><!-- attrib: ignore[a] -->", [None]),
        ("<!-- attrib: ignore[a]\n<p>One.", ["<p>One"]),
        ("<pre><!-- attrib: ignore[a] --></pre><p>One.", []),
    ],
)
def test_pragmas(text: str, scopes: list[str | None]) -> None:
    found = html(text).pragmas
    assert [None if one.scope is None else one.scope.of(text) for one in found] == scopes
