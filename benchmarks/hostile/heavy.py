"""Inputs that cost: long runs of one sign, things nested ten thousand deep, files of five megabytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import count
from random import Random

from benchmarks.hostile.seeds import KINDS, row
from benchmarks.hostile.values import Hostile
from tests.text.test_wire import paragraph, word

_SENTENCE = "The mayor said on Tuesday that the bridge would open in May, officials told the council. "
#: What regular expressions, and parsers that look ahead, go over again and again.
RUNS = (
    *(
        "*",
        "_",
        "[",
        "`",
        "\\",
        " ",
        "\t",
        "'",
        '"',
        "“",
        "”",
        "0",
        "A",
        "a",
        "(",
        ")",
        "{",
        "}",
        "<",
        "&",
        "$",
        "|",
        "#",
    ),
    *("=", "-", ":", "~", "^", "@", "/", "!", "?", ".", ",", ";", "\u2028", "\xa0", "…", "—", "🌊", "א", "中"),
    *("a,", "1,", "a.", "A.", "Mr ", "> ", "- ", "* ", "1. ", "![", "[a](", "](", "<!--", "<a ", "&amp;", "{{", "}}"),
    *("a'", "'s ", "“a” ", '" "', "a-", "--", "...", "a/", "http://", "a@b.c ", "$1 ", "5% ", "1,000 ", "12:30 "),
    *(
        "said ",
        "by ",
        "that ",
        "who ",
        "not ",
        "and ",
        "to ",
        "of ",
        "A ",
        "A, ",
        "A B ",
        "He said, ",
        "“A,” he said. ",
    ),
    *("according to ", "officials ", "John Smith, ", "the man who ", "allegedly ", "is ", "“", "said: “", "Mr. A. "),
    *("\n", " \n", "a\n", "A\n\n", "> > ", "a\r", "::\n", ".. a::\n", "=\n", "|a|b|\n", "* a\n", "#+begin_quote\n"),
    *("\\begin{a}", "\\footnote{", "[fn:1]", "[^1]: a\n", "<div>", "<p>", "<b>", "attrib: ", "<!-- attrib: ignore -->"),
)
#: Most are short, so that thousands of them take minutes; what grows too fast shows in the long ones.
_LENGTHS = (*(1_000,) * 5, *(6_000,) * 5, 30_000, 150_000)
#: What opens, and closes, by the ending of the file.
_NESTS: dict[str, tuple[tuple[str, str], ...]] = {
    ".txt": (("(", ")"), ("“", "”"), ("> ", ""), ("he said that ", "")),
    ".md": (("> ", ""), ("- ", ""), ("[", "](a)"), ("*a ", "*"), ("<div>", "</div>"), ("![", "](a)"), ("(", ")")),
    ".mdx": (("<b>", "</b>"), ("{", "}"), ("<A b={", "}/>"), ("> ", "")),
    ".html": (
        ("<div>", "</div>"),
        ("<blockquote>", "</blockquote>"),
        ("<ul><li>", "</li></ul>"),
        ("<b>", "</b>"),
        ("<q>", "</q>"),
    ),
    ".rst": (("* ", ""), ("\\`a ", ""), (".. note:: ", ""), ("|", "")),
    ".adoc": (("====\n", ""), ("*a ", "*"), ("<<a ", ">>"), ("footnote:[", "]")),
    ".tex": (("{", "}"), ("\\begin{quote}", "\\end{quote}"), ("\\emph{", "}"), ("\\footnote{", "}"), ("$", "$")),
    ".org": (("#+begin_quote\n", "#+end_quote\n"), ("*", "*"), ("[[", "]]"), ("[fn::", "]")),
    ".json": (("[", "]"), ('{"a":', "}")),
    ".jsonl": (("[", "]"), ('{"a":', "}")),
    ".xml": (("<p>", "</p>"), ("<block>", "</block>")),
    ".nitf": (("<bq>", "</bq>"), ("<q>", "</q>")),
    ".docx": (("<w:p>", "</w:p>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")),
}


def wrapped(kind: str, text: str) -> bytes:
    """Return ``text`` as the story in a file of that ending."""
    if kind == ".json":
        return json.dumps({"uri": "a", "headline": "Bridge shut", "body_text": text}).encode()
    if kind == ".jsonl":
        return row(text).encode()
    if kind == ".docx":
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "</w:t></w:r></w:p><w:p><w:r><w:t>")
        return word(paragraph(escaped))
    if kind in (".xml", ".nitf"):
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "</p><p>")
        return f"<nitf><body><body.content><p>{escaped}</p></body.content></body></nitf>".encode()
    return text.encode()


def long_run(chance: Random, number: int) -> Hostile:
    """Return a run of one sign, alone or with numbers or sentences in between."""
    kind = KINDS[number % len(KINDS)]
    bit = RUNS[(number // len(KINDS)) % len(RUNS)]
    length = chance.choice(_LENGTHS)
    times = length // len(bit)
    chosen = chance.randrange(4)
    if chosen == 0:
        text = bit * times
    elif chosen == 1:
        text = f"{_SENTENCE}\n\n{_SENTENCE}{bit * times}{_SENTENCE}"
    elif chosen == 2:  # no two of its paragraphs are the same
        text = "".join(f"{bit * 40}{number}{_SENTENCE if not number % 9 else ''}" for number in range(times // 40 + 1))
    else:
        text = (bit * 60 + "\n\n") * (times // 60 + 1)
    return Hostile(f"long run: {bit!r}", f"a{kind}", wrapped(kind, text))


def nested(chance: Random, number: int) -> Hostile:
    """Return something nested deep."""
    kind = KINDS[number % len(KINDS)]
    opening, closing = chance.choice(_NESTS[kind])
    depth = chance.choice((50, 1_000, 10_000))
    text = f"{opening * depth}He said so.{closing * chance.choice((0, depth, depth // 2))}"
    if kind == ".json":
        text = f'{{"uri": "a", "headline": {text.replace("He said so.", "1")}'
    elif kind in (".xml", ".nitf"):
        text = f"<nitf><body><body.content>{text}</body.content></body></nitf>"
    raw = word(text) if kind == ".docx" else text.encode()
    return Hostile(f"nested: {opening!r}", f"a{kind}", raw)


def _sentences() -> Iterator[str]:
    """Yield sentences, no two the same."""
    return (f"Bridge {number} is shut, officials told the council on Tuesday. " for number in count())


_SHAPES: dict[str, Callable[[Iterator[str]], str]] = {
    "one line": lambda told: next(told),
    "short lines": lambda told: f"{next(told)[:30]}\n",
    "paragraphs": lambda told: f"{next(told)}{next(told)}{next(told)}\n\n",
}


def huge(chance: Random, number: int) -> Hostile:
    """Return a file of five megabytes, or of what is just let through."""
    kind = KINDS[number % len(KINDS)]
    shape = tuple(_SHAPES)[(number // len(KINDS)) % len(_SHAPES)]
    size = 140_000 if chance.random() < 0.25 else 5_000_000
    told, text, length = _sentences(), [], 0
    while length < min(size, 500_000):
        text.append(_SHAPES[shape](told))
        length += len(text[-1])
    text *= max(1, size // length)
    if kind == ".jsonl" and chance.random() < 0.5:
        raw = "".join(row("".join(text[at : at + 40]), at) for at in range(0, min(len(text), 4_000), 40)).encode()
    else:
        raw = wrapped(kind, "".join(text))
    return Hostile(f"huge: {size / 1e6:g} MB, {shape}", f"a{kind}", raw)
