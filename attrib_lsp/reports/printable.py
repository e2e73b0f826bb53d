"""What of a draft's words must never reach a screen."""

from __future__ import annotations

import re

#: Marks that turn the direction of writing, as a class of a regular expression has them.
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSAFE = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{BIDI}\ud800-\udfff]")


def printable(text: str) -> str:
    r"""Return ``text`` on one line and without the power to steer a terminal.

    Control characters become their pictures, line ends and tabs become spaces, marks that turn the direction of
    writing are dropped, halves of surrogate pairs become U+FFFD.

    >>> printable("a\x1b[31mb\tc")
    'a␛[31mb c'
    """
    return _UNSAFE.sub(_substitute, text)


def _substitute(found: re.Match[str]) -> str:
    """Return what stands in for one unsafe character."""
    code = ord(found.group())
    if found.group() in "\t\n\r\u2028\u2029\x85":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return "\ufffd" if code < 0xA0 or code >= 0xD800 else ""
