"""Results sealed with the key of their draft: findings quote it, and whoever has not got the draft shall not read it.

The key is a digest of the whole draft. What stands on disk is found under one digest of the key and masked with a
stream drawn from another, so that neither the key nor a word can be had from it without the draft. Each key seals one
result only, as what is found hangs on nothing else: the stream is never used twice.
"""

from __future__ import annotations

import zlib
from hashlib import blake2b, shake_256

#: Bytes of the seal before a result.
SEAL = 16


def name_of(key: bytes) -> bytes:
    """Return the name that a result is kept under."""
    return blake2b(key, digest_size=32, person=b"name").digest()


def sealed(key: bytes, clear: bytes) -> bytes:
    """Return ``clear`` as it is kept."""
    packed = zlib.compress(clear)
    return _seal(key, packed) + _masked(key, packed)


def opened(key: bytes, kept: bytes) -> bytes:
    """Return what was sealed.

    Raises:
        ValueError: it was not sealed with this key, or has been changed since.
    """
    packed = _masked(key, kept[SEAL:])
    if _seal(key, packed) != kept[:SEAL]:
        raise ValueError("not a result of this draft")
    return zlib.decompress(packed)


def _seal(key: bytes, packed: bytes) -> bytes:
    """Return what nobody can tell of ``packed`` without the key."""
    return blake2b(packed, digest_size=SEAL, key=key, person=b"seal").digest()


def _masked(key: bytes, words: bytes) -> bytes:
    """Return ``words`` masked, or unmasked, with the stream of ``key``."""
    stream = shake_256(b"mask" + key).digest(len(words))
    return (int.from_bytes(words, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(words), "big")
