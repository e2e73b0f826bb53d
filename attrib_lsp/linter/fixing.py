"""Make fixes in a text, pass by pass, until none is left to make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from attrib_lsp.linter.located import LocatedEdit, LocatedFinding, LocatedFix
from attrib_lsp.rules.finding import blanks
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span

#: Passes at most: a fix may bring up another finding, but not for ever.
MOST_PASSES = 10

_QUOTED = re.compile("“[^”]*”")

#: A finding, and the sentence that it stands in.
Found = tuple[LocatedFinding, Span]
#: Returns the findings in a text that may be mended.
Find = Callable[[str], Sequence[Found]]


@dataclass(frozen=True, slots=True)
class Mended:
    """What has become of a text, how many findings were ``fixed``, and what is found in it now.

    ``unfilled`` of the fixes have left a blank.
    """

    text: str
    fixed: int
    left: tuple[LocatedFinding, ...]
    unfilled: int = 0


def mend(text: str, find: Find, *, unsafe: bool = False) -> Mended:
    """Return ``text`` with the fixes made for what ``find`` finds in it: the safe ones, or ``unsafe`` ones too.

    Of fixes that touch the same words the first is made, and the other in the next pass, if it is still wanted. An
    unsafe one is made only for what was wrong from the outset, not for what another one has brought up; in a pass, one
    in a sentence; and none where there is a blank already: such a sentence is to be written anew.
    """
    fixed, unfilled, left = 0, 0, tuple(find(text))
    first = {_known(one, text) for one, _ in left}
    seen = {text}
    for _ in range(MOST_PASSES):
        chosen = compatible((one, sentence, _wanted(one, sentence, text, first, unsafe)) for one, sentence in left)
        after = applied(text, [fix for _, fix in chosen])
        if after in seen:
            break
        incomplete = [one for one, fix in chosen if leaves_blank(fix)]
        first -= {_known(one, text) for one in incomplete}  # not twice, though the blank may have gone elsewhere
        unfilled += len(incomplete)
        seen.add(after)
        text, fixed, left = after, fixed + len(chosen), tuple(find(after))
    return Mended(text, fixed, tuple(one for one, _ in left), unfilled)


def _known(finding: LocatedFinding, text: str) -> tuple[str, str]:
    """Return what a finding is known by in another version of the text: its rule and words."""
    return finding.code, finding.span.of(text)


def _wanted(
    finding: LocatedFinding, sentence: Span, text: str, first: set[tuple[str, str]], unsafe: bool
) -> LocatedFix | None:
    """Return the fix to make for ``finding``."""
    fix = fix_of(finding, unsafe=unsafe)
    if fix is None or fix.safe:
        return fix
    return None if blanks(sentence.of(text)) or _known(finding, text) not in first else fix


def fix_of(finding: LocatedFinding, *, unsafe: bool = False) -> LocatedFix | None:
    """Return the fix that is made for ``finding`` without asking: its safe one, else if ``unsafe`` its main one."""
    fixes = tuple(filter(applicable, finding.fixes))
    safe = next((fix for fix in fixes if fix.safe and not leaves_blank(fix)), None)
    if safe is not None or not unsafe:
        return safe
    return fixes[0] if has_main(fixes) else None


def applicable(fix: LocatedFix) -> bool:
    """Say whether a fix changes the draft's text and nothing else."""
    return bool(fix.edits) and all(edit.field == "text" for edit in fix.edits)


def has_main(fixes: Sequence[LocatedFix]) -> bool:
    """Say whether the first of a rule's fixes is the one to make if only one can be.

    It is not where it is one of several answers to one question ("Write “Dodd”", "Write “Hume”"): only the writer
    knows which.
    """
    kinds = Counter(_QUOTED.sub("“”", fix.title) for fix in fixes)
    return bool(fixes) and kinds[_QUOTED.sub("“”", fixes[0].title)] == 1


def leaves_blank(fix: LocatedFix) -> bool:
    """Say whether a fix leaves something for the writer to fill in."""
    return any(blanks(edit.replacement) for edit in fix.edits)


def compatible(
    wanted: Iterable[tuple[LocatedFinding, Span, LocatedFix | None]],
) -> tuple[tuple[LocatedFinding, LocatedFix], ...]:
    """Return findings with the fixes wanted for them, in the order of the text, as far as they can go together."""
    chosen: list[tuple[LocatedFinding, LocatedFix]] = []
    taken: list[LocatedEdit] = []
    rewritten: list[Span] = []
    for finding, sentence, fix in sorted(wanted, key=lambda one: one[0].span):
        if fix is None or any(_clash(edit.span, other.span) for edit in fix.edits for other in taken):
            continue
        if not fix.safe:
            if any(sentence.overlaps(other) for other in rewritten):
                continue
            rewritten.append(sentence)
        chosen.append((finding, fix))
        taken += fix.edits
    return tuple(chosen)


def applied(text: str, fixes: Iterable[LocatedFix]) -> str:
    r"""Return ``text`` with ``fixes`` made, which do not touch one another; new lines end as the others do."""
    source = SourceText(text)
    for edit in sorted((edit for fix in fixes for edit in fix.edits), key=lambda one: one.span, reverse=True):
        text = text[: edit.span.start] + source.like_lines(edit.replacement) + text[edit.span.end :]
    return text


def _clash(one: Span, other: Span) -> bool:
    """Say whether two spans share a place: words, or the place at which either puts in something."""
    if one and other:
        return one.overlaps(other)
    return one.start <= other.end and other.start <= one.end
