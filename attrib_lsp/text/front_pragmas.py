"""Pragmas in front matter: ``attrib: {ignore: [unsourced-claim]}`` holds for the whole draft."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from attrib_lsp.text.pragma import MARK, Action, Pragma, Term
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

_KEY = MARK.removesuffix(":")


def front_pragmas(source: SourceText, start: int, root: yaml.MappingNode) -> Iterator[Pragma]:
    """Yield what front matter, which was parsed from ``start`` on in ``source``, says of rules."""
    for key, value in root.value:
        if isinstance(key, yaml.ScalarNode) and key.value == _KEY and isinstance(value, yaml.MappingNode):
            for word, listed in value.value:
                if isinstance(word, yaml.ScalarNode):
                    lone = key if len(value.value) == 1 else None
                    yield _pragma(source, start, lone, word, listed)


def _pragma(source: SourceText, start: int, lone: yaml.Node | None, word: yaml.ScalarNode, listed: yaml.Node) -> Pragma:
    """Return what ``word`` says of the rules ``listed``; ``lone`` is the key around it, if nothing else is in it."""
    said = _term(start, word)
    names = tuple(_term(start, node) for node in _scalars(listed))
    last = names[-1].span.end if names else start + listed.start_mark.index + 1
    flow = isinstance(listed, yaml.SequenceNode) and bool(listed.flow_style)
    end = start + listed.end_mark.index if flow else last
    removal = None if lone is None else _lines(source, start + lone.start_mark.index, end)
    return Pragma(
        span=Span(said.span.start, max(end, said.span.end)),
        word=said,
        action=Action.IGNORE_FILE if said.text.lower() == Action.IGNORE.value else None,
        names=names,
        reason=Term("", Span(last, last)),
        end=last,
        joiner=_joiner(source, names, listed) if isinstance(listed, yaml.SequenceNode) else None,
        removal=removal,
        front=True,
    )


def _scalars(node: yaml.Node) -> list[yaml.ScalarNode]:
    """Return the names in a list; a name alone is a list of one."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return [one for one in nodes if isinstance(one, yaml.ScalarNode) and one.value.strip()]


def _term(start: int, node: yaml.ScalarNode) -> Term:
    """Return a scalar with its place in the file, quotation marks and all."""
    return Term(node.value.strip(), Span(start + node.start_mark.index, start + node.end_mark.index))


def _joiner(source: SourceText, names: tuple[Term, ...], listed: yaml.SequenceNode) -> str | None:
    """Return what goes in front of another name in a list; None where what is in it are no names."""
    if not names:
        return "" if listed.flow_style and not listed.value else None
    if listed.flow_style:
        return ", "
    line = source.line_of(names[-1].span.start)
    begins = source.line_starts[line]
    above = source.line_starts[line - 1] + len(source.line_text(line - 1))  # the lines of front matter end alike
    return source.text[above:begins] + source.text[begins : names[-1].span.start]


def _lines(source: SourceText, start: int, end: int) -> Span:
    """Return the lines from ``start`` to ``end``, with their ends."""
    last = source.line_of(max(end - 1, start)) + 1
    starts = source.line_starts
    return Span(starts[source.line_of(start)], starts[last] if last < len(starts) else len(source.text))
