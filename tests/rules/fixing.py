"""Apply fixes to drafts, as an editor would."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.located import LocatedFinding, LocatedFix
from attrib_lsp.linter.settings import settings
from attrib_lsp.rules.documentation import Example
from attrib_lsp.rules.finding import blanks
from attrib_lsp.rules.rule import Rule, Scope
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span


class Offer(NamedTuple):
    """A fix that a rule offers for a finding of one of its flagged examples."""

    example: Example
    finding: LocatedFinding
    fix: LocatedFix

    @property
    def kind(self) -> str:
        """The fix's title without the words that it quotes."""
        return re.sub("“[^”]*”", "“…”", self.fix.title)


def found(linter: Linter, rule: Rule, text: str, markup: str) -> tuple[LocatedFinding, ...]:
    """Return what ``rule`` finds in a draft: run alone, unless it is about what becomes of the others' findings."""
    chosen = settings() if rule.scope is Scope.PRAGMAS else settings([rule.code])
    found = linter.check(read_story(SourceText(text), Markup(markup)), chosen)
    return tuple(one for one in found if one.code == rule.code)


def offers(linter: Linter, rule: Rule) -> Iterator[Offer]:
    """Yield each fix that ``rule`` offers in its flagged examples."""
    for example in rule.documentation.flagged:
        for finding in found(linter, rule, example.text, example.markup):
            yield from (Offer(example, finding, fix) for fix in finding.fixes)


def mended(text: str, fix: LocatedFix) -> str:
    """Return ``text`` as ``fix`` leaves it."""
    edits = sorted(fix.edits, key=lambda edit: edit.span.start)
    assert all(edit.field == "text" for edit in edits)
    assert all(one.span.end <= other.span.start for one, other in pairwise(edits))
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def moved(span: Span, fix: LocatedFix) -> Span:
    """Return where the words at ``span`` stand once ``fix`` is applied."""
    return Span(_moved(span.start, fix, end=False), _moved(span.end, fix, end=True))


def _moved(at: int, fix: LocatedFix, *, end: bool) -> int:
    """Return where an end of a span stands once ``fix`` is applied: words put in beside the span become part of it."""
    moved_by = 0
    for edit in fix.edits:
        change = len(edit.replacement) - len(edit.span)
        if edit.span.end < at or (edit.span.end == at and end):
            moved_by += change
        elif edit.span.start < at:
            moved_by += edit.span.start - at + (len(edit.replacement) if end else 0)
    return at + moved_by


def filled(text: str, words: dict[str, str], place: Span, before: str) -> tuple[str, Span]:
    """Return ``text`` with ``words`` in its blanks, which name them, and where ``place`` stands then.

    A blank that holds words of the draft as it was ``before`` is left as it is: a default.
    """
    for blank in reversed(blanks(text)):
        label = blank.of(text)[1:-1]
        filling = (
            label
            if len(label.split()) > 1 and label[1:] in before
            else words.get(label) or words[label[0].lower() + label[1:]]
        )
        filling = filling[0].upper() + filling[1:] if label[0].isupper() else filling
        text = text[: blank.start] + filling + text[blank.end :]
        change = len(filling) - len(blank)
        starts, ends = blank.end <= place.start, blank.end <= place.end
        place = Span(place.start + change * starts, place.end + change * ends)
    return text, place


def blocks(text: str) -> Counter[str]:
    """Return the paragraphs of ``text``, each with its lines joined: documentation wraps them where it likes."""
    return Counter(" ".join(block.split()) for block in re.split(r"\n\s*\n", text))
