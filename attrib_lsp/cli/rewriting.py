"""Put a mended text into its file: all of it or nothing, and only where nobody else has been."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from attrib_lsp.cli.errors import reason
from attrib_lsp.text.decoding import Codec


class NotWrittenError(Exception):
    """The file is as it was. Its text says why."""


def rewrite(path: Path, before: str, after: str, codec: Codec) -> None:
    """Write ``after`` into the file that held ``before``, in its encoding, with its permissions.

    A link goes on leading to its file.

    Raises:
        NotWrittenError: the file has changed since it was read, or cannot be written.
    """
    try:
        target = path.resolve(strict=True)
        if not os.access(target, os.W_OK):
            raise NotWrittenError("cannot be written: permission denied")
        written = _beside(target, codec.encode(after))
        try:
            if target.read_bytes() != codec.encode(before):
                raise NotWrittenError("this has changed since it was read, so it was left as it is; check it again")
            written.replace(target)
        finally:
            with suppress(FileNotFoundError):
                written.unlink()
    except OSError as error:
        raise NotWrittenError(f"cannot be written: {reason(error)}") from None


def replaced(path: Path, raw: bytes) -> None:
    """Make ``raw`` the content of the file at ``path``, which need not be there: all of it or nothing.

    Raises:
        OSError: it cannot be written.
    """
    target = path.resolve()
    written = _beside(target, raw)
    try:
        written.replace(target)
    finally:
        with suppress(FileNotFoundError):
            written.unlink()


def _beside(target: Path, raw: bytes) -> Path:
    """Return a new file beside ``target`` that holds ``raw``, with the owner and permissions of that if it is there."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            _take_over(target, written)
        else:
            written.chmod(0o666 & ~_umask())
    except OSError:
        written.unlink()
        raise
    return written


def _take_over(target: Path, written: Path) -> None:
    """Give ``written`` the permissions of ``target``, and its owner where we may."""
    if hasattr(os, "chown"):
        status = target.stat()
        with suppress(OSError):
            os.chown(written, status.st_uid, status.st_gid)
    shutil.copymode(target, written)


def _umask() -> int:
    """Return what new files are not allowed."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
