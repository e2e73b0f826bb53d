"""Follow Markdown's inline markup through its source, so that every visible word keeps its place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from attrib_lsp.text.pieces import Words
from attrib_lsp.text.span import Span

Rule = Callable[[StateInline, bool], bool]

_END = "end"
#: The rules whose tokens say less than what stands in the source.
_OPAQUE = ("newline", "escape", "backticks", "link", "image", "autolink", "html_inline", "entity")


def parser() -> MarkdownIt:
    """Return a CommonMark parser, with tables and ~~strikethrough~~, whose tokens note where their markup ends."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    rules = markdown.inline.ruler.get_all_rules()
    for name, rule in zip(rules, list(markdown.inline.ruler.__rules__), strict=True):
        if name in _OPAQUE:
            markdown.inline.ruler.at(name, _noting(rule.fn))
    return markdown


def _noting(rule: Rule) -> Rule:
    """Return ``rule`` with a note, in the last token that it makes, of where in the source it stopped."""

    def noting(state: StateInline, silent: bool) -> bool:
        before = len(state.tokens)
        done = rule(state, silent)
        if done and len(state.tokens) > before:
            state.tokens[-1].meta[_END] = state.pos
        return done

    return noting


def visible_words(source: str, tokens: Sequence[Token], at: int = 0) -> Iterator[Words]:
    """Yield what a reader sees of ``source``, whose inline tokens are ``tokens``; images are left out.

    The places count in ``source``; what is written otherwise there, an entity say, has none.
    """
    for token, start, end in _walk(source, tokens, at):
        if token.type == "text":
            verbatim = source.startswith(token.content, start)
            yield token.content, start if verbatim else None
        elif token.type == "text_special":
            yield token.content, end - len(token.content) if token.info == "escape" else None
        elif token.type == "code_inline":
            yield from _code(source, start + len(token.markup), end - len(token.markup))
        elif token.type in ("softbreak", "hardbreak"):
            yield " ", None


def image_words(source: str, tokens: Sequence[Token]) -> Iterator[list[Words]]:
    """Yield the description of each image in ``source``."""
    for token, start, _ in _walk(source, tokens, 0):
        if token.type == "image":
            described = visible_words(token.content, token.children or [])
            yield [(words, None if at is None else at + start + len("![")) for words, at in described]


def html_places(source: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """Yield where each tag or comment stands in ``source``."""
    for token, _, end in _walk(source, tokens, 0):
        if token.type == "html_inline":
            yield Span(end - len(token.content), end)


def _walk(source: str, tokens: Sequence[Token], at: int) -> Iterator[tuple[Token, int, int]]:
    """Yield each token with the range of ``source`` it comes from."""
    for token in tokens:
        end = at
        if _END in token.meta:
            end = int(token.meta[_END])
        elif token.type == "text":
            end += len(token.content)
        elif token.type == "link_open":
            end += 1
        else:
            end += len(token.markup)
        yield token, at, end
        at = end


def _code(source: str, start: int, end: int) -> Iterator[Words]:
    """Yield the words of inline code, without the space that keeps a backtick off its marker."""
    code = source[start:end]
    if code.startswith((" ", "\n")) and code.endswith((" ", "\n")) and code.strip(" \n"):
        start, end = start + 1, end - 1
    while (newline := source.find("\n", start, end)) >= 0:
        yield source[start:newline], start
        yield " ", None
        start = newline + 1
    yield source[start:end], start
