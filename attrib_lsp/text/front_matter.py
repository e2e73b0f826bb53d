"""Read the front matter of a draft: YAML between two lines of three hyphens at the very top."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import yaml

from attrib_lsp.text.front_pragmas import front_pragmas
from attrib_lsp.text.pieces import Words, stripped
from attrib_lsp.text.pragma import MARK, Pragma
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

_KEY = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|$)")
_CONTINUES = re.compile(r"[ \t#}\]-]|$")
_NOTE = re.compile(rf"#[ \t]*{MARK}")
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|[^\n])", re.DOTALL)
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_LINE_WORDS = re.compile(r"\S+(?:[^\S\r\n]+\S+)*")
_FOLD = re.compile(r"\\?[ \t]*(?:\r\n|[\r\n])\s*")


#: What YAML's complaints mean, by their own words; the first that fits counts.
_REASONS = {
    "mapping values are not allowed": "a value with a colon in it needs quotation marks around it",
    "quoted scalar": "a quotation mark is not closed",
    "flow": "a bracket is not closed",
    "could not find expected ':'": "a line has no colon behind its key",
    "'\\t'": "use spaces, not tabs, in front of a line",
    "block mapping": "a line has no colon behind its key, or is indented differently from the others",
}


class UnreadableError(ValueError):
    """A draft cannot be read. The message says in plain words what is wrong; ``line`` (from one) where, if anywhere."""

    def __init__(self, message: str, line: int | None) -> None:
        """Say what is wrong at ``line``."""
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class FrontMatter:
    """What a draft says of itself. The text proper begins at zero-based line ``end_line``.

    ``words`` are the values that are plain text, by key, with their places in the file; ``pragmas`` what it says of
    rules.
    """

    end_line: int
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    words: Mapping[str, Prose] = field(default_factory=lambda: MappingProxyType({}))
    pragmas: tuple[Pragma, ...] = ()


def read_front_matter(source: SourceText, tolerant: bool = False) -> FrontMatter:
    """Return the front matter of ``source``; an empty one where it has none.

    ``tolerant`` is for text that is being typed: of broken front matter the lines that can be read count, the others
    are passed over.

    Raises:
        UnreadableError: the front matter is broken, and ``tolerant`` is not set.
    """
    lines = [source.line_text(line) for line in range(len(source.line_starts))]
    if lines[0].removeprefix("\ufeff").rstrip() != "---" or not _opens(lines):
        return FrontMatter(0)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        if not tolerant:
            raise UnreadableError("the front matter is never closed: put a line --- under it", 1)
        return _salvaged(source, lines, _typed_end(lines))
    try:
        return _parsed(source, 1, end, end + 1)
    except UnreadableError:
        if not tolerant:
            raise
        return _salvaged(source, lines, end)


def _opens(lines: list[str]) -> bool:
    """Say whether a key stands under the opening line: else that line is a rule across the page."""
    first = next((line for line in lines[1:] if not line.startswith("#")), "")
    return _KEY.match(first) is not None or first.rstrip() == "---"


def _typed_end(lines: list[str]) -> int:
    """Return the line at which front matter that is not closed yet ends: the first that cannot belong to it."""
    for number, line in enumerate(lines[1:], 1):
        if not line.strip() or _NOTE.match(line) or not (_KEY.match(line) or _CONTINUES.match(line)):
            return number  # a note to attrib-lsp is for the text below it
    return len(lines)


def _salvaged(source: SourceText, lines: list[str], end: int) -> FrontMatter:
    """Return what can be read of broken front matter: each key on its own."""
    values: dict[str, Any] = {}
    words: dict[str, Prose] = {}
    pragmas: tuple[Pragma, ...] = ()
    keys = [number for number in range(1, end) if _KEY.match(lines[number])]
    for first, last in zip(keys, [*keys[1:], end], strict=True):
        try:
            part = _parsed(source, first, last, end)
        except UnreadableError:
            continue
        values |= part.values
        words |= part.words
        pragmas += part.pragmas
    closed = end < len(lines) and lines[end].rstrip() in ("---", "...")
    return FrontMatter(end + closed, MappingProxyType(values), MappingProxyType(words), pragmas)


def _parsed(source: SourceText, first: int, last: int, end_line: int) -> FrontMatter:
    """Parse lines ``first`` to ``last`` of ``source``, half-open."""
    start = source.line_starts[first]
    end = source.line_starts[last] if last < len(source.line_starts) else len(source.text)
    try:
        loader = yaml.SafeLoader(source.text[start:end])
        root = loader.get_single_node()
        values = loader.construct_document(root) if root is not None else {}
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error, first, last) from None
    except (yaml.YAMLError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UnreadableError(f"the front matter cannot be read: {reason}", first + 1) from None
    except RecursionError:
        raise UnreadableError("the front matter cannot be read: it is nested too deeply", first + 1) from None
    if not isinstance(values, dict):
        raise UnreadableError("the front matter must hold lines of the form “key: value”", first + 1)
    if not isinstance(root, yaml.MappingNode):
        return FrontMatter(end_line, MappingProxyType(values))
    words = dict(_words(source.text, start, root))
    pragmas = tuple(front_pragmas(source, start, root))
    return FrontMatter(end_line, MappingProxyType(values), MappingProxyType(words), pragmas)


def _unreadable(error: yaml.MarkedYAMLError, first: int, last: int) -> UnreadableError:
    """Return what YAML's ``error`` in lines ``first`` to ``last`` means to somebody who does not know YAML."""
    problem = error.problem or error.context or "no reason given"
    reason = next((words for sign, words in _REASONS.items() if sign in f"{error.context} {problem}"), problem)
    # What was opened there and not closed: the place where the lack of it is noticed says nothing.
    begun = error.context_mark if "block mapping" not in f"{error.context}" else None
    mark = begun or error.problem_mark
    line = min(first + (mark.line if mark else 0) + 1, last)
    return UnreadableError(f"the front matter cannot be read: {reason}", line)


