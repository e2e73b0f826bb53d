"""Texts that are hard on positions, and a slow, plain account of where their characters stand."""

from __future__ import annotations

from hypothesis import HealthCheck, settings, strategies
from lsprotocol.types import Position, PositionEncodingKind

#: A busy machine is slow, and that is no fault of what is tested.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

ENCODINGS = (PositionEncodingKind.Utf8, PositionEncodingKind.Utf16, PositionEncodingKind.Utf32)

#: One, two, three and four bytes; one and two UTF-16 units; every line end, and what only looks like one.
CHARACTERS = "ab. \t\n\r\u00e9\u0301“”’–®\u2028\u2029\u0085\x0b\x0c\x1c\u200d😀👩🏽\U00020bb7"

hard_texts = strategies.text(strategies.sampled_from(CHARACTERS), max_size=60) | strategies.lists(
    strategies.sampled_from(["\r\n", "\n", "\r", "“", "”", "😀", "officials say", "é", "\u2028", "\x0c"]), max_size=20
).map("".join)


def width(character: str, encoding: PositionEncodingKind) -> int:
    """Return how many units ``character`` takes."""
    if encoding is PositionEncodingKind.Utf32:
        return 1
    if encoding is PositionEncodingKind.Utf16:
        return 2 if ord(character) > 0xFFFF else 1
    return len(character.encode("utf-8"))


def places(text: str, encoding: PositionEncodingKind) -> dict[int, Position]:
    r"""Return the position of each offset at which an editor's cursor can stand: not between \r and \n."""
    found, line, column = {}, 0, 0
    for offset, character in enumerate(text):
        after_return = character == "\n" and offset > 0 and text[offset - 1] == "\r"
        if not after_return:
            found[offset] = Position(line, column)
        if character == "\n" or (character == "\r" and text[offset + 1 : offset + 2] != "\n"):
            line, column = line + 1, 0
        elif character != "\r":
            column += width(character, encoding)
    found[len(text)] = Position(line, column)
    return found
