"""What the commands and environments of LaTeX are to a draft."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from attrib_lsp.text.part import Stress
from attrib_lsp.text.story import BlockKind

HEADINGS: Mapping[str, int] = {
    "title": 1,
    **dict.fromkeys(["part", "chapter", "section", "frametitle"], 2),
    "subsection": 3,
    "subsubsection": 4,
    "paragraph": 5,
    "subparagraph": 6,
}
CAPTIONS = frozenset({"caption", "captionof", "subcaption"})
STRESSES: Mapping[str, Stress] = {
    **dict.fromkeys(["textbf", "strong"], Stress.STRONG),
    **dict.fromkeys(["emph", "textit", "textsl"], Stress.EMPHASIS),
}
#: Commands whose argument stands in quotation marks.
QUOTED = frozenset({"enquote", "textquote", "say"})
#: Commands whose arguments, all there are, are no prose.
_SKIPPED = frozenset(
    [
        *("footnote", "footnotetext", "footnotemark", "thanks", "marginpar", "todo", "index", "label", "ref", "eqref"),
        *("pageref", "autoref", "nameref", "cref", "Cref", "vref", "includegraphics", "input", "include", "subfile"),
        *("documentclass", "usepackage", "RequirePackage", "newcommand", "renewcommand", "providecommand"),
        *("newenvironment", "renewenvironment", "newtheorem", "DeclareMathOperator", "setlength", "addtolength"),
        *("setcounter", "addtocounter", "newcounter", "newlength", "vspace", "hspace", "vskip", "hskip", "rule"),
        *("bibliography", "bibliographystyle", "addbibresource", "printbibliography", "nocite", "bibitem", "date"),
        *("pagestyle", "thispagestyle", "pagenumbering", "hypersetup", "geometry", "graphicspath", "color"),
        *("definecolor", "selectlanguage", "setmainfont", "fontsize", "linespread", "phantom", "hyphenation"),
        *("tikzset", "pgfplotsset", "lstset", "addcontentsline", "markboth", "markright", "ensuremath", "institute"),
        *("captionsetup", "theoremstyle", "titleformat", "fancyhead", "fancyfoot", "lhead", "rhead", "cfoot", "note"),
    ]
)
#: Commands whose first argument only is no prose.
FIRST_SKIPPED = frozenset(
    {"href", "textcolor", "colorbox", "parbox", "raisebox", "hyperlink", "foreignlanguage", "captionof"}
)
#: Environments that are shown as they stand.
CODE = frozenset(
    {"verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "alltt", "filecontents", "filecontents*"}
)
TABLES = frozenset({"tabular", "tabular*", "tabularx", "longtable", "tabbing", "array", "tabulary"})
#: Environments of which nothing but captions is read.
HIDDEN = frozenset(
    [
        *("equation", "align", "alignat", "gather", "multline", "eqnarray", "displaymath", "math", "flalign", "split"),
        *("figure", "wrapfigure", "subfigure", "table", "wraptable", "sidewaysfigure", "sidewaystable", "SCfigure"),
        *("tikzpicture", "picture", "thebibliography", "algorithm", "algorithmic", "axis"),
    ]
)
KINDS: Mapping[str, BlockKind] = {
    **dict.fromkeys(["quote", "quotation", "displayquote", "displaycquote", "blockquote"], BlockKind.BLOCK_QUOTE),
    **dict.fromkeys(["itemize", "enumerate", "description", "compactitem", "compactenum"], BlockKind.LIST_ITEM),
    "verse": BlockKind.VERSE,
}
#: Environments that have arguments in braces.
ARGUED = frozenset(
    {"minipage", "multicols", "wrapfigure", "wraptable", "subfigure", "adjustbox", "displaycquote", "spacing"}
)
#: Commands that stand for characters; white space behind them is none.
CHARACTERS: Mapping[str, str] = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "aa": "å",
    "AA": "Å",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "S": "§",
    "P": "¶",
    "euro": "€",
    "texteuro": "€",
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "textendash": "–",
    "textemdash": "—",
    "pounds": "£",
    "textsterling": "£",
    "textdollar": "$",
    "copyright": "©",
    "textcopyright": "©",
    "textregistered": "®",
    "texttrademark": "™",
    "textdegree": "°",
    "textbullet": "•",
    "textperiodcentered": "·",
    "textbar": "|",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "lq": "‘",
    "rq": "’",
    "textquotesingle": "'",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquotedbl": '"',
    "quotedblbase": "„",
    "glqq": "„",
    "grqq": "“",
    "guillemotleft": "«",
    "guillemotright": "»",
    "og": "«",
    "fg": "»",
    "flqq": "«",
    "frqq": "»",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textless": "<",
    "textgreater": ">",
    "textunderscore": "_",
    "slash": "/",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "quad": " ",
    "qquad": " ",
    "newline": " ",
}
_COMBINING = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "c": "\u0327",
    "v": "\u030c",
    "u": "\u0306",
    "H": "\u030b",
    "r": "\u030a",
    "k": "\u0328",
    "d": "\u0323",
}


def is_skipped(name: str) -> bool:
    """Say whether the arguments of a command are no prose: citations and references of any kind are none."""
    return name in _SKIPPED or "cite" in name


def accented(accent: str, letter: str) -> str:
    r"""Return ``letter`` (a backslash may lead an i or j) under ``accent``.

    >>> accented("'", "e"), accented('"', "\\i"), accented("c", "c")
    ('é', 'ï', 'ç')
    """
    return unicodedata.normalize("NFC", letter.lstrip("\\") + _COMBINING[accent])