def _words(text: str, start: int, root: yaml.MappingNode) -> Iterator[tuple[str, Prose]]:
    """Yield the keys of ``root`` whose values are plain text, with their words."""
    for key, value in root.value:
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode) and value.value.strip():
            if value.tag == "tag:yaml.org,2002:null":
                continue
            begin, end = start + value.start_mark.index, start + value.end_mark.index
            yield key.value, _scalar(text, begin, end, value)


def _scalar(text: str, start: int, end: int, node: yaml.ScalarNode) -> Prose:
    """Return the words of a scalar that stands at ``start`` to ``end`` of ``text``.

    Should they not come out as YAML reads them, what stands there is taken as it is.
    """
    tagged = _PROPERTIES.match(text, start, end)
    start = tagged.end() if tagged else start
    if node.style in ("'", '"'):
        prose = Prose.joined(stripped(_quoted(text, start + 1, end - 1, node.style)))
    else:
        header = text.find("\n", start, end) if node.style in ("|", ">") else -1
        prose = Prose.joined(_lines(text, max(start, header), end))
    if " ".join(prose.text.split()) == " ".join(node.value.split()):
        return prose
    written = text[start:end]
    return Prose.verbatim(text, Span(start, start + len(written.rstrip())))


def _lines(text: str, start: int, end: int) -> Iterator[Words]:
    """Yield the words of each line, with a space between lines."""
    for number, line in enumerate(_LINE_WORDS.finditer(text, start, end)):
        if number:
            yield " ", None
        yield line[0], line.start()


def _quoted(text: str, start: int, end: int, style: str) -> Iterator[Words]:
    """Yield the words between quotation marks: what stands there as it is, and what is written by an escape."""
    special = _ESCAPE if style == '"' else re.compile("''")
    at = start
    while at < end:
        found = min(
            (match for match in (special.search(text, at, end), _FOLD.search(text, at, end)) if match),
            key=lambda match: match.start(),
            default=None,
        )
        stop = found.start() if found else end
        if stop > at:
            yield text[at:stop], at
        if found is None:
            return
        yield _unescaped(found)
        at = found.end()


def _unescaped(found: re.Match[str]) -> Words:
    """Return what an escape or a folded line end stands for; a mark that is doubled or escaped keeps its place."""
    raw = found[0]
    if raw == "''" or (len(raw) == 2 and raw[1] in '"\\/'):
        return raw[1], found.start() + 1
    if raw[-1].isspace():
        return ("" if raw[0] == "\\" else " "), None
    return str(yaml.safe_load(f'"{raw}"')), None
