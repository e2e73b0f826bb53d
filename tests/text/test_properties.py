"""What holds for any text: nothing raises, no word loses its place, nothing counts twice."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from attrib_lsp.text.markdown import read_markdown
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_row, read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import BlockKind, Story
from tests.text import test_asciidoc, test_html, test_latex, test_org, test_rst
from tests.text.drafts import below, every_prose
from tests.text.test_markdown import DRAFT

FRONT = '---\ntitle: "A \\"safe\\" bridge"\ndeck: >-\n  Cracks\n  found\nattrib: {ignore: [a, b]}\n---\n'
NEWS = "\r\n".join(
    [
        below(
            "Home local news Bridge over the Lea closed after...",
            "Bridge over the Lea closed after cracks",
            "By Jane Smith",
        ),
        "Ferry to run all night",
        "Ferry to run all night",
        "Please enter your comment!",
    ]
)

#: Bits that readers react to, so that chance finds their combinations.
BITS = st.sampled_from(
    [
        *("*", "**", "_", "`", "``", "[", "](", ")", "[r]", "]", "![", "\\", "&amp;", "&#8220;", "&", "~~", "<b>"),
        *("<!--", "-->", "<http://a.b/%20>", "https://a.b", "#", "> ", "- ", "1. ", "---", "===", "|", " ", "[r]: x"),
        *("\t", "    ", "\n", "\r\n", "\r", "\n\n", "  \n", "\u2028", "\f", "\x00", "\ufeff", "\u200b", "\xa0"),
        *("\n---\n", "title: ", "'", '"', ": ", "...", "…", ". ", "% attrib: ignore", "🌊", "א", "a", "The bridge "),
        *("Home > ", "Read more: ", "By Jane Smith", "LONDON — ", "Photo: "),
    ]
)
#: The same for the readers of other markups.
MORE_BITS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<p ",
            "<li>",
            "<ul>",
            "</ul>",
            "<table>",
            "<td>",
            "<h1>",
            "<title>",
            "<blockquote>",
            "<br>",
            "<q>",
        ),
        *(
            "<pre>",
            "<script>",
            "<a href='",
            "<img alt='x'>",
            "<nav>",
            "</nav>",
            "<article>",
            "<!doctype",
            ">",
            "<",
            "/",
        ),
        *("<?xml ", "?>", "<figure>", "<!-- attrib: ignore[a] -->", "<!-- attrib: ", "&ldquo;", "&nbsp;", "&"),
        *(
            ".. ",
            "::",
            "..",
            ":a:",
            ":alt: x",
            "``",
            "`x`_",
            "[1]_",
            "image:: x",
            "note::",
            "figure:: y",
            "| ",
            "+--+",
            "=====\n",
        ),
        *("-----\n", "  ", "   ", "\n\n  ", "__", "_", "|x|", ".. attrib: ignore[a]\n", "replace:: x", "\n=====\n"),
        *(
            "= ",
            "== ",
            "----\n",
            "____\n",
            "|===\n",
            "....\n",
            "// ",
            "////\n",
            "[quote]\n",
            "NOTE: ",
            ":lang: en\n",
            "{lang}",
        ),
        *(
            "image::x[y]",
            "footnote:[",
            "<<",
            ">>",
            "+\n",
            " +\n",
            "* ",
            "** ",
            "--\n",
            "// attrib: ignore[a]\n",
            "#",
            "^",
        ),
        *(
            "\\begin{",
            "\\end{",
            "document}",
            "quote}",
            "verbatim}",
            "itemize}",
            "figure}",
            "\\item ",
            "\\emph{",
            "{",
            "}",
            "$",
            "%",
        ),
        *(
            "\\section{",
            "\\title{",
            "\\cite{",
            "\\footnote{",
            "\\caption{",
            "\\verb|",
            "\\\\",
            "\\'e",
            "``",
            "''",
            "---",
            "~",
            "\\[",
        ),
        *("#+TITLE: ", "#+begin_quote\n", "#+end_quote\n", "#+begin_src\n", "#+end_src\n", "# ", "[[", "][", ":END:\n"),
        *(
            "[fn:1] ",
            "#+CAPTION: ",
            ":PROPERTIES:\n",
            "=x=",
            "/x/",
            "- [ ] ",
            "a :: ",
            "# attrib: ignore[a]\n",
            "\n",
            "\n\n",
        ),
        *("\r\n", "\r", "a", "A", "The bridge ", ". ", "x", " "),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(BITS, max_size=40).map("".join),
    st.lists(st.one_of(MORE_BITS, BITS), max_size=40).map("".join),
)
#: How long an example takes says more of the machine than of the reader.
patient = settings(deadline=None)
MARKUPS = pytest.mark.parametrize("markup", list(Markup))


def check(story: Story) -> None:
    """Assert what every story owes its files."""
    taken: dict[str, set[int]] = {"text": set(), "headline": set()}
    for prose in every_prose(story):
        text = story.sources[prose.field].text
        at = 0
        for piece in prose.pieces:
            assert piece.length > 0
            assert piece.prose >= at
            at = piece.prose + piece.length
            assert piece.written or prose.text[piece.prose : at] == text[piece.file : piece.end]
            assert piece.end <= len(text)
            places = set(range(piece.file, piece.end))
            assert not places & taken[prose.field]
            taken[prose.field] |= places
        assert at <= len(prose.text)
        assert [piece.file for piece in prose.pieces] == sorted(piece.file for piece in prose.pieces)
    for place in story.places:
        assert place.span.end <= len(story.sources["text"].text)


@MARKUPS
@patient
@given(text=TEXTS)
def test_any_text(markup: Markup, text: str) -> None:
    check(read_story(SourceText(text), markup, tolerant=True))


@patient
@given(text=TEXTS)
def test_markdown_reads_as_it_is_rendered(text: str) -> None:
    parts = read_markdown(SourceText(text))[0]
    unread = {BlockKind.CAPTION, BlockKind.CODE, BlockKind.TABLE}
    assert [part.text.replace("\x00", "\ufffd") for part in parts if part.kind not in unread] == rendered(text)


@patient
@given(text=TEXTS.map(lambda text: text.replace("&", "").replace("<", "")))
def test_every_word_of_markdown_has_its_place(text: str) -> None:
    for part in read_markdown(SourceText(text))[0]:
        put_in = list(part.text)
        for piece in part.prose.pieces:
            put_in[piece.prose : piece.prose + piece.length] = [""] * piece.length
        assert not "".join(put_in).strip(" ")  # soft line ends, and nothing else


def rendered(text: str) -> list[str]:
    """Return the words of each run of inline markup, as the parser itself has them."""
    runs = []
    table = 0
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text.removeprefix("\ufeff")):
        table += {"table_open": 1, "table_close": -1}.get(token.type, 0)
        if token.type == "inline" and not table:
            words = (
                " " if "break" in child.type else child.content for child in token.children or [] if visible(child)
            )
            runs.append("".join(words).strip())
    return [run for run in runs if run]


def visible(token: Token) -> bool:
    """Say whether the content of a token inside a line is seen by the reader."""
    return token.type in ("text", "code_inline", "softbreak", "hardbreak")


@patient
@given(text=TEXTS, headline=st.one_of(st.none(), TEXTS))
def test_any_row(text: str, headline: str | None) -> None:
    check(read_row(SourceText(text), None if headline is None else SourceText(headline)))


@MARKUPS
@pytest.mark.parametrize("draft", [NEWS, DRAFT, FRONT + DRAFT])
def test_a_text_cut_off_anywhere(markup: Markup, draft: str) -> None:
    cut_off_anywhere(markup, draft)


@pytest.mark.parametrize(
    ("markup", "draft"),
    [
        (Markup.HTML, test_html.PAGE),
        (Markup.RST, test_rst.DRAFT),
        (Markup.ASCIIDOC, test_asciidoc.DRAFT),
        (Markup.LATEX, test_latex.DRAFT),
        (Markup.ORG, test_org.DRAFT),
    ],
    ids=lambda given: given.value if isinstance(given, Markup) else "draft",
)
def test_a_draft_in_its_own_markup_cut_off_anywhere(markup: Markup, draft: str) -> None:
    cut_off_anywhere(markup, draft)


def cut_off_anywhere(markup: Markup, draft: str) -> None:
    """Assert that a draft can be read wherever it breaks off."""
    for end in range(len(draft) + 1):
        check(read_story(SourceText(draft[:end]), markup, tolerant=True))


@pytest.mark.parametrize(
    ("markup", "bit"),
    [
        *((Markup.HTML, bit) for bit in ("<div>", "<blockquote>", "<b>", "<li><ul>", "<p>a < b ", "<a b='", "<!--\n")),
        *((Markup.RST, bit) for bit in ("- ", "*a ", "`a ", "a\n=\n", ".. note::\n\n", "[a ", "|a ")),
        *((Markup.ASCIIDOC, bit) for bit in ("====\n", "*a ", "<<a ", "https://a[", "_a*b ", "* a\n", "footnote:[")),
        *((Markup.LATEX, bit) for bit in ("{", "\\begin{quote}", "$a ", "\\cite{", "\\emph{a", "\\[", "\\item[")),
        *((Markup.MDX, bit) for bit in ("<b>", "<a {", "<a '", "{", "{a}", "``a", "import x\n", "{a}\n")),
        *((Markup.ORG, bit) for bit in ("#+begin_quote\n", "*a ", "[[a][", "- a\n", ":a:\n", "=a ", "[fn::")),
    ],
)
def test_what_is_nested_deep_or_never_closed_is_read_in_time(markup: Markup, bit: str) -> None:
    started = time.process_time()
    read_story(SourceText(bit * 30_000), markup)
    assert time.process_time() - started < 4


def test_deep_indentation_is_read() -> None:
    deep = "\n\n".join(" " * depth + "It leaks." for depth in range(1_500))
    assert len(read_story(SourceText(deep), Markup.RST).places) == 1_500


@MARKUPS
@pytest.mark.parametrize(
    "bit",
    [
        "a",
        "A ",
        "A, ",
        "By A ",
        "12:30 ",
        "1.1.1 ",
        "[",
        "*a",
        "_a_ ",
        "`",
        "<",
        "![",
        "> ",
        "- ",
        "(Photo",
        "a/",
        "AP / ",
        "Share ",
    ],
)
def test_a_long_text_takes_no_long_time(markup: Markup, bit: str) -> None:
    started = time.process_time()
    for text in (bit * 4_000, (bit * 60 + "\n") * 40, (bit * 12 + "\n\n") * 200):
        read_story(SourceText(text), markup)
    assert time.process_time() - started < 4
