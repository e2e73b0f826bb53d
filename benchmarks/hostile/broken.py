"""Whole files broken by chance: cut off, bytes flipped, parts of other files put in, encodings mixed."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping, Sequence
from random import Random

from benchmarks.hostile.seeds import KINDS
from benchmarks.hostile.values import Hostile

Seeds = Mapping[str, Sequence[bytes]]

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)
_ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-7", "shift_jis", "utf-8-sig")
#: What terminals obey, what turns lines round, what ends them, and what takes more than one code unit.
_SIGNS = (
    *(
        "\x1b[31m",
        "\x1b]0;owned\x07",
        "\x1b[2J\x1b[H",
        "\x9b31m",
        "\x08\x08",
        "\x07",
        "\x1b]8;;http://a.b\x1b\\",
        "\x7f",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u200f",
        "שלום ",
        "مرحبا ",
        "🌊",
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "e\u0301\u0301\u0301",
        "\U000e0041",
        "ﷺ",
    ),
    *("\r", "\r\n", "\n\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\u200b", "\ufeff", "\xa0", "\ufffd", "\uffff"),
)


def _cut(chance: Random, raw: bytes, seeds: Seeds) -> bytes:
    """Break the file off."""
    return raw[: chance.randrange(len(raw))]


def _flipped(chance: Random, raw: bytes, seeds: Seeds) -> bytes:
    """Change single bytes."""
    held = bytearray(raw)
    for _ in range(chance.choice((1, 1, 2, 5, 50))):
        held[chance.randrange(len(held))] = chance.randrange(256)
    return bytes(held)


def _noise(chance: Random, raw: bytes, seeds: Seeds) -> bytes:
    """Return bytes by chance, behind the file's own opening now and then."""
    return raw[: chance.choice((0, 0, 4, 60))] + chance.randbytes(chance.choice((0, 1, 7, 300, 20_000)))


def _spliced(chance: Random, raw: bytes, seeds: Seeds) -> bytes:
    """Put pieces of other files in."""
    for _ in range(chance.randint(1, 4)):
        other = chance.choice(seeds[chance.choice(KINDS)])
        start = chance.randrange(len(other))
        at = chance.randrange(len(raw) + 1)
        raw = raw[:at] + other[start : start + chance.randint(1, 400)] + raw[at + chance.choice((0, 0, 30)) :]
    return raw


def _shuffled(chance: Random, raw: bytes, seeds: Seeds) -> bytes:
    """Take lines away, twice, or in another order."""
    lines = raw.splitlines(keepends=True)
    for _ in range(chance.randint(1, 6)):
        chosen = chance.randrange(len(lines))
        lines[chosen : chosen + 1] = [lines[chosen]] * chance.choice((0, 2)) + [chance.choice(lines)]
    return b"".join(lines)


def _encoded(chance: Random, raw: bytes, seeds: Seeds) -> bytes:
    """Mix encodings."""
    text = raw.decode("utf-8", "replace")
    at = chance.randrange(len(text) + 1)
    chosen = chance.randrange(6)
    if chosen == 0:
        return text.encode(chance.choice(_ENCODINGS), "replace")
    if chosen == 1:
        return text[:at].encode() + text[at : at + 40].encode(chance.choice(_ENCODINGS), "replace") + text[at:].encode()
    if chosen == 2:
        return (text[:at] + chance.choice(("\ud83d", "\udc80", "\udfff\ud800")) + text[at:]).encode(
            "utf-8", "surrogatepass"
        )
    if chosen == 3:
        return chance.choice(_MARKS) * chance.randint(1, 2) + raw
    if chosen == 4:
        return (
            text[:at].encode() + chance.choice((b"\0", b"\xff\xfe", b"\xc3\x28", b"\xf5", *_MARKS)) + text[at:].encode()
        )
    return text.encode("utf-16")[: -chance.randint(1, 3)]


def _signed(chance: Random, raw: bytes, seeds: Seeds) -> bytes:
    """Put signs in that do something to a terminal, to lines or to places."""
    text = raw.decode("utf-8", "replace")
    for _ in range(chance.choice((1, 3, 20))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(_SIGNS) * chance.choice((1, 1, 3)) + text[at:]
    return text.encode()


_WAYS: dict[str, Callable[[Random, bytes, Seeds], bytes]] = {
    "cut off": _cut,
    "bytes flipped": _flipped,
    "noise": _noise,
    "spliced": _spliced,
    "lines shuffled": _shuffled,
    "encodings mixed": _encoded,
    "escapes and signs": _signed,
}
FAMILIES = tuple(_WAYS)


def broken(chance: Random, number: int, seeds: Seeds) -> Hostile:
    """Return a file broken by chance: its kind and the way go by ``number``."""
    kind = KINDS[number % len(KINDS)]
    way = FAMILIES[(number // len(KINDS)) % len(FAMILIES)]
    return Hostile(way, f"a{kind}", _WAYS[way](chance, chance.choice(seeds[kind]), seeds))
