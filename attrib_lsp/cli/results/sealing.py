"""Results sealed with the key of their draft: findings quote it, and a draft that is gone shall not live on in a cache.

The key is a digest of the whole draft, with its settings; it is never written down. What this protects: whoever gets
hold of the file but not of the draft (a backup, a lost disk, a draft since shredded) reads no word of it and no
finding, and cannot put in a result of their own. Other users of the machine are kept out by the file's permissions.

What it does not protect: a result from whoever has the draft, or can guess all of it letter by letter, and so can show
that it was checked here; how many results there are, how long each is, and on which day it was used last; anything from
programs that run as the user. It is no vault: whoever needs one encrypts the disk, or says ``--no-cache``.

Python's library has hashes and no cipher, and a cipher's own library would be the largest of all that we need. So this
is the usual composition, encrypt then authenticate, of two primitives as they are meant to be used: SHAKE256 over a key
and a nonce that is never used again as a stream, and keyed BLAKE2b as the authentication and for keys of their own.
"""

from __future__ import annotations

import hmac
import os
import zlib
from hashlib import blake2b, shake_256

#: Bytes of the nonce, and of the seal, that stand before a result.
NONCE, SEAL = 16, 16
#: Bytes of the longest result: more than any draft of the longest that is checked has.
LARGEST = 64 * 1024**2


def name_of(key: bytes) -> bytes:
    """Return the name that a result is kept under."""
    return _derived(key, b"name")


def sealed(key: bytes, clear: bytes) -> bytes:
    """Return ``clear`` as it is kept."""
    nonce = os.urandom(NONCE)
    masked = _masked(key, nonce, zlib.compress(clear))
    return nonce + _seal(key, nonce + masked) + masked


def opened(key: bytes, kept: bytes) -> bytes:
    """Return what was sealed.

    Raises:
        ValueError: it was not sealed with this key, or has been changed since.
    """
    nonce, seal, masked = kept[:NONCE], kept[NONCE : NONCE + SEAL], kept[NONCE + SEAL :]
    if not hmac.compare_digest(seal, _seal(key, nonce + masked)):
        raise ValueError("not a result of this draft")
    unpacking = zlib.decompressobj()
    try:
        clear = unpacking.decompress(_masked(key, nonce, masked), LARGEST)
    except zlib.error as error:
        raise ValueError("not a result of this draft") from error
    if not unpacking.eof:
        raise ValueError("not a result of this draft")
    return clear


def _derived(key: bytes, use: bytes) -> bytes:
    """Return the key for one use, from which neither ``key`` nor that for another use can be told."""
    return blake2b(digest_size=32, key=key, person=use).digest()


def _seal(key: bytes, written: bytes) -> bytes:
    """Return what nobody can tell of ``written`` without the key."""
    return blake2b(written, digest_size=SEAL, key=_derived(key, b"seal")).digest()


def _masked(key: bytes, nonce: bytes, words: bytes) -> bytes:
    """Return ``words`` masked, or unmasked, with the stream of ``key`` and ``nonce``."""
    stream = shake_256(_derived(key, b"mask") + nonce).digest(len(words))
    return (int.from_bytes(words, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(words), "big")
