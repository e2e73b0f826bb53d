"""LaTeX: the words that its reader sees, each where it stands in the file."""

from __future__ import annotations

import pytest

from attrib_lsp.text.latex.reader import read_latex
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.part import Stress
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story
from tests.text.drafts import byline, headline, in_file, kinds, read


def latex(text: str) -> Story:
    """Return the story in a LaTeX text."""
    return read(text, Markup.LATEX)


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        (r"a \emph{b} c", "a b c", ["a", "b", "c"]),
        (r"a {\em b} c", "a b c", ["a", "b", "c"]),
        ("``a'' `b'", "“a” ‘b’", ["``", "a", "''", "`", "b", "'"]),
        ("the county's", "the county’s", ["the county", "'", "s"]),
        ("a---b 1--2 a-b", "a—b 1–2 a-b", ["a", "---", "b 1", "--", "2 a-b"]),
        (r"5\% \& \$2", "5% & $2", ["5", r"\%", r"\&", r"\$", "2"]),
        ("Mr.~Smith", "Mr. Smith", ["Mr.", "Smith"]),
        (r"caf\'e M\"{u}ller \c{c} \v s", "café Müller ç š", ["caf", r"\'e", "M", r"\"{u}", "ller", r"\c{c}", r"\v s"]),
        (r"stra\ss e \o{}re", "straße øre", ["stra", r"\ss", "e", r"\o{}", "re"]),
        (r"said~\cite[p.~1]{a}. It", "said. It", ["said", ". It"]),
        (r"a\footnote{b {c} d} e", "a e", ["a", "e"]),
        (r"a\ref{b}, see \href{http://x}{it}", "a, see it", ["a", ", see", "it"]),
        (r"\enquote{a \enquote{b}}", "“a ‘b’”", [r"\enquote{", "a", r"\enquote{", "b", "}", "}"]),
        (r"$5$ or $x^2$ or \(y\) men", "5 or or men", ["5", "or", "or", "men"]),
        ("a % b\n  c", "a c", ["a", "c"]),
        (r"100\% sure", "100% sure", ["100", r"\%", "sure"]),
        (r"\verb|a{b| c", "a{b c", ["a{b", "c"]),
        (r"\textcolor{red}{a} \unknown[x]{b}", "a b", ["a", "b"]),
        ("It costs $5.", "It costs $5.", ["It costs", "$5."]),
    ],
)
def test_inline(text: str, words: str, pieces: list[str]) -> None:
    (part,) = read_latex(SourceText(text)).parts
    assert part.text == words
    assert [text[one.file : one.end].strip() for one in part.prose.pieces] == pieces


DRAFT = r"""\documentclass[a4paper]{article}
\usepackage{csquotes}
\newcommand{\county}[1]{the #1 county}
\title{Bridge \emph{closed} after cracks\thanks{To all.}}
\author{Ruth Adler}
\date{\today}
\begin{document}
\maketitle
The \textbf{bridge} was closed on Tuesday, the
county said. % not seen
\section*{What happens next}
\begin{quote}
``We would rather close it,'' she said.
\end{quote}
\begin{itemize}
  \item Buses go through Marlow.
  \item[--] Trains do not run.
\end{itemize}
\begin{figure}
  \includegraphics[width=5cm]{bridge}
  \caption{The bridge on Tuesday.}
\end{figure}
\begin{tabular}{ll}
a & b \\
\end{tabular}
\begin{verbatim}
print("{")
\end{verbatim}
\[ x = y \]
\begin{equation} z \end{equation}
It is \textit{over}.
\end{document}
Nobody reads this.
"""


def test_a_document() -> None:
    story = latex(DRAFT)
    assert headline(story) == "Bridge closed after cracks"
    assert byline(story) == "Ruth Adler"
    assert kinds(story) == [
        ("paragraph", "The bridge was closed on Tuesday, the county said."),
        ("crosshead", "What happens next"),
        ("block quote", "“We would rather close it,” she said."),
        ("list item", "Buses go through Marlow."),
        ("list item", "Trains do not run."),
        ("caption", "The bridge on Tuesday."),
        ("table", "\\begin{tabular}{ll}\na & b \\\\\n\\end{tabular}"),
        ("code", '\\begin{verbatim}\nprint("{")\n\\end{verbatim}'),
        ("paragraph", "It is over."),
    ]
    assert in_file(story.body[2].prose, DRAFT) == "``We would rather close it,'' she said."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It \\emph{leaks.\n\nIt stays.", ["It leaks.", "It stays."]),
        ("\\section{What next\n\nIt leaks.", ["What next", "It leaks."]),
        ("It leaks \\cite{smi\n\nIt stays.", ["It leaks", "It stays."]),
        ("It leaks.} It stays.", ["It leaks. It stays."]),
        ("\\begin{quote}\nIt leaks.\n\\end{quotation}\nIt stays.", ["It leaks.", "It stays."]),
        ("It leaks. \\[ x\n\nIt stays.", ["It leaks. \\[ x", "It stays."]),
        ("It leaks.\\", ["It leaks.\\"]),
    ],
)
def test_what_is_half_typed(text: str, words: list[str]) -> None:
    assert [part.text for part in read_latex(SourceText(text)).parts] == words


def test_stress() -> None:
    parts = read_latex(SourceText("\\textbf{What next}\n\n\\emph{All of it.}\n\n\\emph{Some} of it.")).parts
    assert [part.stress for part in parts] == [Stress.STRONG, Stress.EMPHASIS, Stress.NONE]


@pytest.mark.parametrize(
    ("text", "scopes", "left"),
    [
        ("% attrib: ignore[a]\nOne.\n\nTwo.", ["One."], "One.\n\nTwo."),
        ("One. % attrib: ignore[a]\n\nTwo.", ["One. % attrib: ignore[a]"], "One.\n\nTwo."),
        ("One\n% attrib: ignore[a]\nstays.", ["One\n% attrib: ignore[a]\nstays."], "One\nstays."),
        (
            "\\item One. % attrib: ignore[a]\n\\item Two.",
            ["\\item One. % attrib: ignore[a]"],
            "\\item One.\n\\item Two.",
        ),
        ("5\\% attrib: ignore[a]", [], None),
        ("\\begin{verbatim}\n% attrib: ignore[a]\n\\end{verbatim}", [], None),
    ],
)
def test_pragmas(text: str, scopes: list[str], left: str | None) -> None:
    found = latex(text).pragmas
    assert [one.scope.of(text) for one in found if one.scope is not None] == scopes
    for one in found:
        assert one.removal is not None
        assert text[: one.removal.start] + text[one.removal.end :] == left
