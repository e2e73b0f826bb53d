"""Unified diffs, for programs and for screens."""

from __future__ import annotations

from attrib_lsp.reports.diff import unified
from attrib_lsp.reports.terminal import Terminal


def test_a_program_gets_the_lines_as_they_are() -> None:
    shown = "".join(unified("a.txt", "one\x1b[2J\r\ntwo\rhalf", "one\x1b[2J\r\nTWO\rhalf"))
    assert shown == (
        "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n one\x1b[2J\r\n"
        "-two\rhalf\n\\ No newline at end of file\n+TWO\rhalf\n\\ No newline at end of file\n"
    )


def test_a_screen_gets_nothing_that_steers_it() -> None:
    plain = "".join(unified("a\x1b.txt", "one\x1b[2J\ntwo\n", "one\x1b[2J\nTWO\n", Terminal()))
    assert plain == "--- a␛.txt\n+++ a␛.txt\n@@ -1,2 +1,2 @@\n one␛[2J\n-two\n+TWO\n"
    painted = "".join(unified("a.txt", "two\n", "TWO\n", Terminal(color=True)))
    assert "\x1b[31m-two\x1b[0m\n\x1b[32m+TWO\x1b[0m\n" in painted


def test_no_change_is_no_diff() -> None:
    assert list(unified("a.txt", "one\n", "one\n")) == []
