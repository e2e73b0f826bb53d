"""The edits that put a pragma into a draft, so that a finding is not reported again: for its block, or for the draft.

What the story's reader says of places is all that is looked at: nothing is searched for in the text.
"""

from __future__ import annotations

import re

from attrib_lsp.linter.located import LocatedEdit, LocatedFinding, LocatedFix
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.pragma import MARK, Action, Place, Pragma
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story

_LINE_END = re.compile(r"\r\n|\n|\r")
#: A last line that words behind it would make an item of a list.
_BULLET = re.compile(r"(?:^|[\r\n])[> \t]*(?:[-+*]|[0-9]{1,9}[.)])[ \t]*\Z")
#: How a pragma is written; in reStructuredText a blank line parts it from what follows.
_COMMENTS = {
    Markup.PLAIN: "% {}",
    Markup.MARKDOWN: "<!-- {} -->",
    Markup.HTML: "<!-- {} -->",
    Markup.RST: ".. {}\n",
    Markup.ASCIIDOC: "// {}",
    Markup.LATEX: "% {}",
    Markup.ORG: "# {}",
    Markup.MDX: "{{/* {} */}}",
}


def ignored_here(story: Story, markup: Markup, finding: LocatedFinding) -> LocatedFix | None:
    """Return the edit after which ``finding`` is not reported for its block; None where no pragma can be put.

    It goes on a line of its own above the block, or behind the last word of an item in a list or of a paragraph in a
    block quote; where such a pragma is there already, the rule joins its list.
    """
    place = _place(story, finding)
    if place is None:
        return None
    title = f"Ignore “{finding.name}” here"
    for pragma in story.pragmas:
        if pragma.action is Action.IGNORE and _is_only(story, place, pragma.scope):
            joined = _joined(pragma, finding.name)
            if joined is not None:
                return _fix(title, joined)
    at = max(place.span.start, story.begin)
    comment = _comment(markup, Action.IGNORE, finding.name, _line_end(story, at))
    if place.alone:
        return _fix(title, _insertion(at, comment + _line_end(story, at) + _indentation(story, at)))
    words = place.span.of(story.sources["text"].text)
    unclosed = words.rfind("<!--") > words.rfind("-->") or words.rfind("<!") > words.rfind(">")
    if unclosed or words.endswith(("#", "]:")) or _BULLET.search(words):
        # A pragma would become a link's address, end a comment, make words of a heading's closing marks, or an item.
        return None
    return _fix(title, _insertion(place.span.end, f" {comment}"))


def ignored_in_file(story: Story, markup: Markup, finding: LocatedFinding) -> LocatedFix | None:
    """Return the edit after which nothing of the rule of ``finding`` is reported for the draft.

    It goes behind the front matter, above everything else; where such a pragma is there already, the rule joins its
    list. None for a row of JSON Lines' headline, which is in no file.
    """
    if finding.field != "text":
        return None
    title = f"Ignore “{finding.name}” in this file"
    for pragma in story.pragmas:
        joined = _joined(pragma, finding.name) if pragma.action is Action.IGNORE_FILE else None
        if joined is not None:
            return _fix(title, joined)
    text = story.sources["text"].text
    end = _line_end(story, story.begin)
    comment = _comment(markup, Action.IGNORE_FILE, finding.name, end)
    unended = story.begin == len(text) and text[-1:] not in ("", "\n", "\r", "\ufeff")
    return _fix(title, _insertion(story.begin, f"{end if unended else ''}{comment}{end}"))


def _place(story: Story, finding: LocatedFinding) -> Place | None:
    """Return the place of the block in which ``finding`` stands."""
    if finding.field != "text":
        return None
    at = finding.span.start
    return next((place for place in story.places if place.span.start <= at <= place.span.end), None)


def _is_only(story: Story, place: Place, scope: Span | None) -> bool:
    """Say whether ``scope`` covers ``place`` and no other one."""
    return scope is not None and [one for one in story.places if one.span.overlaps(scope)] == [place]


def _joined(pragma: Pragma, name: str) -> LocatedEdit | None:
    """Return the edit that puts ``name`` into the list of ``pragma``; None where there is no room."""
    return None if pragma.joiner is None else _insertion(pragma.end, f"{pragma.joiner}{name}")


def _comment(markup: Markup, action: Action, name: str, line_end: str) -> str:
    """Return a pragma for the rule of that name, with what has to stand below it."""
    return _COMMENTS[markup].format(f"{MARK} {action.value}[{name}]").replace("\n", line_end)


def _line_end(story: Story, at: int) -> str:
    """Return how the line at ``at`` ends, or any other if it is the last."""
    text = story.sources["text"].text
    found = _LINE_END.search(text, at) or _LINE_END.search(text)
    return found[0] if found else "\n"


def _indentation(story: Story, at: int) -> str:
    """Return the white space in front of ``at`` on its line, which the pragma takes over and the words still need."""
    source = story.sources["text"]
    before = source.text[source.line_starts[source.line_of(at)] : at]
    return before[len(before.rstrip(" \t")) :]


def _insertion(at: int, words: str) -> LocatedEdit:
    """Return the edit that puts ``words`` to ``at``."""
    return LocatedEdit("text", Span(at, at), words)


def _fix(title: str, edit: LocatedEdit) -> LocatedFix:
    """Return a fix of one edit."""
    return LocatedFix(title, (edit,), safe=False)
