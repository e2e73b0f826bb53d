"""Fixes made in a text."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lsp.linter.fixing import MOST_PASSES, Find, Found, Mended, applied, fix_of, mend
from attrib_lsp.linter.located import LocatedEdit, LocatedFinding, LocatedFix
from attrib_lsp.rules.finding import Severity
from attrib_lsp.text.span import Span


def fix(start: int, end: int, words: str, *, title: str = "Mend it", safe: bool = True) -> LocatedFix:
    """Return a fix of one edit."""
    return LocatedFix(title, (LocatedEdit("text", Span(start, end), words),), safe)


def found(start: int, end: int, *fixes: LocatedFix) -> LocatedFinding:
    """Return a finding."""
    return LocatedFinding("DOC900", "fault", Severity.WARNING, "Wrong.", "text", Span(start, end), (), fixes)


def sentence_of(text: str, one: LocatedFinding) -> Span:
    """Return the sentence of a finding: they end in full stops."""
    end = text.find(".", one.span.end)
    return Span(text.rfind(".", 0, one.span.start) + 1, len(text) if end < 0 else end + 1)


def each(words: str, replacement: str, *, safe: bool = True) -> Find:
    """Return what finds every ``words`` in a text, with a fix."""

    def find(text: str) -> Sequence[Found]:
        starts = [at for at in range(len(text)) if text.startswith(words, at)]
        every = [found(at, at + len(words), fix(at, at + len(words), replacement, safe=safe)) for at in starts]
        return [(one, sentence_of(text, one)) for one in every]

    return find


def test_all_are_mended_at_once() -> None:
    assert mend("a-b-c", each("-", "–")) == Mended("a–b–c", 2, ())


def test_what_overlaps_is_mended_in_the_next_pass() -> None:
    assert mend("aaa", each("aa", "b")) == Mended("ba", 1, ())
    assert mend("aaaa", each("aa", "a")) == Mended("a", 3, ())


def test_what_never_ends_is_ended() -> None:
    result = mend("a", each("a", "aa"))
    assert len(result.text) == 2**MOST_PASSES
    assert mend("a", lambda text: [(found(0, 1, fix(0, 1, "b" if text == "a" else "a")), Span(0, 1))]).text == "b"


def test_a_blank_is_not_put_in_twice() -> None:
    result = mend("It is so.", lambda text: each("It", "It, <source> said,", safe=False)(text), unsafe=True)
    assert (result.text, result.fixed, len(result.left), result.unfilled) == ("It, <source> said, is so.", 1, 1, 1)


def test_unsafe_fixes_do_not_heap_up() -> None:
    one_each = mend("it is, it was. it.", each("it", "he", safe=False), unsafe=True)
    assert (one_each.text, one_each.fixed) == ("he is, he was. he.", 3)
    blank = mend("it is, it was. it <who> is.", each("it", "<what>", safe=False), unsafe=True)
    assert blank.text == "<what> is, it was. it <who> is."
    brought_up = mend(
        "a.", lambda text: [*each("a", "b", safe=False)(text), *each("b", "c", safe=False)(text)], unsafe=True
    )
    assert brought_up.text == "b."
    assert mend("a.", lambda text: [*each("a", "b")(text), *each("b", "c")(text)]).text == "c."


def test_only_safe_fixes_are_made_unless_asked() -> None:
    unsafe, safe = fix(0, 1, "x", safe=False), fix(0, 1, "y")
    assert fix_of(found(0, 1, unsafe)) is None
    assert fix_of(found(0, 1, unsafe), unsafe=True) == unsafe
    assert fix_of(found(0, 1, unsafe, safe), unsafe=True) == safe
    assert fix_of(found(0, 1, fix(0, 1, "<who>", safe=True))) is None


def test_of_several_answers_none_is_chosen() -> None:
    answers = [fix(0, 1, name, title=f"Write “{name}”", safe=False) for name in ("Dodd", "Hume")]
    assert fix_of(found(0, 1, *answers), unsafe=True) is None
    cut = fix(0, 1, "", title="Cut it", safe=False)
    assert fix_of(found(0, 1, cut, *answers), unsafe=True) == cut


def test_a_fix_of_a_rows_headline_is_none() -> None:
    edit = LocatedEdit("headline", Span(0, 1), "x")
    assert fix_of(found(0, 1, LocatedFix("Mend it", (edit,), True))) is None


def test_new_lines_end_as_the_others_do() -> None:
    assert applied("a\r\nb", [fix(4, 4, "\nc"), fix(0, 1, "z")]) == "z\r\nb\r\nc"
    assert applied("ab", [fix(1, 1, "\n")]) == "a\nb"
